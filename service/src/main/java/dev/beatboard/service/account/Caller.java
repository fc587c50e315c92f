package dev.beatboard.service.account;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Who is asking, and what that one may do, at the moment of the request.
///
/// @param actor as the audit trail names it: `key:ID`, `person:ID` or `operator:NAME`
/// @param key the API key, if it was one
/// @param person who is signed in, or who made the key
/// @param role of that person in the account; empty for a key of nobody's
/// @param plan the name of the account's plan
/// @param store where the plan was bought: `web`, `ios` or `android`
/// @param zone whose days and months the account's grants follow
/// @param request the number of the request, for the audit trail
public record Caller(
        UUID account,
        String actor,
        Optional<UUID> key,
        Optional<UUID> person,
        Optional<Role> role,
        Set<Scope> scopes,
        String plan,
        String store,
        ZoneId zone,
        Optional<String> request) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /// The same caller in a request, whose number the audit trail gives.
    public Caller in(String number) {
        return new Caller(account, actor, key, person, role, scopes, plan, store, zone, Optional.of(number));
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /// @throws Refusal (FORBIDDEN) if the caller may not
    public void needs(Scope scope) {
        if (!may(scope)) {
            throw Refusal.of(
                    Refusal.Kind.FORBIDDEN,
                    (key.isPresent()
                                    ? "This key"
                                    : "Your role"
                                            + role.map(r -> " (" + r.label() + ")")
                                                    .orElse(""))
                            + " does not include " + scope.label() + ": "
                            + scope.description().toLowerCase(java.util.Locale.ROOT) + ".");
        }
    }
}
