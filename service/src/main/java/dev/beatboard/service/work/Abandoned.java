package dev.beatboard.service.work;

/// Ends a rendering that is of no use any more: it was called off, somebody else has begun it anew,
/// or the worker stops.
final class Abandoned extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean again;

    /// @param again whether the work is to be done later
    Abandoned(String why, boolean again) {
        super(why, null, false, false);
        this.again = again;
    }

    boolean again() {
        return again;
    }
}
