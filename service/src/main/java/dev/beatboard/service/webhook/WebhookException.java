package dev.beatboard.service.webhook;

/// Why an address cannot be registered, said to whoever wants it.
public final class WebhookException extends Exception {

    /// What is wrong.
    public enum Reason {
        INVALID_URL,
        UNKNOWN_EVENT,
        TOO_MANY
    }

    private final Reason reason;

    WebhookException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
