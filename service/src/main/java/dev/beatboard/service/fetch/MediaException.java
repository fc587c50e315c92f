package dev.beatboard.service.fetch;

import java.io.IOException;

/// Why a file cannot be used, said to whoever brought it.
public final class MediaException extends IOException {

    /// What is wrong with it.
    public enum Reason {
        UNSUPPORTED_FORMAT,
        CORRUPT,
        TOO_LARGE
    }

    private final Reason reason;

    MediaException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
