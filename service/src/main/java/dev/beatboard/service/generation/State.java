package dev.beatboard.service.generation;

import java.util.Locale;
import java.util.Set;

/// How far a generation is. The table of what may follow what is here and nowhere else.
public enum State {
    /// Accepted and paid for by a hold; no frame is drawn yet.
    QUEUED,
    /// A worker has begun.
    PROCESSING,
    /// Delivered and settled.
    COMPLETED,
    /// Nothing is delivered and nothing is charged.
    FAILED,
    /// Called off; nothing is charged.
    CANCELLED;

    /// As in the API and the database.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /// Whether nothing follows.
    public boolean isFinal() {
        return next().isEmpty();
    }

    public boolean mayBecome(State other) {
        return next().contains(other);
    }

    private Set<State> next() {
        return switch (this) {
            case QUEUED -> Set.of(PROCESSING, FAILED, CANCELLED);
            case PROCESSING -> Set.of(COMPLETED, FAILED, CANCELLED);
            case COMPLETED, FAILED, CANCELLED -> Set.of();
        };
    }
}
