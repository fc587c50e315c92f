package dev.beatboard.render.reference;

import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.render.Layers;
import dev.beatboard.render.Quality;
import dev.beatboard.render.Renderer;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.mesh.Strands;
import dev.beatboard.render.ray.Bvh;
import dev.beatboard.render.ray.MortonBuilder;
import dev.beatboard.render.ray.SurfaceAreaBuilder;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.sampler.OwenSobol;
import dev.beatboard.render.sky.SkyLight;
import dev.beatboard.render.sky.SkySampler;
import dev.beatboard.render.texture.Grain;
import dev.beatboard.render.work.Crew;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import java.util.Arrays;
import java.util.List;

/// Renders by unbiased path tracing: slow, and the truth that the other renderer is measured against.
///
/// Each pass takes one sample of every pixel; for every fourth all that moves is posed anew, at another moment of the
/// open shutter. A frame depends on the scene and the quality only, for any number of threads.
public final class PathTracer implements Renderer {

    /// A window of the picture in pixels.
    public record Window(int x, int y, int width, int height) {}

    /// When a picture is good enough.
    ///
    /// @param samples at most, per pixel
    /// @param error the standard error as displayed (0..1) at which a tile of 8x8 pixels is done; 0 for never
    /// @param robust whether single very bright paths are left out, and a little light with them
    public record Stop(int samples, double error, boolean robust) {}

    /// A picture with what it cost.
    ///
    /// @param samples mean per pixel
    /// @param error root mean square of the pixels' standard errors as displayed, 0..1
    /// @param open share of the pixels whose tiles did not reach the wanted error
    public record Result(Frame frame, double samples, double error, double open) {}

    private static final int TILE = 8;
    /// Passes that share a pose.
    private static final int SHARED = 4;

    private static final int LEAST_SAMPLES = 4 * OwenSobol.REPLICATION;

    private final Crew crew;
    private final Path.Strategy strategy;
    private final Mesh mesh = new Mesh();
    private final Finish finish = new Finish(mesh);
    private final Strands strands = new Strands();
    private final MortonBuilder builder = new MortonBuilder();
    private final Bvh quick = new Bvh();
    private final WideBvh fixed = new WideBvh();
    private final WideBvh moving = new WideBvh();

    /// @param threads how many threads work on a frame, the calling one included
    public PathTracer(int threads) {
        this(threads, Path.Strategy.BOTH);
    }

    PathTracer(int threads, Path.Strategy strategy) {
        crew = new Crew(threads);
        this.strategy = strategy;
    }

    @Override
    public Frame render(Scene scene, Quality quality, Layers layers) {
        if (!layers.wanted().isEmpty()) {
            throw new IllegalArgumentException(
                    "The reference has no layers but color, depth and id, so not " + layers.layersInOrder());
        }
        Window all = new Window(0, 0, quality.width(), quality.height());
        return render(scene, quality, all, new Stop(quality.samples(), 0, false))
                .frame();
    }

