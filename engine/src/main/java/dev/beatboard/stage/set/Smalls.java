package dev.beatboard.stage.set;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Material;

/// Small things that stand on tables; `y` of the placing is the table's surface.
final class Smalls {

    private static final Material HEART = Paints.solid("heart of a flower", 0xC79A3C, 0.9);

    private final Stagehand stage;

    Smalls(Stagehand stage) {
        this.stage = stage;
    }

    void cup(Placing at) {
        Mesh m = new Mesh(at);
        m.lathe(Paints.PORCELAIN, 0, 0, 24, 0, 0, 0.07, 0.006, 0.075, 0.012, 0.03, 0.008);
        m.lathe(
                Paints.PORCELAIN,
                0,
                0,
                24,
                0.02,
                0.01,
                0.036,
                0.03,
                0.041,
                0.07,
                0.038,
                0.07,
                0.033,
                0.035,
                0.02,
                0.02);
        m.lathe(Paints.COFFEE, 0, 0, 20, 0.0365, 0.058, 0, 0.0585);
        ring(m, Paints.PORCELAIN, new Vec3(0.05, 0.042, 0), 0.018, 0.004);
        stage.fixture("cup", m);
    }

    private static void ring(Mesh m, Material paint, Vec3 center, double radius, double thickness) {
        int n = 10;
        for (int i = 0; i < n; i++) {
            double a = 2 * StrictMath.PI * i / n;
            double b = 2 * StrictMath.PI * (i + 1) / n;
            m.rod(
                    paint,
                    center.plus(new Vec3(radius * StrictMath.cos(a), radius * StrictMath.sin(a), 0)),
                    center.plus(new Vec3(radius * StrictMath.cos(b), radius * StrictMath.sin(b), 0)),
                    thickness,
                    6);
        }
    }

    void tumbler(Placing at) {
        stage.fixture(
                "glass",
                new Mesh(at)
                        .lathe(
                                Paints.GLASS,
                                0,
                                0,
                                20,
                                0,
                                0.002,
                                0.028,
                                0.002,
                                0.035,
                                0.11,
                                0.033,
                                0.11,
                                0.027,
                                0.01,
                                0,
                                0.01));
    }

    void notepad(String noun, Placing at) {
        Mesh m = new Mesh(at);
        m.bevelled(Paints.PAPER, -0.1, 0, -0.14, 0.1, 0.012, 0.14, 0.002);
        m.rod(Paints.solid("pen", 0x1E2F52, 0.4), new Vec3(0.12, 0.006, -0.07), new Vec3(0.13, 0.006, 0.07), 0.005, 8);
        stage.fixture(noun, m);
    }

    void laptop(Placing at) {
        Mesh m = new Mesh(at);
        m.bevelled(Paints.BRUSHED, -0.16, 0, -0.11, 0.16, 0.016, 0.11, 0.005);
        m.box(Paints.BLACK_PLASTIC, -0.14, 0.0155, -0.09, 0.14, 0.0165, 0.03);
        Vec3 a = new Vec3(-0.16, 0.016, -0.11);
        Vec3 b = new Vec3(0.16, 0.016, -0.11);
        Vec3 up = new Vec3(0, 0.2, -0.07);
        m.quad(Paints.SCREEN_OFF, a, b, b.plus(up), a.plus(up));
        Vec3 back = new Vec3(0, 0, -0.006);
        m.quad(
                Paints.BRUSHED,
                b.plus(back),
                a.plus(back),
                a.plus(up).plus(back),
                b.plus(up).plus(back));
        stage.fixture("laptop", m);
    }

    void monitor(Placing at) {
        Mesh m = new Mesh(at);
        m.bevelled(Paints.DARK_METAL, -0.12, 0, -0.09, 0.12, 0.012, 0.09, 0.004);
        m.bevelled(Paints.DARK_METAL, -0.025, 0.01, -0.04, 0.025, 0.3, -0.02, 0.004);
        m.bevelled(Paints.BLACK_PLASTIC, -0.28, 0.14, -0.02, 0.28, 0.48, 0.02, 0.006);
        m.box(Paints.solid("screen", 0x2F4256, 0.15), -0.27, 0.152, 0.01, 0.27, 0.47, 0.0205);
        m.bevelled(Paints.BLACK_PLASTIC, -0.22, 0, 0.14, 0.22, 0.02, 0.27, 0.005);
        stage.fixture("monitor", m);
    }

    void phone(Placing at) {
        stage.fixture(
                "phone", new Mesh(at).bevelled(Paints.BLACK_PLASTIC, -0.037, 0, -0.075, 0.037, 0.009, 0.075, 0.004));
    }

