package dev.beatboard.render.reference;

import dev.beatboard.render.bsdf.Bsdf;
import dev.beatboard.render.bsdf.Entering;
import dev.beatboard.render.bsdf.Scatter;
import dev.beatboard.render.emitter.LightSampler;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.sampler.Circle;
import dev.beatboard.render.sampler.OwenSobol;
import dev.beatboard.render.texture.Grain;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;

/// One light path after another, from the lens backward.
///
/// What the scene's contract says is kept: emitters light surfaces and are not seen by the lens; shapes that glow are
/// seen by the lens, also in mirrors and through panes, and light nothing, since an emitter stands for them. Windows
/// that shine stand for the sky behind them, except to the lens. Panes do not bend light, so it passes them on its way
/// from an emitter too.
///
/// One per worker.
final class Path {

    /// How light is found; a comparison of them tests that each is right.
    enum Strategy {
        /// By drawing emitters and by scattering, which is aimed.
        BOTH,
        EMITTERS,
        SCATTERING,
        /// As both, but without aims.
        UNAIMED
    }

    private static final double MIRROR = 0.9;
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
    /// Emitters drawn where light is scattered last before the lens.
    private static final int FIRST_DRAWS = 3;
    /// Footprints are this much narrower than a pixel: many samples share it.
    private static final double NARROW = 0.125;
    /// Slope of a footprint after a diffuse bounce.
    private static final double WIDE = 0.01;

    private final Around around;
    private final WideBvh.Gate solid = this::stops;
    private final Guide guide;
    private final DirectLight direct;
    private final Subsurface subsurface;
    private final OwenSobol sampler = new OwenSobol();
    private final Interaction at = new Interaction();
    private final WideBvh.Ray ray = new WideBvh.Ray();
    private final double[] branch = new double[WAITING * MOST_SPLITS];
    private int waiting;
    private int splits;
    private int chance;
    /// Where the next ray starts and goes.
    private double ox;

    private double oy;
    private double oz;
    private double dx;
    private double dy;
    private double dz;
    /// Where it was scattered or mirrored last: panes that it went straight through do not count.
    private double fromX;

    private double fromY;
    private double fromZ;
    /// With what density it was scattered there, 0 if mirrored; and the share of draws that went to the sky.
    private double density;

    private double skyShare;
    /// The width of its footprint, and how fast it grows.
    private double width;

    private double spread;
    /// How much of what it finds reaches the lens.
    private double tr;

    private double tg;
    private double tb;
    /// The result.
    double r;

    double g;
    double b;
    /// Whether the path met anything.
    boolean met;

    Path(Around around, Strategy strategy) {
        this.around = around;
        guide = new Guide(strategy == Strategy.UNAIMED ? Aims.NONE : around.aims());
        direct = new DirectLight(around, guide, strategy == Strategy.UNAIMED ? Strategy.BOTH : strategy);
        subsurface = new Subsurface(around);
    }

    /// Follows sample `sample` of the pixel (x, y) of a picture; the result is in `r`, `g`, `b`.
    void trace(ThinLens lens, int x, int y, int width, int height, int frame, int sample) {
        sampler.start(x, y, frame, sample);
        start(lens, x, y, width, height);
        r = 0;
        g = 0;
        b = 0;
        met = false;
        tr = 1;
        tg = 1;
        tb = 1;
        splits = 0;
        waiting = 0;
        this.width = 0;
        spread = NARROW * lens.slope();
        follow(0);
        while (waiting > 0) {
            spread = NARROW * lens.slope();
            follow(resume());
        }
    }

    private void start(ThinLens lens, int x, int y, int width, int height) {
        sampler.pair(0);
        double sx = (x + sampler.first() - 0.5 * width) * lens.slope();
        double sy = (0.5 * height - y - sampler.second()) * lens.slope();
        ox = lens.at().x();
        oy = lens.at().y();
        oz = lens.at().z();
        dx = lens.forward().x() + sx * lens.right().x() + sy * lens.up().x();
        dy = lens.forward().y() + sx * lens.right().y() + sy * lens.up().y();
        dz = lens.forward().z() + sx * lens.right().z() + sy * lens.up().z();
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
        dx *= l;
        dy *= l;
        dz *= l;
        from();
    }

    private void from() {
        fromX = ox;
        fromY = oy;
        fromZ = oz;
    }

