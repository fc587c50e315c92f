package dev.beatboard;

import dev.beatboard.asset.Library;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.Picture;
import dev.beatboard.file.PngWriter;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.frame.ToneMap;
import dev.beatboard.render.Quality;
import dev.beatboard.render.raster.RasterRenderer;
import dev.beatboard.render.reference.PathTracer;
import dev.beatboard.scene.Scene;
import dev.beatboard.score.Flip;
import dev.beatboard.shot.ShotDraft;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/// Holds final frames against the reference, window by window of a full-HD picture, and writes a
/// page with the pictures side by side.
public final class Comparison {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int CROP_WIDTH = 256;
    private static final int CROP_HEIGHT = 144;

    /// A window of a frame.
    ///
    /// @param x of its left column in a picture of 1920x1080, and `y` of its top row
    /// @param about what it shows
    public record Crop(String name, ShotDraft draft, int frame, int x, int y, String about) {}

    /// How to render the reference.
    ///
    /// @param samples at most, per pixel
    /// @param again whether to render anew what the folder has already
    public record Order(Path folder, int samples, int threads, boolean again) {}

    /// @param reference how the reference came about
    public record Measured(Crop crop, double flip, double mean, String reference) {}

    private Comparison() {}

    /// Renders and compares all crops and writes the page `README.md` into the folder.
    public static List<Measured> run(List<Crop> crops, Order order, Library library, RenderProgress progress)
            throws IOException {
        List<Measured> all = new ArrayList<>();
        try (Director director = new Director(library, order.threads);
                RasterRenderer renderer = new RasterRenderer(order.threads);
                PathTracer tracer = new PathTracer(order.threads)) {
            for (Crop c : crops) {
                progress.stage(c.name);
                Scene scene =
                        director.stage(Director.understand(c.draft)).play().scene(c.frame);
                all.add(compare(c, scene, order, renderer, tracer));
                progress.frame(all.size(), crops.size());
                OutputFile.write(order.folder.resolve("README.md"), page(all));
            }
        }
        return all;
    }

    private static Measured compare(Crop c, Scene scene, Order order, RasterRenderer renderer, PathTracer tracer)
            throws IOException {
        Path png = order.folder.resolve(c.name + "-reference.png");
        Path note = order.folder.resolve(c.name + "-reference.txt");
        if (order.again || !Files.exists(png) || !Files.exists(note)) {
            PathTracer.Result r = tracer.render(
                    scene,
                    Quality.reference(WIDTH, HEIGHT, order.samples),
                    new PathTracer.Window(c.x, c.y, CROP_WIDTH, CROP_HEIGHT),
                    new PathTracer.Stop(order.samples, 1 / 255.0, true));
            PngWriter.write(png, new Picture(CROP_WIDTH, CROP_HEIGHT, ToneMap.toSrgb(r.frame())));
            OutputFile.write(
                    note,
                    String.format(
                            Locale.ROOT,
                            "%.0f samples, error %.2f/255, %.0f %% above 1/255",
                            r.samples(),
                            255 * r.error(),
                            100 * r.open()));
        }
        byte[] truth = read(png);
        byte[] test = ToneMap.toSrgb(cut(renderer.render(scene, Quality.fine(WIDTH, HEIGHT)), c.x, c.y));
        PngWriter.write(order.folder.resolve(c.name + "-final.png"), new Picture(CROP_WIDTH, CROP_HEIGHT, test));
        Flip flip = Flip.of(truth, test, CROP_WIDTH, CROP_HEIGHT);
        PngWriter.write(order.folder.resolve(c.name + "-flip.png"), heat(flip));
        long a = 0;
        long b = 0;
        for (int i = 0; i < truth.length; i++) {
            a += truth[i] & 255;
            b += test[i] & 255;
        }
        return new Measured(
                c, flip.mean(), (double) b / a, Files.readString(note).strip());
    }

    private static Frame cut(Frame f, int x, int y) {
        List<Plane> planes = new ArrayList<>();
        for (String name : List.of("R", "G", "B")) {
            float[] from = f.plane(name).values();
            float[] to = new float[CROP_WIDTH * CROP_HEIGHT];
            for (int j = 0; j < CROP_HEIGHT; j++) {
                System.arraycopy(from, (y + j) * f.width() + x, to, j * CROP_WIDTH, CROP_WIDTH);
            }
            planes.add(new Plane(name, CROP_WIDTH, CROP_HEIGHT, to));
        }
        return new Frame(CROP_WIDTH, CROP_HEIGHT, planes);
    }

    private static byte[] read(Path png) throws IOException {
        BufferedImage image = ImageIO.read(png.toFile());
        if (image == null || image.getWidth() != CROP_WIDTH || image.getHeight() != CROP_HEIGHT) {
            throw new IOException(png + " is not a picture of " + CROP_WIDTH + "x" + CROP_HEIGHT
                    + "; take it away to have it rendered anew.");
        }
        byte[] rgb = new byte[3 * CROP_WIDTH * CROP_HEIGHT];
        for (int p = 0; p < CROP_WIDTH * CROP_HEIGHT; p++) {
            int c = image.getRGB(p % CROP_WIDTH, p / CROP_WIDTH);
            rgb[3 * p] = (byte) (c >> 16);
            rgb[3 * p + 1] = (byte) (c >> 8);
            rgb[3 * p + 2] = (byte) c;
        }
        return rgb;
    }

    private static final int[] HEAT = {0x000004, 0x3B0F70, 0x8C2981, 0xDE4968, 0xFE9F6D, 0xFCFDBF};

    /// The map in the colors of heat, black for no difference.
    private static Picture heat(Flip flip) {
        byte[] rgb = new byte[3 * flip.width() * flip.height()];
        for (int p = 0; p < rgb.length / 3; p++) {
            double v = flip.at(p % flip.width(), p / flip.width()) * (HEAT.length - 1);
            int i = Math.min(HEAT.length - 2, (int) v);
            for (int c = 0; c < 3; c++) {
                int shift = 16 - 8 * c;
                double a = HEAT[i] >> shift & 255;
                double b = HEAT[i + 1] >> shift & 255;
                rgb[3 * p + c] = (byte) Math.round(a + (b - a) * (v - i));
            }
        }
        return new Picture(flip.width(), flip.height(), rgb);
    }

    private static String page(List<Measured> all) {
        StringBuilder b = new StringBuilder("""
                # Final frames beside the reference

                Windows of 256x144 pixels of full-HD frames: from the final renderer, from the reference (unbiased path
                tracing of the same scene), and where they differ (FLIP, black is no difference). Made by
                `./beatboard compare`; `--again` renders the references anew, which has to be done whenever the staging
                of a shot changes. The references' fireflies are kept in check by a median of means.

                | window | mean FLIP | mean code, final / reference | reference |
                |---|---|---|---|
                """);
        for (Measured m : all) {
            b.append(String.format(
                    Locale.ROOT, "| %s | %.3f | %.3f | %s |%n", m.crop.about, m.flip, m.mean, m.reference));
        }
        b.append(String.format(
                Locale.ROOT,
                "| **mean** | **%.4f** | | |%n%n| window | final | reference | FLIP |%n|---|---|---|---|%n",
                all.stream().mapToDouble(Measured::flip).average().orElse(0)));
        for (Measured m : all) {
            b.append(String.format(
                    Locale.ROOT,
                    "| %s | ![final](%s-final.png) | ![reference](%s-reference.png) | ![difference](%s-flip.png) |%n",
                    m.crop.about,
                    m.crop.name,
                    m.crop.name,
                    m.crop.name));
        }
        return b.toString();
    }
}
