package dev.beatboard.stage.cast;

import dev.beatboard.asset.BodyMesh;
import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;
import dev.beatboard.shot.FacialHair;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;

/// What the library's small skin pictures lack in close-up: pores and blotches, blood in cheeks and nose, freckles, the
/// shadow of a shaved beard. Where on the face something belongs is told by the neutral body's positions.
final class Skin {

    private static final long DRAW = 47;
    private static final int TILE = 256;

    /// Relative changes of the light a texel reflects: by pores, by blotches of a centimeter, by freckles.
    private static final double PORES = 0.06;

    private static final double BLOTCHES = 0.07;
    private static final double FRECKLES = 0.3;

    /// How much of the scalp roots hide.
    private static final double ROOTS = 0.9;

    /// How much redder lips are than they were drawn, at the fullest.
    private static final double LIPS = 0.17;

    /// The mean of a face has its lips in it: skin is this much less red.
    private static final double PALE = 1.045;

    /// How far the hue of skin that is not lips is brought to the face's mean.
    private static final double EVEN = 0.52;

    /// Above this height on the neutral body is the face, meters.
    private static final double FACE = 0.58;

    private final int width;
    private final int height;
    private final byte[] rgba;
    /// Where in the noise this person's skin begins.
    private final int from;

    private Skin(Texture fine, int from) {
        this.width = fine.width();
        this.height = fine.height();
        this.rgba = fine.rgba();
        this.from = from;
    }

    /// The skin of one person.
    static Texture of(Texture drawn, Performer p, Face face, long seed, int index, People people) {
        Texture fine = Finer.twice(drawn);
        Skin skin = new Skin(fine, (int) (Chance.bits(seed, index, DRAW, 0) & 0xffff));
        boolean fair = p.heritage() == Heritage.CAUCASIAN;
        double dark = p.heritage() == Heritage.AFRICAN ? 0.7 : 1;
        double[] mean = Complexion.face(drawn, people.body());
        skin.even(PALE * StrictMath.sqrt(mean[1] / mean[0]), PALE * StrictMath.sqrt(mean[2] / mean[0]));
        skin.grain(dark);
        double blush = dark * (0.5 + 0.5 * Chance.unit(seed, index, DRAW, 1)) * (p.sex() == Sex.FEMALE ? 1 : 0.65);
        Rgb tint = Complexion.tint(drawn, p.heritage(), people);
        double beard = p.sex() == Sex.MALE && p.age() >= 18 && p.hair().face() == FacialHair.NONE
                ? 0.1 + 0.5 * Chance.unit(seed, index, DRAW, 2)
                : 0;
        double freckles = fair && Chance.unit(seed, index, DRAW, 3) < 0.3 && p.age() < 60
                ? 0.5 + 0.5 * Chance.unit(seed, index, DRAW, 4)
                : 0;
        boolean painted = p.sex() == Sex.FEMALE && p.age() >= 16;
        skin.face(people.body(), new Tone(blush, LIPS * blush * (painted ? 1 : 0.4), beard, freckles));
        Rgb roots = under(Tresses.color(face.hairColor()), tint);
        if (face.hair().isPresent()) {
            Piece hair = people.piece(face.hair().get()).orElseThrow();
            Scalp scalp =
                    Scalp.under(hair, people.texture(hair.looks().getFirst().texture()), people);
            skin.roots(roots, people.body(), scalp::at);
        }
        if (face.crop() > 0) {
            skin.roots(roots, people.body(), new Crop()::at);
        }
        skin.stubble(roots, people.body(), p.hair().face());
        return new Texture(drawn.name() + "#" + index, skin.width, skin.height, skin.rgba);
    }

    /// Takes back the paint of nose and cheeks in the pictures, which is the same on everybody and reads as a cold.
    ///
    /// @param green mean of the face against red, encoded; `blue` likewise
    private void even(double green, double blue) {
        for (int i = 0; i < rgba.length; i += 4) {
            double r = rgba[i] & 255;
            double g = rgba[i + 1] & 255;
            double b = rgba[i + 2] & 255;
            double redder = green * r / Math.max(1, g);
            double keep = Ease.smooth((redder - 1.08) / 0.1) + Ease.smooth((0.85 - redder) / 0.2);
            double k = EVEN * (1 - Math.min(1, keep));
            rgba[i + 1] = (byte) (int) (Ease.lerp(g, green * r, k) + 0.5);
            rgba[i + 2] = (byte) (int) (Ease.lerp(b, blue * r, k) + 0.5);
        }
    }

