package dev.beatboard.service.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which queue work stands in.
public enum Lane {
    /// Goes first.
    FAST,
    /// Takes what capacity fast work leaves, though always some.
    RELAXED;

    /// As in files and the database: `fast`, `relaxed`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The lane of that label.
    public static Optional<Lane> of(String label) {
        return Arrays.stream(values()).filter(l -> l.label().equals(label)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Lane::label).toList();
    }
}
