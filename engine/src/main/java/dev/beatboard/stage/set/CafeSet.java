package dev.beatboard.stage.set;

import dev.beatboard.scene.Rgb;

/// A cafe: small tables with two chairs each that face across the picture, a counter behind, a window front on the
/// picture's right.
final class CafeSet {

    private final Stagehand stage;

    CafeSet(Stagehand stage) {
        this.stage = stage;
    }

    SetPlan build() {
        double h = 3.2;
        Shell shell = new Shell(
                stage,
                -5,
                -5.2,
                5,
                7.6,
                h,
                new Shell.Finish(
                        Paints.WARM_WALL,
                        Paints.CAFE_FLOOR,
                        Paints.PLASTER_CEILING,
                        Paints.WALNUT,
                        Paints.DARK_LACQUER,
                        Paints.WALNUT));
        shell.wall(Shell.Wall.FAR, Paints.BRICK, Opening.door(8.4));
        shell.wall(Shell.Wall.LEFT, Paints.GREEN_WALL);
        shell.wall(
                Shell.Wall.RIGHT,
                Opening.window(1.2, 3.9, 0.55, 2.7),
                Opening.window(4.6, 7.3, 0.55, 2.7),
                Opening.window(8, 10.6, 0.55, 2.7));
        shell.wall(Shell.Wall.NEAR, new Opening(4, 6, 0, 2.4, Opening.Filling.GLASS_DOOR));
        Outside.houses(stage, shell.space(Shell.Wall.RIGHT), 11.2, 17);
        Outside.houses(stage, shell.space(Shell.Wall.NEAR), 10, 17);
        Dressing d = new Dressing(stage);
        Smalls smalls = new Smalls(stage);
        Seating seating = new Seating(stage);
        double[][] tables = {{0, 0}, {-3.1, -0.6}, {3.2, -0.9}, {-3.2, 2.3}, {3.3, 2.1}, {-0.7, -2.2}};
        for (int i = 0; i < tables.length; i++) {
            double x = tables[i][0];
            double z = tables[i][1];
            d.roundTable(Placing.at(x, 0, z), 0.36, 0.73, Paints.WALNUT);
            seating.chair(Placing.at(x - 0.66, 0, z, 90), Paints.cloth("seat", 0x6A4A34), CHAIR);
            seating.chair(Placing.at(x + 0.66, 0, z, -90), Paints.cloth("seat", 0x6A4A34), CHAIR);
            smalls.cup(Placing.at(x - 0.16, 0.73, z + 0.06, 200));
            smalls.cup(Placing.at(x + 0.17, 0.73, z - 0.07, 20));
            if (i % 2 == 0) {
                smalls.tableVase(Placing.at(x, 0.73, z - 0.24));
            }
            d.pendant(Placing.at(x, 0, z), h, i == 0 ? 2.25 : 1.95, i % 2 == 0 ? Paints.DARK_METAL : Paints.BRASS);
        }
        counter(d, smalls, h);
        d.picture(shell.space(Shell.Wall.LEFT).then(6.6, 0, 0), 0.7, 0.9, 1.7, 0xA6743C);
        d.picture(shell.space(Shell.Wall.LEFT).then(7.8, 0, 0), 0.5, 0.6, 1.75, 0x4A6A6E);
        d.picture(shell.space(Shell.Wall.LEFT).then(8.7, 0, 0), 0.6, 0.75, 1.65, 0x7B3E34);
        d.plant(Placing.at(4.55, 0, -4.7), 1.8, 1);
        d.plant(Placing.at(-4.55, 0, -1.9), 1.3, 2);
        d.plant(Placing.at(4.6, 0, 0.6), 1.2, 3);
        for (double[] p : new double[][] {{-2.4, 4}, {2.4, 4}, {0, 4}}) {
            shell.panel(p[0], p[1], 0.5, 0.5, new Rgb(7, 5.2f, 3.4f));
        }
        stage.path(1.65, -2.7, 1.65, 3.2);
        return new SetPlan(
                SetPlan.DAY, SetPlan.area(-1.2, 0.7, 1.2, 2.2), Placing.at(0.02, 0.73, 0.2), Placing.at(-1.6, 0, 1.2));
    }

    private static final String[] CHAIR = {"thonet", "cafe-chair"};

    private void counter(Dressing d, Smalls smalls, double h) {
        Mesh m = new Mesh(Placing.at(-1.9, 0, -3.6));
        m.bevelled(Paints.WALNUT, -2.4, 1.0, -0.38, 2.4, 1.06, 0.4, 0.01);
        for (int i = 0; i < 16; i++) {
            double x = -2.34 + 0.2925 * i;
            m.bevelled(Paints.GREEN_WALL, x, 0.08, -0.3, x + 0.285, 1.0, 0.3, 0.008);
        }
        m.box(Paints.DARK_LACQUER, -2.3, 0, -0.25, 2.3, 0.08, 0.25);
        stage.obstacle("counter", m);
        smalls.espressoMachine(Placing.at(-3.2, 1.06, -3.65, 180));
        smalls.bowl(Placing.at(-1.4, 1.06, -3.5));
        smalls.vase(Placing.at(-0.1, 1.06, -3.5));
        for (int i = 0; i < 5; i++) {
            smalls.cup(Placing.at(-2.5 + 0.17 * i, 1.06, -3.6, 40 * i));
        }
        for (int shelf = 0; shelf < 3; shelf++) {
            double y = 1.35 + 0.42 * shelf;
            Mesh s = new Mesh(Placing.at(-1.9, y, -5.2));
            s.bevelled(Paints.OAK, -2.2, 0, 0, 2.2, 0.035, 0.28, 0.004);
            for (int i = 0; i < 12; i++) {
                double x = -2 + 0.36 * i;
                if ((i + shelf) % 3 == 0) {
                    s.lathe(Paints.GLASS, x, 0.14, 16, 0, 0.036, 0.06, 0.036, 0.06, 0.2, 0.04, 0.23);
                } else if ((i + shelf) % 3 == 1) {
                    s.lathe(Paints.PORCELAIN, x, 0.14, 16, 0, 0.036, 0.04, 0.036, 0.05, 0.13, 0.045, 0.13);
                } else {
                    s.bevelled(
                            Paints.solid("tin", i % 2 == 0 ? 0x8F3B2E : 0x3E5E58, 0.4),
                            x - 0.06,
                            0.035,
                            0.06,
                            x + 0.06,
                            0.22,
                            0.2,
                            0.01);
                }
            }
            stage.fixture("shelf", s);
        }
        Mesh board = new Mesh(Placing.at(2.2, 0, -5.2));
        board.bevelled(Paints.WALNUT, -0.75, 1.3, 0, 0.75, 2.4, 0.03, 0.006);
        board.box(Paints.solid("blackboard", 0x22282A, 0.8), -0.7, 1.35, 0.02, 0.7, 2.35, 0.032);
        for (int i = 0; i < 7; i++) {
            board.box(
                    Paints.PAPER,
                    -0.58,
                    2.2 - 0.115 * i,
                    0.032,
                    -0.58 + 0.5 + 0.1 * (i * 7 % 4),
                    2.222 - 0.115 * i,
                    0.0325);
            board.box(Paints.PAPER, 0.42, 2.2 - 0.115 * i, 0.032, 0.56, 2.222 - 0.115 * i, 0.0325);
        }
        stage.fixture("menu board", board);
        for (double x : new double[] {-3.6, -1.9, -0.2}) {
            d.pendant(Placing.at(x, 0, -3.5), h, 2.0, Paints.BRASS);
        }
    }
}
