package dev.beatboard.render.raster;

import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Layer;
import dev.beatboard.frame.Plane;
import dev.beatboard.render.Layers;
import dev.beatboard.render.Quality;
import dev.beatboard.render.emitter.LightKernel;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.filter.Picture;
import dev.beatboard.render.filter.Smoother;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.mesh.Strands;
import dev.beatboard.render.probe.PatchBaker;
import dev.beatboard.render.probe.PatchLight;
import dev.beatboard.render.probe.ProbeBaker;
import dev.beatboard.render.ray.Bvh;
import dev.beatboard.render.ray.MortonBuilder;
import dev.beatboard.render.ray.SurfaceAreaBuilder;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.sky.SkyLight;
import dev.beatboard.render.work.Crew;
import dev.beatboard.render.work.Lanes;
import dev.beatboard.render.work.StageClock;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The order of the stages of a frame, and what is kept between frames.
final class FrameMaker {

    /// One worker's scratch memory.
    private static final class Bench {
        final Facet facet = new Facet();
        final Facet other = new Facet();
        final float[] color = new float[16];
        final ResolvePass.Samples samples = new ResolvePass.Samples();
        final AmbientPass.Bench traced;
        final LightKernel.Scratch light = new LightKernel.Scratch();
        final LightPass.Near near = new LightPass.Near();

        Bench(Finish finish) {
            traced = new AmbientPass.Bench(facet, color, finish);
        }
    }

    private final Crew crew;
    private final Bench[] benches;
    private final AmbientPass.Bench[] tracing;
    private final Mesh mesh = new Mesh();
    private final Finish finish = new Finish(mesh);
    private final Strands strands = new Strands();
    private final MortonBuilder mortonBuilder = new MortonBuilder();
    private final Bvh tree = new Bvh();
    private final WideBvh moving = new WideBvh();
    private final StageClock clock = new StageClock();
    /// Of what is part of another stage.
    private final StageClock layerClock = new StageClock();

    /// Nearest depth, share and farthest depth, of the frame at hand only.
    private float[][] layers = new float[3][0];

    private final Optics optics;
    private final WideBvh fixed = new WideBvh();
    private @Nullable Visibility vis;
    private @Nullable Canvas canvas;
    private @Nullable Coherence coherence;
    private StillRadiance mirrored = new StillRadiance(0);
    private StillRadiance paned = new StillRadiance(0);
    private @Nullable AmbientPass ambient;
    private @Nullable Canvas ambientCanvas;
    private boolean ambientGathers;
    private @Nullable ProbeBaker baker;
    private @Nullable World bakerWorld;
    private ProbeBaker.@Nullable Baked baked;
    /// Of final frames only.
    private @Nullable PatchBaker patches;
    private @Nullable PatchLight patched;
    private List<Emitter> bakedLights = List.of();
    private @Nullable Sky bakedSky;

    FrameMaker(Crew crew) {
        this.crew = crew;
        optics = new Optics(crew);
        benches = new Bench[crew.size()];
        tracing = new AmbientPass.Bench[crew.size()];
        for (int i = 0; i < benches.length; i++) {
            benches[i] = new Bench(finish);
            tracing[i] = benches[i].traced;
        }
    }

    Map<String, Double> stages() {
        return clock.milliseconds();
    }

