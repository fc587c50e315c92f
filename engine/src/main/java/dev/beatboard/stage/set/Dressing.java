package dev.beatboard.stage.set;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;

/// What makes a room look lived in: tables, shelves, plants, lamps, pictures and what lies about.
final class Dressing {

    private static final int[] SPINES = {0x6E2B2A, 0x2F4A63, 0x3F5B45, 0xB08B4A, 0x8C8C88, 0x4A3A55, 0xC4BDAE, 0x2B2B2E
    };
    private static final Rgb WARM = new Rgb(1, 0.62f, 0.32f);

    private final Stagehand stage;

    Dressing(Stagehand stage) {
        this.stage = stage;
    }

    /// A table on four legs; `w` along x, `d` along z.
    void table(String noun, Placing at, double w, double h, double d, Material top, Material legs) {
        Mesh m = new Mesh(at);
        m.bevelled(top, -w / 2, h - 0.035, -d / 2, w / 2, h, d / 2, 0.008);
        m.box(legs, -w / 2 + 0.08, h - 0.1, -d / 2 + 0.08, w / 2 - 0.08, h - 0.035, d / 2 - 0.08);
        for (double x : new double[] {-w / 2 + 0.09, w / 2 - 0.09}) {
            for (double z : new double[] {-d / 2 + 0.09, d / 2 - 0.09}) {
                m.bevelled(legs, x - 0.028, 0, z - 0.028, x + 0.028, h - 0.035, z + 0.028, 0.006);
            }
        }
        stage.obstacle(noun, m);
    }

    /// A round top on one column.
    void roundTable(Placing at, double radius, double h, Material top) {
        Mesh m = new Mesh(at);
        m.lathe(
                top,
                0,
                0,
                40,
                0,
                h - 0.03,
                radius - 0.01,
                h - 0.03,
                radius,
                h - 0.02,
                radius,
                h - 0.006,
                radius - 0.006,
                h,
                0,
                h);
        m.lathe(
                Paints.DARK_METAL,
                0,
                0,
                24,
                0.24,
                0,
                0.24,
                0.015,
                0.05,
                0.04,
                0.032,
                0.08,
                0.032,
                h - 0.05,
                0.12,
                h - 0.03);
        stage.obstacle("table", m);
    }

    /// Shelves with books and vases; back to the wall at z = 0.
    void bookshelf(Placing at, double w, double h, long salt) {
        Mesh m = new Mesh(at);
        Material wood = Paints.OAK;
        double d = 0.3;
        m.box(wood, -w / 2, 0, 0, w / 2, h, 0.015);
        m.bevelled(wood, -w / 2, 0, 0, -w / 2 + 0.025, h, d, 0.003);
        m.bevelled(wood, w / 2 - 0.025, 0, 0, w / 2, h, d, 0.003);
        int rows = Math.max(2, (int) StrictMath.round(h / 0.36));
        for (int r = 0; r <= rows; r++) {
            double y = 0.06 + (h - 0.085) * r / rows;
            m.bevelled(wood, -w / 2 + 0.02, y, 0.01, w / 2 - 0.02, y + 0.025, d, 0.003);
            if (r < rows) {
                books(m, -w / 2 + 0.05, w / 2 - 0.05, y + 0.025, (h - 0.085) / rows - 0.06, salt * 31 + r);
            }
        }
        stage.obstacle("bookshelf", m);
    }

    private void books(Mesh m, double from, double to, double y, double room, long salt) {
        double x = from;
        int i = 0;
        double end =
                from + (to - from) * (0.55 + 0.45 * Chance.unit(stage.wish().seed(), 11, salt, 99));
        while (x < end - 0.05) {
            double thick = 0.018 + 0.03 * Chance.unit(stage.wish().seed(), 1, salt, i);
            double tall = Math.min(room, 0.19 + 0.09 * Chance.unit(stage.wish().seed(), 2, salt, i));
            int hue = SPINES[(int) (SPINES.length * Chance.unit(stage.wish().seed(), 3, salt, i))];
            m.bevelled(Paints.solid("book", hue, 0.6), x, y, 0.05, x + thick, y + tall, 0.24, 0.003);
            x += thick + 0.001;
            i++;
        }
        if (to - x > 0.16) {
            double c = (x + to) / 2 + 0.02;
            m.lathe(Paints.TERRACOTTA, c, 0.15, 20, 0, y, 0.04, y, 0.06, y + 0.07, 0.03, y + 0.13, 0.04, y + 0.16);
        }
    }

