package dev.beatboard.render.sky;

import dev.beatboard.scene.Sky;

/// Draws directions into the sky by how bright it is: a table of equal solid angles, each drawn evenly, a tenth of all
/// draws without regard to brightness.
public final class SkySampler {

    private static final int COLUMNS = 128;
    private static final int ROWS = 64;
    private static final int CELLS = COLUMNS * ROWS;
    private static final double EVEN = 0.1;

    private final SkyLight light;
    /// Cumulative shares of the cells.
    private final double[] cumulative = new double[CELLS + 1];
    /// Luminance that a surface facing along each axis receives, over pi: +x, -x, +y, -y, +z, -z.
    private final double[] axis = new double[6];
    /// The direction drawn.
    public double x;

    public double y;
    public double z;
    public double density;

    public SkySampler(Sky sky) {
        light = new SkyLight(sky);
        double[] bright = new double[CELLS];
        float[] c = new float[3];
        double sum = 0;
        for (int k = 0; k < CELLS; k++) {
            double luminance = 0;
            for (int q = 0; q < 9; q++) {
                direction(k, (q % 3 + 0.5) / 3, (q / 3 + 0.5) / 3);
                light.look((float) x, (float) y, (float) z, c);
                luminance += (0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]) / 9;
            }
            bright[k] = Math.max(0, luminance);
            sum += bright[k];
            direction(k, 0.5, 0.5);
            double w = 4.0 / CELLS * luminance;
            axis[0] += w * Math.max(0, x);
            axis[1] += w * Math.max(0, -x);
            axis[2] += w * Math.max(0, y);
            axis[3] += w * Math.max(0, -y);
            axis[4] += w * Math.max(0, z);
            axis[5] += w * Math.max(0, -z);
        }
        for (int k = 0; k < CELLS; k++) {
            double share = sum > 0 ? (1 - EVEN) * bright[k] / sum + EVEN / CELLS : 1.0 / CELLS;
            cumulative[k + 1] = cumulative[k] + share;
        }
    }

    /// A copy for another worker: draws leave their result in the object.
    public SkySampler(SkySampler other) {
        light = other.light;
        System.arraycopy(other.cumulative, 0, cumulative, 0, CELLS + 1);
        System.arraycopy(other.axis, 0, axis, 0, 6);
    }

    private void direction(int cell, double u, double v) {
        y = 1 - 2 * (cell / COLUMNS + v) / ROWS;
        double phi = 2 * StrictMath.PI * (cell % COLUMNS + u) / COLUMNS;
        double r = Math.sqrt(Math.max(0, 1 - y * y));
        x = r * StrictMath.cos(phi);
        z = r * StrictMath.sin(phi);
    }

    /// Draws a direction by two numbers in [0, 1).
    public void draw(double u, double v) {
        double at = u * cumulative[CELLS];
        int low = 0;
        int high = CELLS - 1;
        while (low < high) {
            int mid = low + high >>> 1;
            if (cumulative[mid + 1] > at) {
                high = mid;
            } else {
                low = mid + 1;
            }
        }
        double share = cumulative[low + 1] - cumulative[low];
        direction(low, Math.min(1 - 1e-12, Math.max(0, (at - cumulative[low]) / share)), v);
        density = share / cumulative[CELLS] * CELLS / (4 * StrictMath.PI);
    }

    /// The density of a direction.
    public double density(double dx, double dy, double dz) {
        int row = Math.max(0, Math.min(ROWS - 1, (int) ((1 - dy) / 2 * ROWS)));
        double turn = StrictMath.atan2(dz, dx) / (2 * StrictMath.PI);
        int column = Math.max(0, Math.min(COLUMNS - 1, (int) ((turn < 0 ? turn + 1 : turn) * COLUMNS)));
        int k = row * COLUMNS + column;
        return (cumulative[k + 1] - cumulative[k]) / cumulative[CELLS] * CELLS / (4 * StrictMath.PI);
    }

    /// About how much of its luminance a surface with this normal receives, over pi, with nothing in the way.
    public double irradiance(double nx, double ny, double nz) {
        return nx * nx * axis[nx > 0 ? 0 : 1] + ny * ny * axis[ny > 0 ? 2 : 3] + nz * nz * axis[nz > 0 ? 4 : 5];
    }
}
