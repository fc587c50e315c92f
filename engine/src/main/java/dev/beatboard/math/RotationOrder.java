package dev.beatboard.math;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// In which order three turns about the world's axes make an orientation: under `ZXY` first about
/// z, then x, then y, as Nuke and Blender mean it (worldFromCamera is Ry Rx Rz).
public enum RotationOrder {
    XYZ,
    XZY,
    YXZ,
    YZX,
    ZXY,
    ZYX;

    private static final Vec3[] AXES = {Vec3.X, Vec3.Y, Vec3.Z};
    /// The cosine of the middle turn under which the two others cannot be told apart.
    private static final double LOCKED = 1e-7;

    /// The order of that name; capitals do not matter.
    public static Optional<RotationOrder> named(String name) {
        String n = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(o -> o.name().equals(n)).findFirst();
    }

    private int axis(int turn) {
        return name().charAt(turn) - 'X';
    }

    /// The orientation that turns by `degrees` about x, y and z make.
    public Quat orientation(Vec3 degrees) {
        double[] d = {degrees.x(), degrees.y(), degrees.z()};
        Quat q = Quat.IDENTITY;
        for (int turn = 0; turn < 3; turn++) {
            int a = axis(turn);
            q = Quat.about(AXES[a], StrictMath.toRadians(d[a])).times(q);
        }
        return q;
    }

    /// The turns in degrees about x, y and z that make an orientation, of all equal ones those
    /// nearest to `near`, so that a curve through them does not jump.
    ///
    /// Source: K. Shoemake, "Euler angle conversion", Graphics Gems IV, for three different axes.
    public Vec3 degrees(Quat orientation, Vec3 near) {
        int i = axis(0);
        int j = axis(1);
        int k = axis(2);
        double parity = (j - i + 3) % 3 == 1 ? 1 : -1;
        double[][] m = columns(orientation);
        double sine = -parity * m[i][k];
        double cosine = StrictMath.hypot(m[i][i], m[i][j]);
        double[] first = new double[3];
        first[j] = StrictMath.atan2(sine, cosine);
        if (cosine > LOCKED) {
            first[i] = StrictMath.atan2(parity * m[j][k], m[k][k]);
            first[k] = StrictMath.atan2(parity * m[i][j], m[i][i]);
        } else {
            // Looking straight up or down, the first and the last turn are about one line: the first keeps its value,
            // the last takes what is left.
            first[i] = StrictMath.toRadians(new double[] {near.x(), near.y(), near.z()}[i]);
            Quat known = Quat.about(AXES[j], first[j]).times(Quat.about(AXES[i], first[i]));
            first[k] = orientation.times(known.inverse()).twistAbout(AXES[k]);
        }
        double[] second = new double[3];
        second[i] = first[i] + StrictMath.PI;
        second[j] = StrictMath.PI - first[j];
        second[k] = first[k] + StrictMath.PI;
        Vec3 a = unwound(first, near);
        Vec3 b = unwound(second, near);
        return a.distanceTo(near) <= b.distanceTo(near) ? a : b;
    }

    private static Vec3 unwound(double[] radians, Vec3 near) {
        return new Vec3(turn(radians[0], near.x()), turn(radians[1], near.y()), turn(radians[2], near.z()));
    }

    private static double turn(double radians, double near) {
        double d = StrictMath.toDegrees(radians);
        return d - 360 * StrictMath.rint((d - near) / 360);
    }

    /// `m[c][r]`: the images of the axes.
    private static double[][] columns(Quat q) {
        double[][] m = new double[3][];
        for (int c = 0; c < 3; c++) {
            Vec3 v = q.rotate(AXES[c]);
            m[c] = new double[] {v.x(), v.y(), v.z()};
        }
        return m;
    }
}
