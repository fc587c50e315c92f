package dev.beatboard.render.reference;

import dev.beatboard.render.bsdf.Bsdf;
import dev.beatboard.render.bsdf.Scatter;
import dev.beatboard.render.emitter.LightSampler;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.probe.Windows;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.sampler.Circle;
import dev.beatboard.render.sampler.OwenSobol;
import dev.beatboard.render.sky.SkySampler;
import dev.beatboard.render.texture.Grain;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;

/// One light path after another, from the lens backward: at each surface one emitter is drawn and one direction of
/// scattering, and both ways to find an emitter are combined by the power heuristic (Veach 1997).
///
/// What the scene's contract says is kept: emitters light surfaces and are not seen by the lens; shapes that glow are
/// seen by the lens, also in mirrors and through panes, and light nothing, since an emitter stands for them. Windows
/// that shine stand for the sky behind them, except to the lens. Panes do not bend light: each of their faces mirrors
/// by Schlick's approximation and lets the rest through, so light passes them on its way from an emitter too.
///
/// One per worker.
final class Path {

    /// Which emitters are drawn; a comparison of them tests that each is right.
    enum Strategy {
        BOTH,
        EMITTERS,
        SCATTERING
    }

    private static final double MIRROR = 0.9;
    private static final double PANE = 0.04;
    private static final int MOST_EVENTS = 128;
    /// Panes before the first scattering at which both ways are followed: chance would be noisy there.
    private static final int MOST_SPLITS = 3;
    /// Numbers kept of a branch.
    private static final int WAITING = 11;
    /// Bounces before chance ends a path.
    private static final int SURE = 3;
    /// Pairs of random numbers of the lens and of each event.
    private static final int LENS_PAIRS = 2;

    private static final int EVENT_PAIRS = 4;
    /// Emitters drawn where the path leaves the lens's sight, and their further pairs.
    private static final int FIRST_DRAWS = 3;

    private static final int FIRST_PAIR = -1;
    /// Footprints are this much narrower than a pixel: many samples share it.
    private static final double NARROW = 0.125;
    /// Slope of a footprint after a diffuse bounce.
    private static final double WIDE = 0.01;

    private final Around around;
    private final Strategy strategy;
    private final OwenSobol sampler = new OwenSobol();
    private final Interaction at = new Interaction();
    private final WideBvh.Ray ray = new WideBvh.Ray();
    private final WideBvh.Ray shadow = new WideBvh.Ray();
    private final LightSampler emitter = new LightSampler();
    private final SkySampler sky;
    private final double[] weight;
    private final float[] color = new float[3];
    private double weights;
    private int draws = 1;
    private int chance;

    /// The color of light that comes through on the way of a shadow ray.
    private final double[] through = new double[3];

    private double tr;
    private double tg;
    private double tb;
    double r;
    double g;
    double b;
    /// Whether the path's first ray met anything.
    boolean met;

    Path(Around around, Strategy strategy) {
        this.around = around;
        this.strategy = strategy;
        sky = new SkySampler(around.skySampler());
        weight = new double[around.lights().count + 1];
    }

    /// Follows sample `sample` of the pixel (x, y) of a picture of the given height; the result is in `r`, `g`, `b`.
    void trace(ThinLens lens, int x, int y, int width, int height, int frame, int sample) {
        sampler.start(x, y, frame, sample);
        sampler.pair(0);
        double sx = (x + sampler.first() - 0.5 * width) * lens.slope();
        double sy = (0.5 * height - y - sampler.second()) * lens.slope();
        double ox = lens.at().x();
        double oy = lens.at().y();
        double oz = lens.at().z();
        double dx = lens.forward().x() + sx * lens.right().x() + sy * lens.up().x();
        double dy = lens.forward().y() + sx * lens.right().y() + sy * lens.up().y();
        double dz = lens.forward().z() + sx * lens.right().z() + sy * lens.up().z();
        if (lens.aperture() > 0) {
            sampler.pair(1);
            double rad = lens.aperture() * Math.sqrt(sampler.first());
            double u = rad * Circle.cos(sampler.second());
            double v = rad * Circle.sin(sampler.second());
            double wx = u * lens.right().x() + v * lens.up().x();
            double wy = u * lens.right().y() + v * lens.up().y();
            double wz = u * lens.right().z() + v * lens.up().z();
            ox += wx;
            oy += wy;
            oz += wz;
            dx = dx * lens.focus() - wx;
            dy = dy * lens.focus() - wy;
            dz = dz * lens.focus() - wz;
        }
        double l = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
        follow(ox, oy, oz, dx * l, dy * l, dz * l, NARROW * lens.slope());
    }

