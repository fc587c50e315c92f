package dev.beatboard.render.probe;

/// What a surface throws back of light that bounced: its color under its coat, and what the coat reflects.
final class Bounce {

    /// A white that throws back more would never settle.
    private static final float MOST = 0.95f;

    private Bounce() {}

    /// @param coat the share that the coat reflects
    static float of(float color, float coat) {
        return Math.clamp(color * (1 - coat) + coat, 0, MOST);
    }
}
