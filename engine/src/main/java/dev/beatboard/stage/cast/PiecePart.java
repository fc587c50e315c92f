package dev.beatboard.stage.cast;

import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import java.util.Arrays;

/// Which connected parts of an outfit are worn: outfits come as one mesh of shirt and trousers that do not hang
/// together, so that either can be worn with something else.
enum PiecePart {
    ALL,
    TOP,
    BOTTOM,
    /// Shoes without the socks that belong to them.
    BARE_SHOES,
    /// The bottom without the legs below the knee.
    SHORTS;

    /// A part that reaches no higher than this and lower than [#HIP] on the neutral body is worn on the legs, meters.
    private static final float WAIST = 0.25f;

    private static final float HIP = -0.08f;

    /// Shoes end below this, their socks above, meters.
    private static final float ANKLE = -0.68f;

    /// How far inside its own edge a part hides the skin, meters: at the edge the skin is seen.
    private static final float EDGE = 0.045f;

    /// The piece with only these parts. Skin is hidden only where these parts cover it.
    Piece of(Piece piece, People people) {
        if (this == ALL) {
            return piece;
        }
        int[] component = components(piece);
        float[] neutral = Trim.neutral(piece, people);
        int n = piece.count();
        float[] low = new float[n];
        float[] high = new float[n];
        Arrays.fill(low, Float.MAX_VALUE);
        Arrays.fill(high, -Float.MAX_VALUE);
        for (int i = 0; i < n; i++) {
            low[component[i]] = Math.min(low[component[i]], neutral[3 * i + 1]);
            high[component[i]] = Math.max(high[component[i]], neutral[3 * i + 1]);
        }
        int[] map = new int[n];
        int kept = 0;
        float lowest = Float.MAX_VALUE;
        float highest = -Float.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            int c = component[i];
            boolean in = this == BARE_SHOES ? high[c] < ANKLE : (high[c] < WAIST && low[c] < HIP) == (this == BOTTOM);
            map[i] = in ? kept++ : -1;
            if (map[i] >= 0) {
                lowest = Math.min(lowest, low[c]);
                highest = Math.max(highest, high[c]);
            }
        }
        return subset(piece, people, map, kept, lowest, highest);
    }

    private Piece subset(Piece p, People people, int[] map, int kept, float lowest, float highest) {
        int[] references = new int[3 * kept];
        float[] shares = new float[3 * kept];
        float[] offsets = new float[3 * kept];
        short[] bones = new short[4 * kept];
        float[] weights = new float[4 * kept];
        float[] uvs = new float[2 * kept];
        int[] twins = new int[kept];
        for (int i = 0; i < map.length; i++) {
            int to = map[i];
            if (to >= 0) {
                System.arraycopy(p.references(), 3 * i, references, 3 * to, 3);
                System.arraycopy(p.shares(), 3 * i, shares, 3 * to, 3);
                System.arraycopy(p.offsets(), 3 * i, offsets, 3 * to, 3);
                System.arraycopy(p.bones(), 4 * i, bones, 4 * to, 4);
                System.arraycopy(p.weights(), 4 * i, weights, 4 * to, 4);
                System.arraycopy(p.uvs(), 2 * i, uvs, 2 * to, 2);
                twins[to] = map[p.twins()[i]];
            }
        }
        int[] triangles = new int[p.triangles().length];
        int t = 0;
        for (int i = 0; i < triangles.length; i += 3) {
            if (map[p.triangles()[i]] >= 0) {
                for (int k = 0; k < 3; k++) {
                    triangles[t++] = map[p.triangles()[i + k]];
                }
            }
        }
        float[] base = people.body().positions();
        int[] hides = Arrays.stream(p.hides())
                .filter(v -> this == TOP ? base[3 * v + 1] > lowest + EDGE : base[3 * v + 1] < highest - EDGE)
                .toArray();
        return new Piece(
                p.name(),
                p.kind(),
                references,
                shares,
                offsets,
                bones,
                weights,
                Arrays.copyOf(triangles, t),
                uvs,
                twins,
                hides,
                p.looks(),
                p.credit());
    }

    /// Per vertex the lowest-numbered vertex that it hangs together with.
    private static int[] components(Piece piece) {
        int[] parent = piece.twins().clone();
        int[] t = piece.triangles();
        for (int i = 0; i < t.length; i += 3) {
            for (int k = 1; k < 3; k++) {
                int a = root(parent, t[i]);
                int b = root(parent, t[i + k]);
                parent[Math.max(a, b)] = Math.min(a, b);
            }
        }
        for (int i = 0; i < parent.length; i++) {
            parent[i] = root(parent, i);
        }
        return parent;
    }

    private static int root(int[] parent, int from) {
        int i = from;
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }
}
