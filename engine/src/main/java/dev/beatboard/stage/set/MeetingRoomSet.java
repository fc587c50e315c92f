package dev.beatboard.stage.set;

import dev.beatboard.scene.Rgb;

/// A meeting room: a table with chairs on three sides, open toward the audience, and on the fourth where two or more
/// than eight sit; a window front on the picture's left, a screen on the far wall.
final class MeetingRoomSet {

    private static final Rgb PANEL = new Rgb(9, 8.55f, 7.85f);

    private final Stagehand stage;

    MeetingRoomSet(Stagehand stage) {
        this.stage = stage;
    }

    SetPlan build() {
        Shell shell = new Shell(
                stage,
                -4.4,
                -4.2,
                4.4,
                9.6,
                2.95,
                new Shell.Finish(
                        Paints.WHITE_WALL,
                        Paints.CARPET,
                        Paints.CEILING,
                        Paints.DARK_SKIRTING,
                        Paints.GREY_LACQUER,
                        Paints.OAK));
        shell.wall(Shell.Wall.FAR, Paints.BLUE_WALL, Opening.door(7.5));
        shell.wall(
                Shell.Wall.LEFT,
                Opening.window(1.6, 4, 0.7, 2.5),
                Opening.window(4.8, 6.8, 0.7, 2.5),
                Opening.window(7.6, 10, 0.7, 2.5),
                Opening.window(10.8, 13.2, 0.7, 2.5));
        shell.wall(Shell.Wall.RIGHT, Opening.door(8.6));
        shell.wall(Shell.Wall.NEAR);
        Outside.houses(stage, shell.space(Shell.Wall.LEFT), 10.4, 18);
        for (double x : new double[] {-2.4, 0, 2.4}) {
            for (double z : new double[] {-2.6, 0.2, 3.2, 6.2}) {
                shell.panel(x, z, 1.2, 0.6, PANEL);
            }
        }
        Dressing d = new Dressing(stage);
        Smalls smalls = new Smalls(stage);
        d.table("table", Placing.at(0, 0, 0), 3.1, 0.74, 1.25, Paints.WALNUT, Paints.DARK_METAL);
        for (double x : new double[] {-1.11, -0.37, 0.37, 1.11}) {
            place(Placing.at(x, 0, -0.95, 0));
        }
        for (double z : new double[] {-0.36, 0.36}) {
            place(Placing.at(-1.91, 0, z, 90));
            place(Placing.at(1.91, 0, z, -90));
        }
        // a group that fits round the other three sides leaves the audience's side free for the view
        int seats = stage.wish().seats();
        if (seats < 3 || seats > 8) {
            for (double x : new double[] {1.11, -1.11, 0.37, -0.37}) {
                place(Placing.at(x, 0, 0.95, 180));
            }
        }
        smalls.laptop(Placing.at(1.1, 0.74, 0.3, -90));
        smalls.phone(Placing.at(0, 0.74, 0.05, 30));
        smalls.bowl(Placing.at(-0.45, 0.74, 0.02));
        smalls.tableVase(Placing.at(0.72, 0.74, 0.02));
        smalls.cup(Placing.at(-1.05, 0.74, 0.12));
        smalls.cup(Placing.at(0.62, 0.74, -0.3));
        Placing far = shell.space(Shell.Wall.FAR);
        d.screen(far.then(4.4, 0, 0), 1.9, 1.6);
        d.cabinet("sideboard", far.then(4.4, 0, 0), 2.4, 0.72, 0.42, 4, 1, Paints.OAK);
        smalls.vase(far.then(3.6, 0.72, 0.2));
        smalls.books("books", far.then(5.3, 0.72, 0.2), 4);
        d.clock(far.then(6.4, 0, 0), 2.3);
        Placing right = shell.space(Shell.Wall.RIGHT);
        d.whiteboard(right.then(4.0, 0, 0), 2.2, 1.2, 1.55);
        d.picture(right.then(6.9, 0, 0), 0.9, 0.7, 1.6, 0x8A5A3C);
        d.plant(Placing.at(-3.95, 0, -3.75), 1.7, 1);
        d.plant(Placing.at(3.95, 0, -1.9), 1.5, 2);
        d.radiator(shell.space(Shell.Wall.LEFT).then(8.8, 0, 0), 1.8);
        d.radiator(shell.space(Shell.Wall.LEFT).then(12, 0, 0), 1.8);
        stage.path(-3.2, -2.4, -3.2, 3.2);
        return new SetPlan(
                SetPlan.DAY, SetPlan.area(-1.6, 1.5, 1.6, 2.7), Placing.at(0.3, 0.74, 0.3), Placing.at(3.3, 0, 1.6));
    }

    /// A chair at the table with what lies before it.
    private void place(Placing chair) {
        new Seating(stage).officeChair(chair, Paints.cloth("chair cloth", 0x353C47), OFFICE_CHAIR);
        Smalls smalls = new Smalls(stage);
        smalls.notepad("notepad", chair.then(-0.08, 0.74, 0.55, 4));
        smalls.tumbler(chair.then(0.2, 0.74, 0.68));
    }

    private static final String[] OFFICE_CHAIR = {"office_chair"};
}
