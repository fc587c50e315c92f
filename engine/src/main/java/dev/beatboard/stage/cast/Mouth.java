package dev.beatboard.stage.cast;

/// Puts teeth and tongue behind the lips: as fitted they lie so far forward that an open mouth shows them outside.
final class Mouth {

    private static final float TONGUE_BACK = 0.017f;
    private static final float TONGUE_WIDTH = 0.88f;
    private static final float TONGUE_DOWN = 0.004f;
    private static final float TEETH_BACK = 0.006f;
    private static final float TEETH_DOWN = 0.002f;

    private Mouth() {}

    /// Moves positions in the rest pose, meters.
    static void tongue(float[] rest) {
        for (int i = 0; i < rest.length; i += 3) {
            rest[i] *= TONGUE_WIDTH;
            rest[i + 1] -= TONGUE_DOWN;
            rest[i + 2] -= TONGUE_BACK;
        }
    }

    /// Moves the rows back and down, so that the upper one shows in a smile.
    static void teeth(float[] rest) {
        for (int i = 0; i < rest.length; i += 3) {
            rest[i + 1] -= TEETH_DOWN;
            rest[i + 2] -= TEETH_BACK;
        }
    }
}
