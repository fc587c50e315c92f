package dev.beatboard.stage.cast;

import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import dev.beatboard.math.Ease;
import dev.beatboard.scene.Texture;

/// Where the skull is under hair, seen from the middle of the head on the neutral body.
final class Scalp {

    private static final int AROUND = 512;
    private static final int UP = 256;

    /// The middle of the head, height and depth in meters.
    static final double MIDDLE = 0.745;

    static final double BACK = 0.03;

    /// Hair farther from the middle than this hangs free, and below this height it lies on the neck, meters.
    private static final double FAR = 0.16;

    private static final double NAPE = 0.66;
    private static final int OPAQUE = 128;

    /// Samples along the side of a triangle, and half the width of the edge in cells of 1.2 mm.
    private static final int SAMPLES = 8;

    private static final int SOFT = 4;

    private final float[] cover = new float[AROUND * UP];

    /// @param drawn the hair's picture, whose alpha says where it is
    static Scalp under(Piece hair, Texture drawn, People people) {
        Scalp s = new Scalp();
        float[] at = Trim.neutral(hair, people);
        int[] t = hair.triangles();
        for (int i = 0; i < t.length; i += 3) {
            for (int a = 0; a <= SAMPLES; a++) {
                for (int b = 0; a + b <= SAMPLES; b++) {
                    double u = a / (double) SAMPLES;
                    double v = b / (double) SAMPLES;
                    s.mark(at, hair.uvs(), drawn, t[i], t[i + 1], t[i + 2], u, v);
                }
            }
        }
        s.blur(1);
        s.blur(AROUND);
        s.blur(1);
        s.blur(AROUND);
        return s;
    }

    private void mark(float[] at, float[] uv, Texture drawn, int a, int b, int c, double u, double v) {
        double w = 1 - u - v;
        double tu = u * uv[2 * a] + v * uv[2 * b] + w * uv[2 * c];
        double tv = u * uv[2 * a + 1] + v * uv[2 * b + 1] + w * uv[2 * c + 1];
        int x = (int) Ease.clamp(tu * drawn.width(), 0, drawn.width() - 1);
        int y = (int) Ease.clamp((1 - tv) * drawn.height(), 0, drawn.height() - 1);
        if ((drawn.rgba()[4 * (y * drawn.width() + x) + 3] & 255) < OPAQUE) {
            return;
        }
        double px = u * at[3 * a] + v * at[3 * b] + w * at[3 * c];
        double py = u * at[3 * a + 1] + v * at[3 * b + 1] + w * at[3 * c + 1];
        double pz = u * at[3 * a + 2] + v * at[3 * b + 2] + w * at[3 * c + 2];
        if (py > NAPE && Math.hypot(px, Math.hypot(py - MIDDLE, pz - BACK)) < FAR) {
            cover[cell(px, py, pz)] = 1;
        }
    }

    private static int cell(double px, double py, double pz) {
        double around = StrictMath.atan2(px, pz - BACK) / (2 * Math.PI) + 0.5;
        double up = StrictMath.atan2(py - MIDDLE, Math.hypot(px, pz - BACK)) / Math.PI + 0.5;
        return Math.min(UP - 1, (int) (up * UP)) * AROUND + ((int) (around * AROUND) & AROUND - 1);
    }

    private void blur(int step) {
        float[] from = cover.clone();
        for (int i = 0; i < cover.length; i++) {
            float sum = 0;
            for (int k = -SOFT; k <= SOFT; k++) {
                sum += from[Math.floorMod(i + k * step, cover.length)];
            }
            cover[i] = sum / (2 * SOFT + 1);
        }
    }

    /// How much hair grows at a place of the neutral head, 0..1.
    double at(double px, double py, double pz) {
        return Ease.smooth(1.25 * cover[cell(px, py, pz)]);
    }
}
