package dev.beatboard.service.generation;

import java.util.Locale;

/// What a generation delivers.
public enum Kind {
    /// A clip and what goes with it.
    VIDEO,
    /// One frame as a picture.
    STILL;

    /// As in the database.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
