package dev.beatboard.render.raster;

import dev.beatboard.render.bsdf.Coat;
import dev.beatboard.render.emitter.AnalyticLight;
import dev.beatboard.render.emitter.Glare;
import dev.beatboard.render.emitter.LightSampler;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.emitter.RectangleWarp;
import dev.beatboard.render.mesh.Dimming;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Hits;
import dev.beatboard.render.mesh.Lift;
import dev.beatboard.render.mesh.Panes;
import dev.beatboard.render.probe.PatchLight;
import dev.beatboard.render.probe.Windows;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.texture.Surface;
import dev.beatboard.scene.Material;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a traced ray sees: surfaces' colors under the light that was baked for them, by patches or
/// by probes, the sun by a ray of its own, and the sky. Of still pixels only what moves has to be
/// asked again, see [StillRadiance].
final class Radiance {

    /// One worker's scratch: the ray to trace, and what it sees.
    static final class Bench {
        final WideBvh.Ray ray = new WideBvh.Ray();
        /// Whether a gathering ray comes from an eye, over whose lids it keeps no light away.
        boolean fromEye;
        /// Radiance.
        final float[] seen = new float[3];
        /// How far off that is, [Float#MAX_VALUE] for the sky.
        float near;
        /// What the sun adds where nothing bars the ray to it.
        final float[] sunlight = new float[3];
        /// Whether there is such a ray, and where it starts.
        boolean sunward;

        float sunX;
        float sunY;
        float sunZ;
        private final WideBvh.Ray sun = new WideBvh.Ray();
        private final Surface point = new Surface();
        /// Light on that (irradiance over pi) from other surfaces and the sky, and from emitters other than the sun.
        private final float[] bounced = new float[3];

        private final float[] straight = new float[3];
        /// What comes from about where a coat mirrors.
        private final float[] mirrored = new float[3];
        /// What the coat throws back evenly of the emitters' light; what is in `straight` has got through it.
        private final float[] off = new float[3];

        private final Coat coat = new Coat();
        /// How much of the light in the body the coat lets out to the ray.
        private float out;

        private final LightSampler emitter = new LightSampler();
        private final Glare glare = new Glare();
        /// What scattered rays reach of the lobe that `glare` tells.
        private final Glare core = new Glare();
        /// Luminance of what [Radiance#glare] asked after, as far as nothing stands before it.
        float arrives;

        final RectangleWarp warp = new RectangleWarp();
        final Lift lift = new Lift();
        /// Where [MirrorPass] sends a ray from.
        final Surface mirror = new Surface();
        /// What metal mirrors that the ray meets.
        private @Nullable Bench second;

        /// Whether what the ray sees holds as long as the still world.
        private boolean lasting;

        final Dimming dimming;
        private final Finish finish;

        /// How many times what it sees has been mirrored on the way.
        private final int depth;

        Bench(Finish finish) {
            this(finish, 0);
        }

        private Bench(Finish finish, int depth) {
            this.depth = depth;
            this.finish = finish;
            dimming = new Dimming(finish);
        }
    }

    /// Metal no rougher than this is looked at as a mirror, and mirrors lamps too where it is no rougher than that.
    private static final float BRUSHED = 0.5f;

    private static final float POLISHED = 0.2f;
    /// Rays off brushed metal: one where it mirrors and others around, which lie that much per alpha aside.
    private static final int AROUND = 7;

    private static final float SPREAD = 2;
    private static final float[] RING_X = {1, 0.5f, -0.5f, -1, -0.5f, 0.5f};
    private static final float[] RING_Y = {0, 0.866f, 0.866f, 0, -0.866f, -0.866f};

    /// The radius of the disk for which what a ray left is taken by what it met, meters, and how
    /// much of the light that it keeps away it throws back. By eye and by FLIP against the
    /// reference.
    private static final float DISK = 0.1f;

    private static final float THROWN_BACK = 0.3f;

    /// How often a ray is mirrored by metal after it has left the first mirror: what is between two metal surfaces is
    /// seen in them again and again.
    private static final int DEEPEST = 4;

