package dev.beatboard.render.probe;

/// Diffuse light at the points of a regular grid: at each, for the six directions of the axes, what a white surface
/// facing there would give off (irradiance over pi). Between directions the squares of the normal blend (Valve's
/// ambient
/// cube, McTaggart 2004), which is exact on axis-aligned walls and can never ring.
public final class ProbeGrid {

    public final int nx;
    public final int ny;
    public final int nz;
    final float lx;
    final float ly;
    final float lz;
    final float sx;
    final float sy;
    final float sz;
    /// Eighteen numbers per probe: six directions (+x, -x, +y, ...) of three colors.
    final float[] cube;
    /// 0 for probes inside of things.
    final float[] trust;

    ProbeGrid(ProbeGrid like) {
        this(like.nx, like.ny, like.nz, like.lx, like.ly, like.lz, like.sx, like.sy, like.sz, like.trust);
    }

    ProbeGrid(int nx, int ny, int nz, float lx, float ly, float lz, float sx, float sy, float sz, float[] trust) {
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        this.lx = lx;
        this.ly = ly;
        this.lz = lz;
        this.sx = sx;
        this.sy = sy;
        this.sz = sz;
        this.trust = trust;
        cube = new float[18 * nx * ny * nz];
    }

    int count() {
        return nx * ny * nz;
    }

    float x(int probe) {
        return lx + sx * (probe % nx);
    }

    float y(int probe) {
        return ly + sy * (probe / nx % ny);
    }

    float z(int probe) {
        return lz + sz * (probe / nx / ny);
    }

    /// Writes the light at a point with unit normal n to `out[0..2]`. The place read is a little above the surface, and
    /// probes behind the surface count little.
    public void read(float x, float y, float z, float mx, float my, float mz, float[] out) {
        float fx = (x + mx * 0.12f - lx) / sx;
        float fy = (y + my * 0.12f - ly) / sy;
        float fz = (z + mz * 0.12f - lz) / sz;
        fx = fx < 0 ? 0 : fx > nx - 1 ? nx - 1 : fx;
        fy = fy < 0 ? 0 : fy > ny - 1 ? ny - 1 : fy;
        fz = fz < 0 ? 0 : fz > nz - 1 ? nz - 1 : fz;
        int ix = Math.min((int) fx, nx - 2);
        int iy = Math.min((int) fy, ny - 2);
        int iz = Math.min((int) fz, nz - 2);
        fx -= ix;
        fy -= iy;
        fz -= iz;
        int ox = mx < 0 ? 3 : 0;
        int oy = my < 0 ? 9 : 6;
        int oz = mz < 0 ? 15 : 12;
        float wx = mx * mx;
        float wy = my * my;
        float wz = mz * mz;
        float r = 0;
        float g = 0;
        float b = 0;
        float sum = 0;
        for (int q = 0; q < 8; q++) {
            int cx = q & 1;
            int cy = q >> 1 & 1;
            int cz = q >> 2;
            int i = ((iz + cz) * ny + iy + cy) * nx + ix + cx;
            float dx = (cx - fx) * sx;
            float dy = (cy - fy) * sy;
            float dz = (cz - fz) * sz;
            float ahead = (dx * mx + dy * my + dz * mz) / (float) Math.sqrt(dx * dx + dy * dy + dz * dz + 1e-6f);
            float k = 0.5f + 0.5f * ahead;
            float w = (cx == 1 ? fx : 1 - fx)
                            * (cy == 1 ? fy : 1 - fy)
                            * (cz == 1 ? fz : 1 - fz)
                            * (k * k + 0.03f)
                            * trust[i]
                    + 1e-6f * trust[i]
                    + 1e-12f;
            int o = 18 * i;
            r += w * (wx * cube[o + ox] + wy * cube[o + oy] + wz * cube[o + oz]);
            g += w * (wx * cube[o + ox + 1] + wy * cube[o + oy + 1] + wz * cube[o + oz + 1]);
            b += w * (wx * cube[o + ox + 2] + wy * cube[o + oy + 2] + wz * cube[o + oz + 2]);
            sum += w;
        }
        float k = 1 / sum;
        out[0] = r * k;
        out[1] = g * k;
        out[2] = b * k;
    }
}
