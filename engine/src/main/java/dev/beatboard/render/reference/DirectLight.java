package dev.beatboard.render.reference;

import dev.beatboard.render.bsdf.Bsdf;
import dev.beatboard.render.bsdf.Scatter;
import dev.beatboard.render.emitter.LightSampler;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.probe.Windows;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.sky.SkySampler;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;

/// Light that comes straight from an emitter or the sky to a point, found by drawing an emitter and by following the
/// direction of scattering; both weighed by the power heuristic (Veach 1997). One per worker.
final class DirectLight {

    private final Around around;
    private final WideBvh.Gate dimming = this::dims;
    private final Lights lights;
    private final Guide guide;
    private final Path.Strategy strategy;
    private final WideBvh.Ray shadow = new WideBvh.Ray();
    private final LightSampler emitter = new LightSampler();
    private final SkySampler sky;
    /// How likely each emitter, and last the sky, is drawn, in sum `weights`.
    private final double[] weight;

    private double weights;
    private int draws = 1;
    private final float[] color = new float[3];
    /// What comes through on the way of a shadow ray.
    private final double[] through = new double[3];
    /// The light found last.
    double r;

    double g;
    double b;

    DirectLight(Around around, Guide guide, Path.Strategy strategy) {
        this.around = around;
        this.guide = guide;
        this.strategy = strategy;
        lights = around.lights();
        sky = new SkySampler(around.skySampler());
        weight = new double[lights.count + 1];
    }

    /// Turns to a point at which so many emitters will be drawn, each as likely as is the light it gives where nothing
    /// is in the way.
    void turn(Interaction at, int count) {
        draws = count;
        weights = 0;
        for (int i = 0; i < lights.count; i++) {
            double w = LightSampler.strength(lights, i, at.p);
            weight[i] = at.isHair() ? 0.7 * w + 0.3 * LightSampler.strengthBehind(lights, i, at.p) : w;
            weights += weight[i];
        }
        double open = sky.irradiance(at.p.nx, at.p.ny, at.p.nz);
        weight[lights.count] = around.indoors() ? 0.02 * open : open;
        weights += weight[lights.count];
        guide.turn(at, weights);
    }

    /// How many of the draws at the point go to the sky.
    double skyShare() {
        return weights > 0 ? draws * weight[lights.count] / weights : 0;
    }

    /// Light scattered to the viewer from an emitter that is drawn by three numbers in [0, 1).
    void draw(Interaction at, Bsdf bsdf, double pick, double u, double v) {
        r = 0;
        g = 0;
        b = 0;
        if (strategy == Path.Strategy.SCATTERING || !(weights > 0)) {
            return;
        }
        double rest = pick * weights;
        int i = 0;
        while (i < lights.count && rest >= weight[i]) {
            rest -= weight[i++];
        }
        boolean skyDrawn = i == lights.count;
        double pdf = draws * weight[i] / weights;
        double reach = 1e5;
        if (skyDrawn) {
            sky.draw(u, v);
            emitter.x = sky.x;
            emitter.y = sky.y;
            emitter.z = sky.z;
            pdf *= sky.density;
        } else {
            emitter.draw(lights, i, at.x, at.y, at.z, u, v);
            reach = emitter.distance;
            pdf *= emitter.density;
        }
        if (!(pdf > 0)) {
            return;
        }
        Scatter s = at.scatter;
        s.incidence(emitter.x, emitter.y, emitter.z);
        bsdf.evaluate(s);
        if (!(s.valueR + s.valueG + s.valueB > 0)) {
            return;
        }
        at.depart(emitter.x, emitter.y, emitter.z);
        if (skyDrawn && covered(at.startX, at.startY, at.startZ, emitter.x, emitter.y, emitter.z)
                || !arrives(at.startX, at.startY, at.startZ, reach)) {
            return;
        }
        double scattered = guide.density(s.density, emitter.x, emitter.y, emitter.z);
        double k = strategy == Path.Strategy.BOTH ? heuristic(pdf, scattered) / pdf : 1 / pdf;
        if (skyDrawn) {
            around.sky().look((float) emitter.x, (float) emitter.y, (float) emitter.z, color);
        } else {
            System.arraycopy(lights.color, 3 * i, color, 0, 3);
            k *= LightSampler.radiance(lights, i);
        }
        r = k * s.valueR * through[0] * color[0];
        g = k * s.valueG * through[1] * color[1];
        b = k * s.valueB * through[2] * color[2];
    }

    private static double heuristic(double density, double other) {
        return density * density / (density * density + other * other);
    }

