package dev.beatboard.stage.set;

import dev.beatboard.scene.Rgb;

/// A living room: sofa and armchairs round a low table, shelves, lamps, a window with curtains on the picture's left.
final class LivingRoomSet {

    private final Stagehand stage;

    LivingRoomSet(Stagehand stage) {
        this.stage = stage;
    }

    SetPlan build() {
        Shell shell = new Shell(
                stage,
                -3.8,
                -3.6,
                3.8,
                7.6,
                2.7,
                new Shell.Finish(
                        Paints.WARM_WALL,
                        Paints.OAK_FLOOR,
                        Paints.PLASTER_CEILING,
                        Paints.SKIRTING,
                        Paints.WHITE_LACQUER,
                        Paints.WHITE_LACQUER));
        shell.wall(Shell.Wall.FAR, Paints.GREEN_WALL, Opening.door(6.3));
        shell.wall(Shell.Wall.LEFT, Opening.window(4, 6, 0.7, 2.35), Opening.window(7.2, 9.2, 0.7, 2.35));
        shell.wall(Shell.Wall.RIGHT, Opening.passage(6.2, 7.4));
        closet(shell, 6.2, 7.4);
        shell.wall(Shell.Wall.NEAR);
        Outside.houses(stage, shell.space(Shell.Wall.LEFT), 9.2, 18);
        Dressing d = new Dressing(stage);
        Smalls s = new Smalls(stage);
        Seating seating = new Seating(stage);
        seating.sofa(Placing.at(0, 0, -1.55), 3, Paints.cloth("sofa", 0x55636B), "couch", "couch3");
        seating.sofa(Placing.at(-2.15, 0, -0.1, 65), 1, Paints.cloth("armchair", 0x9A6A3C), "armchair2");
        seating.sofa(Placing.at(2.15, 0, -0.1, -65), 1, Paints.cloth("armchair", 0x9A6A3C), "armchair2");
        d.rug(Placing.at(0, 0, -0.1), 2.8, 2.2, Paints.RUG);
        d.table("coffee table", Placing.at(0, 0, -0.35), 1.15, 0.4, 0.6, Paints.WALNUT, Paints.WALNUT);
        s.books("books", Placing.at(-0.3, 0.4, -0.35, 15), 3);
        s.bowl(Placing.at(0.25, 0.4, -0.4));
        s.cup(Placing.at(0.05, 0.4, -0.2));
        Placing far = shell.space(Shell.Wall.FAR);
        d.bookshelf(far.then(0.9, 0, 0), 1.1, 2, 8);
        d.picture(far.then(3.4, 0, 0), 0.9, 0.7, 1.6, 0x9C7A4A);
        d.picture(far.then(4.5, 0, 0), 0.6, 0.7, 1.6, 0x3E5A66);
        d.floorLamp(Placing.at(1.75, 0, -2.3), 1.65, false);
        d.floorLamp(Placing.at(-3.2, 0.55, 1.8), 0.45, true);
        d.table("side table", Placing.at(-3.3, 0, 1.8), 0.5, 0.55, 0.5, Paints.OAK, Paints.OAK);
        d.cabinet("sideboard", shell.space(Shell.Wall.RIGHT).then(3.6, 0, 0), 1.8, 0.6, 0.4, 3, 1, Paints.WALNUT);
        d.screen(shell.space(Shell.Wall.RIGHT).then(3.6, 0, 0), 1.3, 1.25);
        d.plant(Placing.at(-3.35, 0, -3.1), 1.75, 1);
        d.plant(Placing.at(3.35, 0, -1.6), 1.1, 2);
        Placing left = shell.space(Shell.Wall.LEFT);
        for (double x : new double[] {3.75, 6.25, 6.95, 9.45}) {
            d.curtain(left.then(x, 0, 0.09), 0.42, 2.5, Paints.cloth("curtain", 0xB5A58A));
        }
        d.pendant(Placing.at(0, 0, -0.3), 2.7, 2.2, Paints.BRASS);
        d.ceilingLamp(Placing.at(0, 0, 3.4), 2.7, new Rgb(6, 4.6f, 3.1f));
        nearHalf(d, s, shell);
        stage.path(2.0, 0.9, 0.2, 2.2);
        return new SetPlan(
                SetPlan.DAY, SetPlan.area(-1.3, 0.9, 1.3, 2.3), Placing.at(0.4, 0.4, -0.3), Placing.at(2.4, 0, 1.9));
    }

    /// What stands along the walls behind the audience's camera, for when it looks round.
    private static void nearHalf(Dressing d, Smalls s, Shell shell) {
        Placing left = shell.space(Shell.Wall.LEFT);
        d.bookshelf(left.then(2.3, 0, 0), 1.3, 2.1, 31);
        d.picture(left.then(0.85, 0, 0), 0.7, 0.9, 1.6, 0x4E6B72);
        Placing right = shell.space(Shell.Wall.RIGHT);
        d.cabinet("chest", right.then(9.2, 0, 0), 1.5, 0.82, 0.42, 3, 2, Paints.OAK);
        d.floorLamp(right.then(8.75, 0.82, 0.22), 0.48, true);
        s.vase(right.then(9.6, 0.82, 0.2));
        d.picture(right.then(9.25, 0, 0), 1.1, 0.7, 1.7, 0xB27E45);
        Placing near = shell.space(Shell.Wall.NEAR);
        d.picture(near.then(2.6, 0, 0), 0.8, 0.6, 1.65, 0x6C7A52);
        d.picture(near.then(3.7, 0, 0), 0.8, 0.6, 1.65, 0x9A5A42);
        d.picture(near.then(4.8, 0, 0), 0.8, 0.6, 1.65, 0x42586C);
        d.plant(Placing.at(3.35, 0, 7.1), 1.7, 33);
        d.plant(Placing.at(-3.35, 0, 7.15), 1.2, 34);
    }

    /// A shallow hall behind a passage of the right wall, so that the room stays closed.
    private void closet(Shell shell, double from, double to) {
        Mesh m = new Mesh(shell.space(Shell.Wall.RIGHT));
        double a = from - 0.3;
        double b = to + 0.3;
        m.box(Paints.WHITE_WALL, a, 0, -1.7, b, 2.6, -1.6);
        m.box(Paints.WHITE_WALL, a - 0.1, 0, -1.7, a, 2.6, -0.2);
        m.box(Paints.WHITE_WALL, b, 0, -1.7, b + 0.1, 2.6, -0.2);
        m.box(Paints.PLASTER_CEILING, a - 0.1, 2.5, -1.7, b + 0.1, 2.6, -0.2);
        m.box(Paints.OAK, a - 0.1, -0.2, -1.7, b + 0.1, 0, -0.2);
        stage.fixture("hall", m);
    }
}
