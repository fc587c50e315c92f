package dev.beatboard.service.api.account;

import dev.beatboard.service.account.Account;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An account as it is shown.
///
/// @param plan its id; `/v1/plans` has what it is
/// @param you who asks; empty for operators
public record AccountView(
        UUID id,
        String name,
        String plan,
        String store,
        String timeZone,
        Instant createdAt,
        Optional<Instant> closedAt,
        Optional<You> you) {

    /// Who asks.
    ///
    /// @param actor `key:ID` or `person:ID`
    /// @param role empty for a key of nobody's
    public record You(
            String actor,
            Optional<UUID> personId,
            Optional<UUID> keyId,
            Optional<String> role,
            java.util.List<String> scopes) {}

    public static AccountView of(Account a) {
        return of(a, Optional.empty());
    }

    static AccountView of(Account a, Optional<You> you) {
        return new AccountView(a.id(), a.name(), a.plan(), a.store(), a.zone().getId(), a.created(), a.closed(), you);
    }
}