    /// Light of the emitters that a direction from a point meets.
    ///
    /// @param density with which it was scattered, 0 for the direction of a mirror, which no draw could have found
    void meet(double ox, double oy, double oz, double dx, double dy, double dz, double density) {
        r = 0;
        g = 0;
        b = 0;
        if (strategy == Path.Strategy.EMITTERS && density > 0) {
            return;
        }
        for (int i = 0; i < lights.count; i++) {
            emitter.x = dx;
            emitter.y = dy;
            emitter.z = dz;
            if (!emitter.meets(lights, i, ox, oy, oz)) {
                continue;
            }
            double w = 1;
            if (density > 0 && strategy == Path.Strategy.BOTH && weights > 0) {
                w = heuristic(density, draws * weight[i] / weights * emitter.density);
            }
            if (w < 1e-6 || !arrives(ox, oy, oz, emitter.distance)) {
                continue;
            }
            double k = w * LightSampler.radiance(lights, i);
            r += k * through[0] * lights.color[3 * i];
            g += k * through[1] * lights.color[3 * i + 1];
            b += k * through[2] * lights.color[3 * i + 2];
        }
    }

    /// Light of the sky in a direction that left a point.
    ///
    /// @param density with which it was scattered, 0 where no draw could have found it
    /// @param share of the draws that went to the sky there
    void beyond(
            double ox,
            double oy,
            double oz,
            double dx,
            double dy,
            double dz,
            boolean seen,
            double density,
            double share) {
        r = 0;
        g = 0;
        b = 0;
        if (!seen && covered(ox, oy, oz, dx, dy, dz)) {
            return;
        }
        double w = 1;
        if (density > 0 && strategy != Path.Strategy.SCATTERING) {
            w = strategy == Path.Strategy.EMITTERS ? 0 : heuristic(density, share * sky.density(dx, dy, dz));
        }
        around.sky().look((float) dx, (float) dy, (float) dz, color);
        r = w * color[0];
        g = w * color[1];
        b = w * color[2];
    }

    /// Windows that shine stand for the sky behind them.
    private boolean covered(double ox, double oy, double oz, double dx, double dy, double dz) {
        return around.indoors()
                && Windows.cover(lights, (float) ox, (float) oy, (float) oz, (float) dx, (float) dy, (float) dz);
    }

    /// Whether any light arrives along the emitter's direction over a distance; sets its color.
    private boolean arrives(double ox, double oy, double oz, double distance) {
        through[0] = 1;
        through[1] = 1;
        through[2] = 1;
        shadow.set(ox, oy, oz, emitter.x, emitter.y, emitter.z, Math.min(1e5, distance * 0.9999));
        return !around.moving().blocks(shadow, dimming) && !around.fixed().blocks(shadow, dimming);
    }

    /// What stands in the way dims the light; true once nothing is left. Shapes that glow stand at emitters and stop
    /// nothing.
    private boolean dims(int t, float u, float v) {
        Finish.Entry f = around.finish().of(t);
        if (f.emissive) {
            return false;
        }
        if (f.clear) {
            pane(t, f.paint.mean());
            return false;
        }
        double k = 1 - around.alpha(t, u, v);
        for (int c = 0; c < 3; c++) {
            through[c] *= k;
        }
        return through[0] + through[1] + through[2] < 1e-4;
    }

    private void pane(int t, Rgb base) {
        float[] v = around.mesh().positions;
        int[] corners = around.mesh().corners;
        int a = 3 * corners[3 * t];
        int b1 = 3 * corners[3 * t + 1];
        int c = 3 * corners[3 * t + 2];
        double e1x = (double) v[b1] - v[a];
        double e1y = (double) v[b1 + 1] - v[a + 1];
        double e1z = (double) v[b1 + 2] - v[a + 2];
        double e2x = (double) v[c] - v[a];
        double e2y = (double) v[c + 1] - v[a + 1];
        double e2z = (double) v[c + 2] - v[a + 2];
        double gx = e1y * e2z - e1z * e2y;
        double gy = e1z * e2x - e1x * e2z;
        double gz = e1x * e2y - e1y * e2x;
        double l = Math.sqrt(gx * gx + gy * gy + gz * gz + 1e-60);
        double k = 1 - Pane.mirrored(Math.abs(gx * shadow.dx + gy * shadow.dy + gz * shadow.dz) / l);
        through[0] *= k * Pane.tint(base.r());
        through[1] *= k * Pane.tint(base.g());
        through[2] *= k * Pane.tint(base.b());
    }

    /// Whether a material scatters light in one direction only, which no draw of an emitter could find.
    static boolean mirrors(Finish.Entry f) {
        return f.clear || f.kind == Material.Kind.MIRROR;
    }
}
