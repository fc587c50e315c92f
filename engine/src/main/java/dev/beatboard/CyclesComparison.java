package dev.beatboard;

import dev.beatboard.asset.Library;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.Picture;
import dev.beatboard.file.PngWriter;
import dev.beatboard.file.blender.Cycles;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.ToneMap;
import dev.beatboard.math.Vec3;
import dev.beatboard.render.Quality;
import dev.beatboard.render.raster.RasterRenderer;
import dev.beatboard.render.reference.AllDiffuse;
import dev.beatboard.render.reference.PathTracer;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.Topology;
import dev.beatboard.scene.World;
import dev.beatboard.score.Flip;
import dev.beatboard.shot.ShotDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Holds the reference, and then final frames, against Blender's Cycles on scenes of plain diffuse
/// surfaces.
public final class CyclesComparison {

    private static final String[] CHANNELS = {"R", "G", "B"};
    private static final int WARM = 3;
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int TRUTH = 256;
    private static final int MOST = TRUTH / 4;

    /// What to hold against each other.
    ///
    /// @param name of the pictures
    /// @param boxed whether its people stand in a closed box under one lamp instead of in their set
    public record Case(String name, ShotDraft draft, int frame, boolean boxed) {}

    /// @param samples per pixel of both references
    /// @param width of the pictures of references; final frames are of full HD
    public record Order(Path folder, Path work, int width, int height, int samples, int threads) {}

    private CyclesComparison() {}

    /// Compares and writes `CYCLES.md` with its pictures; the lines of its tables. The last case
    /// is also rendered by the final renderer.
    public static List<String> run(List<Case> cases, Order order, Library library, RenderProgress progress)
            throws IOException, InterruptedException {
        Cycles.need();
        List<String> levels = new ArrayList<>();
        List<String> pictures = new ArrayList<>();
        List<String> speed = List.of();
        try (Director director = new Director(library, order.threads);
                PathTracer tracer = new PathTracer(order.threads)) {
            for (int i = 0; i < cases.size(); i++) {
                Case c = cases.get(i);
                progress.stage(c.name);
                Take take = director.stage(Director.understand(c.draft));
                levels.add(levels(c, take, order, tracer));
                pictures.add(String.format(
                        Locale.ROOT,
                        "| %s | ![reference](cycles-%s-reference.png) | ![Cycles](cycles-%s-cycles.png) |",
                        c.name,
                        c.name,
                        c.name));
                if (i == cases.size() - 1) {
                    progress.stage(c.name + ", final");
                    speed = speed(c, take, order);
                }
                OutputFile.write(order.folder.resolve("CYCLES.md"), page(levels, pictures, speed, order));
                progress.frame(i + 1, cases.size());
            }
        }
        levels.addAll(speed);
        return levels;
    }

    private static String levels(Case c, Take take, Order o, PathTracer tracer)
            throws IOException, InterruptedException {
        Scene staged = new AllDiffuse().of(take.play().scene(c.frame));
        Scene scene = c.boxed ? boxed(staged) : staged;
        List<Cycles.Picture> both = Cycles.render(
                o.work.resolve(c.name),
                scene,
                o.width,
                o.height,
                o.threads,
                List.of(new Cycles.Job("one", o.samples, 1), new Cycles.Job("two", o.samples, 2)));
        Frame ours = tracer.render(scene, Quality.reference(o.width, o.height, o.samples));
        Frame theirs = both.getFirst().frame();
        StringBuilder line = new StringBuilder("| " + c.name);
        for (String channel : CHANNELS) {
            double noise = relative(both.getLast().frame(), theirs, channel);
            line.append(
                    String.format(Locale.ROOT, " | %+.2f %% (%.2f)", relative(ours, theirs, channel), Math.abs(noise)));
        }
        byte[] a = ToneMap.toSrgb(theirs);
        byte[] b = ToneMap.toSrgb(ours);
        PngWriter.write(o.folder.resolve("cycles-" + c.name + "-cycles.png"), new Picture(o.width, o.height, a));
        PngWriter.write(o.folder.resolve("cycles-" + c.name + "-reference.png"), new Picture(o.width, o.height, b));
        byte[] again = ToneMap.toSrgb(both.getLast().frame());
        return line.append(String.format(
                        Locale.ROOT,
                        " | %.4f | %.4f |",
                        Flip.of(a, b, o.width, o.height).mean(),
                        Flip.of(a, again, o.width, o.height).mean()))
                .toString();
    }

