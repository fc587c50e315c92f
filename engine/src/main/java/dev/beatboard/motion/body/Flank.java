package dev.beatboard.motion.body;

import dev.beatboard.shot.Side;

/// One half of a body, its owner's left or right.
public enum Flank {
    LEFT(1, ".L"),
    RIGHT(-1, ".R");

    private final int sign;
    private final String suffix;

    Flank(int sign, String suffix) {
        this.sign = sign;
        this.suffix = suffix;
    }

    /// 1 for the left, which is +x in the body's own space, and -1 for the right.
    public int sign() {
        return sign;
    }

    /// How the rig ends the names of this half's bones.
    String suffix() {
        return suffix;
    }

    public Flank other() {
        return this == LEFT ? RIGHT : LEFT;
    }

    /// Whether an order to `side` concerns this half.
    public boolean in(Side side) {
        return side == Side.BOTH || (side == Side.LEFT) == (this == LEFT);
    }
}