    /// Follows the ray at hand; its events are numbered from `first`.
    private void follow(int first) {
        // The lens sees what it sees by mirrors and panes only, until light is scattered.
        boolean seen = true;
        density = 0;
        skyShare = 0;
        int bounces = 0;
        for (int event = first; event < first + MOST_EVENTS; event++) {
            int pairs = LENS_PAIRS + EVENT_PAIRS * event;
            chance = sampler.bits(pairs);
            ray.set(ox, oy, oz, dx, dy, dz, 1e5);
            around.moving().nearest(ray, solid);
            around.fixed().nearest(ray, solid);
            if (ray.hit < 0) {
                direct.beyond(fromX, fromY, fromZ, dx, dy, dz, seen, density, skyShare);
                gather();
                return;
            }
            met = true;
            width += spread * ray.distance;
            Finish.Entry f = at.meet(around, ray, (float) Math.max(1e-6, width));
            if (f.emissive) {
                if (seen) {
                    glow(f.material);
                }
                return;
            }
            sampler.pair(pairs);
            if (DirectLight.mirrors(f)) {
                mirror(f, seen);
                continue;
            }
            Bsdf bsdf = Bsdf.of(f.material);
            if (!(f.kind == Material.Kind.SKIN ? skin(bsdf, pairs, seen) : scatter(bsdf, pairs, seen))) {
                return;
            }
            seen = false;
            if (++bounces >= SURE && !survives()) {
                return;
            }
        }
    }

    /// A mirror turns the ray back, a pane lets it through or turns it back by chance, or both where the lens sees it.
    private void mirror(Finish.Entry f, boolean seen) {
        double nv = Math.max(0, at.p.nx * at.p.vx + at.p.ny * at.p.vy + at.p.nz * at.p.vz);
        double mx = 2 * nv * at.p.nx - at.p.vx;
        double my = 2 * nv * at.p.ny - at.p.vy;
        double mz = 2 * nv * at.p.nz - at.p.vz;
        double back = f.clear ? Pane.mirrored(nv) : MIRROR;
        if (!seen) {
            // Emitters that it mirrors, whatever chance does.
            direct.meet(at.x, at.y, at.z, mx, my, mz, 0);
            gather(back);
        }
        if (f.clear) {
            boolean split = seen && splits < MOST_SPLITS;
            if (split) {
                putAside(back, mx, my, mz);
                dim(1 - back, 1 - back, 1 - back);
            }
            if (split || sampler.first() >= back) {
                dim(Pane.tint(at.p.r), Pane.tint(at.p.g), Pane.tint(at.p.b));
                ox = at.farX;
                oy = at.farY;
                oz = at.farZ;
                return;
            }
        } else {
            dim(back, back, back);
        }
        go(at.x, at.y, at.z, mx, my, mz);
        density = 0;
    }

    /// Gathers the direct light of a surface and goes on in a direction of scattering; false if there is none.
    private boolean scatter(Bsdf bsdf, int pairs, boolean seen) {
        double lobe = sampler.first();
        double pick = sampler.second();
        light(bsdf, pairs + 1, pick, seen ? FIRST_DRAWS : 1);
        return leave(bsdf, pairs, lobe);
    }

    /// Gathers the direct light of a surface by so many draws of an emitter.
    ///
    /// @param pair of random numbers for the first; the further ones take pairs that no event has
    private void light(Bsdf bsdf, int pair, double pick, int draws) {
        direct.turn(at, draws);
        for (int k = 0; k < draws; k++) {
            sampler.pair(k == 0 ? pair : -k);
            direct.draw(at, bsdf, (k + pick) / draws, sampler.first(), sampler.second());
            gather();
        }
    }

    /// Goes on in a direction of scattering; false if there is none.
    private boolean leave(Bsdf bsdf, int pairs, double lobe) {
        sampler.pair(pairs + 2);
        Scatter s = at.scatter;
        if (!(lobe < guide.share()
                ? aim(s, bsdf, lobe / guide.share())
                : bsdf.sample(s, (lobe - guide.share()) / (1 - guide.share()), sampler.first(), sampler.second()))) {
            return false;
        }
        density = guide.density(s.density, s.worldX(), s.worldY(), s.worldZ());
        skyShare = direct.skyShare();
        double k = 1 / density;
        dim(s.valueR * k, s.valueG * k, s.valueB * k);
        at.depart(s.worldX(), s.worldY(), s.worldZ());
        go(at.startX, at.startY, at.startZ, s.worldX(), s.worldY(), s.worldZ());
        direct.meet(ox, oy, oz, dx, dy, dz, density);
        gather();
        spread = Math.max(spread, WIDE);
        return tr + tg + tb > 0;
    }

    /// Scatters toward an aim; false if that is worth nothing.
    private boolean aim(Scatter s, Bsdf bsdf, double pick) {
        LightSampler to = guide.draw(pick, sampler.first(), sampler.second());
        if (!(to.density > 0)) {
            return false;
        }
        s.incidence(to.x, to.y, to.z);
        bsdf.evaluate(s);
        return s.valueR + s.valueG + s.valueB > 0;
    }

