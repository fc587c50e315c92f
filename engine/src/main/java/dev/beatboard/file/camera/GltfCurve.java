package dev.beatboard.file.camera;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.util.Arrays;

/// A sampled property of a node over time.
///
/// Source: "glTF 2.0 Specification", section 3.11 and appendix C (interpolation; before the first
/// and after the last time the value stays).
///
/// @param times seconds, ascending
/// @param values for `CUBICSPLINE` three per time: tangent in, value, tangent out
/// @param width numbers in a value: 3 or 4
record GltfCurve(double[] times, double[] values, int width, Mode mode) {

    enum Mode {
        LINEAR,
        STEP,
        CUBICSPLINE
    }

    GltfCurve {
        times = times.clone();
        values = values.clone();
    }

    double last() {
        return times[times.length - 1];
    }

    Vec3 vector(double seconds) {
        double[] v = at(seconds);
        return new Vec3(v[0], v[1], v[2]);
    }

    Quat rotation(double seconds) {
        int i = before(seconds);
        if (mode == Mode.LINEAR && i >= 0 && i + 1 < times.length) {
            return quat(value(i)).slerp(quat(value(i + 1)), (seconds - times[i]) / (times[i + 1] - times[i]));
        }
        return quat(at(seconds));
    }

    private static Quat quat(double[] v) {
        return new Quat(v[0], v[1], v[2], v[3]).normalized();
    }

    /// The last key at or before a moment; -1 if all come later.
    private int before(double seconds) {
        int i = Arrays.binarySearch(times, seconds);
        return i >= 0 ? i : -i - 2;
    }

    private double[] at(double seconds) {
        int i = before(seconds);
        if (i < 0 || i + 1 >= times.length || mode == Mode.STEP) {
            return value(Math.max(0, i));
        }
        double span = times[i + 1] - times[i];
        double t = (seconds - times[i]) / span;
        double[] a = value(i);
        double[] b = value(i + 1);
        double[] out = new double[width];
        for (int c = 0; c < width; c++) {
            out[c] = mode == Mode.LINEAR
                    ? a[c] + t * (b[c] - a[c])
                    : hermite(a[c], span * part(i, 2, c), b[c], span * part(i + 1, 0, c), t);
        }
        return out;
    }

    private static double hermite(double a, double ta, double b, double tb, double t) {
        double t2 = t * t;
        double t3 = t2 * t;
        return (2 * t3 - 3 * t2 + 1) * a + (t3 - 2 * t2 + t) * ta + (3 * t2 - 2 * t3) * b + (t3 - t2) * tb;
    }

    private double[] value(int key) {
        double[] out = new double[width];
        for (int c = 0; c < width; c++) {
            out[c] = mode == Mode.CUBICSPLINE ? part(key, 1, c) : values[key * width + c];
        }
        return out;
    }

    private double part(int key, int part, int c) {
        return values[(3 * key + part) * width + c];
    }
}
