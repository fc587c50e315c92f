package dev.beatboard.file.gltf.meshopt;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compresses the corners of triangles (mode `TRIANGLES`, header `0xe1`): most triangles share an edge with one of the
/// last ones and take one byte. Corners of a triangle may come back rotated, never mirrored.
public final class TriangleCodec {

    private static final int HEADER = 0xe1;
    /// A vertex that is the next new one, in a code.
    private static final int NEW = 0;
    /// A vertex that is written out, in a code.
    private static final int FREE = 15;
    /// How many pairs of codes have a number of their own.
    private static final int PAIRS = 14;

    private TriangleCodec() {}

    /// @param surfaces three indices per triangle; the numbering of each surface starts anew, best in the order of
    ///     first use (see [TriangleOrder])
    public static byte[] encode(List<int[]> surfaces) {
        int total = 0;
        for (int[] s : surfaces) {
            if (s.length % 3 != 0) {
                throw new IllegalArgumentException(s.length + " corners are no triangles");
            }
            total += s.length;
        }
        int[] pairs = common(new Run(surfaces, null).pairs);
        Run run = new Run(surfaces, pairs);
        ByteArrayOutputStream out = new ByteArrayOutputStream(total);
        out.write(HEADER);
        out.writeBytes(run.codes.toByteArray());
        out.writeBytes(run.data.toByteArray());
        for (int i = 0; i < 16; i++) {
            out.write(i < PAIRS ? pairs[i] : 0);
        }
        return out.toByteArray();
    }

    /// The most used pairs of codes for the second and third vertex of a triangle that shares no edge.
    private static int[] common(int[] uses) {
        List<Integer> all = new ArrayList<>();
        for (int p = 0; p < 256; p++) {
            if (p >> 4 != FREE && (p & 15) != FREE) {
                all.add(p);
            }
        }
        // Three new vertices must be among them: written out, that pair would mean a restart.
        all.sort((a, b) -> a == 0 || b == 0 ? Integer.compare(a, b) : Integer.compare(uses[b], uses[a]));
        int[] out = new int[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            out[i] = all.get(i);
        }
        return out;
    }

    /// One pass over all triangles, with the state that a decoder has.
    private static final class Run {

        final ByteArrayOutputStream codes = new ByteArrayOutputStream();
        final ByteArrayOutputStream data = new ByteArrayOutputStream();
        /// How often each pair of codes was of use.
        final int[] pairs = new int[256];

        private final int[] numberOf = new int[256];
        private final Recent vertices = new Recent(1);
        private final Recent edges = new Recent(2);
        private int next;
        private int last;

        /// @param table pairs with a number of their own; null while they are being counted
        Run(List<int[]> surfaces, int @Nullable [] table) {
            Arrays.fill(numberOf, -1);
            for (int i = 0; table != null && i < table.length; i++) {
                numberOf[table[i]] = i;
            }
            for (int[] indices : surfaces) {
                int from = restarts(indices) ? 3 : 0;
                for (int t = from; t < indices.length; t += 3) {
                    if (!shared(indices, t)) {
                        alone(indices, t);
                    }
                }
            }
        }

        /// A further surface whose first triangle is 0, 1, 2: three new vertices, written out, mean a restart.
        private boolean restarts(int[] v) {
            if (next == 0 || v.length == 0 || v[0] != 0 || v[1] != 1 || v[2] != 2) {
                return false;
            }
            codes.write(0xfe);
            data.write(0);
            next = 3;
            edges.push(1, 0);
            edges.push(2, 1);
            edges.push(0, 2);
            vertices.push(0, 0);
            vertices.push(1, 0);
            vertices.push(2, 0);
            return true;
        }

        /// A triangle with an edge that was met a short while ago.
        private boolean shared(int[] v, int t) {
            for (int x = 0; x < 15 && x < edges.size(); x++) {
                for (int r = 0; r < 3; r++) {
                    int a = v[t + r];
                    int b = v[t + (r + 1) % 3];
                    if (edges.get(x, 0) == a && edges.get(x, 1) == b) {
                        third(x, a, b, v[t + (r + 2) % 3]);
                        return true;
                    }
                }
            }
            return false;
        }

        private void third(int x, int a, int b, int c) {
            int found = vertices.find(c, 1, 12);
            int how;
            if (c == next) {
                how = NEW;
                next++;
            } else if (found >= 0) {
                how = found;
            } else if (c == last - 1 || c == last + 1) {
                how = c == last - 1 ? 13 : 14;
                last = c;
            } else {
                how = FREE;
                free(c);
            }
            codes.write(x << 4 | how);
            edges.push(c, b);
            edges.push(a, c);
            if (how == NEW || how >= 13) {
                vertices.push(c, 0);
            }
        }

        private void alone(int[] v, int t) {
            int r = 0;
            while (r < 3 && v[t + r] != next) {
                r++;
            }
            boolean fresh = r < 3;
            int a = v[t + r % 3];
            int b = v[t + (r + 1) % 3];
            int c = v[t + (r + 2) % 3];
            int ahead = next + (fresh ? 1 : 0);
            int z = how(b, ahead);
            int w = how(c, ahead + (z == NEW ? 1 : 0));
            int pair = z << 4 | w;
            if (fresh && z != FREE && w != FREE) {
                pairs[pair]++;
            }
            if (fresh && numberOf[pair] >= 0) {
                codes.write(0xf0 | numberOf[pair]);
            } else {
                codes.write(fresh ? 0xfe : 0xff);
                data.write(pair);
            }
            if (fresh) {
                next++;
            } else {
                free(a);
            }
            take(b, z);
            take(c, w);
            edges.push(b, a);
            edges.push(c, b);
            edges.push(a, c);
            vertices.push(a, 0);
            if (z == NEW || z == FREE) {
                vertices.push(b, 0);
            }
            if (w == NEW || w == FREE) {
                vertices.push(c, 0);
            }
        }

        private int how(int vertex, int fresh) {
            if (vertex == fresh) {
                return NEW;
            }
            int found = vertices.find(vertex, 0, 13);
            return found >= 0 ? found + 1 : FREE;
        }

        private void take(int vertex, int how) {
            if (how == NEW) {
                next++;
            } else if (how == FREE) {
                free(vertex);
            }
        }

        /// A vertex by its distance from the last one that was written out.
        private void free(int vertex) {
            int d = vertex - last;
            int v = d << 1 ^ d >> 31;
            while (v >>> 7 != 0) {
                data.write(v & 127 | 128);
                v >>>= 7;
            }
            data.write(v);
            last = vertex;
        }
    }

    /// The last 16 entries of one or two numbers; number 0 is the newest.
    private static final class Recent {

        private final int[] ring;
        private final int width;
        private int count;

        Recent(int width) {
            this.width = width;
            ring = new int[16 * width];
        }

        int size() {
            return Math.min(16, count);
        }

        int get(int i, int part) {
            return ring[(count - 1 - i & 15) * width + part];
        }

        void push(int a, int b) {
            int at = (count++ & 15) * width;
            ring[at] = a;
            if (width > 1) {
                ring[at + 1] = b;
            }
        }

        /// The newest entry from `from` to `to` that is `v`, or -1.
        int find(int v, int from, int to) {
            for (int i = from; i <= to && i < size(); i++) {
                if (get(i, 0) == v) {
                    return i;
                }
            }
            return -1;
        }
    }
}
