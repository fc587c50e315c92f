package dev.beatboard.stage.set;

import dev.beatboard.scene.Rgb;
import java.util.ArrayList;
import java.util.List;

/// A corridor of an office floor: doors on both sides, panels in the ceiling, a window at the far end.
final class CorridorSet {

    private static final double HALF = 1.55;
    private static final double HEIGHT = 2.75;
    private static final Rgb PANEL = new Rgb(9, 8.55f, 7.85f);

    private final Stagehand stage;

    CorridorSet(Stagehand stage) {
        this.stage = stage;
    }

    SetPlan build() {
        double walk = Math.max(5, stage.wish().walk());
        double far = -walk - 6.5;
        double near = 8.5;
        Shell shell = new Shell(
                stage,
                -HALF,
                far,
                HALF,
                near,
                HEIGHT,
                new Shell.Finish(
                        Paints.WHITE_WALL,
                        Paints.STONE_FLOOR,
                        Paints.CEILING,
                        Paints.DARK_SKIRTING,
                        Paints.GREY_LACQUER,
                        Paints.OAK));
        double length = near - far;
        List<Opening> left = new ArrayList<>();
        List<Opening> right = new ArrayList<>();
        for (double s = 1.7; s + 1.4 < length; s += 3.4) {
            left.add(Opening.door(s));
            right.add(Opening.door(s + (s + 2.8 < length ? 1.2 : 0)));
        }
        shell.wall(Shell.Wall.LEFT, left.toArray(Opening[]::new));
        shell.wall(Shell.Wall.RIGHT, Paints.BLUE_WALL, right.toArray(Opening[]::new));
        shell.wall(Shell.Wall.FAR, Opening.window(0.55, 2 * HALF - 0.55, 0.5, 2.4));
        shell.wall(Shell.Wall.NEAR, Opening.door(1.05));
        Outside.houses(stage, shell.space(Shell.Wall.FAR), 2 * HALF, 16);
        for (double z = far + 1.5; z < near - 0.5; z += 2.4) {
            shell.panel(0, z, 0.6, 1.2, PANEL);
        }
        signs(shell.space(Shell.Wall.LEFT), left);
        signs(shell.space(Shell.Wall.RIGHT), right);
        Dressing d = new Dressing(stage);
        Placing l = shell.space(Shell.Wall.LEFT);
        Placing r = shell.space(Shell.Wall.RIGHT);
        double mid = length - 6;
        d.noticeBoard(l.then(clear(left, near + 2.6), 0, 0), 1.1, 0.8, 1.55);
        d.picture(l.then(clear(left, near + 6), 0, 0), 0.8, 0.6, 1.55, 0x3C5A73);
        d.picture(r.then(clear(right, length - near - 1.6), 0, 0), 0.9, 0.65, 1.55, 0x9A6B3F);
        d.picture(r.then(clear(right, length - near - 8), 0, 0), 0.7, 0.7, 1.55, 0x5A6B4A);
        d.clock(l.then(clear(left, near + 9.5), 0, 0), 2.2);
        new Seating(stage).bench(r.then(clear(right, mid - near - 1.4), 0, 0.26), 1.25, Paints.OAK);
        d.plant(Placing.at(-HALF + 0.32, 0, far + 0.5), 1.6, 1);
        d.plant(Placing.at(HALF - 0.32, 0, far + 0.5), 1.45, 2);
        d.plant(r.then(clear(right, length - near - 4.6), 0, 0.28), 1.25, 3);
        extinguisher(l.then(clear(left, near + 0.5), 0, 0));
        exitSign(Placing.at(0, HEIGHT, far + 2.9));
        stage.path(0, -walk - 0.5, 0, 0.4);
        return new SetPlan(
                SetPlan.DAY,
                SetPlan.area(-0.9, -1.2, 0.9, 1.2),
                Placing.at(HALF - 0.3, 0.45, -2),
                Placing.at(-HALF + 0.4, 0, -2.2));
    }

    /// The middle of the stretch between two doors that is nearest to `wish`.
    private static double clear(List<Opening> doors, double wish) {
        double best = wish;
        double gap = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < doors.size(); i++) {
            double c = (doors.get(i).to() + doors.get(i + 1).from()) / 2;
            if (StrictMath.abs(c - wish) < gap) {
                gap = StrictMath.abs(c - wish);
                best = c;
            }
        }
        return best;
    }

    private void signs(Placing wall, List<Opening> doors) {
        for (Opening o : doors) {
            Mesh m = new Mesh(wall);
            double x = o.to() + 0.2;
            m.bevelled(Paints.BRUSHED, x, 1.5, 0, x + 0.16, 1.62, 0.008, 0.002);
            m.box(Paints.DARK_LACQUER, x + 0.03, 1.57, 0.008, x + 0.1, 1.59, 0.0085);
            m.box(Paints.DARK_LACQUER, x + 0.03, 1.53, 0.008, x + 0.13, 1.54, 0.0085);
            stage.fixture("door sign", m);
        }
    }

    private void extinguisher(Placing at) {
        Mesh m = new Mesh(at);
        m.lathe(Paints.RED_PLASTIC, 0, 0.1, 24, 0, 0.75, 0.075, 0.76, 0.08, 0.8, 0.08, 1.15, 0.055, 1.22, 0.02, 1.24);
        m.bevelled(Paints.BLACK_PLASTIC, -0.02, 1.24, 0.06, 0.02, 1.3, 0.16, 0.006);
        m.box(Paints.BRUSHED, -0.03, 0.9, 0, 0.03, 1.1, 0.03);
        stage.fixture("fire extinguisher", m);
    }

    private void exitSign(Placing at) {
        Mesh m = new Mesh(at);
        m.box(Paints.BRUSHED, -0.005, -0.12, -0.005, 0.005, 0, 0.005);
        m.bevelled(Paints.WHITE_LACQUER, -0.2, -0.3, -0.02, 0.2, -0.12, 0.02, 0.004);
        m.box(Paints.solid("sign green", 0x1F8A55, 0.4), -0.19, -0.29, 0.019, 0.19, -0.13, 0.021);
        m.box(Paints.PAPER, -0.14, -0.24, 0.021, 0.06, -0.18, 0.022);
        stage.fixture("exit sign", m);
    }
}
