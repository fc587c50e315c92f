package dev.beatboard.service.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A message to one address and what became of it.
///
/// @param webhook empty for a callback
/// @param lastStatus of HTTP; empty if nobody answered
/// @param lastError in words; empty if there was none
/// @param nextAt when it is tried again
public record Delivery(
        UUID id,
        Optional<UUID> webhook,
        String url,
        String event,
        String body,
        State state,
        int attempts,
        Optional<Integer> lastStatus,
        Optional<String> lastError,
        Instant createdAt,
        Optional<Instant> attemptedAt,
        Optional<Instant> nextAt) {

    /// Where it is.
    public enum State {
        PENDING,
        DELIVERED,
        FAILED
    }
}
