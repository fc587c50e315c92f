package dev.beatboard.render.raster;

/// Which pixels a ray is traced for, from coarse to fine (pixel-selected ray tracing, Akimoto, Mase and Suenaga 1991):
/// first one of four, then those in the middle of four that have one, then the rest. A pixel takes the mean of its
/// four neighbors of the rounds before where nobody would see a difference between these, and gets a ray otherwise.
final class Selection {

    static final int ROUNDS = 3;
    /// Contrast that nobody sees, of the whole range.
    private static final float ALIKE = 0.008f;

    private final Edges edges;
    private final float[] there;
    private final int stride;

    /// @param there the share of the picture that the color has, 0 where there is none or not yet
    Selection(Edges edges, float[] there, int stride) {
        this.edges = edges;
        this.there = there;
        this.stride = stride;
    }

    /// The first pixel of row `y` in a round.
    static int first(int round, int y) {
        return switch (round) {
            case 0 -> 0;
            case 1 -> 1;
            default -> 1 - (y & 1);
        };
    }

    /// Whether row `y` has pixels in a round; every second one of them is in it.
    static boolean has(int round, int y) {
        return round == 2 || (y & 1) == round;
    }

    /// Whether the neighbors of pixel `p` from the rounds before are all there and look alike.
    boolean alike(int p, int round) {
        int a = neighbor(p, round, 0);
        int b = neighbor(p, round, 1);
        int c = neighbor(p, round, 2);
        int d = neighbor(p, round, 3);
        if (!(there[a] > 0 && there[b] > 0 && there[c] > 0 && there[d] > 0)) {
            return false;
        }
        float va = edges.shown(a);
        float vb = edges.shown(b);
        float vc = edges.shown(c);
        float vd = edges.shown(d);
        float low = Math.min(Math.min(va, vb), Math.min(vc, vd));
        float high = Math.max(Math.max(va, vb), Math.max(vc, vd));
        return high - low < ALIKE;
    }

    float mean(float[] plane, int p, int round) {
        return 0.25f
                * (plane[neighbor(p, round, 0)]
                        + plane[neighbor(p, round, 1)]
                        + (plane[neighbor(p, round, 2)] + plane[neighbor(p, round, 3)]));
    }

    private int neighbor(int p, int round, int i) {
        if (round == 1) {
            return p + (i < 2 ? -stride : stride) + ((i & 1) == 0 ? -1 : 1);
        }
        return p + (i == 0 ? -1 : i == 1 ? 1 : i == 2 ? -stride : stride);
    }
}