    /// An emitter that so many of the scattered rays meet need not be asked after: fewer are too uneven, and show as
    /// pale streaks where they end.
    private static final float OFTEN = 0.5f;

    /// The reflectance from which on it matters where a coat mirrors.
    private static final float MUCH = 0.08f;

    private final AmbientPass.Surroundings s;
    private final boolean gather;
    private final StillRadiance still;
    private final int fixedTriangles;
    private final WideBvh.Gate shows;
    private final WideBvh.Gate solid;
    private final WideBvh.Gate blocks;
    /// The sun among the lights, -1 without one.
    private final int sun;

    /// @param gather whether the rays collect diffuse light, coarsely and without lamps, instead of
    ///     looking
    Radiance(AmbientPass.Surroundings s, boolean gather, StillRadiance still) {
        this.s = s;
        this.gather = gather;
        this.still = still;
        solid = s.finish()::solid;
        shows = s.finish()::shows;
        blocks = s.finish()::blocks;
        fixedTriangles = s.finish().mesh.fixedTriangles;
        int found = -1;
        for (int k = 0; k < s.lights().count; k++) {
            found = s.lights().type[k] == Lights.SUN ? k : found;
        }
        sun = found;
    }

    /// Traces the bench's ray and leaves there what it sees.
    ///
    /// @param place of the ray's pixel in what is kept
    /// @param lamps whether lamps are seen as they are; otherwise they are left to analytic light
    void trace(Bench b, int place, boolean lamps) {
        WideBvh.Ray r = b.ray;
        b.lasting = true;
        s.moving().nearest(r, shows);
        float known = still.distance(place);
        boolean kept = known != StillRadiance.UNKNOWN && (r.hit < 0 || known <= r.distance);
        if (kept) {
            still.recall(place, b);
        } else {
            if (known == StillRadiance.UNKNOWN) {
                s.fixed().nearest(r, shows);
            }
            look(b, lamps);
        }
        if (b.sunward) {
            toSun(b);
            b.sunward = kept || shone(b);
        }
        if (!kept && r.hit < fixedTriangles && b.lasting) {
            still.keep(place, b);
        }
        sunlight(b);
    }

    /// Turns to the sun from what the ray has met.
    private void toSun(Bench b) {
        float[] way = s.lights().center;
        b.sun.set(b.sunX, b.sunY, b.sunZ, way[3 * sun], way[3 * sun + 1], way[3 * sun + 2], 1e4f);
    }

    /// Whether nothing still bars the ray to the sun; panes on its way dim that.
    private boolean shone(Bench b) {
        b.dimming.toward(b.sun.dx, b.sun.dy, b.sun.dz);
        if (s.fixed().blocks(b.sun, b.dimming)) {
            return false;
        }
        float through = b.dimming.through();
        for (int c = 0; c < 3; c++) {
            b.sunlight[c] *= through;
        }
        return true;
    }

    /// Adds the sun's light if nothing that moves bars the ray to it, where nothing still does.
    private void sunlight(Bench b) {
        if (b.sunward && !s.moving().blocks(b.sun, blocks)) {
            for (int c = 0; c < 3; c++) {
                b.seen[c] += b.sunlight[c];
            }
        }
    }

    /// What the ray sees without the sun, and what that would add.
    private void look(Bench b, boolean lamps) {
        WideBvh.Ray r = b.ray;
        float[] out = b.seen;
        int t = r.hit;
        b.sunward = false;
        if (t < 0) {
            b.near = Float.MAX_VALUE;
            if (gather && Windows.cover(s.lights(), r.ox, r.oy, r.oz, r.dx, r.dy, r.dz)) {
                Arrays.fill(out, 0);
            } else {
                s.sky().look(r.dx, r.dy, r.dz, out);
            }
            return;
        }
        b.near = r.distance;
        Finish.Entry f = s.finish().of(t);
        if (f.clear && b.lasting) {
            pane(b, lamps);
        } else if (f.emissive) {
            out[0] = lamps ? f.material.emission().r() : 0;
            out[1] = lamps ? f.material.emission().g() : 0;
            out[2] = lamps ? f.material.emission().b() : 0;
        } else {
            surface(b, lamps);
        }
    }