    private void grain(double amount) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float pores = (float) (amount * PORES) * Tables.PORES[cell(x, y)];
                float blood = (float) (amount * BLOTCHES) * Tables.BLOTCHES[cell(x, y)];
                mix(4 * (y * width + x), 1 + pores + 0.3f * blood, 1 + pores - 0.5f * blood, 1 + pores - 0.4f * blood);
            }
        }
    }

    private int cell(int x, int y) {
        return (y + (from >> 8) & TILE - 1) * TILE + (x + from & TILE - 1);
    }

    private void mix(int at, float r, float g, float b) {
        rgba[at] = scaled(rgba[at], r);
        rgba[at + 1] = scaled(rgba[at + 1], g);
        rgba[at + 2] = scaled(rgba[at + 2], b);
    }

    /// The factor is one of encoded light, which is close enough for a few percent.
    private static byte scaled(byte v, float k) {
        return (byte) Math.max(0, Math.min(255, (int) ((v & 255) * k + 0.5f)));
    }

    /// Colors a texel by where on the neutral body it lies: sideways from the middle, up and forward, meters.
    private interface Painter {

        void paint(int x, int y, double px, double py, double pz);
    }

    /// How strong each thing is on one face.
    private record Tone(double blush, double lips, double beard, double freckles) {}

    private void face(BodyMesh body, Tone tone) {
        head(body, (x, y, px, py, pz) -> paint(x, y, px, py, pz, tone));
    }

    /// How much hair grows at a place of the neutral head, 0..1.
    private interface Grown {

        double at(double px, double py, double pz);
    }

    /// A color that will be `c` when the skin is tinted.
    private static Rgb under(Rgb c, Rgb tint) {
        return new Rgb(c.r() / tint.r(), c.g() / tint.g(), c.b() / tint.b());
    }

    /// The roots of a beard: all there is of one of some days.
    private void stubble(Rgb hair, BodyMesh body, FacialHair cut) {
        Beard beard = new Beard(cut);
        Beard full = new Beard(FacialHair.BEARD);
        double dense = switch (cut) {
            case NONE -> 0;
            case STUBBLE -> 0.75;
            default -> 0.85;
        };
        head(body, (x, y, px, py, pz) -> {
            double grown = Math.max(0, cut == FacialHair.STUBBLE ? full.at(px, py, pz) : beard.at(px, py, pz));
            double dots = 0.5 + 0.5 * Tables.PORES[cell(x, y)] + 0.3 * Tables.PORES[cell(2 * x, y + 40)];
            double share = dense * grown * Ease.unit(cut == FacialHair.STUBBLE ? 1.1 * dots : 0.5 + dots);
            if (share > 0) {
                int at = 4 * (y * width + x);
                rgba[at] = toward(rgba[at], hair.r(), share);
                rgba[at + 1] = toward(rgba[at + 1], hair.g(), share);
                rgba[at + 2] = toward(rgba[at + 2], hair.b(), share);
            }
        });
    }

    /// Scalp under hair has the color of its roots, which begin to be dense a little inside of where the hair begins;
    /// what hangs down over forehead and cheeks has none.
    private void roots(Rgb hair, BodyMesh body, Grown scalp) {
        head(body, (x, y, px, py, pz) -> {
            double strand = Tables.PORES[cell(x / 6, 3 * y)];
            double line = Ease.smooth((py - hairline(px, pz) + 0.02 + 0.005 * strand) / 0.014);
            double dense = line > 0 ? ROOTS * line * scalp.at(px, py, pz) : 0;
            if (dense > 0) {
                int at = 4 * (y * width + x);
                double k = 0.75 * (1 + 0.3 * strand);
                rgba[at] = toward(rgba[at], hair.r() * k, dense);
                rgba[at + 1] = toward(rgba[at + 1], hair.g() * k, dense);
                rgba[at + 2] = toward(rgba[at + 2], hair.b() * k, dense);
            }
        });
    }

    private static byte toward(byte v, double light, double share) {
        return Dye.encode(Ease.lerp(Dye.linear(v), light, share));
    }

    /// Height where hair begins: across the forehead, down the temples, behind the ears.
    private static double hairline(double px, double pz) {
        double temple = 0.816 - 0.045 * Ease.smooth((px - 0.045) / 0.025);
        return pz > 0.03 ? temple : Ease.lerp(0.70, temple, Ease.smooth((pz + 0.01) / 0.04));
    }

    private void head(BodyMesh body, Painter painter) {
        int[] quads = body.quads();
        for (int q = 0; q < quads.length; q += 4) {
            if (body.positions()[3 * body.sources()[quads[q]] + 1] > FACE) {
                triangle(body, quads[q], quads[q + 1], quads[q + 2], painter);
                triangle(body, quads[q], quads[q + 2], quads[q + 3], painter);
            }
        }
    }

    private void triangle(BodyMesh m, int a, int b, int c, Painter painter) {
        double ax = m.uvs()[2 * a] * width - 0.5;
        double ay = (1 - m.uvs()[2 * a + 1]) * height - 0.5;
        double bx = m.uvs()[2 * b] * width - 0.5;
        double by = (1 - m.uvs()[2 * b + 1]) * height - 0.5;
        double cx = m.uvs()[2 * c] * width - 0.5;
        double cy = (1 - m.uvs()[2 * c + 1]) * height - 0.5;
        double area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
        if (area == 0) {
            return;
        }
        int x0 = (int) Math.max(0, Math.ceil(Math.min(ax, Math.min(bx, cx))));
        int x1 = (int) Math.min(width - 1, Math.floor(Math.max(ax, Math.max(bx, cx))));
        int y0 = (int) Math.max(0, Math.ceil(Math.min(ay, Math.min(by, cy))));
        int y1 = (int) Math.min(height - 1, Math.floor(Math.max(ay, Math.max(by, cy))));
        float[] at = m.positions();
        int pa = 3 * m.sources()[a];
        int pb = 3 * m.sources()[b];
        int pc = 3 * m.sources()[c];
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double u = ((bx - x) * (cy - y) - (cx - x) * (by - y)) / area;
                double v = ((cx - x) * (ay - y) - (ax - x) * (cy - y)) / area;
                // Half-open, so that no texel on a shared edge is painted twice.
                if (u > 0 && v > 0 && u + v <= 1) {
                    double w = 1 - u - v;
                    painter.paint(
                            x,
                            y,
                            Math.abs(u * at[pa] + v * at[pb] + w * at[pc]),
                            u * at[pa + 1] + v * at[pb + 1] + w * at[pc + 1],
                            u * at[pa + 2] + v * at[pb + 2] + w * at[pc + 2]);
                }
            }
        }
    }

    private void paint(int x, int y, double px, double py, double pz, Tone tone) {
        double front = Ease.smooth((pz - 0.06) / 0.05);
        double cheek = front * bell(Math.hypot(px - 0.044, 1.3 * (py - 0.7)), 0.02);
        double nose = bell(Math.hypot(px, Math.hypot(py - 0.692, pz - 0.17)), 0.016);
        double lips = Ease.smooth((1 - Math.hypot(px / 0.03, (py - 0.6605) / 0.0122)) / 0.3)
                * Ease.smooth((pz - 0.125) / 0.01);
        double red = tone.blush * (0.075 * cheek + 0.04 * nose) + tone.lips * lips;
        double shaved = tone.beard * shaved(px, py, pz) * (0.75 + 0.5 * Tables.PORES[cell(5 * x + 3, 7 * y)]);
        double spots = 0;
        if (tone.freckles > 0) {
            double where = front * Math.max(bell(Math.hypot(px - 0.03, 1.5 * (py - 0.708)), 0.03), 0.6 * nose);
            double spot = Tables.BLOTCHES[cell(5 * x, 5 * y)];
            spots = tone.freckles * FRECKLES * where * Ease.smooth((spot - 0.45) / 0.4);
        }
        double dim = (1 - 0.3 * shaved) * (1 - spots);
        mix(
                4 * (y * width + x),
                (float) (dim * (1 + 0.2 * red) * (1 - 0.04 * shaved)),
                (float) (dim * (1 - red) * (1 - 0.25 * spots)),
                (float) (dim * (1 - 0.85 * red) * (1 + 0.08 * shaved) * (1 - 0.4 * spots)));
    }

    /// Where a beard grows, 0..1: chin, jaw and upper lip, not the lips.
    private static double shaved(double px, double py, double pz) {
        double line = 0.682 - 0.16 * px + (px > 0.05 ? 1.2 * (px - 0.05) : 0);
        double jaw = Ease.smooth((line - py) / 0.016) * Ease.smooth((pz - 0.02) / 0.03);
        double under = Ease.smooth((py - 0.588) / 0.02);
        double lips = Ease.smooth((1.2 - Math.hypot(px / 0.03, (py - 0.66) / 0.0145)) / 0.35)
                * Ease.smooth((pz - 0.12) / 0.01);
        return jaw * under * (1 - lips);
    }

    private static double bell(double distance, double width) {
        double q = distance / width;
        return StrictMath.exp(-0.5 * q * q);
    }

    private static final class Tables {

        static final float[] PORES = new float[TILE * TILE];
        static final float[] BLOTCHES = new float[TILE * TILE];

        static {
            for (int y = 0; y < TILE; y++) {
                for (int x = 0; x < TILE; x++) {
                    double pore = 0.6 * lattice(x, y, 1, 1) + 0.7 * lattice(x, y, 2, 2);
                    PORES[y * TILE + x] = (float) pore;
                    BLOTCHES[y * TILE + x] = (float) (0.5 * lattice(x, y, 8, 3) + 0.7 * lattice(x, y, 16, 4));
                }
            }
        }

        /// Smooth noise of a cell size that divides the tile, within plus or minus 1.
        private static double lattice(int x, int y, int cell, int layer) {
            int n = TILE / cell;
            int ix = x / cell;
            int iy = y / cell;
            double fx = Ease.smooth((x % cell) / (double) cell);
            double fy = Ease.smooth((y % cell) / (double) cell);
            double a = Chance.signed(layer, ix, DRAW, iy);
            double b = Chance.signed(layer, (ix + 1) % n, DRAW, iy);
            double c = Chance.signed(layer, ix, DRAW, (iy + 1) % n);
            double d = Chance.signed(layer, (ix + 1) % n, DRAW, (iy + 1) % n);
            return Ease.lerp(Ease.lerp(a, b, fx), Ease.lerp(c, d, fx), fy);
        }
    }
}