    void books(String noun, Placing at, int n) {
        Mesh m = new Mesh(at);
        int[] hue = {0x3B556B, 0xA24A38, 0xC9BFA7, 0x4C6049};
        double y = 0;
        for (int i = 0; i < n; i++) {
            double s = 0.012 * (i % 3);
            m.bevelled(Paints.solid("book", hue[i % 4], 0.6), -0.1 - s, y, -0.14 + s, 0.11 - s, y + 0.028, 0.13, 0.003);
            m.box(Paints.PAPER, -0.09 - s, y + 0.004, -0.13 + s, 0.112 - s, y + 0.024, 0.126);
            y += 0.029;
        }
        stage.fixture(noun, m);
    }

    void bowl(Placing at) {
        Mesh m = new Mesh(at);
        m.lathe(Paints.PORCELAIN, 0, 0, 32, 0.05, 0, 0.06, 0.01, 0.14, 0.08, 0.135, 0.08, 0.05, 0.015, 0, 0.012);
        int[] hue = {0xA8322A, 0x86A13A, 0xC98A2B, 0xA8322A, 0xC98A2B};
        for (int i = 0; i < 5; i++) {
            double a = 1.3 * i;
            m.ball(
                    Paints.solid("fruit", hue[i], 0.35),
                    new Vec3(0.06 * StrictMath.sin(a), 0.075 + 0.012 * (i % 2), 0.06 * StrictMath.cos(a)),
                    0.038,
                    0.036,
                    0.038,
                    10);
        }
        stage.fixture("bowl", m);
    }

    /// Flowers, 0.4 m high.
    void vase(Placing at) {
        flowers("vase", at, 1);
    }

    /// Flowers low enough for people at the table to see each other over them.
    void tableVase(Placing at) {
        flowers("table vase", at, 0.55);
    }

    private void flowers(String name, Placing at, double s) {
        Mesh m = new Mesh(at);
        m.lathe(
                Paints.PORCELAIN,
                0,
                0,
                28,
                0,
                0,
                0.045 * s,
                0,
                0.06 * s,
                0.07 * s,
                0.03 * s,
                0.16 * s,
                0.037 * s,
                0.19 * s,
                0.032 * s,
                0.19 * s,
                0.026 * s,
                0.15 * s);
        for (int i = 0; i < 7; i++) {
            double a = 0.9 * i;
            Vec3 tip =
                    new Vec3(0.09 * s * StrictMath.sin(a), (0.34 + 0.02 * (i % 3)) * s, 0.09 * s * StrictMath.cos(a));
            m.cone(Paints.DARK_LEAF, new Vec3(0, 0.17 * s, 0), tip, 0.003, 0.002, 5);
            blossom(m, Paints.petal(i % 2 == 0 ? 0xC7687A : 0xE0C9A8), tip, 0.028 + 0.012 * s, 0.7 * i);
            Dressing.leaf(
                    m,
                    new Vec3(0, 0.22 * s, 0).lerp(tip, 0.4),
                    new Vec3(StrictMath.sin(a + 1), 0.3, StrictMath.cos(a + 1)).normalized(),
                    0.08 * s);
        }
        stage.fixture(name, m);
    }

    /// Three rings of petals around a heart, the inner ones more upright.
    private static void blossom(Mesh m, Material petal, Vec3 at, double radius, double turn) {
        int[] count = {9, 8, 6};
        double[] rise = {0.25, 0.75, 1.6};
        double[] length = {1, 0.85, 0.6};
        for (int ring = 0; ring < count.length; ring++) {
            for (int i = 0; i < count[ring]; i++) {
                double a = turn + 0.35 * ring + 2 * StrictMath.PI * i / count[ring];
                Vec3 out = new Vec3(StrictMath.sin(a), rise[ring], StrictMath.cos(a)).normalized();
                Dressing.blade(m, petal, at, out, radius * length[ring], 0.36);
            }
        }
        m.ball(HEART, at.plus(new Vec3(0, 0.1 * radius, 0)), 0.2 * radius, 0.16 * radius, 0.2 * radius, 5);
    }