    private void surface(Bench b, boolean lamps) {
        WideBvh.Ray r = b.ray;
        Surface p = b.point;
        float[] out = b.seen;
        float footprint = gather ? 0.08f : 0.002f * (1 + r.distance);
        boolean behind = Hits.evaluate(s.finish(), r.hit, r.ox, r.oy, r.oz, r.dx, r.dy, r.dz, r.distance, footprint, p);
        if (gather
                && behind
                && r.hit < fixedTriangles
                && !s.finish().of(r.hit).material.twoSided()) {
            // The inside of something hollow.
            Arrays.fill(out, 0);
            return;
        }
        if (!gather && b.depth < DEEPEST && mirrors(s.finish().of(r.hit))) {
            again(b, lamps);
            return;
        }
        b.coat.turn(Coat.of(s.finish().of(r.hit).material), p.roughness);
        if (!lit(b)) {
            probed(b);
        }
        reflect(b);
        glint(b);
        if (sun < 0) {
            return;
        }
        float[] way = s.lights().center;
        float cos = p.nx * way[3 * sun] + p.ny * way[3 * sun + 1] + p.nz * way[3 * sun + 2];
        if (cos > 0) {
            float[] l = s.lights().color;
            b.sunward = true;
            float body = b.out * b.coat.lets(cos);
            // Where rays look themselves a glossy coat shows no even light of the sun's; gathered it is as much.
            float off = gather || rough(p) ? b.coat.reflects(cos) : 0;
            b.sunlight[0] = (p.r * body + off) * cos * l[3 * sun];
            b.sunlight[1] = (p.g * body + off) * cos * l[3 * sun + 1];
            b.sunlight[2] = (p.b * body + off) * cos * l[3 * sun + 2];
            b.sunX = p.x + 0.003f * p.gx;
            b.sunY = p.y + 0.003f * p.gy;
            b.sunZ = p.z + 0.003f * p.gz;
        }
    }

    /// What of the light on a surface goes to where the ray comes from: a body's color, less what the
    /// coat keeps away, and what the coat mirrors. For that stands the light about the place, or where a
    /// glossy coat mirrors much, what comes from about there. What it mirrors of emitters is [#glint]'s.
    private void reflect(Bench b) {
        Surface p = b.point;
        WideBvh.Ray r = b.ray;
        float cos = -(r.dx * p.nx + r.dy * p.ny + r.dz * p.nz);
        float coat = b.coat.reflects(cos);
        b.out = 1 - coat;
        float[] mirrored = b.bounced;
        if (!gather && coat > MUCH && !rough(p)) {
            mirrored = b.mirrored;
            s.probes()
                    .indirect()
                    .read(p.x, p.y, p.z, r.dx + 2 * cos * p.nx, r.dy + 2 * cos * p.ny, r.dz + 2 * cos * p.nz, mirrored);
        }
        float[] out = b.seen;
        for (int i = 0; i < 3; i++) {
            float color = b.out * (i == 0 ? p.r : i == 1 ? p.g : p.b);
            out[i] = color * (b.bounced[i] + b.straight[i]) + coat * mirrored[i] + b.off[i];
        }
    }

    private static boolean rough(Surface p) {
        return p.roughness * p.roughness > Glare.ROUGHEST;
    }

    private static boolean mirrors(Finish.Entry f) {
        return f.material.metalness() > 0.5f && f.material.roughness() < BRUSHED;
    }

    /// A pane shows what is behind it and what it mirrors, by Schlick's approximation for both of its faces.
    private void pane(Bench b, boolean lamps) {
        WideBvh.Ray r = b.ray;
        Surface p = b.point;
        if (gather) {
            scattered(b, lamps);
            return;
        }
        Hits.evaluate(s.finish(), r.hit, r.ox, r.oy, r.oz, r.dx, r.dy, r.dz, r.distance, 0.002f, p);
        float f = Panes.mirrored(Math.abs(r.dx * p.nx + r.dy * p.ny + r.dz * p.nz));
        float tr = (1 - f) * Panes.tint(p.r);
        float tg = (1 - f) * Panes.tint(p.g);
        float tb = (1 - f) * Panes.tint(p.b);
        Bench n = second(b);
        Panes.through(r, p, n.ray);
        further(n, lamps);
        b.near = Math.min(Float.MAX_VALUE, r.distance + n.near);
        float sr = tr * n.seen[0];
        float sg = tg * n.seen[1];
        float sb = tb * n.seen[2];
        Panes.reflect(r, p, n.ray);
        further(n, lamps);
        b.seen[0] = sr + f * n.seen[0];
        b.seen[1] = sg + f * n.seen[1];
        b.seen[2] = sb + f * n.seen[2];
        b.lasting = false;
    }

