package dev.beatboard.render.reference;

import dev.beatboard.render.bsdf.SkinProfile;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.sampler.Circle;
import dev.beatboard.render.texture.Grain;
import dev.beatboard.scene.Material;

/// Where light that leaves skin has entered it: a place is drawn on a disk by the profile of one of the colors, a ray
/// through the skin around finds all that lies under and over it, and one of these is taken (King et al. 2013). Scratch
/// memory, one per worker.
final class Subsurface {

    /// Farther away nothing enters, meters: red is down to one part in 3000.
    private static final double MOST = SkinProfile.WIDTH * 3;
    /// Fall of each color, one over square meters.
    private static final double[] FALL = {
        fall(SkinProfile.RED), fall(SkinProfile.GREEN), fall(SkinProfile.BLUE),
    };
    /// How often the disk lies along the surface; else it stands on it, one way or the other.
    private static final double FLAT = 0.8;

    private final Around around;
    private final WideBvh.Gate collecting = this::collects;
    private final WideBvh.Ray ray = new WideBvh.Ray();
    private final double[] axes = new double[9];
    private double ox;
    private double oy;
    private double oz;
    private int found;
    private int chance;
    private int least;
    private int taken;
    private float takenU;
    private float takenV;
    /// Where light enters, its normal outward, of unit length, and the share of it that leaves at the place asked
    /// about, over the density.
    private double x;

    private double y;
    private double z;
    private double nx;
    private double ny;
    private double nz;
    double red;
    double green;
    double blue;

    Subsurface(Around around) {
        this.around = around;
    }

    private static double fall(double k) {
        return k / ((double) SkinProfile.WIDTH * SkinProfile.WIDTH);
    }

    /// Turns to a place where light leaves.
    void leave(Interaction at) {
        ox = at.p.x;
        oy = at.p.y;
        oz = at.p.z;
        axes(at.p.gx, at.p.gy, at.p.gz);
    }

    /// Draws where light has entered that leaves there, and moves `at` to it, seen from straight above. False where the
    /// draw is worth nothing.
    ///
    /// @param u in [0, 1), as `v`
    /// @param chance bits for all else that is drawn
    /// @param width of the footprint, meters
    boolean enter(Interaction at, double u, double v, int chance, float width) {
        double pick = unit(chance * 0x9E3779B1 + 1);
        int axis = pick < FLAT ? 0 : pick < (1 + FLAT) / 2 ? 1 : 2;
        double k = FALL[(int) (3 * unit(chance * 0x85EBCA77 + 2))];
        double rest = StrictMath.exp(-k * MOST * MOST);
        double r2 = Math.min(MOST * MOST, -StrictMath.log(1 - u * (1 - rest)) / k);
        probe(axis, Math.sqrt(r2), v, Math.sqrt(MOST * MOST - r2), chance);
        if (found == 0 || !locate()) {
            return false;
        }
        double dx = x - ox;
        double dy = y - oy;
        double dz = z - oz;
        double d2 = dx * dx + dy * dy + dz * dz;
        double density = density(dx, dy, dz, d2);
        if (d2 > MOST * MOST || !(density > 0)) {
            return false;
        }
        red = found * share(0, d2) / density;
        green = found * share(1, d2) / density;
        blue = found * share(2, d2) / density;
        // From a little above straight down, which cannot miss.
        double high = 1e-3;
        ray.set(x + high * nx, y + high * ny, z + high * nz, -nx, -ny, -nz, 2 * high);
        ray.hit = taken;
        at.meet(around, ray, width);
        return true;
    }

    /// The normal and two directions along the surface (Duff et al. 2017).
    private void axes(double x, double y, double z) {
        double sign = z >= 0 ? 1 : -1;
        double a = -1 / (sign + z);
        double b = x * y * a;
        axes[0] = x;
        axes[1] = y;
        axes[2] = z;
        axes[3] = 1 + sign * x * x * a;
        axes[4] = sign * b;
        axes[5] = -sign * x;
        axes[6] = b;
        axes[7] = sign + y * y * a;
        axes[8] = -y;
    }