    Frame make(Scene scene, Quality quality, Layers layers) {
        clock.reset();
        int width = quality.width();
        int height = quality.height();
        Lens lens = Lens.of(scene.view(), width, height);
        Lights lights = new Lights(scene.lights(), quality.bounces() ? Lights.CHANNELS : 2);
        SkyLight sky = new SkyLight(scene.sky());
        float exposure = (float) scene.exposure();
        time("take", () -> take(scene));
        Visibility v = visibility(width, height, quality.samples() >= 4 ? 4 : 1);
        Canvas c = canvas(width, height);
        c.open(lights.channels);
        Coherence same = coherence(c);
        same.begin(scene, lens, v, quality, lights.channels);
        time("visibility", () -> v.draw(mesh, finish, lens, same.still(), crew));
        Kinship kin = new Kinship(mesh, quality.bounces());
        SurfacePass surfaces = new SurfacePass(v, mesh, finish, lens, strands.tangents(), kin, same);
        time(
                "surfaces",
                () -> crew.each(
                        v.tilesX * v.tilesY, (i, w) -> surfaces.tile(c, i, benches[w].facet, benches[w].other)));
        LightPass straight = light(c, lights, lens, exposure, same);
        shadows(c, lights, lens, quality, same);
        AmbientPass.Surroundings around = ambient(c, scene, lights, sky, lens, quality.bounces(), same);
        MirrorPass mirrors = mirrors(c, around, lens, exposure);
        if (quality.bounces()) {
            time("mirror filter", () -> {
                if (kin.polishes()) {
                    edges(new EdgeMetal(v, c, surfaces, kin, lights, straight, mirrors), height);
                }
                crew.each(height, (y, w) -> mirrors.weigh(y));
            });
        }
        ContactPass contacts = new ContactPass(c, mesh.fixedTriangles, lens.pixels());
        time("contacts", () -> crew.each(contacts.pieces(), (i, w) -> contacts.piece(i)));
        LockPass locks = new LockPass(c, lens.pixels());
        // A plane that is free until the light is added up.
        time("contacts", () -> crew.each(height, (y, w) -> locks.look(y, c.shineR)));
        time("contacts", () -> crew.each(height, (y, w) -> locks.darken(y, c.shineR)));
        ShadePass shade = new ShadePass(c, lights, finish, lens, sky);
        time("light", () -> crew.each(height, (y, w) -> shade.light(y, benches[w].color)));
        float[][] light = {c.lightR, c.lightG, c.lightB};
        time("skin", () -> SkinPass.run(c, lens, crew, light, new float[][] {c.outR, c.outG, c.outB}));
        time("leave", () -> crew.each(height, (y, w) -> shade.leave(y)));
        ResolvePass resolve = new ResolvePass(v, c, mesh, finish, surfaces, shade, kin, exposure);
        ResolvePass.Target to = target(width * height);
        time("resolve", () -> crew.each(height, (y, w) -> resolve.row(y, benches[w].facet, benches[w].samples, to)));
        List<Part> parts = separate(c, scene, lights, lens, layers, shade, resolve);
        PanePass panes = new PanePass(v, c, surfaces, around, paned, exposure, quality.bounces() ? 1 : 2);
        time("panes", () -> crew.each(panes.pieces(), (i, w) -> panes.piece(i, benches[w].traced)));
        if (quality.bounces()) {
            time("panes", () -> {
                for (int round = 1; round < Selection.ROUNDS; round++) {
                    int r = round;
                    crew.each(height, (y, w) -> panes.select(r, y, benches[w].traced));
                }
                crew.each(height, (y, w) -> panes.smooth(y, benches[w].traced));
            });
        }
        List<Part> all = new ArrayList<>(parts);
        all.addFirst(Part.picture(to));
        time("panes", () -> crew.each(height, (y, w) -> panes.lay(y, to, all)));
        MotionPass motion = new MotionPass(
                c,
                mesh,
                Lens.of(scene.before(), width, height),
                lens,
                Lens.of(scene.after(), width, height),
                scene.shutter());
        List<Plane> planes = new ArrayList<>();
        for (Part p : parts) {
            planes.addAll(p.planes(width, height));
        }
        DataPass data = new DataPass(v, resolve, surfaces, motion, layers);
        if (!data.planes().isEmpty()) {
            time("layers", () -> crew.each(height, (y, w) -> data.row(y, benches[w].facet, benches[w].color)));
            planes.addAll(data.planes());
        }
        planes.addAll(throughLens(scene, c, to, quality, motion, parts, layers));
        same.end();
        planes.addAll(
                0,
                List.of(
                        new Plane("R", width, height, to.r()),
                        new Plane("G", width, height, to.g()),
                        new Plane("B", width, height, to.b()),
                        new Plane("A", width, height, to.a()),
                        new Plane(Frame.DEPTH, width, height, to.depth()),
                        new Plane(Frame.OBJECT, width, height, to.object())));
        return new Frame(width, height, planes);
    }

