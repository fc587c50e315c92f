package dev.beatboard.service.generation;

import java.util.Locale;

/// Why a generation failed, in the words that vendors' clients know.
public enum FailureCode {
    CONTENT_MODERATED,
    GENERATION_FAILED,
    BUDGET_EXHAUSTED,
    OUTPUT_NOT_FOUND,
    IMAGE_TOO_LARGE,
    UNSUPPORTED_FORMAT,
    CORRUPT_INPUT,
    INVALID_REQUEST,
    RATE_LIMITED;

    /// As in the API and the database.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FailureCode of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
