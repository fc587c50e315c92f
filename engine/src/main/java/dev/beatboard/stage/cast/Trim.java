package dev.beatboard.stage.cast;

import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import java.util.Arrays;
import java.util.function.IntPredicate;

/// Takes off a part of a piece by height on the neutral body: hair under a hat, trousers under a coat, the legs of
/// jeans that become shorts.
final class Trim {

    private Trim() {}

    /// Only the triangles that reach below `y`, meters on the neutral body.
    static Piece below(Piece piece, People people, double y) {
        return keep(piece, people, -Double.MAX_VALUE, y);
    }

    /// Only the triangles whose middle lies below `y`.
    static Piece under(Piece piece, People people, double y) {
        float[] at = neutral(piece, people);
        int[] t = piece.triangles();
        return only(piece, piece.hides(), i -> at[3 * t[i] + 1] + at[3 * t[i + 1] + 1] + at[3 * t[i + 2] + 1] < 3 * y);
    }

    /// Only the triangles that reach above `y`; skin is hidden only above it.
    static Piece above(Piece piece, People people, double y) {
        return keep(piece, people, y, Double.MAX_VALUE);
    }

    /// Height of the lowest vertex on the neutral body.
    static double lowest(Piece piece, People people) {
        float[] at = neutral(piece, people);
        float low = Float.MAX_VALUE;
        for (int t : piece.triangles()) {
            low = Math.min(low, at[3 * t + 1]);
        }
        return low;
    }

    /// Height of the highest vertex on the neutral body.
    static double highest(Piece piece, People people) {
        float[] at = neutral(piece, people);
        float high = -Float.MAX_VALUE;
        for (int t : piece.triangles()) {
            high = Math.max(high, at[3 * t + 1]);
        }
        return high;
    }

    private static Piece keep(Piece piece, People people, double low, double high) {
        float[] at = neutral(piece, people);
        int[] t = piece.triangles();
        float[] body = people.body().positions();
        int[] hides = Arrays.stream(piece.hides())
                .filter(v -> body[3 * v + 1] > low + 0.03 && body[3 * v + 1] < high)
                .toArray();
        return only(piece, hides, i -> {
            double y0 = at[3 * t[i] + 1];
            double y1 = at[3 * t[i + 1] + 1];
            double y2 = at[3 * t[i + 2] + 1];
            return Math.max(y0, Math.max(y1, y2)) > low && Math.min(y0, Math.min(y1, y2)) < high;
        });
    }

    /// The piece with some of its triangles and another list of what it hides.
    ///
    /// @param keep asked with the place of each triangle's first corner among the piece's
    static Piece only(Piece piece, int[] hides, IntPredicate keep) {
        int[] t = piece.triangles();
        int[] out = new int[t.length];
        int n = 0;
        for (int i = 0; i < t.length; i += 3) {
            if (keep.test(i)) {
                System.arraycopy(t, i, out, n, 3);
                n += 3;
            }
        }
        return new Piece(
                piece.name(),
                piece.kind(),
                piece.references(),
                piece.shares(),
                piece.offsets(),
                piece.bones(),
                piece.weights(),
                Arrays.copyOf(out, n),
                piece.uvs(),
                piece.twins(),
                hides,
                piece.looks(),
                piece.credit());
    }

    static float[] neutral(Piece piece, People people) {
        float[] out = new float[3 * piece.count()];
        Figure.spread(piece, people.body().positions(), out);
        for (int i = 0; i < out.length; i++) {
            out[i] += piece.offsets()[i];
        }
        return out;
    }
}
