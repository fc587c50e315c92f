package dev.beatboard.stage.set;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;

/// An empty apartment for a walk-through: two rooms behind each other joined by a wide opening, windows on the
/// picture's left, wooden boards running away from the audience, and the few things a previous owner leaves.
final class ApartmentSet {

    private final Stagehand stage;

    ApartmentSet(Stagehand stage) {
        this.stage = stage;
    }

    SetPlan build() {
        double h = 2.85;
        double x0 = -3.4;
        double x1 = 3.4;
        double far = -9.5;
        double near = 6.5;
        Shell shell = new Shell(
                stage,
                x0,
                far,
                x1,
                near,
                h,
                new Shell.Finish(
                        Paints.WHITE_WALL,
                        Paints.OAK_FLOOR_DEEP,
                        Paints.PLASTER_CEILING,
                        Paints.SKIRTING,
                        Paints.WHITE_LACQUER,
                        Paints.WHITE_LACQUER));
        shell.wall(Shell.Wall.FAR, Opening.window(2.2, 4.6, 0.35, 2.45));
        shell.wall(
                Shell.Wall.LEFT,
                Opening.window(1.6, 3.6, 0.45, 2.45),
                Opening.window(5, 7, 0.45, 2.45),
                Opening.window(11, 13.4, 0.45, 2.45));
        shell.wall(Shell.Wall.RIGHT, Opening.door(2.6), Opening.door(7.8), Opening.door(12.4));
        shell.wall(Shell.Wall.NEAR, Opening.door(5));
        Outside.houses(stage, shell.space(Shell.Wall.LEFT), near - far, 18);
        Outside.houses(stage, shell.space(Shell.Wall.FAR), x1 - x0, 18);
        partition(Paints.WHITE_WALL, x0, x1, -3.6, h);
        Dressing d = new Dressing(stage);
        Placing left = shell.space(Shell.Wall.LEFT);
        for (double x : new double[] {2.6, 6, 12.2}) {
            Mesh box = new Mesh(left.then(x, 0, 0));
            for (int i = 0; i < 16; i++) {
                box.bevelled(Paints.WHITE_LACQUER, -0.62 + 0.078 * i, 0.1, 0.03, -0.57 + 0.078 * i, 0.38, 0.1, 0.012);
            }
            stage.fixture("radiator", box);
        }
        fireplace(shell.space(Shell.Wall.RIGHT).then(6.1 + 4.6, 0, 0));
        ladder(Placing.at(2.6, 0, -6.8, -30));
        for (int i = 0; i < 3; i++) {
            Mesh box = new Mesh(Placing.at(-2.7 + 0.1 * i, 0, -8.3 + 0.65 * i, 12 * i));
            box.bevelled(Paints.CORK, -0.26, 0, -0.2, 0.26, 0.36 - 0.05 * i, 0.2, 0.004);
            stage.obstacle("box", box);
        }
        Mesh pots = new Mesh(Placing.at(2.9, 0, -4.4));
        pots.lathe(Paints.BRUSHED, 0, 0, 24, 0, 0, 0.11, 0, 0.12, 0.2, 0.115, 0.2, 0.1, 0.02);
        pots.lathe(Paints.WHITE_LACQUER, -0.3, 0.12, 24, 0, 0, 0.13, 0, 0.14, 0.24, 0, 0.245);
        stage.fixture("paint pots", pots);
        d.plant(Placing.at(-2.9, 0, -2.9), 1.1, 1);
        Mesh heater = new Mesh(shell.space(Shell.Wall.FAR).then(5.6, 0, 0));
        heater.bevelled(Paints.WALNUT, -0.45, 0.0, 0.02, 0.45, 1.6, 0.05, 0.005);
        heater.box(Paints.MIRROR, -0.4, 0.05, 0.04, 0.4, 1.55, 0.052);
        stage.fixture("mirror", heater);
        for (double z : new double[] {-6.6, 0.2}) {
            d.pendant(Placing.at(0, 0, z), h, 2.45, Paints.PORCELAIN);
        }
        d.ceilingLamp(Placing.at(0, 0, 3.6), h, new Rgb(5, 4.3f, 3.4f));
        stage.path(0, -8, 0, 3);
        return new SetPlan(
                SetPlan.DAY, SetPlan.area(-1.4, -1.2, 1.4, 1.2), Placing.at(2.8, 0.4, -4.4), Placing.at(-2.3, 0, -1));
    }

    /// A wall across the apartment with a wide opening in its middle.
    private void partition(Material paint, double x0, double x1, double z, double h) {
        double open = 1.15;
        double head = 2.35;
        Placing at = Placing.at(0, 0, z);
        stage.obstacle("partition", new Mesh(at).box(paint, x0 - 0.1, -0.1, -0.08, -open, h + 0.1, 0.08));
        stage.obstacle("partition", new Mesh(at).box(paint, open, -0.1, -0.08, x1 + 0.1, h + 0.1, 0.08));
        stage.fixture("wall", new Mesh(at).box(paint, -open - 0.05, head, -0.079, open + 0.05, h + 0.1, 0.079));
        // jambs and head stand out of the wall and into the opening: no two faces in one plane
        Mesh casing = new Mesh(at);
        for (double s : new double[] {-1, 1}) {
            double a = Math.min(s * (open - 0.02), s * (open + 0.12));
            casing.bevelled(Paints.WHITE_LACQUER, a, -0.02, -0.105, a + 0.14, head + 0.13, 0.105, 0);
            double from = s < 0 ? x0 : open + 0.12;
            double to = s < 0 ? -open - 0.12 : x1;
            casing.box(Paints.SKIRTING, from, -0.01, -0.098, to, 0.1, 0.098);
        }
        casing.bevelled(Paints.WHITE_LACQUER, -open, head - 0.02, -0.101, open, head + 0.12, 0.101, 0);
        stage.fixture("doorway", casing);
    }

    private void fireplace(Placing at) {
        Mesh m = new Mesh(at);
        m.bevelled(Paints.PORCELAIN, -0.75, 0, 0, -0.5, 1.05, 0.2, 0.01);
        m.bevelled(Paints.PORCELAIN, 0.5, 0, 0, 0.75, 1.05, 0.2, 0.01);
        m.bevelled(Paints.PORCELAIN, -0.75, 0.85, 0, 0.75, 1.05, 0.2, 0.01);
        m.bevelled(Paints.PORCELAIN, -0.85, 1.05, 0, 0.85, 1.11, 0.27, 0.012);
        m.box(Paints.SCREEN_OFF, -0.5, 0, 0.002, 0.5, 0.85, 0.02);
        m.box(Paints.STONE_FLOOR, -0.75, 0, 0.2, 0.75, 0.02, 0.55);
        stage.obstacle("fireplace", m);
    }

    private void ladder(Placing at) {
        Mesh m = new Mesh(at);
        for (double x : new double[] {-0.22, 0.22}) {
            m.rod(Paints.BRUSHED, new Vec3(x, 0, 0.4), new Vec3(x * 0.8, 1.6, 0.03), 0.022, 8);
            m.rod(Paints.BRUSHED, new Vec3(x, 0, -0.4), new Vec3(x * 0.8, 1.6, -0.03), 0.018, 8);
        }
        for (int i = 1; i <= 5; i++) {
            double z = 0.4 - 0.37 * i * 0.3 / 1.6;
            m.bevelled(Paints.BRUSHED, -0.21, 0.3 * i, z - 0.05, 0.21, 0.3 * i + 0.03, z + 0.05, 0.005);
        }
        stage.obstacle("ladder", m);
    }
}
