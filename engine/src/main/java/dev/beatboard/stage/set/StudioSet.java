package dev.beatboard.stage.set;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;

/// A photo studio: a seamless backdrop on three sides that sweeps from the wall to the floor, with stands and flags
/// beside the lens.
final class StudioSet {

    private final Stagehand stage;

    StudioSet(Stagehand stage) {
        this.stage = stage;
    }

    SetPlan build() {
        Shell shell = new Shell(
                stage,
                -6.8,
                -6.4,
                6.8,
                10,
                5.6,
                new Shell.Finish(
                        Paints.wall("studio wall", 0x6A6C70),
                        Paints.CONCRETE,
                        Paints.wall("studio ceiling", 0x5A5B5E),
                        Paints.DARK_SKIRTING,
                        Paints.GREY_LACQUER,
                        Paints.GREY_LACQUER));
        shell.wall(Shell.Wall.FAR)
                .wall(Shell.Wall.LEFT)
                .wall(Shell.Wall.RIGHT, Opening.door(14.2))
                .wall(Shell.Wall.NEAR);
        new Cyclorama(6.5, -6.1, 7.2, 5.3, 1.3, 3.2).build(stage, Paints.BACKDROP_GREY);
        // the lens and people keep to the flat part of the sweep
        stage.rooms().clear();
        stage.room(-5.1, -4.7, 5.1, 9.7, 5.6);
        softbox(Placing.at(0, 5.1, -2.2), 3.2, 1.3);
        softbox(Placing.at(0, 5.1, 1.6), 2.4, 1.2);
        backdropBank();
        Dressing d = new Dressing(stage);
        Smalls smalls = new Smalls(stage);
        // what a studio works with stands beside the lens, out of the usual picture
        for (double side : new double[] {-1, 1}) {
            stand(Placing.at(side * 4.4, 0, 7.8), side);
            flag(Placing.at(side * 5.2, 0, 7.9));
        }
        d.cabinet("case", Placing.at(-6.2, 0, 8.6, 90), 0.8, 0.6, 0.5, 1, 2, Paints.BLACK_PLASTIC);
        d.table("table", Placing.at(5.6, 0, 9.2), 0.8, 0.75, 1.2, Paints.OAK, Paints.DARK_METAL);
        smalls.laptop(Placing.at(5.6, 0.75, 9, -90));
        smalls.cup(Placing.at(5.45, 0.75, 9.5));
        new Seating(stage).chair(Placing.at(4.8, 0, 9.2, 90), Paints.cloth("seat", 0x33373C));
        new Seating(stage).chair(Placing.at(-5.9, 0, 9.5, 90), Paints.cloth("seat", 0x33373C));
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
                Placing.at(5.6, 0.75, 9.3),
                Placing.at(-1.6, 0, -1.4));
    }

    /// A bank of light that hangs under the ceiling.
    private void softbox(Placing at, double w, double d) {
        Mesh m = new Mesh(at);
        Rgb radiance = new Rgb(9, 8.8f, 8.5f);
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

    /// Lamps in a row under the ceiling that wash the backdrop: without them it would lie stops under the faces.
    private void backdropBank() {
        Vec3 half = new Vec3(3.4, 0, 0);
        Vec3 slant = new Vec3(0, -0.18, 0.18);
        Rgb radiance = new Rgb(26, 25.6f, 25);
        stage.panel(LightGroup.OVERHEAD, Placing.at(0, 5.2, -3.4), Vec3.ZERO, half, slant, radiance);
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