    /// Sends a ray along an axis through the ball around the place, `r` beside its middle.
    private void probe(int axis, double r, double turn, double half, int chance) {
        int w = 3 * axis;
        int s = (w + 3) % 9;
        int t = (w + 6) % 9;
        double c = r * Circle.cos(turn);
        double d = r * Circle.sin(turn);
        ray.set(
                ox + c * axes[s] + d * axes[t] + half * axes[w],
                oy + c * axes[s + 1] + d * axes[t + 1] + half * axes[w + 1],
                oz + c * axes[s + 2] + d * axes[t + 2] + half * axes[w + 2],
                -axes[w],
                -axes[w + 1],
                -axes[w + 2],
                2 * half);
        found = 0;
        this.chance = chance;
        around.moving().nearest(ray, collecting);
        around.fixed().nearest(ray, collecting);
    }

    /// Counts the skin on the ray's way and takes each piece with the same chance, whatever the order; stops at none.
    private boolean collects(int t, float u, float v) {
        if (around.finish().of(t).kind == Material.Kind.SKIN) {
            int h = Grain.hash(chance + t * 0xC2B2AE3D);
            if (found++ == 0 || Integer.compareUnsigned(h, least) < 0) {
                least = h;
                taken = t;
                takenU = u;
                takenV = v;
            }
        }
        return false;
    }

    private boolean locate() {
        Mesh m = around.mesh();
        float[] p = m.positions;
        float[] n = m.normals;
        int a = 3 * m.corners[3 * taken];
        int b = 3 * m.corners[3 * taken + 1];
        int c = 3 * m.corners[3 * taken + 2];
        double w = 1.0 - takenU - takenV;
        x = w * p[a] + takenU * (double) p[b] + takenV * (double) p[c];
        y = w * p[a + 1] + takenU * (double) p[b + 1] + takenV * (double) p[c + 1];
        z = w * p[a + 2] + takenU * (double) p[b + 2] + takenV * (double) p[c + 2];
        double e1x = (double) p[b] - p[a];
        double e1y = (double) p[b + 1] - p[a + 1];
        double e1z = (double) p[b + 2] - p[a + 2];
        double e2x = (double) p[c] - p[a];
        double e2y = (double) p[c + 1] - p[a + 1];
        double e2z = (double) p[c + 2] - p[a + 2];
        nx = e1y * e2z - e1z * e2y;
        ny = e1z * e2x - e1x * e2z;
        nz = e1x * e2y - e1y * e2x;
        double mean = nx * (n[a] + n[b] + n[c])
                + ny * (n[a + 1] + n[b + 1] + n[c + 1])
                + nz * (n[a + 2] + n[b + 2] + n[c + 2]);
        double l = (mean < 0 ? -1 : 1) / Math.sqrt(nx * nx + ny * ny + nz * nz);
        nx *= l;
        ny *= l;
        nz *= l;
        return Double.isFinite(l);
    }

    /// What leaves per area at a squared distance of what enters.
    private static double share(int color, double d2) {
        return FALL[color] / StrictMath.PI * StrictMath.exp(-FALL[color] * d2);
    }

    /// How likely the place is found, by any axis and color, per area.
    private double density(double dx, double dy, double dz, double d2) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            int w = 3 * axis;
            double along = dx * axes[w] + dy * axes[w + 1] + dz * axes[w + 2];
            double facing = Math.abs(nx * axes[w] + ny * axes[w + 1] + nz * axes[w + 2]);
            double chosen = (axis == 0 ? FLAT : (1 - FLAT) / 2) / 3 * facing;
            for (int color = 0; color < 3; color++) {
                double all = 1 - StrictMath.exp(-FALL[color] * MOST * MOST);
                sum += chosen * share(color, Math.max(0, d2 - along * along)) / all;
            }
        }
        return sum;
    }

    private static double unit(int bits) {
        return Integer.toUnsignedLong(Grain.hash(bits)) * 0x1p-32;
    }
}
