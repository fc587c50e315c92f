package dev.beatboard.file.gltf.meshopt;

import dev.beatboard.math.Quat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The three filters of the extension's Appendix B: what is stored in place of normals, rotations and numbers, so that
/// a decoder arrives at them.
public final class Filters {

    private static final double ROOT_2 = Math.sqrt(2);

    private Filters() {}

    /// Unit vectors as four bytes each; they come out as normalized bytes, four per vector.
    public static byte[] octahedral(float[] normals) {
        byte[] out = new byte[normals.length / 3 * 4];
        for (int v = 0; v < normals.length / 3; v++) {
            float x = normals[3 * v];
            float y = normals[3 * v + 1];
            float z = normals[3 * v + 2];
            float k = 1 / Math.max(1e-9f, Math.abs(x) + Math.abs(y) + Math.abs(z));
            float u = x * k;
            float w = y * k;
            if (z < 0) {
                float t = u;
                u = Math.copySign(1 - Math.abs(w), t);
                w = Math.copySign(1 - Math.abs(t), w);
            }
            out[4 * v] = (byte) Math.round(u * 127);
            out[4 * v + 1] = (byte) Math.round(w * 127);
            out[4 * v + 2] = 127;
        }
        return out;
    }

    /// Rotations as eight bytes each; they come out as four normalized shorts.
    public static byte[] quaternion(Iterable<Quat> rotations, int count) {
        ByteBuffer out = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (Quat q : rotations) {
            double[] c = {q.x(), q.y(), q.z(), q.w()};
            int most = largest(c);
            double sign = c[most] < 0 ? -1 : 1;
            for (int i = 1; i <= 3; i++) {
                out.putShort((short) Math.round(Math.clamp(sign * c[(most + i) % 4] * ROOT_2, -1, 1) * 32767));
            }
            out.putShort((short) (32767 & ~3 | most));
        }
        return out.array();
    }

    /// What a decoder makes of a rotation that went through [#quaternion].
    public static Quat decoded(Quat q) {
        double[] c = {q.x(), q.y(), q.z(), q.w()};
        int most = largest(c);
        double sign = c[most] < 0 ? -1 : 1;
        double rest = 1;
        double[] out = new double[4];
        for (int i = 1; i <= 3; i++) {
            int at = (most + i) % 4;
            double v = Math.round(Math.clamp(sign * c[at] * ROOT_2, -1, 1) * 32767) / 32767.0 / ROOT_2;
            rest -= v * v;
            out[at] = Math.round(v * 32767) / 32767.0;
        }
        out[most] = Math.round(Math.sqrt(Math.max(0, rest)) * 32767) / 32767.0;
        return new Quat(out[0], out[1], out[2], out[3]);
    }

    private static int largest(double[] c) {
        int most = 0;
        for (int i = 1; i < 4; i++) {
            most = Math.abs(c[i]) > Math.abs(c[most]) ? i : most;
        }
        return most;
    }

    /// Numbers as whole multiples of 2^`exponent`; they come out as floats.
    ///
    /// @param exponent raised where the largest number would not fit 24 bits
    public static byte[] exponential(float[] values, int exponent) {
        int e = exponent(values, exponent);
        ByteBuffer out = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float v : values) {
            out.putInt(e << 24 | (int) Math.round(Math.scalb((double) v, -e)) & 0xffffff);
        }
        return out.array();
    }

    /// What a decoder makes of numbers that went through [#exponential].
    public static float[] decoded(float[] values, int exponent) {
        int e = exponent(values, exponent);
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) Math.scalb((double) Math.round(Math.scalb((double) values[i], -e)), e);
        }
        return out;
    }

    private static int exponent(float[] values, int wanted) {
        float most = 0;
        for (float v : values) {
            most = Math.max(most, Math.abs(v));
        }
        int e = wanted;
        while (Math.scalb((double) most, -e) > 0x7ffffe) {
            e++;
        }
        return e;
    }
}
