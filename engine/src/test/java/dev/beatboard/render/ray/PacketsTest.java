package dev.beatboard.render.ray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Chance;
import dev.beatboard.render.work.Crew;
import org.junit.jupiter.api.Test;

class PacketsTest {

    private static final int COUNT = 3000;
    private static final Veil SOLID = new Veil() {
        @Override
        public int kind(int triangle) {
            return Veil.SOLID;
        }

        @Override
        public boolean passes(int triangle, float u, float v) {
            return false;
        }
    };

    private final float[] positions = new float[9 * COUNT];
    private final int[] corners = new int[3 * COUNT];

    PacketsTest() {
        for (int i = 0; i < 3 * COUNT; i++) {
            corners[i] = i;
            for (int k = 0; k < 3; k++) {
                positions[3 * i + k] = (float) (5 * Chance.unit(1, i / 3, k, 0) + 0.3 * Chance.unit(2, i, k, 0));
            }
        }
    }

    @Test
    void bothKindsOfTreeFindWhatTryingAllTrianglesFinds() {
        Bvh good = SurfaceAreaBuilder.build(positions, corners, COUNT);
        Bvh quick = new Bvh();
        try (Crew crew = new Crew(2)) {
            new MortonBuilder().build(quick, positions, corners, 0, COUNT, crew);
        }
        for (int round = 0; round < 20; round++) {
            Rays a = rays(round);
            Rays b = rays(round);
            Rays c = rays(round);
            Packets.reset(a);
            Packets.nearest(good, SOLID, a);
            Packets.reset(b);
            Packets.nearest(quick, SOLID, b);
            Packets.reset(c);
            Packets.occlude(quick, SOLID, c);
            for (int i = 0; i < 16; i++) {
                int expected = brute(a, i);
                assertThat(a.hit[i]).isEqualTo(expected);
                assertThat(b.hit[i]).isEqualTo(expected);
                assertThat(b.distance[i]).isEqualTo(a.distance[i], within(0f));
                assertThat(c.hit[i] >= 0).isEqualTo(expected >= 0);
            }
        }
    }

    /// Every other bundle goes one way, the rest all ways.
    private static Rays rays(int round) {
        Rays r = new Rays(16);
        for (int i = 0; i < 16; i++) {
            double x = Chance.signed(3, round, i, 0);
            double y = Chance.signed(3, round, i, 1);
            double z = Chance.signed(3, round, i, 2);
            if (round % 2 == 0) {
                x = 0.2 + 0.1 * x;
                y = 0.3 + 0.1 * y;
                z = i == 0 ? 0 : 1;
            }
            double l = Math.sqrt(x * x + y * y + z * z);
            float origin = round % 2 == 0 ? -1 : 2.5f;
            r.set(i, origin + 0.1f * i, origin, origin, (float) (x / l), (float) (y / l), (float) (z / l), 1e4f);
        }
        return r;
    }

    private int brute(Rays r, int i) {
        int best = -1;
        double near = 1e4;
        for (int t = 0; t < COUNT; t++) {
            double d = distance(r, i, t);
            if (d > 0 && d < near) {
                near = d;
                best = t;
            }
        }
        return best;
    }

    private double distance(Rays r, int i, int t) {
        double[] e1 = new double[3];
        double[] e2 = new double[3];
        double[] s = new double[3];
        double[] o = {r.ox[i], r.oy[i], r.oz[i]};
        double[] d = {r.dx[i], r.dy[i], r.dz[i]};
        for (int k = 0; k < 3; k++) {
            e1[k] = positions[9 * t + 3 + k] - positions[9 * t + k];
            e2[k] = positions[9 * t + 6 + k] - positions[9 * t + k];
            s[k] = o[k] - positions[9 * t + k];
        }
        double[] p = cross(d, e2);
        double det = dot(e1, p);
        double u = dot(s, p) / det;
        double[] q = cross(s, e1);
        double v = dot(d, q) / det;
        return u < 0 || v < 0 || u + v > 1 ? -1 : dot(e2, q) / det;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
