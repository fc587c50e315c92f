package dev.beatboard.stage.set;

import dev.beatboard.asset.Prop;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Material;
import java.util.Optional;

/// Chairs, sofas and benches, with their places to sit. Fronts are toward +z of the placing.
final class Seating {

    private final Stagehand stage;

    Seating(Stagehand stage) {
        this.stage = stage;
    }

    /// A chair of the library if it has one of these, else four legs, a seat and a back.
    void chair(Placing at, Material cloth, String... names) {
        Optional<Prop> p = stage.prop("chair", at, false, names);
        if (p.isPresent()) {
            double z = 0.03;
            stage.seat(at, 0, surface(p.get(), 0, z), z, true);
            return;
        }
        Mesh m = new Mesh(at);
        double h = 0.46;
        m.bevelled(cloth, -0.22, h - 0.06, -0.21, 0.22, h, 0.23, 0.02);
        m.bevelled(cloth, -0.21, h + 0.16, -0.245, 0.21, h + 0.44, -0.2, 0.02);
        for (double x : new double[] {-0.19, 0.19}) {
            m.cone(Paints.BEECH, new Vec3(x, 0, 0.2), new Vec3(x * 0.95, h - 0.06, 0.18), 0.013, 0.019, 10);
            m.cone(Paints.BEECH, new Vec3(x, 0, -0.23), new Vec3(x * 0.95, h - 0.03, -0.19), 0.013, 0.019, 10);
            m.cone(
                    Paints.BEECH,
                    new Vec3(x * 0.95, h - 0.03, -0.19),
                    new Vec3(x * 0.9, h + 0.42, -0.235),
                    0.019,
                    0.013,
                    10);
        }
        stage.fixture("chair", m);
        stage.seat(at, 0, h, 0.03, true);
    }

    /// A swivel chair on five castors.
    void officeChair(Placing at, Material cloth, String... names) {
        Optional<Prop> p = stage.prop("chair", at, false, names);
        if (p.isPresent()) {
            stage.seat(at, 0, surface(p.get(), 0, 0.03), 0.03, false);
            return;
        }
        Mesh m = new Mesh(at);
        double h = 0.48;
        m.bevelled(cloth, -0.24, h - 0.07, -0.22, 0.24, h, 0.25, 0.03);
        m.bevelled(cloth, -0.22, h + 0.1, -0.27, 0.22, h + 0.56, -0.215, 0.025);
        m.bevelled(Paints.BLACK_PLASTIC, -0.04, h - 0.05, -0.3, 0.04, h + 0.3, -0.27, 0.01);
        m.rod(Paints.CHROME, new Vec3(0, 0.1, 0), new Vec3(0, h - 0.07, 0), 0.025, 14);
        for (int i = 0; i < 5; i++) {
            double a = 2 * StrictMath.PI * i / 5;
            Vec3 end = new Vec3(0.29 * StrictMath.sin(a), 0.07, 0.29 * StrictMath.cos(a));
            m.cone(Paints.BLACK_PLASTIC, new Vec3(0, 0.12, 0), end, 0.03, 0.016, 8);
            m.ball(Paints.BLACK_PLASTIC, end.withY(0.03), 0.03, 0.03, 0.03, 6);
        }
        for (double x : new double[] {-0.29, 0.29}) {
            m.bevelled(Paints.BLACK_PLASTIC, x - 0.025, h + 0.18, -0.14, x + 0.025, h + 0.205, 0.14, 0.01);
            m.rod(Paints.BLACK_PLASTIC, new Vec3(x, h + 0.18, -0.05), new Vec3(x * 0.8, h - 0.05, -0.05), 0.014, 8);
        }
        stage.fixture("chair", m);
        stage.seat(at, 0, h, 0.03, false);
    }