    private void follow(double ox, double oy, double oz, double dx, double dy, double dz, double slope) {
        r = 0;
        g = 0;
        b = 0;
        met = false;
        tr = 1;
        tg = 1;
        tb = 1;
        splits = 0;
        waiting = 0;
        follow(ox, oy, oz, dx, dy, dz, slope, 0, 0);
        while (waiting > 0) {
            int o = WAITING * --waiting;
            double[] w = branch;
            tr = w[o];
            tg = w[o + 1];
            tb = w[o + 2];
            follow(w[o + 3], w[o + 4], w[o + 5], w[o + 6], w[o + 7], w[o + 8], slope, w[o + 9], (int) w[o + 10]);
        }
    }

    /// Puts what a pane mirrors aside, to be followed after what it lets through.
    private void branch(double share, double dx, double dy, double dz, double width) {
        int o = WAITING * waiting++;
        double[] w = branch;
        w[o] = tr * share;
        w[o + 1] = tg * share;
        w[o + 2] = tb * share;
        w[o + 3] = at.x;
        w[o + 4] = at.y;
        w[o + 5] = at.z;
        w[o + 6] = dx;
        w[o + 7] = dy;
        w[o + 8] = dz;
        w[o + 9] = width;
        // Events of its own, for other random numbers.
        w[o + 10] = MOST_EVENTS * ++splits;
    }

    private void follow(
            double ox,
            double oy,
            double oz,
            double dx,
            double dy,
            double dz,
            double slope,
            double footprint,
            int first) {
        // The lens sees what it sees by mirrors and panes only, until light is scattered.
        boolean seen = true;
        // Density of the last scattering for the sky, 0 if only it could find what comes.
        double density = 0;
        double skyShare = 0;
        double width = footprint;
        double spread = slope;
        int bounces = 0;
        double fromX = ox;
        double fromY = oy;
        double fromZ = oz;
        for (int event = first; event < first + MOST_EVENTS; event++) {
            int pairs = LENS_PAIRS + EVENT_PAIRS * event;
            chance = sampler.bits(pairs);
            ray.set(ox, oy, oz, dx, dy, dz, 1e5);
            around.moving().nearest(ray, solid);
            around.fixed().nearest(ray, solid);
            if (ray.hit < 0) {
                beyond(fromX, fromY, fromZ, dx, dy, dz, seen, density, skyShare);
                return;
            }
            met = true;
            width += spread * ray.distance;
            Finish.Entry f = at.meet(
                    around, ray.hit, ray.ox, ray.oy, ray.oz, ray.dx, ray.dy, ray.dz, (float) Math.max(1e-6, width));
            if (f.emissive) {
                if (seen) {
                    glow(f.material);
                }
                return;
            }
            sampler.pair(pairs);
            double lobe = sampler.first();
            double pick = sampler.second();
            if (f.clear || f.kind == Material.Kind.MIRROR) {
                double nv = Math.max(0, at.p.nx * at.p.vx + at.p.ny * at.p.vy + at.p.nz * at.p.vz);
                double back = f.clear ? pane(nv) : 1;
                double mx = 2 * nv * at.p.nx - at.p.vx;
                double my = 2 * nv * at.p.ny - at.p.vy;
                double mz = 2 * nv * at.p.nz - at.p.vz;
                boolean split = f.clear && seen && splits < MOST_SPLITS;
                if (split) {
                    branch(back, mx, my, mz, width);
                    tr *= 1 - back;
                    tg *= 1 - back;
                    tb *= 1 - back;
                }
                if (split || f.clear && lobe >= back) {
                    tr *= tint(at.p.r);
                    tg *= tint(at.p.g);
                    tb *= tint(at.p.b);
                    ox = at.farX;
                    oy = at.farY;
                    oz = at.farZ;
                    continue;
                }
                double k = f.clear ? 1 : MIRROR;
                tr *= k;
                tg *= k;
                tb *= k;
                dx = mx;
                dy = my;
                dz = mz;
                ox = at.x;
                oy = at.y;
                oz = at.z;
                fromX = ox;
                fromY = oy;
                fromZ = oz;
                density = 0;
                if (!seen) {
                    found(ox, oy, oz, dx, dy, dz, 0);
                }
                continue;
            }
            Scatter s = at.scatter;
            Bsdf bsdf = Bsdf.of(f.material);
            weigh(f.kind == Material.Kind.HAIR);
            draws = bounces == 0 ? FIRST_DRAWS : 1;
            for (int k = 0; k < draws && strategy != Strategy.SCATTERING && weights > 0; k++) {
                sampler.pair(k == 0 ? pairs + 1 : FIRST_PAIR - k);
                drawn(bsdf, s, (k + pick) / draws, sampler.first(), sampler.second());
            }
            sampler.pair(pairs + 2);
            if (!bsdf.sample(s, lobe, sampler.first(), sampler.second())) {
                return;
            }
            density = s.density;
            skyShare = weights > 0 ? draws * weight[around.lights().count] / weights : 0;
            dx = s.worldX();
            dy = s.worldY();
            dz = s.worldZ();
            double k = 1 / s.density;
            seen = false;
            depart(dx, dy, dz);
            ox = startX;
            oy = startY;
            oz = startZ;
            fromX = ox;
            fromY = oy;
            fromZ = oz;
            tr *= s.valueR * k;
            tg *= s.valueG * k;
            tb *= s.valueB * k;
            if (strategy != Strategy.EMITTERS) {
                found(ox, oy, oz, dx, dy, dz, density);
            } else {
                // What is drawn has been counted; the sky too.
                skyShare = Double.POSITIVE_INFINITY;
            }
            spread = Math.max(spread, WIDE);
            double most = Math.max(tr, Math.max(tg, tb));
            if (!(most > 0)) {
                return;
            }
            if (++bounces >= SURE) {
                double live = Math.min(0.95, most);
                if (Integer.toUnsignedLong(chance * 0x9E3779B1) * 0x1p-32 >= live) {
                    return;
                }
                tr /= live;
                tg /= live;
                tb /= live;
            }
        }
    }

