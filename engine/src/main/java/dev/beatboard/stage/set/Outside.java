package dev.beatboard.stage.set;

import dev.beatboard.math.Chance;
import dev.beatboard.scene.Material;

/// What is seen through the windows of a room some floors up: the ground, and houses across the street. Far enough away
/// not to keep the sun out.
final class Outside {

    private Outside() {}

    /// Houses in a row beyond a wall; `wall` is the wall's space, so outside is its -z.
    static void houses(Stagehand stage, Placing wall, double length, double distance) {
        Mesh m = new Mesh(wall);
        m.box(Paints.ASPHALT, -30, -7.2, -60, length + 30, -7, -2.5);
        Material[] fronts = {Paints.PALE_BRICK, Paints.STUCCO, Paints.BRICK, Paints.SANDSTONE};
        double x = -24;
        int i = 0;
        while (x < length + 24) {
            double w = 6 + 4 * Chance.unit(stage.wish().seed(), 41, i, 0);
            double h = -1 + 4.5 * Chance.unit(stage.wish().seed(), 42, i, 0);
            double z = -distance - 2 * Chance.unit(stage.wish().seed(), 43, i, 0);
            m.box(fronts[i % 4], x, -7, z - 8, x + w, h, z);
            m.box(Paints.CONCRETE, x, h, z - 8, x + w, h + 0.25, z + 0.2);
            for (double y = -5.5; y + 1.6 < h; y += 2.9) {
                for (double wx = x + 0.8; wx + 1 < x + w; wx += 1.9) {
                    m.box(Paints.WHITE_LACQUER, wx - 0.06, y - 0.06, z, wx + 1.06, y + 1.56, z + 0.03);
                    m.box(Paints.SCREEN_OFF, wx, y, z + 0.01, wx + 1, y + 1.5, z + 0.04);
                }
            }
            x += w + 0.02;
            i++;
        }
        for (int t = 0; t < 4; t++) {
            Trees.crown(
                    m,
                    -3 + length * t / 3.0,
                    -7,
                    -distance + 4.5,
                    6.2 + t % 2,
                    50 + t,
                    stage.wish().seed());
        }
        stage.fixture("backdrop", m);
    }
}