    /// Skin: the coat scatters where it was met, the body where the light has entered, at several such places where the
    /// lens sees it; by chance one of the two goes on.
    private boolean skin(Bsdf coat, int pairs, boolean seen) {
        double lobe = sampler.first();
        double pick = sampler.second();
        Scatter s = at.scatter;
        double red = s.red;
        double green = s.green;
        double blue = s.blue;
        double leaving = Entering.leaving(s);
        int draws = seen ? FIRST_DRAWS : 1;
        s.red = 0;
        s.green = 0;
        s.blue = 0;
        if (s.f0 > 0) {
            light(coat, pairs + 1, pick, draws);
        }
        double turned = (1 - leaving) / (1 - leaving + leaving * Math.max(red, Math.max(green, blue)) + 1e-9);
        if (lobe < turned) {
            dim(1 / turned, 1 / turned, 1 / turned);
            return leave(coat, pairs, lobe / turned);
        }
        double k = leaving / (1 - turned);
        dim(k * red, k * green, k * blue);
        subsurface.leave(at);
        double r0 = tr;
        double g0 = tg;
        double b0 = tb;
        boolean entered = false;
        for (int i = 0; i < draws; i++) {
            sampler.pair(i == 0 ? pairs + 3 : -FIRST_DRAWS - i);
            entered =
                    subsurface.enter(at, sampler.first(), sampler.second(), chance + i, (float) Math.max(1e-6, width));
            if (entered) {
                tr = r0 * subsurface.red / draws;
                tg = g0 * subsurface.green / draws;
                tb = b0 * subsurface.blue / draws;
                light(Entering.INSTANCE, i == 0 ? pairs + 1 : -i, (i + pick) / draws, 1);
            }
        }
        // The last goes on for all.
        dim(draws, draws, draws);
        return entered && leave(Entering.INSTANCE, pairs, (lobe - turned) / (1 - turned));
    }

    /// Ends a path that carries little by chance, and lets those that live stand for it.
    private boolean survives() {
        double live = Math.min(0.95, Math.max(tr, Math.max(tg, tb)));
        if (unit(chance * 0x9E3779B1) >= live) {
            return false;
        }
        dim(1 / live, 1 / live, 1 / live);
        return true;
    }

    private void go(double x, double y, double z, double vx, double vy, double vz) {
        ox = x;
        oy = y;
        oz = z;
        dx = vx;
        dy = vy;
        dz = vz;
        from();
    }

    private void dim(double kr, double kg, double kb) {
        tr *= kr;
        tg *= kg;
        tb *= kb;
    }

    private void gather() {
        gather(1);
    }

    private void gather(double share) {
        r += share * tr * direct.r;
        g += share * tg * direct.g;
        b += share * tb * direct.b;
    }

    private void glow(Material m) {
        // A picture that shines (a screen) keeps its picture.
        boolean image = m.base() instanceof Pattern.Image;
        r += tr * m.emission().r() * (image ? at.p.r : 1);
        g += tg * m.emission().g() * (image ? at.p.g : 1);
        b += tb * m.emission().b() * (image ? at.p.b : 1);
    }

    /// Keeps what a pane mirrors, to be followed after what it lets through.
    private void putAside(double share, double vx, double vy, double vz) {
        int o = WAITING * waiting++;
        double[] w = branch;
        w[o] = tr * share;
        w[o + 1] = tg * share;
        w[o + 2] = tb * share;
        w[o + 3] = at.x;
        w[o + 4] = at.y;
        w[o + 5] = at.z;
        w[o + 6] = vx;
        w[o + 7] = vy;
        w[o + 8] = vz;
        w[o + 9] = width;
        // Events of its own, for other random numbers.
        w[o + 10] = MOST_EVENTS * ++splits;
    }

    /// Takes up the branch kept last and returns the number of its first event.
    private int resume() {
        int o = WAITING * --waiting;
        double[] w = branch;
        tr = w[o];
        tg = w[o + 1];
        tb = w[o + 2];
        go(w[o + 3], w[o + 4], w[o + 5], w[o + 6], w[o + 7], w[o + 8]);
        width = w[o + 9];
        return (int) w[o + 10];
    }

    /// A path ends on everything, but cutouts stop it with the chance of their alpha.
    private boolean stops(int t, float u, float v) {
        double alpha = around.alpha(t, u, v);
        return alpha >= 1 || unit(Grain.hash(chance + t * 0x85EBCA77)) < alpha;
    }

    private static double unit(int bits) {
        return Integer.toUnsignedLong(bits) * 0x1p-32;
    }
}
