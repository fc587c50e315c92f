package dev.beatboard.stage.set;

import dev.beatboard.scene.Rgb;

/// A meeting room: a long table with eleven chairs, most of them open toward the audience, a window front on the
/// picture's left, a screen on the far wall.
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
        Seating seating = new Seating(stage);
        d.table("table", Placing.at(0, 0, 0), 4.2, 0.74, 1.4, Paints.WALNUT, Paints.DARK_METAL);
        var seat = Paints.cloth("chair cloth", 0x353C47);
        for (int i = 0; i < 5; i++) {
            double x = -1.64 + 0.82 * i;
            seating.officeChair(Placing.at(x, 0, -1.02, 0), seat, OFFICE_CHAIR);
            smalls.notepad(Placing.at(x - 0.08, 0.74, -0.47, 4));
            smalls.tumbler(Placing.at(x + 0.2, 0.74, -0.34));
        }
        // on the audience's side only what a large group needs, the middle free for the view
        for (double x : new double[] {1.62, -1.62, 0.7, -0.7}) {
            seating.officeChair(Placing.at(x, 0, 1.02, 180), seat, OFFICE_CHAIR);
            smalls.notepad(Placing.at(x - 0.08, 0.74, 0.48, 176));
            smalls.tumbler(Placing.at(x + 0.2, 0.74, 0.36));
        }
        seating.officeChair(Placing.at(-2.46, 0, 0, 90), seat, OFFICE_CHAIR);
        seating.officeChair(Placing.at(2.46, 0, 0, -90), seat, OFFICE_CHAIR);
        smalls.laptop(Placing.at(1.75, 0.74, 0.02, -90));
        smalls.phone(Placing.at(0, 0.74, 0.05, 30));
        smalls.bowl(Placing.at(-0.5, 0.74, 0));
        Placing far = shell.space(Shell.Wall.FAR);
        d.screen(far.then(4.4, 0, 0), 1.9, 1.6);
        d.cabinet("sideboard", far.then(4.4, 0, 0), 2.4, 0.72, 0.42, 4, 1, Paints.OAK);
        smalls.vase(far.then(3.6, 0.72, 0.2));
        smalls.books(far.then(5.3, 0.72, 0.2), 4);
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

    private static final String[] OFFICE_CHAIR = {"office_chair"};
}
