package dev.beatboard.service.api;

import dev.beatboard.service.account.Caller;
import java.time.Instant;
import java.util.Optional;

/// Knows who presents a key or a session's token. Comparing them must take no time that tells
/// anything about them.
public interface Callers {

    /// Whose API key it is; empty if it is wrong, expired or revoked.
    Optional<Caller> byKey(String token, Instant now);

    /// Whose session it is; empty if it is wrong, expired or ended.
    Optional<Caller> bySession(String token, Instant now);

    /// Whether it is the operator's token.
    default boolean operator(String token) {
        return false;
    }
}