    /// A sofa with `places` seats.
    void sofa(Placing at, int places, Material cloth, String... names) {
        String noun = places == 1 ? "armchair" : "sofa";
        Optional<Prop> p = stage.prop(noun, at, true, names);
        if (p.isPresent()) {
            double w = p.get().width() * 0.72;
            double z = p.get().depth() * 0.1;
            for (int i = 0; i < places; i++) {
                double x = places == 1 ? 0 : -w / 2 + w * (i + 0.5) / places;
                stage.seat(at, x, surface(p.get(), x, z), z, false);
            }
            return;
        }
        double w = 0.62 * places + 0.36;
        Mesh m = new Mesh(at);
        double h = 0.43;
        m.bevelled(cloth, -w / 2, 0.1, -0.42, w / 2, 0.28, 0.42, 0.03);
        m.bevelled(cloth, -w / 2, 0.1, -0.45, w / 2, 0.82, -0.25, 0.06);
        m.bevelled(cloth, -w / 2, 0.1, -0.42, -w / 2 + 0.17, 0.6, 0.43, 0.05);
        m.bevelled(cloth, w / 2 - 0.17, 0.1, -0.42, w / 2, 0.6, 0.43, 0.05);
        for (int i = 0; i < places; i++) {
            double x = -w / 2 + 0.18 + 0.62 * i;
            m.bevelled(cloth, x + 0.005, 0.27, -0.26, x + 0.615, h, 0.44, 0.05);
            m.bevelled(cloth, x + 0.01, h - 0.02, -0.28, x + 0.61, h + 0.4, -0.12, 0.06);
            stage.seat(at, x + 0.31, h, 0.1, false);
        }
        for (double x : new double[] {-w / 2 + 0.08, w / 2 - 0.08}) {
            for (double z : new double[] {-0.36, 0.36}) {
                m.rod(Paints.WALNUT, new Vec3(x, 0, z), new Vec3(x, 0.11, z), 0.022, 10);
            }
        }
        stage.obstacle(noun, m);
    }

    /// A bench of slats on two frames.
    void bench(Placing at, double w, Material wood) {
        Mesh m = new Mesh(at);
        double h = 0.45;
        for (int i = 0; i < 4; i++) {
            double z = -0.2 + 0.105 * i;
            m.bevelled(wood, -w / 2, h - 0.035, z, w / 2, h, z + 0.09, 0.008);
        }
        for (double x : new double[] {-w / 2 + 0.15, w / 2 - 0.15}) {
            m.bevelled(Paints.DARK_METAL, x - 0.02, 0, -0.19, x + 0.02, h - 0.035, -0.15, 0.004);
            m.bevelled(Paints.DARK_METAL, x - 0.02, 0, 0.16, x + 0.02, h - 0.035, 0.2, 0.004);
            m.bevelled(Paints.DARK_METAL, x - 0.02, h - 0.07, -0.19, x + 0.02, h - 0.035, 0.2, 0.004);
        }
        stage.obstacle("bench", m);
        stage.seat(at, -w / 4, h, 0.02, true);
        stage.seat(at, w / 4, h, 0.02, true);
    }

    /// The height of the sitting surface of a prop: the highest face under a person's hip that is below 0.62 m.
    static double surface(Prop p, double x, double z) {
        double best = 0;
        for (Prop.Part part : p.parts()) {
            int[] t = part.topology().triangles();
            float[] v = part.positions();
            for (int i = 0; i < t.length; i += 3) {
                double y = heightAt(v, t[i], t[i + 1], t[i + 2], x, z);
                if (y < 0.62 && y > best) {
                    best = y;
                }
            }
        }
        return best > 0.3 ? best : 0.45;
    }

    private static double heightAt(float[] v, int a, int b, int c, double x, double z) {
        double ax = v[3 * a] - x;
        double az = v[3 * a + 2] - z;
        double bx = v[3 * b] - x;
        double bz = v[3 * b + 2] - z;
        double cx = v[3 * c] - x;
        double cz = v[3 * c + 2] - z;
        double wa = bx * cz - bz * cx;
        double wb = cx * az - cz * ax;
        double wc = ax * bz - az * bx;
        double sum = wa + wb + wc;
        if (sum == 0 || wa * sum < 0 || wb * sum < 0 || wc * sum < 0) {
            return -1;
        }
        return (wa * v[3 * a + 1] + wb * v[3 * b + 1] + wc * v[3 * c + 1]) / sum;
    }
}
