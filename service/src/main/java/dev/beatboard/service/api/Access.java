package dev.beatboard.service.api;

/// Who may use a route.
public sealed interface Access {

    /// Anyone, without a key.
    record Open() implements Access {}

    /// A key or a person's session that has the scope.
    ///
    /// @param scope such as `generations:read`
    record Scoped(String scope) implements Access {}

    /// Whoever has a key or a session, whatever its scopes.
    record Known() implements Access {}

    /// A person who is signed in by a browser's session; keys are refused.
    record Person() implements Access {}

    static Access open() {
        return new Open();
    }

    static Access scope(String scope) {
        return new Scoped(scope);
    }

    static Access known() {
        return new Known();
    }

    static Access person() {
        return new Person();
    }
}