    /// Of scattered light chance says which way it goes.
    private void scattered(Bench b, boolean lamps) {
        Surface p = b.point;
        Bench n = second(b);
        n.ray.set(b.ray.ox, b.ray.oy, b.ray.oz, b.ray.dx, b.ray.dy, b.ray.dz, 1e4f);
        n.ray.hit = b.ray.hit;
        n.ray.distance = b.ray.distance;
        boolean through = Panes.send(s.finish(), n.ray, p);
        further(n, lamps);
        // Behind the pane it has passed the window that stands for the sky.
        boolean covered = n.near == Float.MAX_VALUE
                && Windows.cover(s.lights(), b.ray.ox, b.ray.oy, b.ray.oz, b.ray.dx, b.ray.dy, b.ray.dz);
        b.seen[0] = through ? covered ? 0 : n.seen[0] * Panes.tint(p.r) : n.seen[0];
        b.seen[1] = through ? covered ? 0 : n.seen[1] * Panes.tint(p.g) : n.seen[1];
        b.seen[2] = through ? covered ? 0 : n.seen[2] * Panes.tint(p.b) : n.seen[2];
        b.near = Math.min(Float.MAX_VALUE, b.ray.distance + n.near);
        b.lasting = false;
    }

    /// Metal shows what it mirrors: polished one emitters too, which nothing else makes seen there; brushed one
    /// the mean of some directions around where it is met first, and lamps by their glare.
    private void again(Bench b, boolean lamps) {
        Bench n = second(b);
        Surface p = b.point;
        boolean polished = p.roughness < POLISHED;
        boolean sharp = p.roughness * p.roughness < MirrorPass.SHARP;
        float red = 0;
        float green = 0;
        float blue = 0;
        int rays = polished || b.depth > 0 ? 1 : AROUND;
        float wide = SPREAD * p.roughness * p.roughness;
        for (int i = 0; i < rays; i++) {
            Panes.reflect(b.ray, p, n.ray);
            if (i > 0) {
                turn(n.ray, p, wide * RING_X[i - 1], wide * RING_Y[i - 1]);
            }
            further(n, lamps);
            if (sharp) {
                meet(n, n.seen);
            }
            red += n.seen[0];
            green += n.seen[1];
            blue += n.seen[2];
        }
        b.seen[0] = p.r * red / rays;
        b.seen[1] = p.g * green / rays;
        b.seen[2] = p.b * blue / rays;
        if (!sharp) {
            glint(b);
        }
        b.lasting = false;
    }

