package dev.beatboard.render.ray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.math.Chance;
import dev.beatboard.render.work.Crew;
import org.junit.jupiter.api.Test;

class WideBvhTest {

    private static final int COUNT = 3000;
    private final float[] positions = new float[9 * COUNT];
    private final int[] corners = new int[3 * COUNT];

    WideBvhTest() {
        for (int i = 0; i < 3 * COUNT; i++) {
            corners[i] = i;
            for (int k = 0; k < 3; k++) {
                positions[3 * i + k] = (float) (5 * Chance.unit(1, i / 3, k, 0) + 0.3 * Chance.unit(2, i, k, 0));
            }
        }
    }

    @Test
    void singleRaysFindWhatTryingAllTrianglesFinds() {
        WideBvh good = new WideBvh();
        Bvh tree = new Bvh();
        WideBvh quick = new WideBvh();
        try (Crew crew = new Crew(2)) {
            good.take(SurfaceAreaBuilder.build(positions, corners, COUNT), positions, corners, crew);
            new MortonBuilder().build(tree, positions, corners, 0, COUNT, crew);
            quick.take(tree, positions, corners, crew);
        }
        WideBvh.Ray r = new WideBvh.Ray();
        // Every third triangle lets rays pass.
        WideBvh.Gate gate = (t, u, v) -> t % 3 != 0;
        int hits = 0;
        for (int k = 0; k < 400; k++) {
            set(r, k);
            int expected = brute(r);
            good.nearest(r, gate);
            float distance = r.distance;
            assertThat(r.hit).isEqualTo(expected);
            set(r, k);
            quick.nearest(r, gate);
            assertThat(r.hit).isEqualTo(expected);
            assertThat(r.distance).isEqualTo(distance);
            set(r, k);
            assertThat(quick.blocks(r, gate)).isEqualTo(expected >= 0);
            hits += expected >= 0 ? 1 : 0;
        }
        assertThat(hits).isBetween(50, 399);
    }

    private static void set(WideBvh.Ray r, int k) {
        double z = 2 * Chance.unit(3, k, 0, 0) - 1;
        double phi = 2 * Math.PI * Chance.unit(3, k, 1, 0);
        double s = Math.sqrt(1 - z * z);
        // Some go straight along an axis.
        boolean straight = k % 10 == 0;
        r.set(
                5 * Chance.unit(3, k, 2, 0),
                5 * Chance.unit(3, k, 3, 0),
                5 * Chance.unit(3, k, 4, 0),
                straight ? 0 : s * Math.cos(phi),
                straight ? -1 : s * Math.sin(phi),
                straight ? 0 : z,
                2.5);
    }

    private int brute(WideBvh.Ray r) {
        int best = -1;
        double near = r.distance;
        for (int t = 0; t < COUNT; t++) {
            if (t % 3 == 0) {
                continue;
            }
            double d = distance(r, t);
            if (d > 0 && d < near) {
                near = d;
                best = t;
            }
        }
        return best;
    }

    private double distance(WideBvh.Ray r, int t) {
        float[] p = positions;
        int o = 9 * t;
        float e1x = p[o + 3] - p[o];
        float e1y = p[o + 4] - p[o + 1];
        float e1z = p[o + 5] - p[o + 2];
        float e2x = p[o + 6] - p[o];
        float e2y = p[o + 7] - p[o + 1];
        float e2z = p[o + 8] - p[o + 2];
        float px = r.dy * e2z - r.dz * e2y;
        float py = r.dz * e2x - r.dx * e2z;
        float pz = r.dx * e2y - r.dy * e2x;
        float inv = 1 / (e1x * px + e1y * py + e1z * pz);
        float sx = r.ox - p[o];
        float sy = r.oy - p[o + 1];
        float sz = r.oz - p[o + 2];
        float u = (sx * px + sy * py + sz * pz) * inv;
        float qx = sy * e1z - sz * e1y;
        float qy = sz * e1x - sx * e1z;
        float qz = sx * e1y - sy * e1x;
        float v = (r.dx * qx + r.dy * qy + r.dz * qz) * inv;
        return u < 0 || v < 0 || u + v > 1 ? -1 : (e2x * qx + e2y * qy + e2z * qz) * inv;
    }
}
