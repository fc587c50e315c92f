package dev.beatboard.stage.set;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;

/// A photo studio: a seamless backdrop that sweeps from the wall to the floor, in a dark hall with stands and flags
/// at its sides.
final class StudioSet {

    private final Stagehand stage;

    StudioSet(Stagehand stage) {
        this.stage = stage;
    }

    SetPlan build() {
        Shell shell = new Shell(
                stage,
                -6.5,
                -6,
                6.5,
                7.5,
                4.6,
                new Shell.Finish(
                        Paints.wall("studio wall", 0x4A4C50),
                        Paints.CONCRETE,
                        Paints.wall("studio ceiling", 0x3A3B3E),
                        Paints.DARK_SKIRTING,
                        Paints.GREY_LACQUER,
                        Paints.GREY_LACQUER));
        shell.wall(Shell.Wall.FAR)
                .wall(Shell.Wall.LEFT)
                .wall(Shell.Wall.RIGHT, Opening.door(10.5))
                .wall(Shell.Wall.NEAR);
        backdrop(Paints.BACKDROP_GREY, 4.6, -4.2, 3.8, 3.4);
        softbox(Placing.at(0, 4.35, -2.2), 3.2, 1.3);
        softbox(Placing.at(0, 4.35, 1.6), 2.4, 1.2);
        Dressing d = new Dressing(stage);
        Smalls smalls = new Smalls(stage);
        for (double side : new double[] {-1, 1}) {
            stand(Placing.at(side * 5.3, 0, -1.2), side);
            flag(Placing.at(side * 5.4, 0, -3.2));
        }
        d.cabinet("case", Placing.at(-5.6, 0, 3, 90), 0.8, 0.6, 0.5, 1, 2, Paints.BLACK_PLASTIC);
        d.table("table", Placing.at(5.4, 0, 3.2), 0.8, 0.75, 1.4, Paints.OAK, Paints.DARK_METAL);
        smalls.laptop(Placing.at(5.4, 0.75, 3, -90));
        smalls.cup(Placing.at(5.25, 0.75, 3.6));
        new Seating(stage).chair(Placing.at(4.5, 0, 3.2, 90), Paints.cloth("seat", 0x33373C));
        new Seating(stage).chair(Placing.at(-5.5, 0, 4.6, 90), Paints.cloth("seat", 0x33373C));
        if (stage.wish().seats() > 0 && stage.wish().hero().isEmpty()) {
            for (int i = 0; i < stage.wish().seats(); i++) {
                double x = (i - (stage.wish().seats() - 1) / 2.0) * 1.1;
                new Seating(stage)
                        .chair(
                                Placing.at(x, 0, 0, stage.wish().seats() == 2 ? -50 * (i * 2 - 1) : 0),
                                Paints.cloth("seat", 0x4A5560));
            }
        }
        stage.path(0, -3, 0, 1.2);
        return new SetPlan(
                SetPlan.DARK,
                SetPlan.area(-1.4, -0.6, 1.4, 0.9),
                Placing.at(5.4, 0.75, 3.3),
                Placing.at(-1.6, 0, -1.4));
    }