    /// An espresso machine of one group, 0.34 m wide, front toward +z.
    void espressoMachine(Placing at) {
        Mesh m = new Mesh(at);
        Material body = Paints.CHROME;
        m.bevelled(Paints.BLACK_PLASTIC, -0.16, 0, -0.18, 0.16, 0.03, 0.2, 0.006);
        m.bevelled(Paints.BRUSHED, -0.17, 0.02, -0.2, 0.17, 0.085, 0.2, 0.012);
        // the panel ends inside base and head, a little back, so that no two faces share a plane
        m.bevelled(Paints.RED_PLASTIC, -0.163, 0.06, -0.193, 0.163, 0.3, -0.02, 0.012);
        m.bevelled(body, -0.17, 0.27, -0.2, 0.17, 0.385, 0.13, 0.02);
        m.bevelled(Paints.BRUSHED, -0.148, 0.375, -0.18, 0.148, 0.393, 0.1, 0.004);
        for (double x : new double[] {-0.14, 0.14}) {
            m.rod(body, new Vec3(x, 0.43, -0.17), new Vec3(x, 0.43, 0.09), 0.009, 14);
            for (double z : new double[] {-0.17, 0.09}) {
                m.rod(body, new Vec3(x, 0.385, z), new Vec3(x, 0.43, z), 0.009, 12);
                m.ball(body, new Vec3(x, 0.43, z), 0.0105, 0.0105, 0.0105, 8);
            }
        }
        for (double z : new double[] {-0.17, 0.09}) {
            m.rod(body, new Vec3(-0.14, 0.43, z), new Vec3(0.14, 0.43, z), 0.009, 14);
        }
        // drip tray with its grid
        m.box(Paints.DARK_METAL, -0.15, 0.083, -0.01, 0.15, 0.087, 0.19);
        for (int i = 0; i < 9; i++) {
            double x = -0.136 + 0.034 * i;
            m.bevelled(body, x - 0.006, 0.08, -0.008, x + 0.006, 0.092, 0.188, 0.002);
        }
        // group head, portafilter and its spouts
        m.lathe(body, 0, 0.06, 32, 0.028, 0.222, 0.046, 0.224, 0.05, 0.235, 0.05, 0.262, 0.04, 0.275);
        m.lathe(body, 0, 0.06, 32, 0, 0.19, 0.026, 0.192, 0.036, 0.2, 0.036, 0.226);
        m.cone(Paints.BLACK_PLASTIC, new Vec3(0, 0.211, 0.1), new Vec3(0, 0.2, 0.25), 0.012, 0.017, 16);
        m.ball(Paints.BLACK_PLASTIC, new Vec3(0, 0.2, 0.25), 0.017, 0.017, 0.017, 8);
        for (double x : new double[] {-0.014, 0.014}) {
            m.cone(body, new Vec3(x * 0.4, 0.195, 0.06), new Vec3(x, 0.165, 0.066), 0.008, 0.005, 10);
        }
        // steam wand and knobs
        m.rod(body, new Vec3(0.13, 0.28, 0.12), new Vec3(0.14, 0.25, 0.15), 0.007, 10);
        m.rod(body, new Vec3(0.14, 0.25, 0.15), new Vec3(0.15, 0.12, 0.17), 0.005, 10);
        m.ball(body, new Vec3(0.15, 0.12, 0.17), 0.007, 0.009, 0.007, 6);
        m.rod(Paints.BLACK_PLASTIC, new Vec3(0.125, 0.33, 0.13), new Vec3(0.125, 0.33, 0.165), 0.024, 20);
        m.rod(body, new Vec3(-0.1, 0.33, 0.13), new Vec3(-0.1, 0.33, 0.136), 0.034, 28);
        m.rod(Paints.PAPER, new Vec3(-0.1, 0.33, 0.134), new Vec3(-0.1, 0.33, 0.138), 0.028, 28);
        m.box(Paints.RED_PLASTIC, -0.102, 0.33, 0.138, -0.098, 0.352, 0.14);
        for (int i = 0; i < 3; i++) {
            m.rod(
                    Paints.BLACK_PLASTIC,
                    new Vec3(-0.035 + 0.04 * i, 0.33, 0.128),
                    new Vec3(-0.035 + 0.04 * i, 0.33, 0.138),
                    0.011,
                    16);
        }
        stage.fixture("coffee machine", m);
        Placing tray = at.then(0, 0.092, 0.066);
        Mesh cup = new Mesh(tray);
        cup.lathe(
                Paints.PORCELAIN,
                0,
                0,
                24,
                0,
                0,
                0.02,
                0.002,
                0.032,
                0.02,
                0.036,
                0.05,
                0.033,
                0.05,
                0.028,
                0.02,
                0.015,
                0.012);
        cup.lathe(Paints.COFFEE, 0, 0, 20, 0.032, 0.043, 0, 0.0435);
        ring(cup, Paints.PORCELAIN, new Vec3(0.044, 0.028, 0), 0.014, 0.0035);
        stage.fixture("cup", cup);
    }
}