    /// Renders a window of the picture until it is good enough.
    public synchronized Result render(Scene scene, Quality quality, Window window, Stop stop) {
        take(scene);
        Lights lights = new Lights(scene.lights());
        boolean indoors = false;
        for (int i = 0; i < lights.count; i++) {
            indoors |= lights.group[i] == LightGroup.WINDOW && lights.type[i] == Lights.RECTANGLE;
        }
        Around around = new Around(
                mesh,
                finish,
                fixed,
                moving,
                strands.tangents(),
                lights,
                new SkyLight(scene.sky()),
                new SkySampler(scene.sky()),
                Aims.of(mesh, finish, scene.lights()),
                indoors);
        Path[] paths = new Path[crew.size()];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = new Path(around, strategy);
        }
        pose(scene, 0, true);
        float[][] planes = data(around, scene, quality, window);
        Film film = new Film(window.width, window.height, stop.robust);
        int across = (window.width + TILE - 1) / TILE;
        int tiles = across * ((window.height + TILE - 1) / TILE);
        boolean[] done = new boolean[tiles];
        int[] active = new int[tiles];
        for (int pass = 0; pass < stop.samples; pass++) {
            int n = 0;
            for (int t = 0; t < tiles; t++) {
                if (!done[t]) {
                    active[n++] = t;
                }
            }
            if (n == 0) {
                break;
            }
            double time = time(scene, pass / SHARED);
            if (pass % SHARED == 0) {
                pose(scene, time, false);
            }
            ThinLens lens =
                    ThinLens.of(ThinLens.moved(scene.before(), scene.view(), scene.after(), time), quality.width());
            int sample = pass;
            crew.each(n, (k, w) -> tile(film, window, active[k], across, paths[w], lens, quality, scene, sample));
            if (stop.error > 0 && pass + 1 >= LEAST_SAMPLES && (pass + 1) % OwenSobol.REPLICATION == 0) {
                crew.each(
                        n, (k, w) -> done[active[k]] = error(film, active[k], across, scene.exposure()) <= stop.error);
            }
        }
        return result(film, planes, window, done, across, scene.exposure(), stop.robust);
    }

    private void take(Scene scene) {
        Mesh.Change change = mesh.take(scene.world(), scene.shapes());
        finish.update(change);
        if (change == Mesh.Change.WORLD) {
            fixed.take(
                    SurfaceAreaBuilder.build(mesh.positions, mesh.corners, mesh.fixedTriangles),
                    mesh.positions,
                    mesh.corners,
                    crew);
        }
        strands.update(mesh, change);
    }

    /// The moment of a pose in frames from the middle of the shutter: each replication spreads over all of it.
    private static double time(Scene scene, int pose) {
        int places = OwenSobol.REPLICATION / SHARED;
        double jitter = (Grain.hash(pose * 0x9E3779B1 + Grain.hash(scene.frame())) >>> 1) * 0x1p-31;
        return ((pose % places + jitter) / places - 0.5) * scene.shutter();
    }

    /// Puts all that moves where it is at a moment, straight between the poses at the frames before and after.
    private void pose(Scene scene, double time, boolean first) {
        boolean moves = first;
        List<Shape> shapes = scene.shapes();
        for (int i = 0; i < shapes.size(); i++) {
            Shape s = shapes.get(i);
            float[] to = time < 0 ? s.before() : s.after();
            float[] now = s.positions();
            if (to == now || s.before() == s.after()) {
                continue;
            }
            moves = true;
            int at = 3 * mesh.firstVertex[mesh.fixedShapes + i];
            float share = (float) Math.abs(time);
            for (int k = 0; k < now.length; k++) {
                mesh.positions[at + k] = now[k] + (to[k] - now[k]) * share;
            }
        }
        // Poses of one shutter are near each other: the tree of the first one fits them all.
        if (moves && (first || !moving.refit(mesh.positions, mesh.corners, crew))) {
            builder.build(quick, mesh.positions, mesh.corners, mesh.fixedTriangles, mesh.triangleCount, crew);
            moving.take(quick, mesh.positions, mesh.corners, crew);
        }
    }

    private void tile(
            Film film,
            Window window,
            int tile,
            int across,
            Path path,
            ThinLens lens,
            Quality quality,
            Scene scene,
            int sample) {
        int x0 = tile % across * TILE;
        int y0 = tile / across * TILE;
        for (int y = y0; y < Math.min(window.height, y0 + TILE); y++) {
            for (int x = x0; x < Math.min(window.width, x0 + TILE); x++) {
                path.trace(lens, window.x + x, window.y + y, quality.width(), quality.height(), scene.frame(), sample);
                film.add(y * window.width + x, path.r, path.g, path.b, path.met ? 1 : 0);
            }
        }
    }

    /// The root mean square over a tile of the standard errors as displayed.
    private static double error(Film film, int tile, int across, double exposure) {
        int x0 = tile % across * TILE;
        int y0 = tile / across * TILE;
        double sum = 0;
        int n = 0;
        float[] out = new float[3];
        for (int y = y0; y < Math.min(film.height, y0 + TILE); y++) {
            for (int x = x0; x < Math.min(film.width, x0 + TILE); x++) {
                double e = film.displayed(y * film.width + x, exposure, out);
                sum += e * e;
                n++;
            }
        }
        return Math.sqrt(sum / Math.max(1, n));
    }

    /// Depth and object at the middle of each pixel, in the middle of the shutter.
    private float[][] data(Around around, Scene scene, Quality quality, Window window) {
        ThinLens lens = ThinLens.of(scene.view(), quality.width());
        float[][] planes = new float[2][window.width * window.height];
        Arrays.fill(planes[0], Float.POSITIVE_INFINITY);
        Sight[] sights = new Sight[crew.size()];
        for (int i = 0; i < sights.length; i++) {
            sights[i] = new Sight(around);
        }
        crew.each(window.height, (y, w) -> {
            for (int x = 0; x < window.width; x++) {
                sights[w].look(
                        lens,
                        (window.x + x + 0.5 - 0.5 * quality.width()) * lens.slope(),
                        (0.5 * quality.height() - window.y - y - 0.5) * lens.slope(),
                        planes,
                        y * window.width + x);
            }
        });
        return planes;
    }

    private static Result result(
            Film film, float[][] planes, Window window, boolean[] done, int across, double exposure, boolean robust) {
        int n = window.width * window.height;
        float[][] colors = new float[4][n];
        float[] out = new float[3];
        double samples = 0;
        double error = 0;
        int open = 0;
        for (int p = 0; p < n; p++) {
            for (int c = 0; c < 4; c++) {
                double v = robust && c < 3 ? film.robust(p, c) : film.mean(p, c);
                colors[c][p] = (float) (v * (c < 3 ? exposure : 1));
            }
            samples += film.count(p);
            double e = film.displayed(p, exposure, out);
            error += e * e;
            open += done[p / window.width / TILE * across + p % window.width / TILE] ? 0 : 1;
        }
        Frame frame = new Frame(
                window.width,
                window.height,
                List.of(
                        new Plane("R", window.width, window.height, colors[0]),
                        new Plane("G", window.width, window.height, colors[1]),
                        new Plane("B", window.width, window.height, colors[2]),
                        new Plane("A", window.width, window.height, colors[3]),
                        new Plane(Frame.DEPTH, window.width, window.height, planes[0]),
                        new Plane(Frame.OBJECT, window.width, window.height, planes[1])));
        return new Result(frame, samples / n, Math.sqrt(error / n), open / (double) n);
    }

    @Override
    public synchronized void close() {
        crew.close();
    }
}