    /// A sheet hung at `zBack` that sweeps to the floor in a quarter circle and runs forward to `zFront`.
    private void backdrop(Material paper, double halfWidth, double zBack, double height, double zFront) {
        Mesh m = new Mesh(Placing.ORIGIN);
        double r = 1.2;
        int n = 14;
        double lift = 0.004;
        float[] pos = new float[6 * (n + 3)];
        float[] nor = new float[6 * (n + 3)];
        for (int i = 0; i < n + 3; i++) {
            double y;
            double z;
            double a = StrictMath.PI / 2 * Math.min(1, Math.max(0, (i - 1.0) / n));
            if (i == 0) {
                y = height;
                z = zBack;
            } else if (i == n + 2) {
                y = lift;
                z = zFront;
            } else {
                y = lift + r - r * StrictMath.sin(a);
                z = zBack + r - r * StrictMath.cos(a);
            }
            for (int s = 0; s < 2; s++) {
                int o = 6 * i + 3 * s;
                pos[o] = (float) (s == 0 ? -halfWidth : halfWidth);
                pos[o + 1] = (float) y;
                pos[o + 2] = (float) z;
                nor[o + 1] = (float) StrictMath.sin(a);
                nor[o + 2] = (float) StrictMath.cos(a);
            }
        }
        int[] tri = new int[6 * (n + 2)];
        for (int i = 0; i < n + 2; i++) {
            int v = 2 * i;
            int[] q = {v, v + 2, v + 3, v, v + 3, v + 1};
            System.arraycopy(q, 0, tri, 6 * i, 6);
        }
        m.triangles(paper.withTwoSided(true), pos, nor, tri);
        m.rod(
                Paints.BRUSHED,
                new Vec3(-halfWidth - 0.2, height + 0.04, zBack),
                new Vec3(halfWidth + 0.2, height + 0.04, zBack),
                0.05,
                14);
        for (double x : new double[] {-halfWidth - 0.15, halfWidth + 0.15}) {
            m.rod(Paints.DARK_METAL, new Vec3(x, 0, zBack - 0.1), new Vec3(x, height + 0.05, zBack - 0.05), 0.02, 10);
        }
        stage.fixture("backdrop", m);
    }

    /// A bank of light that hangs under the ceiling.
    private void softbox(Placing at, double w, double d) {
        Mesh m = new Mesh(at);
        Rgb radiance = new Rgb(5, 4.85f, 4.6f);
        m.bevelled(Paints.BLACK_PLASTIC, -w / 2 - 0.03, 0.01, -d / 2 - 0.03, w / 2 + 0.03, 0.2, d / 2 + 0.03, 0.02);
        m.quad(
                Glow.material(LightGroup.OVERHEAD, radiance),
                new Vec3(-w / 2, 0, -d / 2),
                new Vec3(w / 2, 0, -d / 2),
                new Vec3(w / 2, 0, d / 2),
                new Vec3(-w / 2, 0, d / 2));
        stage.fixture("softbox", m);
        stage.panel(
                LightGroup.OVERHEAD,
                at.then(0, -0.01, 0),
                Vec3.ZERO,
                new Vec3(w / 2, 0, 0),
                new Vec3(0, 0, d / 2),
                radiance);
    }

    private void stand(Placing at, double side) {
        Mesh m = new Mesh(at);
        for (int i = 0; i < 3; i++) {
            double a = 2 * StrictMath.PI * i / 3 + 0.5;
            m.rod(
                    Paints.DARK_METAL,
                    new Vec3(0, 0.5, 0),
                    new Vec3(0.45 * StrictMath.sin(a), 0.02, 0.45 * StrictMath.cos(a)),
                    0.012,
                    8);
        }
        m.rod(Paints.BRUSHED, new Vec3(0, 0.2, 0), new Vec3(0, 2.6, 0), 0.016, 10);
        m.bevelled(Paints.BLACK_PLASTIC, -0.1, 2.5, -0.1, 0.1, 2.75, 0.1, 0.02);
        m.bevelled(Paints.PAPER, -side * 0.12 - 0.06, 2.2, -0.45, -side * 0.12 + 0.06, 3.05, 0.45, 0.01);
        stage.obstacle("light stand", m);
    }

    private void flag(Placing at) {
        Mesh m = new Mesh(at);
        m.rod(Paints.DARK_METAL, new Vec3(0, 0, 0), new Vec3(0, 2.3, 0), 0.015, 8);
        m.lathe(Paints.DARK_METAL, 0, 0, 16, 0.25, 0, 0.25, 0.02, 0.02, 0.04);
        m.box(Paints.cloth("flag", 0x1B1B1C), -0.02, 1, -0.5, 0.02, 2.4, 0.5);
        stage.obstacle("flag", m);
    }
}
