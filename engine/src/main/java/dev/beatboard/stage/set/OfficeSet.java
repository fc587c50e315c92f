package dev.beatboard.stage.set;

import dev.beatboard.scene.Rgb;

/// An open office: rows of desks with screens, a window front on the picture's left, shelves along the far wall.
final class OfficeSet {

    private final Stagehand stage;

    OfficeSet(Stagehand stage) {
        this.stage = stage;
    }

    SetPlan build() {
        Shell shell = new Shell(
                stage,
                -5.2,
                -5.6,
                5.2,
                7.8,
                2.9,
                new Shell.Finish(
                        Paints.WHITE_WALL,
                        Paints.CARPET,
                        Paints.CEILING,
                        Paints.DARK_SKIRTING,
                        Paints.GREY_LACQUER,
                        Paints.OAK));
        shell.wall(Shell.Wall.FAR, Opening.door(8.6));
        shell.wall(
                Shell.Wall.LEFT,
                Opening.window(2.4, 5.1, 0.8, 2.45),
                Opening.window(6, 8.7, 0.8, 2.45),
                Opening.window(9.6, 12.3, 0.8, 2.45));
        shell.wall(Shell.Wall.RIGHT, Paints.GREY_WALL, Opening.door(9.6));
        shell.wall(Shell.Wall.NEAR);
        Outside.houses(stage, shell.space(Shell.Wall.LEFT), 12, 18);
        for (double x : new double[] {-3, 0, 3}) {
            for (double z : new double[] {-3.8, -1, 1.8, 4.6}) {
                shell.panel(x, z, 1.2, 0.6, new Rgb(9, 8.55f, 7.85f));
            }
        }
        Dressing d = new Dressing(stage);
        Seating seating = new Seating(stage);
        double[][] desks = {{0, -1.1}, {-3.2, -1.6}, {3.1, -1.6}, {-3.2, 1.4}, {3.2, 1.5}, {-1.5, -3.5}, {1.5, -3.5}};
        for (int i = 0; i < desks.length; i++) {
            desk(d, seating, Placing.at(desks[i][0], 0, desks[i][1], 180), i);
        }
        Placing far = shell.space(Shell.Wall.FAR);
        d.bookshelf(far.then(1.2, 0, 0), 1.2, 1.9, 3);
        d.bookshelf(far.then(2.6, 0, 0), 1.2, 1.9, 4);
        d.noticeBoard(far.then(4.6, 0, 0), 1.4, 0.9, 1.6);
        d.clock(far.then(6.2, 0, 0), 2.3);
        d.whiteboard(shell.space(Shell.Wall.RIGHT).then(5.4, 0, 0), 2, 1.15, 1.55);
        d.cabinet(
                "filing cabinet",
                shell.space(Shell.Wall.RIGHT).then(2.4, 0, 0),
                0.9,
                1.1,
                0.5,
                2,
                3,
                Paints.GREY_LACQUER);
        d.plant(Placing.at(-4.75, 0, -5.1), 1.8, 1);
        d.plant(Placing.at(4.75, 0, 0.1), 1.4, 2);
        d.plant(Placing.at(-4.7, 0, 0), 1.3, 3);
        stage.path(1.55, -2.4, 1.55, 2.8);
        return new SetPlan(
                SetPlan.DAY, SetPlan.area(-1.3, 0.6, 1.3, 2.2), Placing.at(0.1, 0.74, -1), Placing.at(-1.7, 0, 0.9));
    }

    /// Who sits here looks along the placing's -z turned round: toward the audience for a placing turned by 180.
    private void desk(Dressing d, Seating seating, Placing at, int i) {
        Smalls s = new Smalls(stage);
        d.table("desk", at, 1.5, 0.74, 0.75, Paints.BEECH, Paints.DARK_METAL);
        seating.officeChair(at.then(0, 0, 0.75, 180), Paints.cloth("chair cloth", 0x30353D), "office_chair");
        if (i % 3 == 0) {
            s.laptop(at.then(0.1, 0.74, 0, i == 0 ? 20 : 0));
        } else {
            s.monitor(at.then(0, 0.74, -0.12));
        }
        s.cup(at.then(-0.5, 0.74, 0.1));
        s.notepad("notepad", at.then(0.5, 0.74, 0.1, 8));
        if (i % 2 == 0) {
            s.books("books", at.then(-0.55, 0.74, -0.2), 3);
        } else {
            d.floorLamp(at.then(0.6, 0.74, -0.22), 0.42, true);
        }
    }
}
