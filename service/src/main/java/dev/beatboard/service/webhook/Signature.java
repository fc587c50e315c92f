package dev.beatboard.service.webhook;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What proves to a receiver that a message is ours: the headers of Standard Webhooks 1.0.
///
/// @param secret `whsec_` and base64
/// @param earlier what it was before it was changed
/// @param until when the earlier one ends
record Signature(String secret, Optional<String> earlier, Optional<Instant> until) {

    /// @param id the same for all tries of a message
    Map<String, String> headers(String id, Instant now, String body) {
        String signatures = sign(secret, id, now, body);
        if (earlier.isPresent() && until.isPresent() && now.isBefore(until.get())) {
            signatures += " " + sign(earlier.get(), id, now, body);
        }
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(now.getEpochSecond()),
                "webhook-signature", signatures);
    }

    private static String sign(String secret, String id, Instant now, String body) {
        try {
            return new com.standardwebhooks.Webhook(secret).sign(id, now.getEpochSecond(), body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("The secret of a webhook does not sign.", e);
        }
    }

    @Override
    public String toString() {
        return "Signature[]";
    }
}
