package dev.beatboard.service.api;

import dev.beatboard.service.account.Scope;

/// Who may use a route.
public sealed interface Access {

    /// Anyone, without a key.
    record Open() implements Access {}

    /// A key or a person's session that has the scope.
    ///
    record Scoped(Scope scope) implements Access {}

    /// Whoever has a key or a session, whatever its scopes.
    record Known() implements Access {}

    /// A person who is signed in by a browser's session; keys are refused.
    record Person() implements Access {}

    /// Whoever runs the service, by the operator's token; no account's key or session does.
    record Operator() implements Access {}

    static Access open() {
        return new Open();
    }

    static Access scope(Scope scope) {
        return new Scoped(scope);
    }

    static Access known() {
        return new Known();
    }

    static Access person() {
        return new Person();
    }

    static Access operator() {
        return new Operator();
    }
}
