package dev.beatboard.stage.cast;

import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import dev.beatboard.math.Ease;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;
import java.util.Arrays;

/// Lashes and brows as people have them: the library's lashes are drawn black and thick all around the eye, as if
/// painted, and its brows so thin that they look plucked.
final class Lashes {

    /// How much of the drawn coverage is left: above and below the eye.
    private static final double WOMANS = 0.95;

    private static final double MANS = 0.6;
    private static final double LOWER = 0.5;

    /// Lashes are darker than hair, but never quite black.
    private static final double DARKER = 0.3;

    private static final double DARKEST = 0.012;

    /// How much denser brows are than drawn.
    private static final double WOMANS_BROWS = 1.2;

    private static final double MANS_BROWS = 1.6;

    private Lashes() {}

    static Texture of(Texture drawn, Piece lashes, Performer p, Rgb hair, People people) {
        double most = p.sex() == Sex.FEMALE ? WOMANS : MANS;
        double[] share = new double[drawn.width() * drawn.height()];
        Arrays.fill(share, most);
        boolean[] lower = Coverage.of(drawn, below(lashes, people));
        for (int i = 0; i < share.length; i++) {
            share[i] *= lower[i] ? LOWER : 1;
        }
        Rgb color = new Rgb(
                (float) Math.max(DARKEST, hair.r() * DARKER), (float) Math.max(DARKEST, hair.g() * DARKER), (float)
                        Math.max(DARKEST, hair.b() * DARKER));
        return covered(drawn, color, share);
    }

    /// Brows in a color, with their drawing.
    static Texture brows(Texture drawn, Piece brows, Performer p, Rgb hair) {
        Texture dyed = Dye.WHOLE.apply(drawn, brows, hair.times(1.1));
        double[] share = new double[drawn.width() * drawn.height()];
        Arrays.fill(share, p.sex() == Sex.FEMALE ? WOMANS_BROWS : MANS_BROWS);
        byte[] out = dyed.rgba().clone();
        for (int i = 0; i < share.length; i++) {
            out[4 * i + 3] = scaled(out[4 * i + 3], share[i]);
        }
        return new Texture(dyed.name(), dyed.width(), dyed.height(), out);
    }

    private static Texture covered(Texture drawn, Rgb color, double[] share) {
        byte[] out = drawn.rgba().clone();
        for (int i = 0; i < share.length; i++) {
            out[4 * i] = Dye.encode(color.r());
            out[4 * i + 1] = Dye.encode(color.g());
            out[4 * i + 2] = Dye.encode(color.b());
            out[4 * i + 3] = scaled(out[4 * i + 3], share[i]);
        }
        return new Texture(drawn.name() + "#lashes", drawn.width(), drawn.height(), out);
    }

    private static byte scaled(byte alpha, double share) {
        return (byte) (int) (255 * Ease.unit((alpha & 255) / 255.0 * share) + 0.5);
    }

    /// The part of the lashes that grows on the lower lids.
    private static Piece below(Piece lashes, People people) {
        int[] joint = people.rig().jointVertices()[people.rig().bone("eye.L")];
        double height = 0;
        for (int v : joint) {
            height += people.body().positions()[3 * v + 1] / (double) joint.length;
        }
        return Trim.under(lashes, people, height);
    }
}
