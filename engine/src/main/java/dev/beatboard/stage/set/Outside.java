package dev.beatboard.stage.set;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;

/// What is seen through the windows of a room some floors up: a street, the houses across it and the town behind them,
/// paler with distance. Like a painted backing on a stage it shines by itself, as bright as the windows are at the time
/// of day, so that it holds its place over or under the faces whatever the room's light is; by night some of its
/// windows are lit. Low enough on the horizon not to keep the sun out.
final class Outside {

    /// The haze that distance fades to (scene units, as a window by day).
    private static final Rgb HAZE = new Rgb(1.25f, 1.4f, 1.58f);

    private static final Rgb[] FRONTS = {
        new Rgb(0.56f, 0.41f, 0.28f),
        new Rgb(0.78f, 0.72f, 0.6f),
        new Rgb(0.42f, 0.2f, 0.14f),
        new Rgb(0.68f, 0.54f, 0.37f),
        new Rgb(0.4f, 0.43f, 0.46f)
    };
    private static final Rgb TRIM = new Rgb(0.95f, 0.93f, 0.87f);
    private static final Rgb PANE = new Rgb(0.22f, 0.27f, 0.33f);
    /// Lamps behind windows shine alike by day and by night; by day one does not see it.
    private static final Rgb LAMPLIGHT = new Rgb(0.24f, 0.185f, 0.115f);

    private final Stagehand stage;
    private final Mesh mesh;

    private Outside(Stagehand stage, Placing wall) {
        this.stage = stage;
        this.mesh = new Mesh(wall);
    }

    /// The town beyond a wall; `wall` is the wall's space, so outside is its -z.
    ///
    /// @param distance to the houses across the street
    static void houses(Stagehand stage, Placing wall, double length, double distance) {
        Outside o = new Outside(stage, wall);
        o.mesh.box(o.paint(new Rgb(0.5f, 0.5f, 0.52f), 0.1), -30, -7.2, -distance, length + 30, -7, -2.5);
        o.row(length, distance, 6, 3.5, 0.1, 0);
        o.row(length, 2.6 * distance, 11, 6.5, 0.42, 100);
        o.row(length, 5 * distance, 16, 13, 0.7, 200);
        for (int t = 0; t < 4; t++) {
            Trees.crown(
                    o.mesh,
                    -3 + length * t / 3.0,
                    -7,
                    -distance + 4.5,
                    6.2 + t % 2,
                    50 + t,
                    stage.wish().seed());
        }
        stage.fixture("backdrop", o.mesh);
    }

    /// A row of fronts.
    ///
    /// @param top the highest roof
    /// @param haze how far their colors have gone to that of the haze
    private void row(double length, double distance, double width, double top, double haze, int salt) {
        double reach = 1.3 * distance;
        double x = -reach;
        for (int i = 0; x < length + reach; i++) {
            double w = width * (1 + 0.6 * chance(salt + 41, i, 0));
            double h = top - (top + 1) * chance(salt + 42, i, 0);
            double z = -distance - 0.1 * distance * chance(salt + 43, i, 0);
            front(x, w, h, z, haze, salt + i);
            x += w + 0.02;
        }
    }

    private void front(double x, double w, double h, double z, double haze, int salt) {
        Rgb body = FRONTS[Math.floorMod(salt, FRONTS.length)];
        mesh.box(paint(body.times(0.62), haze), x, -7, z - 8, x + w, h, z - 0.02);
        mesh.box(paint(body, haze), x, -7, z - 0.02, x + w, h, z);
        mesh.box(paint(body.times(1.15), haze), x - 0.05, h, z - 8, x + w + 0.05, h + 0.2, z + 0.15);
        mesh.box(paint(body.times(0.5), haze), x, h - 0.14, z, x + w, h, z + 0.02);
        double pitch = w / Math.max(2, (int) (w / 2));
        int k = 0;
        for (double y = h - 2.4; y > -6.8; y -= 2.9) {
            for (double c = x + pitch / 2; c < x + w; c += pitch) {
                window(c, y, z, haze, 1000L * salt + k);
                k++;
            }
        }
    }

    /// A window: frame, a pane that mirrors the sky in its upper part, and a lamp or a curtain behind some.
    private void window(double c, double y, double z, double haze, long salt) {
        double b = chance(51, salt, 0);
        boolean lamp = b < 0.2;
        Material pane = lamp ? Material.emissive("lit window", LAMPLIGHT.times(0.5 + 3 * b)) : paint(PANE, haze);
        face(paint(TRIM, haze), c - 0.62, y - 0.1, c + 0.62, y + 1.7, z + 0.02);
        face(pane, c - 0.52, y, c + 0.52, y + 0.9, z + 0.04);
        face(lamp ? pane : paint(PANE.times(2.1), haze), c - 0.52, y + 0.9, c + 0.52, y + 1.6, z + 0.04);
        if (haze > 0.3) {
            return;
        }
        if (b > 0.72) {
            face(paint(TRIM.times(0.8), haze), c - 0.52, y, c - 0.22, y + 1.6, z + 0.05);
        }
        face(paint(TRIM, haze), c - 0.03, y, c + 0.03, y + 1.6, z + 0.06);
    }

    /// A flat upright face toward the room.
    private void face(Material m, double x0, double y0, double x1, double y1, double z) {
        mesh.quad(m, new Vec3(x0, y0, z), new Vec3(x1, y0, z), new Vec3(x1, y1, z), new Vec3(x0, y1, z));
    }

    private Material paint(Rgb c, double haze) {
        return Glow.material(LightGroup.WINDOW, c.times(1 - haze).plus(HAZE.times(haze)));
    }

    private double chance(int what, long a, long b) {
        return Chance.unit(stage.wish().seed(), what, a, b);
    }
}
