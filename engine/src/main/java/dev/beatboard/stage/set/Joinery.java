package dev.beatboard.stage.set;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;

/// Doors and windows, in the space of a wall: x along it, z = 0 its inner face, the wall's body behind it (negative z).
final class Joinery {

    /// The sky as seen through a window by day (scene units).
    static final Rgb WINDOW_SKY = new Rgb(5.5f, 6.3f, 7f);

    private final Stagehand stage;
    private final Material frame;
    private final Material leaf;

    Joinery(Stagehand stage, Material frame, Material leaf) {
        this.stage = stage;
        this.frame = frame;
        this.leaf = leaf;
    }

    void fill(Placing wall, Opening o, double thickness) {
        switch (o.filling()) {
            case WINDOW -> window(wall, o, thickness);
            case DOOR -> door(wall, o, thickness);
            case GLASS_DOOR -> glassDoor(wall, o, thickness);
            case PASSAGE -> {
                Mesh m = new Mesh(wall);
                lining(m, o, thickness, 0.09);
                stage.fixture("doorway", m);
            }
        }
    }

    private void window(Placing wall, Opening o, double t) {
        Mesh m = new Mesh(wall);
        double w = 0.06;
        double z0 = -t * 0.72 - 0.03;
        double z1 = z0 + 0.06;
        bar(m, o.from(), o.from() + w, o.sill(), o.head(), z0, z1);
        bar(m, o.to() - w, o.to(), o.sill(), o.head(), z0, z1);
        bar(m, o.from() + w, o.to() - w, o.sill(), o.sill() + w, z0, z1);
        bar(m, o.from() + w, o.to() - w, o.head() - w, o.head(), z0, z1);
        int panes = Math.max(1, (int) StrictMath.round(o.width() / 0.95));
        for (int i = 1; i < panes; i++) {
            double x = o.from() + o.width() * i / panes;
            bar(m, x - 0.03, x + 0.03, o.sill() + w, o.head() - w, z0, z1);
        }
        m.bevelled(frame, o.from() - 0.05, o.sill() - 0.04, z1, o.to() + 0.05, o.sill(), 0.05, 0.01);
        double g = z0 + 0.028;
        m.box(Paints.GLASS, o.from() + w, o.sill() + w, g, o.to() - w, o.head() - w, g + 0.004);
        stage.fixture("window", m);
        Vec3 center = new Vec3(o.middle(), (o.sill() + o.head()) / 2, z1 + 0.02);
        stage.panel(
                LightGroup.WINDOW,
                wall,
                center,
                new Vec3(o.width() / 2 - w, 0, 0),
                new Vec3(0, (o.head() - o.sill()) / 2 - w, 0),
                WINDOW_SKY);
    }

    private void bar(Mesh m, double x0, double x1, double y0, double y1, double z0, double z1) {
        m.bevelled(frame, x0, y0, z0, x1, y1, z1, 0);
    }

    private void lining(Mesh m, Opening o, double t, double casing) {
        double d = 0.016;
        m.box(frame, o.from(), 0, -t, o.from() + 0.025, o.head(), d);
        m.box(frame, o.to() - 0.025, 0, -t, o.to(), o.head(), d);
        m.box(frame, o.from(), o.head() - 0.025, -t, o.to(), o.head(), d);
        // the casing covers the lining's edge and is let into the wall, so that no two faces share a plane
        double in = 0.008;
        double f = 0.022;
        m.box(frame, o.from() - casing, -0.01, -0.01, o.from() + in, o.head() + casing, f);
        m.box(frame, o.to() - in, -0.01, -0.01, o.to() + casing, o.head() + casing, f);
        m.box(frame, o.from(), o.head() - in, -0.01, o.to(), o.head() + casing, f - 0.003);
    }

    private void door(Placing wall, Opening o, double t) {
        Mesh m = new Mesh(wall);
        lining(m, o, t, 0.08);
        double z = -0.075;
        double a = o.from() + 0.027;
        double b = o.to() - 0.027;
        m.bevelled(leaf, a, 0.008, z - 0.042, b, o.head() - 0.028, z, 0.004);
        m.box(Paints.BRUSHED, a + 0.03, 0.02, z - 0.01, b - 0.03, 0.24, z + 0.006);
        handle(m, b - 0.075, z);
        stage.fixture("door", m);
        // what is behind a closed door is dark, and no light passes its joints
        Mesh back = new Mesh(wall);
        back.box(leaf, o.from() + 0.02, 0, -t - 0.03, o.to() - 0.02, o.head() - 0.02, -t + 0.02);
        stage.fixture("door back", back);
    }

    private static void handle(Mesh m, double x, double z) {
        m.rod(Paints.BRUSHED, new Vec3(x, 1.03, z), new Vec3(x, 1.03, z + 0.05), 0.011, 12);
        m.rod(Paints.BRUSHED, new Vec3(x + 0.008, 1.03, z + 0.05), new Vec3(x - 0.115, 1.03, z + 0.05), 0.0095, 12);
        m.rod(Paints.BRUSHED, new Vec3(x, 1.03, z), new Vec3(x, 1.03, z + 0.006), 0.026, 20);
        m.rod(Paints.BRUSHED, new Vec3(x, 0.94, z), new Vec3(x, 0.94, z + 0.006), 0.024, 20);
    }

    private void glassDoor(Placing wall, Opening o, double t) {
        Mesh m = new Mesh(wall);
        double z = -t / 2;
        double w = 0.07;
        double half = o.middle();
        for (double[] leafAt : new double[][] {{o.from(), half - 0.004}, {half + 0.004, o.to()}}) {
            bar(m, leafAt[0], leafAt[0] + w, 0.01, o.head(), z - 0.03, z + 0.03);
            bar(m, leafAt[1] - w, leafAt[1], 0.01, o.head(), z - 0.03, z + 0.03);
            bar(m, leafAt[0] + w, leafAt[1] - w, 0.01, 0.2, z - 0.03, z + 0.03);
            bar(m, leafAt[0] + w, leafAt[1] - w, o.head() - w, o.head(), z - 0.03, z + 0.03);
            m.box(Paints.GLASS, leafAt[0] + w, 0.2, z - 0.003, leafAt[1] - w, o.head() - w, z + 0.003);
        }
        for (double x : new double[] {half - 0.05, half + 0.05}) {
            m.rod(Paints.BRUSHED, new Vec3(x, 0.85, z + 0.07), new Vec3(x, 1.35, z + 0.07), 0.013, 12);
        }
        stage.fixture("glass door", m);
    }
}
