package dev.beatboard.stage.set;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Rgb;

/// A kitchen: units along the far wall with sink, oven and hood, an island, a dining table, a window on the picture's
/// left.
final class KitchenSet {

    private final Stagehand stage;

    KitchenSet(Stagehand stage) {
        this.stage = stage;
    }

    SetPlan build() {
        Shell shell = new Shell(
                stage,
                -3.7,
                -3.2,
                3.7,
                7.2,
                2.7,
                new Shell.Finish(
                        Paints.WHITE_WALL,
                        Paints.OAK_FLOOR,
                        Paints.PLASTER_CEILING,
                        Paints.SKIRTING,
                        Paints.WHITE_LACQUER,
                        Paints.WHITE_LACQUER));
        shell.wall(Shell.Wall.FAR, Opening.window(4.6, 5.9, 1.15, 2.3));
        shell.wall(Shell.Wall.LEFT, Opening.window(4.2, 6.4, 0.8, 2.35));
        shell.wall(Shell.Wall.RIGHT, Opening.door(5.6));
        shell.wall(Shell.Wall.NEAR);
        Outside.houses(stage, shell.space(Shell.Wall.LEFT), 8.8, 18);
        Outside.houses(stage, shell.space(Shell.Wall.FAR), 7.4, 18);
        Dressing d = new Dressing(stage);
        Smalls s = new Smalls(stage);
        Seating seating = new Seating(stage);
        Placing far = shell.space(Shell.Wall.FAR);
        double[] units = {0.35, 0.95, 1.55, 2.15, 3.95, 4.55, 5.15, 5.75};
        for (double x : units) {
            d.cabinet("cabinet", far.then(x, 0, 0), 0.6, 0.87, 0.58, 1, x > 3 && x < 4.5 ? 3 : 1, Paints.SAGE);
        }
        d.cabinet("oven", far.then(3.05, 0, 0), 1.2, 0.87, 0.6, 2, 1, Paints.DARK_LACQUER);
        Mesh top = new Mesh(far);
        top.bevelled(Paints.WALNUT, 0.05, 0.87, 0, 6.05, 0.91, 0.62, 0.006);
        top.box(Paints.SPLASHBACK, 0, 0.9, -0.01, 4.5, 1.45, 0.014);
        stage.fixture("worktop", top);
        stage.fixture("stove", new Mesh(far).bevelled(Paints.SCREEN_OFF, 2.75, 0.9, 0.08, 3.35, 0.918, 0.55, 0.004));
        sink(far.then(5.22, 0.91, 0.32));
        Mesh hood = new Mesh(far);
        hood.bevelled(Paints.BRUSHED, 2.7, 1.62, 0, 3.4, 1.74, 0.5, 0.01);
        hood.bevelled(Paints.BRUSHED, 2.92, 1.74, 0, 3.18, 2.7, 0.28, 0.006);
        stage.fixture("hood", hood);
        for (double x : new double[] {0.35, 0.95, 1.55, 2.15}) {
            d.cabinet("wall unit", far.then(x, 1.45, 0), 0.58, 0.72, 0.34, 1, 1, Paints.WHITE_LACQUER);
        }
        d.cabinet("fridge", Placing.at(3.25, 0, -3.2), 0.72, 1.95, 0.66, 1, 2, Paints.BRUSHED);
        s.espressoMachine(far.then(1.7, 0.91, 0.3));
        s.bowl(far.then(0.7, 0.91, 0.35));
        s.vase(far.then(5.85, 0.91, 0.3));
        s.cup(far.then(2.3, 0.91, 0.35));
        s.cup(far.then(2.45, 0.91, 0.28));
        d.cabinet("island", Placing.at(0, 0, -0.95), 2.0, 0.88, 0.62, 3, 1, Paints.SAGE);
        Mesh slab = new Mesh(Placing.at(0, 0, -0.64));
        slab.bevelled(Paints.OAK, -1.1, 0.88, -0.38, 1.1, 0.93, 0.42, 0.008);
        stage.fixture("counter", slab);
        s.bowl(Placing.at(-0.6, 0.93, -0.65));
        s.books("books", Placing.at(0.7, 0.93, -0.6, 25), 2);
        for (double x : new double[] {-0.5, 0.5}) {
            d.pendant(Placing.at(x, 0, -0.65), 2.7, 2.0, Paints.BRASS);
        }
        d.table("table", Placing.at(2.35, 0, 2.1), 0.85, 0.74, 1.3, Paints.OAK, Paints.OAK);
        for (double z : new double[] {1.75, 2.45}) {
            seating.chair(Placing.at(1.68, 0, z, 90), Paints.cloth("seat", 0x7C8B79), "chair3");
            seating.chair(Placing.at(3.02, 0, z, -90), Paints.cloth("seat", 0x7C8B79), "chair3");
        }
        s.vase(Placing.at(2.35, 0.74, 2.1));
        d.plant(Placing.at(-3.3, 0, -1.9), 1.4, 1);
        d.clock(shell.space(Shell.Wall.RIGHT).then(2.4, 0, 0), 2.1);
        d.picture(shell.space(Shell.Wall.RIGHT).then(4.2, 0, 0), 0.6, 0.8, 1.6, 0xB27E45);
        for (double x : new double[] {-1.8, 1.2}) {
            d.ceilingLamp(Placing.at(x, 0, 2.6), 2.7, new Rgb(8, 6.9f, 5.5f));
        }
        stage.path(-1.75, -1.5, -1.2, 2.6);
        return new SetPlan(
                SetPlan.DAY, SetPlan.area(-1.3, 0.35, 1.0, 1.7), Placing.at(0.1, 0.93, -0.5), Placing.at(-2.3, 0, 1.4));
    }

    /// A steel basin with its rim and tap, let into a worktop whose surface is the placing's y = 0.
    private void sink(Placing at) {
        Mesh m = new Mesh(at);
        m.bevelled(Paints.BRUSHED, -0.3, -0.02, -0.22, 0.3, 0.012, 0.22, 0.006);
        // the basin reads as a dark hollow from any height a lens is at
        m.bevelled(Paints.DARK_METAL, -0.25, -0.01, -0.15, 0.25, 0.016, 0.18, 0.003);
        m.rod(Paints.CHROME, new Vec3(0, 0, -0.19), new Vec3(0, 0.3, -0.19), 0.016, 14);
        m.rod(Paints.CHROME, new Vec3(0, 0.3, -0.19), new Vec3(0, 0.31, 0.02), 0.014, 14);
        m.rod(Paints.CHROME, new Vec3(0, 0.31, 0.02), new Vec3(0, 0.26, 0.03), 0.013, 14);
        m.ball(Paints.CHROME, new Vec3(0, 0.3, -0.19), 0.018, 0.018, 0.018, 8);
        stage.fixture("sink", m);
    }
}
