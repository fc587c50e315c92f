package dev.beatboard.file.gltf.meshopt;

import java.util.Arrays;

/// A decoder of the two streams, slow and plain, written from the text of `EXT_meshopt_compression` for tests.
final class Decoder {

    private Decoder() {}

    static byte[] attributes(byte[] in, int count, int stride) {
        if ((in[0] & 255) != 0xa0) {
            throw new IllegalArgumentException("header " + in[0]);
        }
        byte[] out = new byte[count * stride];
        byte[] last = Arrays.copyOfRange(in, in.length - stride, in.length);
        int at = 1;
        int block = Math.min(8192 / stride & ~15, 256);
        for (int from = 0; from < count; from += block) {
            int n = Math.min(block, count - from);
            int groups = (n + 15) / 16;
            for (int k = 0; k < stride; k++) {
                int header = at;
                at += (groups + 3) / 4;
                byte value = last[k];
                for (int g = 0; g < groups; g++) {
                    int mode = in[header + g / 4] >> 2 * (g % 4) & 3;
                    int[] deltas = new int[16];
                    int bits = mode == 3 ? 8 : 2 * mode;
                    int packed = at;
                    at += 2 * bits;
                    for (int i = 0; i < 16 && bits > 0; i++) {
                        int perByte = 8 / bits;
                        int b = in[packed + i / perByte] & 255;
                        deltas[i] = b >> bits * (perByte - 1 - i % perByte) & (1 << bits) - 1;
                        if (bits < 8 && deltas[i] == (1 << bits) - 1) {
                            deltas[i] = in[at++] & 255;
                        }
                    }
                    for (int i = 0; i < 16 && 16 * g + i < n; i++) {
                        int d = (deltas[i] & 1) != 0 ? ~(deltas[i] >> 1) : deltas[i] >> 1;
                        value += (byte) d;
                        out[(from + 16 * g + i) * stride + k] = value;
                    }
                }
                last[k] = value;
            }
        }
        if (in.length - at != Math.max(32, stride)) {
            throw new IllegalArgumentException(in.length - at + " bytes at the end");
        }
        return out;
    }

    static int[] triangles(byte[] in, int corners) {
        if ((in[0] & 255) != 0xe1) {
            throw new IllegalArgumentException("header " + in[0]);
        }
        return new Triangles(in, corners).out;
    }

    private static final class Triangles {
        final int[] out;
        private final byte[] in;
        private final int[][] edges = new int[16][2];
        private final int[] vertices = new int[16];
        private int edgeCount;
        private int vertexCount;
        private int data;
        private int next;
        private int last;

        Triangles(byte[] in, int corners) {
            this.in = in;
            out = new int[corners];
            data = 1 + corners / 3;
            for (int t = 0; t < corners / 3; t++) {
                triangle(in[1 + t] & 255, 3 * t);
            }
            if (data != in.length - 16 || in[in.length - 1] != 0 || in[in.length - 2] != 0) {
                throw new IllegalArgumentException("data end at " + data + " of " + in.length);
            }
        }

        private void triangle(int code, int at) {
            int x = code >> 4;
            int y = code & 15;
            if (x < 15) {
                int[] e = edges[edgeCount - 1 - x & 15];
                int a = e[0];
                int b = e[1];
                int c;
                boolean push = true;
                if (y == 0) {
                    c = next++;
                } else if (y < 13) {
                    c = vertices[vertexCount - 1 - y & 15];
                    push = false;
                } else if (y < 15) {
                    c = last += y == 13 ? -1 : 1;
                } else {
                    c = index();
                }
                edge(c, b);
                edge(a, c);
                if (push) {
                    vertex(c);
                }
                emit(at, a, b, c);
                return;
            }
            int pair = y < 14 ? in[in.length - 16 + y] & 255 : in[data++] & 255;
            if (y >= 14 && pair == 0) {
                next = 0;
            }
            int z = pair >> 4;
            int w = pair & 15;
            int a = y == 15 ? index() : next++;
            int b = z == 0 ? next++ : z == 15 ? index() : vertices[vertexCount - z & 15];
            int c = w == 0 ? next++ : w == 15 ? index() : vertices[vertexCount - w & 15];
            edge(b, a);
            edge(c, b);
            edge(a, c);
            vertex(a);
            if (z == 0 || z == 15) {
                vertex(b);
            }
            if (w == 0 || w == 15) {
                vertex(c);
            }
            emit(at, a, b, c);
        }

        private int index() {
            int v = 0;
            int shift = 0;
            int b;
            do {
                b = in[data++] & 255;
                v |= (b & 127) << shift;
                shift += 7;
            } while (b > 127);
            return last += (v & 1) != 0 ? ~(v >>> 1) : v >>> 1;
        }

        private void edge(int a, int b) {
            edges[edgeCount++ & 15] = new int[] {a, b};
        }

        private void vertex(int v) {
            vertices[vertexCount++ & 15] = v;
        }

        private void emit(int at, int a, int b, int c) {
            out[at] = a;
            out[at + 1] = b;
            out[at + 2] = c;
        }
    }

    /// Triangles with their smallest corner first, so that rotated ones compare equal.
    static int[] turned(int[] t) {
        int[] out = t.clone();
        for (int i = 0; i < t.length; i += 3) {
            int r = 0;
            for (int k = 1; k < 3; k++) {
                r = t[i + k] < t[i + r] ? k : r;
            }
            for (int k = 0; k < 3; k++) {
                out[i + k] = t[i + (r + k) % 3];
            }
        }
        return out;
    }
}