    /// By how many percent the mean of a channel differs.
    private static double relative(Frame f, Frame from, String channel) {
        return 100 * (sum(f, channel) / sum(from, channel) - 1);
    }

    private static double sum(Frame f, String channel) {
        double sum = 0;
        for (float v : f.plane(channel).values()) {
            sum += v;
        }
        return sum;
    }

    /// Final frames and Cycles with twice as many samples each time, until Cycles is as near to
    /// its own picture of many samples as the final frame is to it.
    private static List<String> speed(Case c, Take take, Order o) throws IOException, InterruptedException {
        AllDiffuse diffuse = new AllDiffuse();
        Scene[] scenes = new Scene[WARM + 2];
        for (int i = 0; i < scenes.length; i++) {
            scenes[i] = diffuse.of(take.play().scene(c.frame + i - scenes.length + 1));
        }
        Scene scene = scenes[scenes.length - 1];
        double first = 0;
        double warm = 0;
        byte[] ours = new byte[0];
        try (RasterRenderer renderer = new RasterRenderer(o.threads)) {
            for (int i = 0; i < scenes.length; i++) {
                long start = System.nanoTime();
                Frame f = renderer.render(scenes[i], Quality.fine(WIDTH, HEIGHT));
                double seconds = (System.nanoTime() - start) / 1e9;
                first = i == 0 ? seconds : first;
                warm += i >= scenes.length - WARM ? seconds / WARM : 0;
                ours = ToneMap.toSrgb(f);
            }
        }
        List<Cycles.Job> jobs = new ArrayList<>(List.of(new Cycles.Job("warm", 1, 99)));
        for (int n = 1; n <= MOST; n *= 2) {
            jobs.add(new Cycles.Job("n" + n, n, 1));
        }
        jobs.add(new Cycles.Job("truth", TRUTH, 7));
        List<Cycles.Picture> all =
                Cycles.render(o.work.resolve(c.name + "-large"), scene, WIDTH, HEIGHT, o.threads, jobs);
        byte[] truth = ToneMap.toSrgb(all.getLast().frame());
        double wanted = Flip.of(truth, ours, WIDTH, HEIGHT).mean();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "| final, warm (first frame with building and baking: %.1f s) | %.2f | %.4f | 1 |",
                first,
                warm,
                wanted));
        boolean reached = false;
        for (int i = 1; i < jobs.size() - 1 && !reached; i++) {
            double flip = Flip.of(truth, ToneMap.toSrgb(all.get(i).frame()), WIDTH, HEIGHT)
                    .mean();
            reached = flip <= wanted;
            lines.add(String.format(
                    Locale.ROOT,
                    "| Cycles %s, %d samples%s | %.2f | %.4f | %.1f |",
                    all.get(i).program(),
                    jobs.get(i).samples(),
                    reached ? " (as near)" : "",
                    all.get(i).seconds(),
                    flip,
                    all.get(i).seconds() / warm));
        }
        PngWriter.write(o.folder.resolve("cycles-final.png"), middle(ours));
        PngWriter.write(o.folder.resolve("cycles-truth.png"), middle(truth));
        return lines;
    }

    /// The middle ninth of a full picture, at its own scale.
    private static Picture middle(byte[] rgb) {
        int width = WIDTH / 3;
        int height = HEIGHT / 3;
        byte[] part = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(rgb, 3 * ((y + height) * WIDTH + width), part, 3 * y * width, 3 * width);
        }
        return new Picture(width, height, part);
    }

    /// The people of a scene in a closed box of their own, under one lamp.
    static Scene boxed(Scene s) {
        Vec3 low = new Vec3(1e9, 1e9, 1e9);
        Vec3 high = new Vec3(-1e9, -1e9, -1e9);
        for (Shape shape : s.shapes()) {
            float[] p = shape.positions();
            for (int i = 0; i < p.length; i += 3) {
                low = new Vec3(Math.min(low.x(), p[i]), Math.min(low.y(), p[i + 1]), Math.min(low.z(), p[i + 2]));
                high = new Vec3(Math.max(high.x(), p[i]), Math.max(high.y(), p[i + 1]), Math.max(high.z(), p[i + 2]));
            }
        }
        Vec3 lens = s.view().position();
        low = new Vec3(Math.min(low.x(), lens.x()) - 0.5, low.y() - 0.01, Math.min(low.z(), lens.z()) - 0.5);
        high = new Vec3(
                Math.max(high.x(), lens.x()) + 0.5,
                Math.max(high.y(), lens.y()) + 1,
                Math.max(high.z(), lens.z()) + 0.5);
        Vec3 middle = low.plus(high, 1).times(0.5);
        Emitter lamp = new Emitter.Rectangle(
                LightGroup.KEY,
                new Vec3(middle.x(), high.y() - 0.05, middle.z()),
                new Vec3(0.5, 0, 0),
                new Vec3(0, 0, 0.5),
                new Rgb(8, 8, 8));
        World world = new World("box", List.of(box(low, high)), s.objects(), low, high);
        return new Scene(
                world,
                s.shapes(),
                List.of(lamp),
                new Sky.Uniform(Rgb.BLACK),
                s.before(),
                s.view(),
                s.after(),
                0,
                1,
                s.frame());
    }

    private static Shape box(Vec3 low, Vec3 high) {
        float[] p = new float[72];
        float[] n = new float[72];
        int[] t = new int[36];
        for (int side = 0; side < 6; side++) {
            int axis = side / 2;
            for (int k = 0; k < 4; k++) {
                double[] c = new double[3];
                boolean[] far = new boolean[3];
                far[axis] = side % 2 == 1;
                far[(axis + 1) % 3] = k == 1 || k == 2;
                far[(axis + 2) % 3] = k >= 2;
                c[0] = far[0] ? high.x() : low.x();
                c[1] = far[1] ? high.y() : low.y();
                c[2] = far[2] ? high.z() : low.z();
                int o = 3 * (4 * side + k);
                for (int i = 0; i < 3; i++) {
                    p[o + i] = (float) c[i];
                }
                n[o + axis] = side % 2 == 1 ? -1 : 1;
            }
            int[] corner = {0, 1, 2, 0, 2, 3};
            for (int k = 0; k < 6; k++) {
                t[6 * side + k] = 4 * side + corner[k];
            }
        }
        Material grey = new Material(
                "box",
                Material.Kind.PLAIN,
                new Pattern.Solid(new Rgb(0.6f, 0.5f, 0.4f)),
                1,
                0,
                0,
                Material.Opacity.OPAQUE,
                Rgb.BLACK,
                true);
        return Shape.fixed(0, grey, new Topology(24, t, new float[0]), p, n);
    }

    private static String page(List<String> levels, List<String> pictures, List<String> speed, Order o) {
        return """
                # Beside Blender's Cycles

                Scenes in which every surface is plainly diffuse in its mean color: no textures, gloss, alpha, panes,
                glowing shapes or motion, windows as plain lamps beside the sky. Made by `./beatboard compare --cycles`,
                which needs Blender (Debian: `apt-get install --no-install-recommends blender python3-numpy`); nothing
                else of Beatboard does. Cycles works on the processor without denoiser (Debian's has none), clamping or
                adaptive sampling, and with one mesh for all surfaces.

                ## The reference

                """
                + String.format(
                        Locale.ROOT,
                        "By how much the mean level of our reference differs from that of Cycles, %dx%d, %d samples each;"
                                + " in brackets how much two pictures of Cycles differ that have different seeds.%n%n",
                        o.width,
                        o.height,
                        o.samples)
                + "| scene | red | green | blue | FLIP to Cycles | FLIP of two of Cycles |\n|---|---|---|---|---|---|\n"
                + String.join("\n", levels)
                + "\n\n| scene | reference | Cycles |\n|---|---|---|\n"
                + String.join("\n", pictures)
                + (speed.isEmpty()
                        ? "\n"
                        : String.format(
                                        Locale.ROOT,
                                        "%n%n## Time to the same picture%n%nThe last scene at %dx%d, %d threads, both in"
                                                + " one run. FLIP is to Cycles' own picture of %d samples with another"
                                                + " seed, whose noise counts against both. Warm means that what stands still was"
                                                + " built (by both) and that bounced light was baked (by ours, within"
                                                + " the first frame) before; Cycles keeps its scene between"
                                                + " pictures.%n%n",
                                        WIDTH,
                                        HEIGHT,
                                        o.threads,
                                        TRUTH)
                                + "| renderer | seconds | FLIP | times ours |\n|---|---|---|---|\n"
                                + String.join("\n", speed)
                                + "\n\n![final](cycles-final.png) ![Cycles](cycles-truth.png)\n");
    }

    /// A folder for what Blender reads, which the caller removes.
    public static Path scratch() throws IOException {
        return Files.createTempDirectory("beatboard-cycles");
    }

    public static void remove(Path scratch) throws IOException {
        try (Stream<Path> inside = Files.walk(scratch)) {
            for (Path p : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }
}
