package dev.beatboard.file.gltf.meshopt;

import java.io.ByteArrayOutputStream;

/// Compresses elements of equal size by the differences of their bytes (mode `ATTRIBUTES`, header `0xa0`).
///
/// Elements come in blocks; within a block all first bytes come first, then all second bytes, and so on; each byte of
/// an element is stored as its zigzag difference to the same byte of the element before, in groups of 16 that take 0,
/// 2, 4 or 8 bits each.
public final class VertexCodec {

    private static final int HEADER = 0xa0;
    private static final int GROUP = 16;
    /// Bytes that the last element takes at the end of the stream, at least.
    private static final int TAIL = 32;

    private VertexCodec() {}

    /// @param stride bytes of an element: a multiple of 4, at most 256
    public static byte[] encode(byte[] data, int stride) {
        if (stride <= 0 || stride % 4 != 0 || stride > 256 || data.length % stride != 0 || data.length == 0) {
            throw new IllegalArgumentException(
                    data.length + " bytes in elements of " + stride + "; allowed are multiples of 4 up to 256");
        }
        int count = data.length / stride;
        int block = Math.min(8192 / stride & ~15, 256);
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length / 2 + 64);
        out.write(HEADER);
        byte[] deltas = new byte[256];
        for (int from = 0; from < count; from += block) {
            int n = Math.min(block, count - from);
            int groups = (n + GROUP - 1) / GROUP;
            for (int k = 0; k < stride; k++) {
                for (int i = 0; i < groups * GROUP; i++) {
                    deltas[i] = i < n ? delta(data, from + i, k, stride) : 0;
                }
                writePlane(out, deltas, groups);
            }
        }
        out.writeBytes(new byte[Math.max(0, TAIL - stride)]);
        out.write(data, 0, stride);
        return out.toByteArray();
    }

    /// The first element differs from itself by nothing: it is the baseline at the end of the stream.
    private static byte delta(byte[] data, int element, int k, int stride) {
        int at = element * stride + k;
        int d = (byte) (data[at] - data[element == 0 ? at : at - stride]);
        return (byte) (d << 1 ^ d >> 7);
    }

    private static void writePlane(ByteArrayOutputStream out, byte[] deltas, int groups) {
        int[] modes = new int[groups];
        for (int from = 0; from < groups; from += 4) {
            int header = 0;
            for (int g = from; g < Math.min(from + 4, groups); g++) {
                modes[g] = mode(deltas, g * GROUP);
                header |= modes[g] << 2 * (g - from);
            }
            out.write(header);
        }
        for (int g = 0; g < groups; g++) {
            switch (modes[g]) {
                case 0 -> {}
                case 1 -> packed(out, deltas, g * GROUP, 2);
                case 2 -> packed(out, deltas, g * GROUP, 4);
                default -> out.write(deltas, g * GROUP, GROUP);
            }
        }
    }

    /// The cheapest way to store a group.
    private static int mode(byte[] deltas, int at) {
        int any = 0;
        int two = 4;
        int four = 8;
        for (int i = at; i < at + GROUP; i++) {
            int d = deltas[i] & 255;
            any |= d;
            two += d >= 3 ? 1 : 0;
            four += d >= 15 ? 1 : 0;
        }
        if (any == 0) {
            return 0;
        }
        int best = Math.min(two, Math.min(four, GROUP));
        return best == GROUP ? 3 : best == two ? 1 : 2;
    }

    /// Small differences in `bits` each, the first in the highest bits; what does not fit follows as bytes.
    private static void packed(ByteArrayOutputStream out, byte[] deltas, int at, int bits) {
        int sentinel = (1 << bits) - 1;
        int perByte = 8 / bits;
        for (int i = 0; i < GROUP; i += perByte) {
            int b = 0;
            for (int j = 0; j < perByte; j++) {
                b = b << bits | Math.min(deltas[at + i + j] & 255, sentinel);
            }
            out.write(b);
        }
        for (int i = at; i < at + GROUP; i++) {
            if ((deltas[i] & 255) >= sentinel) {
                out.write(deltas[i]);
            }
        }
    }
}
