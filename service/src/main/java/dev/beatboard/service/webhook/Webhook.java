package dev.beatboard.service.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An address that is told of events.
///
/// @param events `*` for all
/// @param failingSince the first failure since the last success
/// @param disabledReason empty as long as it is used
public record Webhook(
        UUID id,
        String url,
        List<String> events,
        Instant createdAt,
        Optional<Instant> failingSince,
        Optional<Instant> disabledAt,
        Optional<String> disabledReason) {

    /// An address with what signs its messages, which is not shown again.
    ///
    /// @param secret `whsec_` and base64
    public record Secret(UUID id, String secret) {

        @Override
        public String toString() {
            return "Secret[" + id + "]";
        }
    }
}
