package dev.beatboard.stage.set;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;

/// The ground floor of a house in a street: a shop with a window, a door, shelves inside, an awning and signs. In the
/// space of the house's front: x along it, z = 0 its face, the shop behind it.
///
/// @param width of the house
/// @param salt chooses colors, wares and signs
record ShopFront(Stagehand stage, Placing at, double width, int salt, boolean night) {

    private static final int[] PAINTS = {0x27473D, 0x6A2A28, 0x2B3A57, 0x4A3B2C};
    private static final Rgb WARM = new Rgb(1, 0.78f, 0.5f);
    private static final Rgb[] NEON = {
        new Rgb(1, 0.16f, 0.36f), new Rgb(0.15f, 0.75f, 1), new Rgb(1, 0.55f, 0.14f), new Rgb(0.3f, 1, 0.45f)
    };
    /// The stretch of the street whose shops have lamps of their own; what is farther only glows.
    private static final double LIT_FROM = -26;

    private static final double LIT_TO = 21;

    void build() {
        Mesh m = new Mesh(at);
        Material wood = Paints.solid("shop front", PAINTS[salt % 4], 0.4);
        double a = 0.35;
        double b = width - 0.35;
        double door = a + (b - a) * 0.68;
        m.bevelled(wood, a - 0.02, 2.75, -0.12, b + 0.02, 3.33, 0.08, 0.02);
        for (double x : new double[] {a, door, door + 1.05, b - 0.12}) {
            m.bevelled(wood, x, 0, -0.12, x + 0.12, 2.76, 0.04, 0.015);
        }
        m.bevelled(wood, a, 0, -0.11, door, 0.5, 0.02, 0.015);
        m.box(Paints.GLASS, a, 0.49, -0.06, door, 2.76, -0.052);
        m.box(Paints.GLASS, door + 1.1, 0, -0.06, b, 2.76, -0.052);
        m.bevelled(wood, door + 0.14, 0.02, -0.1, door + 1.03, 0.4, -0.04, 0.01);
        m.box(Paints.GLASS, door + 0.14, 0.39, -0.074, door + 1.03, 2.7, -0.066);
        m.rod(Paints.BRASS, new Vec3(door + 0.2, 0.9, 0.02), new Vec3(door + 0.2, 1.3, 0.02), 0.014, 10);
        inside(m, a, b, door);
        if (salt % 3 != 1) {
            awning(m, a + 0.1, door);
        }
        stage.fixture("shop", m);
        letters(a, b);
        if (salt % 2 == 0) {
            blade(b - 0.25);
        }
    }

    private boolean lit() {
        double z = at.point(width / 2, 0, 0).z();
        return night && z > LIT_FROM && z < LIT_TO;
    }

    private double chance(int stream, long i) {
        return Chance.unit(stage.wish().seed(), stream, salt, i);
    }

    /// Wares in the window, shelves on the back wall and the light over them.
    private void inside(Mesh m, double a, double b, double door) {
        for (int i = 0; i < 5; i++) {
            double x = a + 0.4 + (door - a - 0.8) * i / 4.0;
            ware(m, i, x, 0.45, -0.55, 0.3, 0.35 + 0.5 * chance(85, i));
        }
        m.box(Paints.WARM_WALL, a, 0, -2.62, b, 3.35, -2.58);
        int n = Math.max(5, (int) ((b - a) / 0.5));
        for (int shelf = 0; shelf < 4; shelf++) {
            double y = 0.6 + 0.55 * shelf;
            m.box(Paints.OAK, a + 0.1, y - 0.03, -2.6, b - 0.1, y, -2.25);
            for (int i = 0; i < n; i++) {
                long k = 40L * shelf + i;
                double x = a + 0.4 + (b - a - 0.8) * (i + 0.5) / n;
                ware(m, (int) k, x, y - 0.005, -2.42, 0.2 + 0.15 * chance(86, k), 0.15 + 0.25 * chance(87, k));
            }
        }
        m.bevelled(Paints.WALNUT, a + 0.5, 0, -1.7, a + 2.3, 0.95, -1.2, 0.01);
        Rgb shine = WARM.times(night ? 6 : 1.5);
        Vec3 half = new Vec3((b - a) / 2 - 0.3, 0, 0);
        m.quad(
                Glow.material(LightGroup.SIGN, shine),
                new Vec3(a + 0.3, 3.1, -1.6),
                new Vec3(b - 0.3, 3.1, -1.6),
                new Vec3(b - 0.3, 3.1, -1.2),
                new Vec3(a + 0.3, 3.1, -1.2));
        if (lit()) {
            stage.panel(LightGroup.SIGN, at, new Vec3((a + b) / 2, 3.09, -1.4), half, new Vec3(0, 0, 0.2), shine);
        }
    }

    private void ware(Mesh m, int i, double x, double y, double z, double w, double h) {
        int color = PAINTS[Math.floorMod(i + salt, 4)] + (i % 3 == 0 ? 0x604020 : 0x303030);
        m.bevelled(Paints.solid("ware", color, 0.5), x - w / 2, y, z - 0.14, x + w / 2, y + h, z + 0.14, 0.015);
    }

