package dev.beatboard.service.api.account;

import dev.beatboard.service.account.ApiKey;
import dev.beatboard.service.account.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An API key as it is shown.
///
/// @param state `active`, `expired` or `revoked`
/// @param secret the key itself, in the answer that made it only
record KeyView(
        UUID id,
        String name,
        String hint,
        List<String> scopes,
        String state,
        Optional<UUID> madeBy,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt,
        Optional<String> secret) {

    static KeyView of(ApiKey key, Instant now) {
        return of(key, Optional.empty(), now);
    }

    static KeyView of(ApiKey.Made made, Instant now) {
        return of(made.key(), Optional.of(made.secret()), now);
    }

    private static KeyView of(ApiKey key, Optional<String> secret, Instant now) {
        boolean expired = key.expires().map(e -> !e.isAfter(now)).orElse(false);
        return new KeyView(
                key.id(),
                key.name(),
                key.hint(),
                key.scopes().stream().sorted().map(Scope::label).toList(),
                key.revoked().isPresent() ? "revoked" : expired ? "expired" : "active",
                key.madeBy(),
                key.created(),
                key.expires(),
                key.revoked(),
                key.lastUsed(),
                secret);
    }

    /// Leaves out the secret, as it could end up in a log.
    @Override
    public String toString() {
        return "KeyView[" + id + "]";
    }
}
