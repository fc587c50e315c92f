package dev.beatboard.service.credit;

import java.time.Instant;
import java.util.Optional;

/// Less is available than is needed. Nothing was taken.
public final class InsufficientCredits extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long needed;
    private final long available;
    private final transient Optional<Instant> nextGrantAt;

    InsufficientCredits(long needed, long available, Optional<Instant> nextGrantAt) {
        super(needed + " credits are needed, " + available + " are available"
                + nextGrantAt.map(t -> "; the next grant is at " + t).orElse("") + ".");
        this.needed = needed;
        this.available = available;
        this.nextGrantAt = nextGrantAt;
    }

    public long needed() {
        return needed;
    }

    public long available() {
        return available;
    }

    /// When the plan grants again; empty if it does not.
    public Optional<Instant> nextGrantAt() {
        return nextGrantAt;
    }
}