    /// A plant in a pot on the floor; `h` its whole height.
    void plant(Placing at, double h, long salt) {
        Mesh m = new Mesh(at);
        double pot = Math.min(0.42, 0.3 * h + 0.05);
        double r = pot * 0.48;
        m.lathe(Paints.PORCELAIN, 0, 0, 28, 0, 0, r * 0.75, 0, r, pot, r * 0.9, pot, r * 0.88, pot - 0.03);
        m.lathe(Paints.SOIL, 0, 0, 20, r * 0.9, pot - 0.03, 0, pot - 0.02);
        int stems = 9;
        for (int i = 0; i < stems; i++) {
            double a = 2 * StrictMath.PI * (i + 0.5 * Chance.unit(stage.wish().seed(), 21, salt, i)) / stems;
            double lean = 0.15 + 0.35 * Chance.unit(stage.wish().seed(), 22, salt, i);
            double top =
                    pot + (h - pot) * (0.55 + 0.45 * Chance.unit(stage.wish().seed(), 23, salt, i));
            Vec3 dir = new Vec3(StrictMath.sin(a), 0, StrictMath.cos(a));
            Vec3 root = new Vec3(0, pot - 0.03, 0).plus(dir, 0.03);
            Vec3 tip = dir.times(lean * (h - pot)).withY(top);
            m.cone(Paints.DARK_LEAF, root, tip, 0.007, 0.003, 6);
            for (int k = 1; k <= 5; k++) {
                Vec3 base = root.lerp(tip, 0.25 + 0.15 * k);
                double b = a + 2.4 * k;
                Vec3 out = new Vec3(StrictMath.sin(b), 0.25, StrictMath.cos(b)).normalized();
                leaf(m, base, out, 0.16 + 0.06 * h * Chance.unit(stage.wish().seed(), 24, salt, 10L * i + k));
            }
        }
        stage.obstacle("plant", m);
    }

    /// A bent blade of four faces.
    static void leaf(Mesh m, Vec3 base, Vec3 out, double length) {
        blade(m, Paints.LEAF, base, out, length, 0.22);
    }

    /// A bent blade of four faces, so many times its length wide on each side.
    static void blade(Mesh m, Material paint, Vec3 base, Vec3 out, double length, double width) {
        Vec3 side = out.cross(Vec3.Y).normalized().times(length * width);
        Vec3 mid = base.plus(out, length * 0.5).plus(new Vec3(0, length * 0.08, 0));
        Vec3 tip = base.plus(out, length).plus(new Vec3(0, -length * 0.25, 0));
        m.quad(paint, base, mid.minus(side), tip, mid);
        m.quad(paint, base, mid, tip, mid.plus(side));
    }

    /// A lamp on a stand with a warm shade, that shines.
    void floorLamp(Placing at, double h, boolean onTable) {
        Mesh m = new Mesh(at);
        double shade = onTable ? 0.14 : 0.22;
        double base = onTable ? 0.08 : 0.15;
        m.lathe(Paints.BRASS, 0, 0, 24, base, 0, base, 0.02, 0.012, 0.03, 0.012, h - shade, 0, h - shade);
        m.lathe(Glow.material(LightGroup.PRACTICAL, WARM.times(5)), 0, 0, 28, shade, h - shade * 1.3, shade * 0.75, h);
        if (onTable) {
            stage.fixture("lamp", m);
        } else {
            stage.obstacle("lamp", m);
        }
        stage.bulb(
                LightGroup.PRACTICAL, at.point(0, h - shade * 0.6, 0), shade * 0.85, WARM.times(onTable ? 0.45 : 1.0));
    }

    /// A lamp hanging from the ceiling at `ceiling` down to `y`.
    void pendant(Placing at, double ceiling, double y, Material shade) {
        Mesh m = new Mesh(at);
        m.rod(Paints.DARK_METAL, new Vec3(0, y + 0.2, 0), new Vec3(0, ceiling, 0), 0.004, 6);
        m.lathe(Paints.DARK_METAL, 0, 0, 16, 0.05, ceiling - 0.03, 0.05, ceiling);
        m.lathe(shade.withTwoSided(true), 0, 0, 32, 0.19, y, 0.16, y + 0.08, 0.06, y + 0.18, 0.02, y + 0.21);
        m.ball(Glow.material(LightGroup.PRACTICAL, WARM.times(12)), new Vec3(0, y + 0.04, 0), 0.045, 0.045, 0.045, 8);
        stage.fixture("pendant lamp", m);
        stage.bulb(LightGroup.PRACTICAL, at.point(0, y - 0.02, 0), 0.06, WARM.times(0.8));
    }