    /// Turns a ray aside by so much in two directions across it, but not below the surface.
    private static void turn(WideBvh.Ray r, Surface p, float u, float v) {
        float sign = r.dz >= 0 ? 1 : -1;
        float k = -1 / (sign + r.dz);
        float q = r.dx * r.dy * k;
        float dx = r.dx + u * (1 + sign * r.dx * r.dx * k) + v * q;
        float dy = r.dy + u * sign * q + v * (sign + r.dy * r.dy * k);
        float dz = r.dz - u * sign * r.dx - v * r.dy;
        float g = dx * p.gx + dy * p.gy + dz * p.gz;
        if (g < 0.01f) {
            dx += (0.01f - g) * p.gx;
            dy += (0.01f - g) * p.gy;
            dz += (0.01f - g) * p.gz;
        }
        float l = 1 / (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
        r.set(r.ox, r.oy, r.oz, dx * l, dy * l, dz * l, 1e4f);
    }

    private static Bench second(Bench b) {
        Bench n = b.second;
        if (n == null) {
            n = new Bench(b.finish, b.depth + 1);
            b.second = n;
        }
        return n;
    }

    /// Traces a ray that has come off a pane or metal: it passes panes from there on, and metal mirrors on until the
    /// ray has been mirrored too often; then it is lit as other surfaces are.
    private void further(Bench n, boolean lamps) {
        s.moving().nearest(n.ray, solid);
        s.fixed().nearest(n.ray, solid);
        n.lasting = false;
        look(n, lamps);
        if (n.sunward) {
            toSun(n);
            n.sunward = shone(n);
        }
        sunlight(n);
    }

    /// What a glossy surface throws on of the emitters' light, other than evenly: the floor's glare
    /// on a wall. The lobe counts as a cone of even brightness around the mirrored ray.
    private void glint(Bench b) {
        Material m = s.finish().of(b.ray.hit).material;
        Surface p = b.point;
        float alpha = p.roughness * p.roughness;
        if (rough(p) || m.metalness() <= 0.5f && m.specular() <= 0) {
            return;
        }
        WideBvh.Ray r = b.ray;
        float cos = -(r.dx * p.nx + r.dy * p.ny + r.dz * p.nz);
        float dx = r.dx + 2 * cos * p.nx;
        float dy = r.dy + 2 * cos * p.ny;
        float dz = r.dz + 2 * cos * p.nz;
        if (cos <= 0 || dx * p.gx + dy * p.gy + dz * p.gz <= 0) {
            return;
        }
        boolean metal = m.metalness() > 0.5f;
        Lights lights = s.lights();
        b.glare.turn(p.x, p.y, p.z, p.nx, p.ny, p.nz, dx, dy, dz, alpha, metal ? Glare.Lobe.GGX : Glare.Lobe.CONE);
        for (int i = 0; i < lights.count; i++) {
            float share = b.glare.share(lights, i);
            if (share <= 0) {
                continue;
            }
            Glare g = b.glare;
            b.sun.set(p.x + 0.003f * p.gx, p.y + 0.003f * p.gy, p.z + 0.003f * p.gz, g.x, g.y, g.z, g.reach);
            b.dimming.toward(g.x, g.y, g.z);
            if (!s.fixed().blocks(b.sun, b.dimming)) {
                share *= b.dimming.through();
                for (int o = 0; o < 3; o++) {
                    float f0 = metal ? (o == 0 ? p.r : o == 1 ? p.g : p.b) : m.specular();
                    b.seen[o] += share * Glare.reflectance(f0, p.roughness, cos) * lights.color[3 * i + o];
                }
            }
        }
    }

    /// Looks along the ray that was traced last for emitters other than the sun. Their light, as
    /// far as nothing stands before them, is added to `open`.
    ///
    /// @return their luminance, whatever stands before them
    float meet(Bench b, float[] open) {
        Lights l = s.lights();
        LightSampler e = b.emitter;
        WideBvh.Ray r = b.ray;
        float all = 0;
        for (int i = 0; i < l.count; i++) {
            if (l.type[i] == Lights.SUN) {
                continue;
            }
            e.x = r.dx;
            e.y = r.dy;
            e.z = r.dz;
            if (!e.meets(l, i, r.ox, r.oy, r.oz)) {
                continue;
            }
            all += l.luminance(i);
            // Shades and housings belong to their lamps.
            if (0.95 * e.distance - 0.1 < b.near) {
                for (int c = 0; c < 3; c++) {
                    open[c] += l.color[3 * i + c];
                }
            }
        }
        return all;
    }

    /// Asks whether anything stands before one of the emitters, other than the sun, that shine into the
    /// tails of a lobe, where scattered rays go rarely or not at all: the one that a number in [0, 1) chooses by
    /// how bright it is there. What arrives if that is so for all is left in the bench's `arrives`.
    ///
    /// The bench's ray has to lead from the place along its mirrored direction, and is turned to the emitter.
    ///
    /// @return the luminance of all in the tails, whatever stands before them
    float glare(Bench b, float nx, float ny, float nz, float alpha, float choice) {
        Lights l = s.lights();
        WideBvh.Ray r = b.ray;
        Glare g = b.glare;
        g.turn(r.ox, r.oy, r.oz, nx, ny, nz, r.dx, r.dy, r.dz, alpha, Glare.Lobe.GGX);
        b.core.turn(r.ox, r.oy, r.oz, nx, ny, nz, r.dx, r.dy, r.dz, alpha, Glare.Lobe.SCATTER);
        b.arrives = 0;
        float all = 0;
        for (int i = 0; i < l.count; i++) {
            all += tail(b, i);
        }
        float left = choice * all;
        for (int i = 0; i < l.count && all > 0; i++) {
            float tail = tail(b, i);
            left -= tail;
            if (tail > 0 && left <= 0) {
                // Shades and housings belong to their lamps.
                r.set(r.ox, r.oy, r.oz, g.x, g.y, g.z, Math.max(1e-3f, 0.95f * g.reach - 0.1f));
                b.dimming.toward(g.x, g.y, g.z);
                if (!s.moving().blocks(r, blocks) && !s.fixed().blocks(r, b.dimming)) {
                    b.arrives = all * b.dimming.through();
                }
                break;
            }
        }
        return all;
    }

    /// What light `light` has in the lobe, as far as it is not sure that scattered rays meet it.
    private float tail(Bench b, int light) {
        float rarely = Math.max(0, 1 - b.core.share(s.lights(), light) / OFTEN);
        return b.glare.share(s.lights(), light) * rarely * s.lights().luminance(light);
    }

    /// Still surfaces have light of their own where they are cut into patches.
    private boolean lit(Bench b) {
        PatchLight patches = s.patches();
        if (patches == null || b.ray.hit >= fixedTriangles) {
            return false;
        }
        Surface p = b.point;
        if (!gather && s.finish().of(b.ray.hit).material.metalness() > 0.5f) {
            return false;
        }
        if (gather) {
            return patches.draw(p.x, p.y, p.z, p.gx, p.gy, p.gz, b.bounced, b.straight, b.off);
        }
        float open = patches.read(p.x, p.y, p.z, p.gx, p.gy, p.gz, b.bounced);
        if (open < 0) {
            return false;
        }
        straight(b, open);
        return true;
    }

    /// The light of the emitters without the sun, of which so much arrives.
    private void straight(Bench b, float open) {
        Surface p = b.point;
        boolean rough = rough(p);
        Arrays.fill(b.straight, 0);
        Arrays.fill(b.off, 0);
        Lights l = s.lights();
        for (int i = 0; i < l.count && open > 0; i++) {
            if (l.type[i] == Lights.SUN) {
                continue;
            }
            float k = open * AnalyticLight.diffuse(l, i, p.x, p.y, p.z, p.nx, p.ny, p.nz);
            if (k > 0) {
                float cos = AnalyticLight.cosine(l, i, p.x, p.y, p.z, p.nx, p.ny, p.nz);
                float in = k * b.coat.lets(cos);
                float off = rough ? k * b.coat.reflects(cos) : 0;
                for (int c = 0; c < 3; c++) {
                    b.straight[c] += in * l.color[3 * i + c];
                    b.off[c] += off * l.color[3 * i + c];
                }
            }
        }
    }

    private void probed(Bench b) {
        Surface p = b.point;
        s.probes().indirect().read(p.x, p.y, p.z, p.nx, p.ny, p.nz, b.bounced);
        s.probes().direct().read(p.x, p.y, p.z, p.nx, p.ny, p.nz, b.straight);
        // Probes know nothing of gaps: what the ray left keeps light from what it met, as a disk does (its form
        // factor).
        float d2 = b.ray.distance * b.ray.distance;
        float free = gather && b.fromEye ? 1 : THROWN_BACK + (1 - THROWN_BACK) * d2 / (d2 + DISK * DISK);
        WideBvh.Ray r = b.ray;
        boolean rough = rough(p);
        float coat = b.coat.reflects(-(r.dx * p.nx + r.dy * p.ny + r.dz * p.nz));
        for (int i = 0; i < 3; i++) {
            b.bounced[i] *= free;
            b.straight[i] *= free;
            b.off[i] = rough ? b.straight[i] * coat : 0;
        }
    }
}