    /// The layers that the picture's color is made of, as they are before panes and lens.
    private List<Part> separate(
            Canvas c, Scene scene, Lights lights, Lens lens, Layers layers, ShadePass shade, ResolvePass resolve) {
        if (!Separation.wanted(layers)) {
            return List.of();
        }
        float exposure = (float) scene.exposure();
        Separation separation = new Separation(c, layers, lens, exposure, crew);
        Separation.Resolver rows =
                part -> crew.each(c.height, (y, w) -> resolve.row(y, benches[w].facet, benches[w].samples, part));
        time("layers", () -> {
            separation.surfaces(shade, lights.channels, rows);
            separation.groups(
                    scene.lights(),
                    lights,
                    shade,
                    (some, only) -> {
                        LightPass pass = new LightPass(c, some, lens, exposure, only);
                        crew.each(pass.pieces(), (i, w) -> pass.piece(i, benches[w].light, benches[w].near));
                    },
                    rows);
        });
        return separation.parts();
    }

    private void take(Scene scene) {
        Mesh.Change change = mesh.take(scene.world(), scene.shapes());
        finish.update(change);
        strands.update(mesh, change);
        if (change == Mesh.Change.WORLD) {
            fixed.take(
                    SurfaceAreaBuilder.build(mesh.positions, mesh.corners, mesh.fixedTriangles),
                    mesh.positions,
                    mesh.corners,
                    crew);
        }
        if (change != Mesh.Change.POSITIONS || !moving.refit(mesh.positions, mesh.corners, crew)) {
            mortonBuilder.build(tree, mesh.positions, mesh.corners, mesh.fixedTriangles, mesh.triangleCount, crew);
            moving.take(tree, mesh.positions, mesh.corners, crew);
        }
    }

    private LightPass light(Canvas c, Lights lights, Lens lens, float exposure, Coherence same) {
        for (Bench b : benches) {
            b.near.reserve(lights.count);
        }
        LightPass pass = new LightPass(c, lights, lens, exposure, same);
        time("lights", () -> crew.each(pass.pieces(), (i, w) -> pass.piece(i, benches[w].light, benches[w].near)));
        return pass;
    }

    private void shadows(Canvas c, Lights lights, Lens lens, Quality quality, Coherence same) {
        boolean draft = quality.shadowRays() == 1;
        ShadowPass pass = new ShadowPass(c, lights, fixed, moving, finish, same, draft);
        time("shadows", () -> crew.each(pass.pieces(), (i, w) -> pass.piece(i, benches[w].traced.traced)));
        if (draft) {
            time("shadows", () -> crew.each(pass.pieces(), (i, w) -> pass.between(i, benches[w].traced.traced)));
        }
        time("shadows", () -> crew.each(c.height, (y, w) -> pass.fill(y, benches[w].traced.traced)));
        if (lights.hasSun()) {
            time("shadows", () -> crew.each(c.height, (y, w) -> pass.sharpen(y, benches[w].traced.traced)));
            c.swapVisible(lights.channels - 1);
        }
        // The planes of the bounced light are free yet.
        float[][] narrow = Arrays.copyOf(c.ambient, draft ? 0 : lights.emitterChannels());
        if (!draft) {
            time(
                    "shadows",
                    () -> crew.each(
                            c.height, (y, w) -> pass.narrow(y, narrow, lens.pixels(), benches[w].traced.traced)));
        }
        time("shadow filter", () -> new ShadowFilter(c, lights, narrow).run(lens, crew));
    }