    /// A flat drum of opal glass under the ceiling at `ceiling`, as homes have it.
    void ceilingLamp(Placing at, double ceiling, Rgb radiance) {
        double r = 0.24;
        double y = ceiling - 0.09;
        Mesh m = new Mesh(at);
        m.lathe(Paints.BRASS, 0, 0, 32, r + 0.012, ceiling - 0.03, r + 0.012, ceiling);
        m.lathe(
                Glow.material(LightGroup.OVERHEAD, radiance.times(0.8)),
                0,
                0,
                32,
                0,
                y,
                r - 0.03,
                y,
                r,
                y + 0.03,
                r,
                ceiling - 0.02);
        stage.fixture("ceiling lamp", m);
        double half = 0.88 * r;
        stage.panel(
                LightGroup.OVERHEAD,
                at.then(0, y - 0.005, 0),
                Vec3.ZERO,
                new Vec3(half, 0, 0),
                new Vec3(0, 0, half),
                radiance);
    }

    /// A framed picture on a wall's face at z = 0 with its middle at height `y`.
    void picture(Placing at, double w, double h, double y, int hue) {
        Mesh m = new Mesh(at);
        m.bevelled(Paints.DARK_LACQUER, -w / 2, y - h / 2, 0, w / 2, y + h / 2, 0.025, 0.006);
        m.box(Paints.PAPER, -w / 2 + 0.025, y - h / 2 + 0.025, 0.02, w / 2 - 0.025, y + h / 2 - 0.025, 0.027);
        m.box(Paints.wall("print", hue), -w / 2 + 0.09, y - h / 2 + 0.09, 0.02, w / 2 - 0.09, y + h / 2 - 0.09, 0.029);
        m.ball(Paints.solid("print", hue ^ 0x303818, 0.9), new Vec3(w * 0.08, y, 0.028), w * 0.16, h * 0.15, 0.004, 8);
        stage.fixture("painting", m);
    }

    /// A sheet or board on a wall with papers pinned to it.
    void noticeBoard(Placing at, double w, double h, double y) {
        Mesh m = new Mesh(at);
        m.bevelled(Paints.OAK, -w / 2, y - h / 2, 0, w / 2, y + h / 2, 0.02, 0.005);
        m.box(Paints.CORK, -w / 2 + 0.03, y - h / 2 + 0.03, 0.01, w / 2 - 0.03, y + h / 2 - 0.03, 0.022);
        for (int i = 0; i < 6; i++) {
            double x = -w / 2 + 0.14 + (w - 0.3) * (i % 3) / 2.2;
            double b = y
                    + (i < 3 ? 0.03 : -h / 2 + 0.08)
                    + 0.03 * Chance.signed(stage.wish().seed(), 5, i, 0);
            Material paper = i % 4 == 1 ? Paints.solid("yellow paper", 0xD9C36B, 0.85) : Paints.PAPER;
            m.box(paper, x, b, 0.02, x + 0.15, b + 0.2, 0.024);
            m.ball(Paints.RED_PLASTIC, new Vec3(x + 0.075, b + 0.185, 0.027), 0.007, 0.007, 0.007, 5);
        }
        stage.fixture("notice board", m);
    }

    void whiteboard(Placing at, double w, double h, double y) {
        Mesh m = new Mesh(at);
        m.bevelled(Paints.BRUSHED, -w / 2, y - h / 2, 0, w / 2, y + h / 2, 0.02, 0.006);
        m.box(Paints.WHITEBOARD, -w / 2 + 0.02, y - h / 2 + 0.02, 0.01, w / 2 - 0.02, y + h / 2 - 0.02, 0.022);
        m.bevelled(Paints.BRUSHED, -w / 3, y - h / 2 - 0.03, 0.01, w / 3, y - h / 2, 0.09, 0.005);
        Material ink = Paints.solid("marker", 0x24466E, 0.7);
        for (int i = 0; i < 5; i++) {
            double ly = y + h * 0.3 - i * h * 0.12;
            double lw = w * (0.25 + 0.2 * Chance.unit(stage.wish().seed(), 6, i, 0));
            m.box(ink, -w * 0.4, ly, 0.022, -w * 0.4 + lw, ly + 0.012, 0.0232);
        }
        for (int i = 0; i < 3; i++) {
            m.box(
                    Paints.RED_PLASTIC,
                    w * 0.15 + 0.12 * i,
                    y - h * 0.2,
                    0.022,
                    w * 0.15 + 0.12 * i + 0.07,
                    y - h * 0.2 + 0.1 * (i + 1),
                    0.0232);
        }
        stage.fixture("whiteboard", m);
    }

