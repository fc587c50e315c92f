package dev.beatboard.service.generation;

import java.util.Locale;

/// In which of the three languages of the API a generation was ordered: it is told of in the same.
public enum Dialect {
    BEATBOARD,
    AGENTS,
    DREAM_MACHINE;

    /// As in the database.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Dialect of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
