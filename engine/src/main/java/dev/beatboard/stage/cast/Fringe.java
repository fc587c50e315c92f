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
    private static final double FREE = 0.064;

    private static final double SIDE = 0.105;

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
        double side = fallsTo(rest, eyes, middle, scale);
        if (side == 0) {
            return;
        }
        for (int i = 0; i < rest.length; i += 3) {
            double x = (rest[i] - eyes.x()) / scale;
            double y = (rest[i + 1] - eyes.y()) / scale;
            double z = rest[i + 2] - middle;
            double along = x * side;
            double free = FREE * Ease.smooth((BROW - y) / FALL);
            if (z <= 0 || free <= 0 || Math.abs(along) >= SIDE) {
                continue;
            }
            double from = -FREE;
            double to = along < from ? along : free + (along - from) * (SIDE - free) / (SIDE - from);
            double moved = Ease.lerp(along, Math.max(along, to), Ease.smooth(z / (0.03 * scale)));
            rest[i] = (float) (eyes.x() + side * moved * scale);
            rest[i + 2] += (float) (scale * (depth(moved) - depth(along)));
        }
    }

    private static double depth(double x) {
        double q = Math.min(0.98, Math.abs(x) / WIDE);
        return DEEP * Math.sqrt(1 - q * q);
    }

    /// Which side the hair before the eyes falls to: +1 left, -1 right, 0 if there is none before them.
    private static double fallsTo(float[] rest, Vec3 eyes, double middle, double scale) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < rest.length; i += 3) {
            double x = (rest[i] - eyes.x()) / scale;
            double y = (rest[i + 1] - eyes.y()) / scale;
            if (rest[i + 2] > middle + 0.03 * scale && Math.abs(y) < 0.03 && Math.abs(x) < 0.055) {
                sum += x;
                n++;
            }
        }
        return n < 3 ? 0 : Math.signum(sum);
    }
}