    /// A flat screen on a wall.
    void screen(Placing at, double w, double y) {
        Mesh m = new Mesh(at);
        double h = w * 9 / 16;
        m.bevelled(Paints.BLACK_PLASTIC, -w / 2, y - h / 2, 0.01, w / 2, y + h / 2, 0.06, 0.008);
        m.box(Paints.SCREEN_OFF, -w / 2 + 0.012, y - h / 2 + 0.012, 0.05, w / 2 - 0.012, y + h / 2 - 0.012, 0.061);
        stage.fixture("screen", m);
    }

    void clock(Placing at, double y) {
        Mesh m = new Mesh(at);
        m.rod(Paints.BLACK_PLASTIC, new Vec3(0, y, 0), new Vec3(0, y, 0.04), 0.16, 32);
        m.rod(Paints.PAPER, new Vec3(0, y, 0.03), new Vec3(0, y, 0.042), 0.145, 32);
        m.box(Paints.BLACK_PLASTIC, -0.006, y, 0.042, 0.006, y + 0.11, 0.045);
        m.box(Paints.BLACK_PLASTIC, 0, y - 0.006, 0.042, 0.075, y + 0.006, 0.045);
        stage.fixture("clock", m);
    }

    /// A rug on the floor.
    void rug(Placing at, double w, double d, Material cloth) {
        stage.fixture("rug", new Mesh(at).bevelled(cloth, -w / 2, 0, -d / 2, w / 2, 0.012, d / 2, 0.005));
    }

    /// A curtain of folds hanging along x from `y1` down to the floor.
    void curtain(Placing at, double w, double y1, Material cloth) {
        Mesh m = new Mesh(at);
        int folds = Math.max(3, (int) (w / 0.09));
        for (int i = 0; i < folds; i++) {
            double x = -w / 2 + w * (i + 0.5) / folds;
            m.cone(cloth, new Vec3(x, 0.03, 0), new Vec3(x, y1, 0), w / folds * 0.72, w / folds * 0.6, 8);
        }
        stage.fixture("curtain", m);
    }

    /// A radiator under a window, back at z = 0.
    void radiator(Placing at, double w) {
        Mesh m = new Mesh(at);
        int ribs = (int) (w / 0.07);
        for (int i = 0; i < ribs; i++) {
            double x = -w / 2 + w * i / ribs;
            m.bevelled(Paints.WHITE_LACQUER, x, 0.14, 0.04, x + 0.05, 0.7, 0.13, 0.015);
        }
        m.box(Paints.WHITE_LACQUER, -w / 2, 0.2, 0.05, w / 2, 0.26, 0.11);
        m.box(Paints.WHITE_LACQUER, -w / 2, 0.6, 0.05, w / 2, 0.66, 0.11);
        stage.fixture("radiator", m);
    }

    /// A chest with doors or drawers, back at z = 0.
    void cabinet(String noun, Placing at, double w, double h, double d, int columns, int rows, Material body) {
        Mesh m = new Mesh(at);
        m.bevelled(body, -w / 2, 0.05, 0, w / 2, h, d, 0.006);
        m.box(Paints.DARK_LACQUER, -w / 2 + 0.03, 0, 0.02, w / 2 - 0.03, 0.05, d - 0.05);
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < rows; r++) {
                double xa = -w / 2 + w * c / columns + 0.004;
                double xb = -w / 2 + w * (c + 1) / columns - 0.004;
                double ya = 0.06 + (h - 0.09) * r / rows + 0.004;
                double yb = 0.06 + (h - 0.09) * (r + 1) / rows - 0.004;
                m.bevelled(body, xa, ya, d - 0.002, xb, yb, d + 0.018, 0.004);
                m.bevelled(
                        Paints.BRUSHED,
                        (xa + xb) / 2 - 0.06,
                        yb - 0.05,
                        d + 0.018,
                        (xa + xb) / 2 + 0.06,
                        yb - 0.038,
                        d + 0.04,
                        0.003);
            }
        }
        stage.obstacle(noun, m);
    }
}
