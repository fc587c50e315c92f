package dev.beatboard.render.bsdf;

import dev.beatboard.render.sampler.Circle;

/// One event of scattering: what the surface is there, the directions, and the result. Scratch memory, one per worker.
public final class Scatter {

    private double nx;
    private double ny;
    private double nz = 1;
    private double sx = 1;
    private double sy;
    private double sz;
    private double tx;
    private double ty = 1;
    private double tz;

    /// Base color: of the diffuse body, or what a metal reflects at normal incidence.
    public double red;

    public double green;
    public double blue;
    /// GGX width, the square of the roughness.
    public double alpha;
    /// Reflectance of a dielectric at normal and at grazing incidence.
    public double f0;

    public double f90 = 1;
    /// Along a strand of hair, local.
    public double hx;

    public double hy;
    public double hz;

    /// Toward the viewer.
    public double ox;

    public double oy;
    public double oz;
    /// Toward the light.
    public double ix;

    public double iy;
    public double iz;
    /// Value times the cosine of incidence.
    public double valueR;

    public double valueG;
    public double valueB;
    /// Per solid angle.
    public double density;

    /// Sets the frame around a unit normal (Duff et al. 2017).
    public void frame(double x, double y, double z) {
        nx = x;
        ny = y;
        nz = z;
        double sign = z >= 0 ? 1 : -1;
        double a = -1 / (sign + z);
        double b = x * y * a;
        sx = 1 + sign * x * x * a;
        sy = sign * b;
        sz = -sign * x;
        tx = b;
        ty = sign + y * y * a;
        tz = -y;
    }

    public void view(double x, double y, double z) {
        ox = sx * x + sy * y + sz * z;
        oy = tx * x + ty * y + tz * z;
        oz = nx * x + ny * y + nz * z;
    }

    public void incidence(double x, double y, double z) {
        ix = sx * x + sy * y + sz * z;
        iy = tx * x + ty * y + tz * z;
        iz = nx * x + ny * y + nz * z;
    }

    public void strand(double x, double y, double z) {
        hx = sx * x + sy * y + sz * z;
        hy = tx * x + ty * y + tz * z;
        hz = nx * x + ny * y + nz * z;
    }

    public double worldX() {
        return sx * ix + tx * iy + nx * iz;
    }

    public double worldY() {
        return sy * ix + ty * iy + ny * iz;
    }

    public double worldZ() {
        return sz * ix + tz * iy + nz * iz;
    }

    void nothing() {
        valueR = 0;
        valueG = 0;
        valueB = 0;
        density = 0;
    }

    double luminance() {
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    /// A direction about the normal with the density cos / pi (Shirley and Chiu 1997).
    void cosine(double u, double v) {
        double a = 2 * u - 1;
        double b = 2 * v - 1;
        double r;
        double turn;
        if (a * a > b * b) {
            r = a;
            turn = 0.125 * (b / a);
        } else {
            r = b;
            turn = b == 0 ? 0 : 0.25 - 0.125 * (a / b);
        }
        ix = r * Circle.cos(turn);
        iy = r * Circle.sin(turn);
        iz = Math.sqrt(Math.max(0, 1 - r * r));
    }
}
