package dev.beatboard.stage.set;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Material;

/// A seamless wall on three sides with round corners, that sweeps to the floor in a quarter circle; a lens inside that
/// turns by a right angle to either side still sees nothing else. Meters, world space.
///
/// @param halfWidth from the middle to a side wall
/// @param back z of the back wall
/// @param front z where side walls and floor end
/// @param height of the walls
/// @param sweep radius of the quarter circle at the foot
/// @param corner radius of the upright corners seen from above, more than `sweep`
record Cyclorama(double halfWidth, double back, double front, double height, double sweep, double corner) {

    private static final int STEPS = 14;
    private static final int CORNER_STEPS = 16;
    private static final double LIFT = 0.004;

    void build(Stagehand stage, Material paint) {
        int rings = STEPS + 2;
        int stations = 2 * CORNER_STEPS + 4;
        float[] pos = new float[3 * rings * stations];
        float[] nor = new float[3 * rings * stations];
        for (int s = 0; s < stations; s++) {
            Vec3[] at = station(s);
            for (int r = 0; r < rings; r++) {
                double a = StrictMath.PI / 2 * Math.max(0, r - 1) / STEPS;
                double in = sweep - sweep * StrictMath.cos(a);
                double y = r == 0 ? height : LIFT + sweep - sweep * StrictMath.sin(a);
                Vec3 p = at[0].plus(at[1], in).withY(y);
                Vec3 n = at[1].times(StrictMath.cos(a)).withY(StrictMath.sin(a));
                put(pos, 3 * (s * rings + r), p);
                put(nor, 3 * (s * rings + r), n);
            }
        }
        int[] tri = new int[6 * (rings - 1) * (stations - 1)];
        int k = 0;
        for (int s = 0; s + 1 < stations; s++) {
            for (int r = 0; r + 1 < rings; r++) {
                int v = s * rings + r;
                int[] q = {v, v + 1, v + rings + 1, v, v + rings + 1, v + rings};
                System.arraycopy(q, 0, tri, k, 6);
                k += 6;
            }
        }
        Mesh m = new Mesh(Placing.ORIGIN);
        m.triangles(paint.withTwoSided(true), pos, nor, tri);
        // the floor within the sweep, a fan round its middle
        float[] floor = new float[3 * (stations + 1)];
        float[] up = new float[3 * (stations + 1)];
        int[] fan = new int[3 * stations];
        Vec3 middle = new Vec3(0, LIFT, front);
        put(floor, 3 * stations, middle);
        put(up, 3 * stations, Vec3.Y);
        for (int s = 0; s < stations; s++) {
            Vec3[] at = station(s);
            put(floor, 3 * s, at[0].plus(at[1], sweep).withY(LIFT));
            put(up, 3 * s, Vec3.Y);
            if (s + 1 < stations) {
                fan[3 * s] = stations;
                fan[3 * s + 1] = s + 1;
                fan[3 * s + 2] = s;
            }
        }
        m.triangles(paint.withTwoSided(true), floor, up, fan);
        stage.fixture("backdrop", m);
    }

    /// A place along the foot of the upright wall and the way into the studio there; from the left front corner round.
    private Vec3[] station(int s) {
        int last = 2 * CORNER_STEPS + 3;
        if (s == 0 || s == last) {
            double side = s == 0 ? -1 : 1;
            return new Vec3[] {new Vec3(side * halfWidth, 0, front), new Vec3(-side, 0, 0)};
        }
        boolean left = s <= CORNER_STEPS + 1;
        double t = (left ? s - 1 : s - 2 - CORNER_STEPS) / (double) CORNER_STEPS;
        double a = StrictMath.PI / 2 * (left ? t : 1 - t);
        double side = left ? -1 : 1;
        Vec3 out = new Vec3(side * StrictMath.cos(a), 0, -StrictMath.sin(a));
        Vec3 c = new Vec3(side * (halfWidth - corner), 0, back + corner);
        return new Vec3[] {c.plus(out, corner), out.times(-1)};
    }

    private static void put(float[] a, int i, Vec3 v) {
        a[i] = (float) v.x();
        a[i + 1] = (float) v.y();
        a[i + 2] = (float) v.z();
    }
}