    private final double[] branch = new double[WAITING * MOST_SPLITS];
    private int waiting;
    private int splits;
    private double startX;
    private double startY;
    private double startZ;

    /// Sets where a ray in a direction starts: only hair lets light through.
    private void depart(double dx, double dy, double dz) {
        boolean far = isHair() && dx * at.p.gx + dy * at.p.gy + dz * at.p.gz < 0;
        startX = far ? at.farX : at.x;
        startY = far ? at.farY : at.y;
        startZ = far ? at.farZ : at.z;
    }

    private boolean isHair() {
        Finish.Entry f = at.entry;
        return f != null && f.kind == Material.Kind.HAIR;
    }

    static double pane(double cos) {
        double m = Math.max(0, 1 - cos);
        double m2 = m * m;
        return PANE + (1 - PANE) * m2 * m2 * m;
    }

    /// Of one of a pane's two faces.
    static double tint(float base) {
        return Math.sqrt(Math.max(0, Math.min(1, base + 0.25)));
    }

    private void glow(Material m) {
        // A picture that shines (a screen) keeps its picture.
        boolean image = m.base() instanceof Pattern.Image;
        r += tr * m.emission().r() * (image ? at.p.r : 1);
        g += tg * m.emission().g() * (image ? at.p.g : 1);
        b += tb * m.emission().b() * (image ? at.p.b : 1);
    }

    private void beyond(
            double ox,
            double oy,
            double oz,
            double dx,
            double dy,
            double dz,
            boolean seen,
            double density,
            double share) {
        if (!seen && covered(ox, oy, oz, dx, dy, dz)) {
            return;
        }
        double w = 1;
        if (density > 0 && share > 0) {
            double other = share * sky.density(dx, dy, dz);
            w = strategy == Strategy.SCATTERING
                    ? 1
                    : strategy == Strategy.EMITTERS ? 0 : density * density / (density * density + other * other);
        }
        around.sky().look((float) dx, (float) dy, (float) dz, color);
        r += w * tr * color[0];
        g += w * tg * color[1];
        b += w * tb * color[2];
    }

    private boolean covered(double ox, double oy, double oz, double dx, double dy, double dz) {
        return around.indoors()
                && Windows.cover(
                        around.lights(), (float) ox, (float) oy, (float) oz, (float) dx, (float) dy, (float) dz);
    }

    /// Sets how likely each emitter, and last the sky, is drawn: in proportion to the light it gives where nothing is
    /// in the way.
    private void weigh(boolean bothSides) {
        Lights l = around.lights();
        weights = 0;
        for (int i = 0; i < l.count; i++) {
            double w = LightSampler.strength(l, i, at.p);
            weight[i] = bothSides ? 0.7 * w + 0.3 * LightSampler.strengthBehind(l, i, at.p) : w;
            weights += weight[i];
        }
        double open = sky.irradiance(at.p.nx, at.p.ny, at.p.nz);
        weight[l.count] = around.indoors() ? 0.02 * open : open;
        weights += weight[l.count];
    }

