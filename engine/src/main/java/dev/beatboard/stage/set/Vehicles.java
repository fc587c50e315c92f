package dev.beatboard.stage.set;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Material;

/// Parked cars.
final class Vehicles {

    private final Stagehand stage;

    Vehicles(Stagehand stage) {
        this.stage = stage;
    }

    /// A car whose front is toward +z, of the library if it has one, else of simple solids.
    void car(Placing at, int paint) {
        if (stage.prop("car", at, true, CARS[Math.floorMod(paint, CARS.length)]).isPresent()) {
            return;
        }
        Mesh m = new Mesh(at);
        Material body = Paints.solid("car paint", paint, 0.18);
        m.bevelled(body, -0.88, 0.28, -2.1, 0.88, 0.82, 2.1, 0.13);
        m.bevelled(body, -0.86, 0.6, -2.05, 0.86, 0.95, 1.0, 0.1);
        cabin(m, body);
        m.bevelled(Paints.BLACK_PLASTIC, -0.86, 0.26, -2.14, 0.86, 0.45, 2.14, 0.05);
        for (double x : new double[] {-0.8, 0.8}) {
            for (double z : new double[] {-1.32, 1.32}) {
                m.rod(Paints.BLACK_PLASTIC, new Vec3(x - 0.1, 0.32, z), new Vec3(x + 0.1, 0.32, z), 0.32, 24);
                m.rod(Paints.BRUSHED, new Vec3(x - 0.105, 0.32, z), new Vec3(x + 0.105, 0.32, z), 0.2, 20);
            }
            m.bevelled(Paints.PORCELAIN, x * 0.8 - 0.15, 0.6, 2.0, x * 0.8 + 0.15, 0.74, 2.1, 0.02);
            m.bevelled(Paints.RED_PLASTIC, x * 0.8 - 0.15, 0.62, -2.1, x * 0.8 + 0.15, 0.78, -2.0, 0.02);
        }
        stage.obstacle("car", m);
    }

    private static final String[] CARS = {"seat_leon", "renault-scenic", "suv"};

    private static void cabin(Mesh m, Material body) {
        double y0 = 0.92;
        double y1 = 1.42;
        double[] low = {-0.8, -1.75, 0.8, 0.85};
        double[] high = {-0.62, -1.25, 0.62, 0.1};
        Vec3 a = new Vec3(low[0], y0, low[3]);
        Vec3 b = new Vec3(low[2], y0, low[3]);
        Vec3 c = new Vec3(low[2], y0, low[1]);
        Vec3 d = new Vec3(low[0], y0, low[1]);
        Vec3 e = new Vec3(high[0], y1, high[3]);
        Vec3 f = new Vec3(high[2], y1, high[3]);
        Vec3 g = new Vec3(high[2], y1, high[1]);
        Vec3 h = new Vec3(high[0], y1, high[1]);
        Material pane = Paints.SCREEN_OFF;
        m.quad(pane, a, b, f, e).quad(pane, b, c, g, f).quad(pane, c, d, h, g).quad(pane, d, a, e, h);
        m.bevelled(body, high[0] - 0.02, y1 - 0.02, high[1] - 0.02, high[2] + 0.02, y1 + 0.04, high[3] + 0.02, 0.025);
        Vec3[][] posts = {{a, e}, {b, f}, {c, g}, {d, h}};
        for (Vec3[] p : posts) {
            m.rod(body, p[0], p[1], 0.04, 8);
        }
        for (double x : new double[] {-1, 1}) {
            m.rod(body, new Vec3(0.8 * x, y0, -0.45), new Vec3(0.62 * x, y1, -0.5), 0.035, 8);
        }
    }
}
