package dev.beatboard.stage.set;

import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;

/// A bedroom: a double bed against the far wall between two night tables with lamps, a window on the picture's left.
final class BedroomSet {

    private final Stagehand stage;

    BedroomSet(Stagehand stage) {
        this.stage = stage;
    }

    SetPlan build() {
        Shell shell = new Shell(
                stage,
                -3.3,
                -3.2,
                3.3,
                7,
                2.7,
                new Shell.Finish(
                        Paints.WARM_WALL,
                        Paints.OAK_FLOOR,
                        Paints.PLASTER_CEILING,
                        Paints.SKIRTING,
                        Paints.WHITE_LACQUER,
                        Paints.WHITE_LACQUER));
        shell.wall(Shell.Wall.FAR, Paints.BLUE_WALL);
        shell.wall(Shell.Wall.LEFT, Opening.window(4.8, 6.8, 0.75, 2.3));
        shell.wall(Shell.Wall.RIGHT, Opening.door(5.2));
        shell.wall(Shell.Wall.NEAR);
        Outside.houses(stage, shell.space(Shell.Wall.LEFT), 8.6, 18);
        Dressing d = new Dressing(stage);
        Smalls s = new Smalls(stage);
        bed(Placing.at(0, 0, -3.15));
        for (double x : new double[] {-1.3, 1.3}) {
            d.cabinet("night table", Placing.at(x, 0, -3.18), 0.48, 0.5, 0.4, 1, 2, Paints.WALNUT);
            d.floorLamp(Placing.at(x, 0.5, -2.98), 0.42, true);
        }
        s.books("books", Placing.at(1.42, 0.5, -2.85), 2);
        s.tumbler(Placing.at(-1.2, 0.5, -2.85));
        d.rug(Placing.at(0, 0, -0.5), 3, 1.9, Paints.BEIGE_CARPET);
        d.cabinet("wardrobe", shell.space(Shell.Wall.RIGHT).then(2.4, 0, 0), 1.9, 2.2, 0.6, 3, 1, Paints.WHITE_LACQUER);
        d.cabinet(
                "chest of drawers", shell.space(Shell.Wall.LEFT).then(3.3, 0, 0), 1.1, 0.85, 0.45, 2, 3, Paints.WALNUT);
        Placing left = shell.space(Shell.Wall.LEFT);
        s.vase(left.then(3, 0.85, 0.22));
        Mesh mirror = new Mesh(left.then(3.4, 0, 0));
        mirror.bevelled(Paints.BRASS, -0.3, 1.2, 0, 0.3, 2, 0.03, 0.008);
        mirror.box(Paints.MIRROR, -0.28, 1.22, 0.02, 0.28, 1.98, 0.032);
        stage.fixture("mirror", mirror);
        d.picture(shell.space(Shell.Wall.FAR).then(3.3, 0, 0), 1.1, 0.6, 1.75, 0x9A8B70);
        for (double x : new double[] {4.55, 7.05}) {
            d.curtain(left.then(x, 0, 0.09), 0.45, 2.5, Paints.cloth("curtain", 0x8C9AA3));
        }
        d.plant(Placing.at(-2.85, 0, -2.7), 1.5, 1);
        new Seating(stage).sofa(Placing.at(-2.4, 0, 2.2, 90), 1, Paints.cloth("armchair", 0x8A7A66), "armchair2");
        d.pendant(Placing.at(0, 0, 0.6), 2.7, 2.25, Paints.PORCELAIN);
        d.ceilingLamp(Placing.at(0, 0, 3.4), 2.7, new Rgb(5, 3.9f, 2.7f));
        d.bookshelf(left.then(1.9, 0, 0), 1.1, 1.9, 31);
        Placing right = shell.space(Shell.Wall.RIGHT);
        d.cabinet("dresser", right.then(7.9, 0, 0), 1.2, 0.78, 0.42, 2, 3, Paints.WALNUT);
        d.floorLamp(right.then(7.5, 0.78, 0.2), 0.42, true);
        d.picture(right.then(7.95, 0, 0), 0.7, 0.7, 1.65, 0x7C8B6A);
        d.picture(shell.space(Shell.Wall.NEAR).then(3.3, 0, 0), 1, 0.7, 1.65, 0x8A5A4A);
        d.plant(Placing.at(2.8, 0, 6.5), 1.5, 32);
        stage.path(1.9, -0.9, 0.8, 2.2);
        return new SetPlan(
                SetPlan.DAY, SetPlan.area(-1.2, 0.2, 1.2, 1.7), Placing.at(-1.35, 0.5, -2.8), Placing.at(2.2, 0, 1.6));
    }

    private void bed(Placing at) {
        Material sheet = Paints.cloth("sheet", 0xCFCBC2);
        Material cover = Paints.cloth("cover", 0x5B6B78);
        Mesh m = new Mesh(at);
        m.bevelled(Paints.WALNUT, -0.88, 0.08, 0, 0.88, 1.05, 0.07, 0.015);
        m.bevelled(Paints.WALNUT, -0.86, 0.12, 0.06, 0.86, 0.3, 2.1, 0.015);
        m.bevelled(sheet, -0.82, 0.28, 0.08, 0.82, 0.5, 2.06, 0.06);
        m.bevelled(cover, -0.87, 0.26, 0.85, 0.87, 0.54, 2.13, 0.07);
        m.bevelled(sheet, -0.87, 0.45, 0.7, 0.87, 0.565, 0.95, 0.05);
        for (double x : new double[] {-0.4, 0.4}) {
            m.ball(sheet, at0(x, 0.56), 0.33, 0.085, 0.2, 12);
        }
        for (double x : new double[] {-0.8, 0.8}) {
            m.box(Paints.WALNUT, x - 0.03, 0, 0.1, x + 0.03, 0.13, 0.16);
            m.box(Paints.WALNUT, x - 0.03, 0, 1.98, x + 0.03, 0.13, 2.04);
        }
        stage.obstacle("bed", m);
        stage.seat(at, -0.4, 0.54, 1.98, false);
        stage.seat(at, 0.4, 0.54, 1.98, false);
    }

    private static dev.beatboard.math.Vec3 at0(double x, double y) {
        return new dev.beatboard.math.Vec3(x, y, 0.34);
    }
}