    /// What the lens and the shutter do to the picture and to its layers.
    ///
    /// @return the mattes, if they are wanted
    private List<Plane> throughLens(
            Scene scene,
            Canvas c,
            ResolvePass.Target to,
            Quality quality,
            MotionPass motion,
            List<Part> parts,
            Layers layers) {
        int n = c.width * c.height;
        optics.set(scene.view(), c.width, quality);
        if (quality.bounces() && scene.shutter() > 0 && motion.needed()) {
            // Two planes of the working canvas are free by now and large enough.
            float[] vx = c.shineR;
            float[] vy = c.shineG;
            time("shutter", () -> crew.each(c.height, (y, w) -> motion.row(y, vx, vy, benches[w].color)));
            optics.open(vx, vy);
        }
        boolean mattes = layers.has(Layer.CRYPTOMATTE);
        boolean edges = !Part.all(to.a(), 1);
        optics.apply(new Picture(c.width, c.height, to.r(), to.g(), to.b(), to.near(), to.share(), to.far()), clock);
        Consumer<float[][]> layer = p -> optics.apply(
                new Picture(c.width, c.height, p[0], p[1], p[2], to.near(), to.share(), to.far(), true), layerClock);
        if (edges && !optics.idle()) {
            // Alpha is one plane, and what is done to three is done to each.
            time("alpha", () -> layer.accept(new float[][] {to.a(), new float[n], new float[n]}));
        }
        List<Plane> planes = new ArrayList<>();
        time("layers", () -> {
            parts.forEach(p -> layer.accept(p.to()));
            if (mattes && vis != null) {
                MattePass pass = new MattePass(vis, finish, scene.world(), crew);
                pass.run(layer);
                planes.addAll(pass.planes());
            }
        });
        return planes;
    }

    private ProbeBaker.Baked probes(Scene scene, Lights lights, SkyLight sky) {
        ProbeBaker around = baker;
        if (around == null || bakerWorld != scene.world()) {
            around = new ProbeBaker(scene.world(), finish, fixed, crew);
            baker = around;
            bakerWorld = scene.world();
            baked = null;
            patches = null;
            patched = null;
        }
        ProbeBaker.Baked b = baked;
        if (b == null || !bakedLights.equals(scene.bounced()) || !scene.sky().equals(bakedSky)) {
            b = around.bake(bounced(scene, lights), sky);
            baked = b;
            patched = null;
            bakedLights = scene.bounced();
            bakedSky = scene.sky();
        }
        return b;
    }

    private static Lights bounced(Scene scene, Lights lights) {
        return scene.bounced().equals(scene.lights()) ? lights : new Lights(scene.bounced(), lights.channels);
    }

    /// After [#probes].
    private PatchLight patches(Scene scene, Lights lights, SkyLight sky, ProbeBaker.Baked probes) {
        PatchLight light = patched;
        if (light == null) {
            PatchBaker around = patches;
            if (around == null) {
                around = new PatchBaker(scene.world(), finish, fixed, crew);
                patches = around;
            }
            light = around.bake(bounced(scene, lights), sky, probes);
            patched = light;
        }
        return light;
    }

    private AmbientPass.Surroundings ambient(
            Canvas c, Scene scene, Lights lights, SkyLight sky, Lens lens, boolean gather, Coherence same) {
        AmbientPass pass = ambient;
        if (pass == null || ambientCanvas != c || ambientGathers != gather) {
            pass = new AmbientPass(c, gather ? 2 : 3);
            ambientGathers = gather;
            ambient = pass;
            ambientCanvas = c;
        }
        ProbeBaker.Baked[] b = new ProbeBaker.Baked[1];
        time("probes", () -> b[0] = probes(scene, lights, sky));
        PatchLight[] patched = new PatchLight[1];
        if (gather) {
            time("patches", () -> patched[0] = patches(scene, lights, sky, b[0]));
        }
        same.bounce(b[0]);
        AmbientPass.Surroundings around =
                new AmbientPass.Surroundings(fixed, moving, finish, b[0], patched[0], lights, sky, gather, same);
        AmbientPass p = pass;
        time("ambient", () -> p.run(crew, tracing, around, lens, (float) scene.exposure()));
        return around;
    }

    /// What shiny surfaces mirror, before [MirrorPass#weigh].
    private MirrorPass mirrors(Canvas c, AmbientPass.Surroundings around, Lens lens, float exposure) {
        MirrorPass mirrors = new MirrorPass(c, around, mirrored, lens, exposure);
        time("mirrors", () -> crew.each(mirrors.pieces(), (i, w) -> mirrors.piece(i, benches[w].traced.traced)));
        if (around.gather()) {
            time("mirrors", () -> {
                for (int round = 1; round < Selection.ROUNDS; round++) {
                    int r = round;
                    crew.each(c.height, (y, w) -> mirrors.select(r, y, benches[w].traced.traced));
                }
                crew.each(c.height, (y, w) -> mirrors.fill(y, benches[w].traced.traced));
                crew.each(c.height, (y, w) -> mirrors.smooth(y, benches[w].traced.traced));
                crew.each(c.height, (y, w) -> mirrors.smoothed(y));
            });
            time("mirror filter", () -> {
                for (int round = 0; round < 3; round++) {
                    filterMirrors(c, lens, round);
                }
            });
        }
        return mirrors;
    }

