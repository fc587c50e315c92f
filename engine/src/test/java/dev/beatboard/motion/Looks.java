package dev.beatboard.motion;

import dev.beatboard.math.Vec3;

/// Eyelines with a lens that stands still and one other person.
record Looks(Vec3 lens, Vec3 other) implements Eyelines {

    static final Looks FRONT = new Looks(new Vec3(0.2, 1.6, 6), new Vec3(2, 1.6, 3));

    @Override
    public Vec3 lens(double seconds) {
        return lens;
    }

    @Override
    public Vec3 eyes(int actor, double seconds) {
        return other;
    }
}
