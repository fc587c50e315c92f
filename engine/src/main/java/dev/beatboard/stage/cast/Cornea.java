package dev.beatboard.stage.cast;

import dev.beatboard.asset.Piece;
import dev.beatboard.scene.Texture;
import java.util.Arrays;

/// The eyes come with a clear dome in front of the iris, drawn by texels without alpha. Our eyes are opaque and glossy
/// themselves, so the dome is taken off, or it would hide the iris.
final class Cornea {

    private static final int CLEAR = 100;

    private Cornea() {}

    static Piece off(Piece eyes, Texture texture) {
        int[] t = eyes.triangles();
        int[] out = new int[t.length];
        int n = 0;
        for (int i = 0; i < t.length; i += 3) {
            double u = 0;
            double v = 0;
            for (int k = 0; k < 3; k++) {
                u += eyes.uvs()[2 * t[i + k]] / 3;
                v += eyes.uvs()[2 * t[i + k] + 1] / 3;
            }
            int x = (int) Math.max(0, Math.min(texture.width() - 1, u * texture.width()));
            int y = (int) Math.max(0, Math.min(texture.height() - 1, (1 - v) * texture.height()));
            if ((texture.rgba()[4 * (y * texture.width() + x) + 3] & 255) >= CLEAR) {
                for (int k = 0; k < 3; k++) {
                    out[n++] = t[i + k];
                }
            }
        }
        return new Piece(
                eyes.name(),
                eyes.kind(),
                eyes.references(),
                eyes.shares(),
                eyes.offsets(),
                eyes.bones(),
                eyes.weights(),
                Arrays.copyOf(out, n),
                eyes.uvs(),
                eyes.twins(),
                eyes.hides(),
                eyes.looks(),
                eyes.credit());
    }
}