    /// Striped cloth over the window.
    private void awning(Mesh m, double from, double to) {
        Material[] cloth = {
            Paints.cloth("awning", PAINTS[(salt + 1) % 4] + 0x201010).withTwoSided(true),
            Paints.cloth("awning", 0xC9C2B0).withTwoSided(true)
        };
        int n = Math.max(6, (int) ((to - from) / 0.32));
        double y0 = 2.8;
        double y1 = 2.42;
        double z1 = 0.9;
        for (int i = 0; i < n; i++) {
            double x0 = from + (to - from) * i / n;
            double x1 = from + (to - from) * (i + 1) / n;
            Vec3 p = new Vec3(x0, y1, z1);
            Vec3 q = new Vec3(x1, y1, z1);
            m.quad(cloth[i % 2], p, q, new Vec3(x1, y0, 0.07), new Vec3(x0, y0, 0.07));
            Vec3 drop = new Vec3(0, -0.18, 0);
            m.quad(cloth[i % 2], p.plus(drop), q.plus(drop), q, p);
        }
        for (double x : new double[] {from, to}) {
            m.rod(Paints.DARK_METAL, new Vec3(x, 2.2, 0.03), new Vec3(x, y1, z1), 0.012, 8);
        }
    }

    /// The shop's name over its window in strokes that stand for letters: tubes of light by night, brass by day.
    private void letters(double a, double b) {
        Mesh m = new Mesh(at);
        Rgb color = NEON[salt % 4];
        Rgb shine = color.times(9).plus(Rgb.grey(0.8));
        Material tube = night ? Glow.material(LightGroup.SIGN, shine) : Paints.BRASS;
        int n = 5 + salt % 4;
        double w = 0.26;
        double x0 = (a + b) / 2 - n * w / 2;
        double y = 2.9;
        double h = 0.28;
        double z = 0.11;
        for (int i = 0; i < n; i++) {
            double x = x0 + i * w;
            int shape = (int) (15.99 * chance(88, i)) | 1 << i % 4;
            Vec3 p = new Vec3(x, y, z);
            Vec3 q = new Vec3(x + 0.16, y, z);
            Vec3 r = new Vec3(x + 0.16, y + h, z);
            Vec3 s = new Vec3(x, y + h, z);
            Vec3[][] strokes = {{p, s}, {s, r}, {r, q}, {p.lerp(s, 0.5), q.lerp(r, 0.5)}};
            m.rod(tube, p, s, 0.014, 8);
            for (int k = 0; k < 4; k++) {
                if ((shape >> k & 1) == 1) {
                    m.rod(tube, strokes[k][0], strokes[k][1], 0.013, 8);
                }
            }
        }
        stage.fixture("shop sign", m);
        if (lit()) {
            // the tubes cover about a fifth of their line
            stage.panel(
                    LightGroup.SIGN,
                    at,
                    new Vec3((a + b) / 2, y + h / 2, z + 0.03),
                    new Vec3(n * w / 2, 0, 0),
                    new Vec3(0, h / 2, 0),
                    shine.times(0.2));
        }
    }

    /// A box that stands out from the wall, seen along the street; its two faces shine by night.
    private void blade(double x) {
        Mesh m = new Mesh(at);
        double y0 = 3.5;
        double y1 = 4.7;
        double z0 = 0.15;
        double z1 = 0.75;
        m.bevelled(Paints.DARK_METAL, x - 0.09, y0, z0, x + 0.09, y1, z1, 0.015);
        m.rod(Paints.DARK_METAL, new Vec3(x, y1 - 0.15, -0.05), new Vec3(x, y1 - 0.15, z0 + 0.05), 0.02, 8);
        m.rod(Paints.DARK_METAL, new Vec3(x, y0 + 0.15, -0.05), new Vec3(x, y0 + 0.15, z0 + 0.05), 0.02, 8);
        Rgb shine = NEON[(salt + 1) % 4].times(3);
        Material face = night
                ? Glow.material(LightGroup.SIGN, shine)
                : Paints.solid("sign", PAINTS[(salt + 1) % 4] + 0x303030, 0.4);
        for (double s : new double[] {-1, 1}) {
            double in = Math.min(s * 0.08, s * 0.096);
            m.box(face, x + in, y0 + 0.05, z0 + 0.05, x + in + 0.016, y1 - 0.05, z1 - 0.05);
            double glyph = Math.min(s * 0.09, s * 0.106);
            for (int i = 0; i < 3; i++) {
                double y = y0 + 0.2 + 0.32 * i;
                m.box(Paints.BLACK_PLASTIC, x + glyph, y, z0 + 0.18, x + glyph + 0.016, y + 0.2, z0 + 0.24);
                m.box(Paints.BLACK_PLASTIC, x + glyph, y + 0.07, z0 + 0.18, x + glyph + 0.016, y + 0.13, z1 - 0.18);
            }
            if (lit()) {
                stage.panel(
                        LightGroup.SIGN,
                        at,
                        new Vec3(x + s * 0.12, (y0 + y1) / 2, (z0 + z1) / 2),
                        new Vec3(0, s * (y1 - y0 - 0.1) / 2, 0),
                        new Vec3(0, 0, (z1 - z0 - 0.1) / 2),
                        shine.times(0.85));
            }
        }
        stage.fixture("sign board", m);
    }
}
