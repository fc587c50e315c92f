package dev.beatboard.service.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What is known of an API key; the key itself is not.
///
/// @param hint its last four characters, to tell keys apart
/// @param madeBy the person whose role bounds it; empty for a key of nobody's
/// @param lastUsed to the minute
public record ApiKey(
        UUID id,
        String name,
        String hint,
        Set<Scope> scopes,
        Optional<UUID> madeBy,
        Instant created,
        Optional<Instant> expires,
        Optional<Instant> revoked,
        Optional<Instant> lastUsed) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /// A key that has just been made. This is the only time that it can be seen.
    ///
    /// @param secret the key itself
    public record Made(ApiKey key, String secret) {

        /// Leaves out the secret, as it could end up in a log.
        @Override
        public String toString() {
            return "Made[" + key + "]";
        }
    }
}