    /// Light from an emitter that is drawn.
    private void drawn(Bsdf bsdf, Scatter s, double pick, double u, double v) {
        Lights l = around.lights();
        double at0 = pick * weights;
        int i = 0;
        while (i < l.count && at0 >= weight[i]) {
            at0 -= weight[i++];
        }
        double share = draws * weight[i] / weights;
        if (!(share > 0)) {
            return;
        }
        double dx;
        double dy;
        double dz;
        double reach;
        double pdf;
        if (i == l.count) {
            sky.draw(u, v);
            dx = sky.x;
            dy = sky.y;
            dz = sky.z;
            reach = 1e5;
            pdf = share * sky.density;
        } else {
            emitter.draw(l, i, at.x, at.y, at.z, u, v);
            if (!(emitter.density > 0)) {
                return;
            }
            dx = emitter.x;
            dy = emitter.y;
            dz = emitter.z;
            reach = emitter.distance;
            pdf = share * emitter.density;
        }
        s.incidence(dx, dy, dz);
        bsdf.evaluate(s);
        if (!(s.valueR + s.valueG + s.valueB > 0)) {
            return;
        }
        depart(dx, dy, dz);
        if (i == l.count && covered(startX, startY, startZ, dx, dy, dz)) {
            return;
        }
        if (!arrives(startX, startY, startZ, dx, dy, dz, reach)) {
            return;
        }
        double w = 1 / pdf;
        if (strategy == Strategy.BOTH) {
            w *= pdf * pdf / (pdf * pdf + s.density * s.density);
        }
        double k;
        if (i == l.count) {
            around.sky().look((float) dx, (float) dy, (float) dz, color);
            k = 1;
        } else {
            System.arraycopy(l.color, 3 * i, color, 0, 3);
            k = LightSampler.radiance(l, i);
        }
        k *= w;
        r += k * tr * s.valueR * through[0] * color[0];
        g += k * tg * s.valueG * through[1] * color[1];
        b += k * tb * s.valueB * through[2] * color[2];
    }

    /// Light from the emitters that a direction meets whose density was `density`, 0 for that of a mirror.
    private void found(double ox, double oy, double oz, double dx, double dy, double dz, double density) {
        Lights l = around.lights();
        for (int i = 0; i < l.count; i++) {
            emitter.x = dx;
            emitter.y = dy;
            emitter.z = dz;
            if (!emitter.meets(l, i, ox, oy, oz)) {
                continue;
            }
            double w = 1;
            if (density > 0 && strategy == Strategy.BOTH && weights > 0) {
                double other = draws * weight[i] / weights * emitter.density;
                w = density * density / (density * density + other * other);
            }
            if (w < 1e-6 || !arrives(ox, oy, oz, dx, dy, dz, emitter.distance)) {
                continue;
            }
            double k = w * LightSampler.radiance(l, i);
            r += k * tr * through[0] * l.color[3 * i];
            g += k * tg * through[1] * l.color[3 * i + 1];
            b += k * tb * through[2] * l.color[3 * i + 2];
        }
    }

    /// Whether any light arrives over a distance; sets its color.
    private boolean arrives(double ox, double oy, double oz, double dx, double dy, double dz, double distance) {
        through[0] = 1;
        through[1] = 1;
        through[2] = 1;
        shadow.set(ox, oy, oz, dx, dy, dz, Math.min(1e5, distance * 0.9999));
        return !around.moving().blocks(shadow, dimming) && !around.fixed().blocks(shadow, dimming);
    }

    /// Where a path ends: on everything, but cutouts stop it with the chance of their alpha.
    private final WideBvh.Gate solid = new WideBvh.Gate() {
        @Override
        public boolean stops(int t, float u, float v) {
            double alpha = alpha(t, u, v);
            return alpha >= 1 || Integer.toUnsignedLong(Grain.hash(chance + t * 0x85EBCA77)) * 0x1p-32 < alpha;
        }
    };

    /// What dims light on its way from an emitter.
    private final WideBvh.Gate dimming = new WideBvh.Gate() {
        @Override
        public boolean stops(int t, float u, float v) {
            Finish.Entry f = around.finish().of(t);
            if (f.emissive) {
                return false;
            }
            if (f.clear) {
                behindPane(t);
                return false;
            }
            double k = 1 - alpha(t, u, v);
            for (int c = 0; c < 3; c++) {
                through[c] *= k;
            }
            return through[0] + through[1] + through[2] < 1e-4;
        }
    };

    private void behindPane(int t) {
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
        double k = 1 - pane(Math.abs(gx * shadow.dx + gy * shadow.dy + gz * shadow.dz) / l);
        Rgb mean = around.finish().of(t).paint.mean();
        through[0] *= k * tint(mean.r());
        through[1] *= k * tint(mean.g());
        through[2] *= k * tint(mean.b());
    }

    private double alpha(int t, float u, float v) {
        Finish.Entry f = around.finish().of(t);
        if (f.cutout == null) {
            return 1;
        }
        int[] c = around.mesh().corners;
        float[] uv = around.mesh().uvs;
        int a = 2 * c[3 * t];
        int b1 = 2 * c[3 * t + 1];
        int d = 2 * c[3 * t + 2];
        float w = 1 - u - v;
        return f.cutout.alpha(w * uv[a] + u * uv[b1] + v * uv[d], w * uv[a + 1] + u * uv[b1 + 1] + v * uv[d + 1], 0);
    }
}
