package dev.beatboard.stage.cast;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;

/// Sweeps hair out of the face: what hangs before an eye or a cheek is moved aside along the face, so that a close-up
/// shows both eyes.
final class Fringe {

    /// Above the eyes by this much hair may lie on the forehead; from there down it is moved further and further aside.
    private static final double BROW = 0.042;

    private static final double FALL = 0.03;

    /// How far from the middle the face has to be free, and how far out hair is moved at all, meters.
    private static final double FREE = 0.072;

    private static final double SIDE = 0.11;

    /// All fringes of the library fall to the right of their wearer.
    private static final int SIDE_OF_FALL = -1;

    /// Hair on the other side of the face stays where it is from here on, meters.
    private static final double ACROSS = 0.042;

    /// Half width and depth of the head about its middle, for the way along the face.
    private static final double WIDE = 0.092;

    private static final double DEEP = 0.115;

    private Fringe() {}

    /// Moves hair in the rest pose.
    ///
    /// @param rest positions to change, three per vertex, the same space as the eyes
    /// @param left where the left eye is
    /// @param right where the right eye is
    /// @param scale size of the head, 1 for an adult
    static void sweep(float[] rest, Vec3 left, Vec3 right, double scale) {
        Vec3 eyes = left.lerp(right, 0.5);
        double middle = eyes.z() - 0.085 * scale;
        for (int i = 0; i < rest.length; i += 3) {
            double x = (rest[i] - eyes.x()) / scale;
            double y = (rest[i + 1] - eyes.y()) / scale;
            double z = rest[i + 2] - middle;
            double along = x * SIDE_OF_FALL;
            double free = FREE * Ease.smooth((BROW - y) / FALL);
            if (z <= 0 || free <= 0 || Math.abs(along) >= SIDE) {
                continue;
            }
            double from = -ACROSS;
            double to = along < from ? along : free + (along - from) * (SIDE - free) / (SIDE - from);
            double moved = Ease.lerp(along, Math.max(along, to), Ease.smooth(z / (0.03 * scale)));
            rest[i] = (float) (eyes.x() + SIDE_OF_FALL * moved * scale);
            rest[i + 2] += (float) (scale * (depth(moved) - depth(along)));
        }
    }

    private static double depth(double x) {
        double q = Math.min(0.98, Math.abs(x) / WIDE);
        return DEEP * Math.sqrt(1 - q * q);
    }
}