    private void edges(EdgeMetal edges, int height) {
        crew.each(height, (y, w) -> {
            Bench b = benches[w];
            edges.trace(y, b.facet, b.light, b.near, b.traced.traced);
        });
        crew.each(height, (y, w) -> edges.shine(y));
        crew.each(height, (y, w) -> edges.finish(y));
    }

    private void filterMirrors(Canvas c, Lens lens, int round) {
        Smoother.Geometry g = new Smoother.Geometry(c.x, c.y, c.z, c.nx, c.ny, c.nz, c.stride);
        float stop = round <= 1 ? 0 : 0.15f;
        float[] range = {stop, stop, stop, 4, 0, 0};
        float[][] from = {c.mirror[0], c.mirror[1], c.mirror[2], c.mirror[3], c.met, c.bared};
        float[][] to = {c.shineR, c.shineG, c.shineB, c.visibleSwap[0], c.visibleSwap[1], c.visibleSwap[2]};
        crew.each(c.height, (y, w) -> {
            int end = c.at(c.width, y);
            for (int p = c.at(0, y); p < end; ) {
                int q = p;
                while (q < end && asked(from[3], q)) {
                    q += Lanes.MOST;
                }
                if (q > p) {
                    Smoother.row(from, to, g, p, q, 1 << round, 0.003f, range, lens.ox(), lens.oy(), lens.oz());
                }
                p = q + Lanes.MOST;
            }
        });
        crew.each(c.height, (y, w) -> {
            int a = c.at(0, y);
            for (int p = a; p < a + c.width; p++) {
                // A mirror stays sharp, and only what had a ray takes part.
                if (from[3][p] > 0 && c.alpha[p] > MirrorPass.SHARP) {
                    float k = 1 / Math.max(1e-6f, c.visibleSwap[0][p]);
                    if (!MirrorPass.keeps(c.blur[p], round)) {
                        from[0][p] = c.shineR[p] * k;
                        from[1][p] = c.shineG[p] * k;
                        from[2][p] = c.shineB[p] * k;
                    }
                    from[4][p] = c.visibleSwap[1][p] * k;
                    from[5][p] = c.visibleSwap[2][p] * k;
                }
            }
        });
    }

    /// Whether any of the pixels from `p` on had a ray.
    private static boolean asked(float[] rays, int p) {
        for (int i = p; i < p + Lanes.MOST; i++) {
            if (rays[i] > 0) {
                return true;
            }
        }
        return false;
    }

    private ResolvePass.Target target(int n) {
        if (layers[0].length != n) {
            layers = new float[3][n];
        }
        return new ResolvePass.Target(
                new float[n],
                new float[n],
                new float[n],
                new float[n],
                new float[n],
                new float[n],
                layers[0],
                layers[1],
                layers[2]);
    }

    private Visibility visibility(int width, int height, int samples) {
        Visibility v = vis;
        if (v == null || v.width != width || v.height != height || v.samples != samples) {
            v = new Visibility(width, height, samples);
            vis = v;
            paned = new StillRadiance(v.pane.length);
        }
        return v;
    }

    private Coherence coherence(Canvas c) {
        Coherence s = coherence;
        if (s == null || !s.of(c)) {
            s = new Coherence(c);
            coherence = s;
        }
        return s;
    }

    private Canvas canvas(int width, int height) {
        Canvas c = canvas;
        if (c == null || c.width != width || c.height != height) {
            c = new Canvas(width, height);
            canvas = c;
            mirrored = new StillRadiance(c.size);
        }
        return c;
    }

    private void time(String stage, Runnable work) {
        clock.time(stage, work);
    }
}
