package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.file.Slate;
import dev.beatboard.file.exr.ExrOptions;
import dev.beatboard.file.exr.ExrReader;
import dev.beatboard.file.exr.ExrShot;
import dev.beatboard.file.exr.ExrWriter;
import dev.beatboard.frame.Cryptomatte;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Layer;
import dev.beatboard.render.Layers;
import dev.beatboard.render.Quality;
import dev.beatboard.render.raster.RasterRenderer;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material.Kind;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Layers of the examples add up to their pictures, as they are read from their files.
@Tag("assets")
class LayersOfExamplesTest {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;

    /// The largest relative error of a half that is rounded to the nearest.
    private static final double HALF = 1 / 2048.0;

    /// Half a step of the smallest halves.
    private static final double LEAST = 1 / 33_554_432.0;

    /// Of sums in single precision, absolute and relative.
    private static final double SINGLE = 1e-6;

    /// Of mattes of up to six objects, each of which may lack what is not listed.
    private static final double UNLISTED = 1e-3;

    /// Pixels within which the lens and the shutter may carry an edge.
    private static final int EDGE = 8;

    @TempDir
    Path folder;

    @BeforeEach
    void needsThePeople() throws IOException {
        Examples.needPeople();
    }

    /// @param kinds what has to be in the scene
    @ParameterizedTest
    @CsvSource({
        "product, 20, draft, ''",
        "dialogue, 40, draft, SKIN EYE HAIR CLOTH",
        "talking-head, 60, final, SKIN EYE HAIR CLOTH GLASS"
    })
    void layersAddUpToThePicture(String example, int n, String quality, String kinds) throws IOException {
        try (Director director = Examples.director(2);
                RasterRenderer renderer = new RasterRenderer(2)) {
            Take take = Examples.stage(director, example);
            Scene scene = take.play().scene(n);
            assertThat(kinds(scene)).containsAll(named(kinds));
            Frame drawn = renderer.render(
                    scene,
                    quality.equals("draft") ? Quality.draft(WIDTH, HEIGHT) : Quality.fine(WIDTH, HEIGHT),
                    new Layers(EnumSet.allOf(Layer.class), take.lightGroups()));
            Frame read = read(take, n, drawn);
            List<String> lights = new ArrayList<>(List.of("light_bounce", "emission"));
            for (LightGroup g : take.lightGroups()) {
                lights.add(Layers.name(g));
            }

            assertThat(off(drawn, List.of("diffuse", "specular", "emission"), 0))
                    .isZero();
            assertThat(off(drawn, lights, 0)).isZero();
            assertThat(off(read, List.of("diffuse", "specular", "emission"), HALF))
                    .isZero();
            assertThat(off(read, lights, HALF)).isZero();
            for (String lacking : lights.subList(2, lights.size())) {
                List<String> others = new ArrayList<>(lights);
                others.remove(lacking);
                assertThat(off(read, others, HALF)).as("without " + lacking).isPositive();
            }
            mattesCoverWhatIsThere(read);
            for (int o = 0; o < scene.objects().size(); o++) {
                if (scene.objects().get(o).performer()) {
                    matteIsThatOfTheObject(read, scene.world().names().get(o), o);
                }
            }
        }
    }

    private static Set<Kind> named(String kinds) {
        return Arrays.stream(kinds.split(" "))
                .filter(k -> !k.isEmpty())
                .map(Kind::valueOf)
                .collect(Collectors.toSet());
    }

    private static Set<Kind> kinds(Scene scene) {
        return Stream.concat(scene.world().shapes().stream(), scene.shapes().stream())
                .map(Shape::material)
                .map(m -> m.kind())
                .collect(Collectors.toSet());
    }

    private Frame read(Take take, int n, Frame frame) throws IOException {
        Scene scene = take.play().scene(n);
        Path file = folder.resolve("a.exr");
        Slate slate = new Slate("Layers", "abc123", 7, "0.1.0", "draft");
        new ExrWriter(ExrShot.of(take.shot().rate(), slate, scene.world(), WIDTH, HEIGHT))
                .write(file, frame, ExrOptions.PLAIN, new ExrShot.Moment(n, scene.view(), 1 / 48.0));
        return ExrReader.read(file).frame();
    }

    /// How many values of the picture are not the sum of layers, each rounded by that share of itself.
    private static int off(Frame f, List<String> layers, double rounding) {
        int off = 0;
        for (String color : List.of("R", "G", "B")) {
            float[] beauty = f.plane(color).values();
            List<float[]> parts =
                    layers.stream().map(l -> f.plane(l + "." + color).values()).toList();
            for (int i = 0; i < beauty.length; i++) {
                double sum = 0;
                double all = Math.abs(beauty[i]);
                for (float[] p : parts) {
                    sum += p[i];
                    all += Math.abs(p[i]);
                }
                double error = Math.abs(sum - beauty[i]);
                double bound = rounding * all + SINGLE * (1 + all) + (parts.size() + 1) * LEAST;
                off += error <= bound ? 0 : 1;
            }
        }
        return off;
    }

    private static void mattesCoverWhatIsThere(Frame f) {
        List<String> names = Cryptomatte.planes(Cryptomatte.OBJECTS);
        float[] alpha = f.plane("A").values();
        float[] sum = new float[alpha.length];
        for (int k = 0; k < Cryptomatte.RANKS; k++) {
            float[] cover = f.plane(names.get(2 * k + 1)).values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += cover[i];
            }
        }
        int off = 0;
        for (int i = 0; i < sum.length; i++) {
            off += Math.abs(sum[i] - alpha[i]) <= UNLISTED + HALF ? 0 : 1;
        }
        assertThat(off).isZero();
    }

    /// Away from outlines a matte is whole where the object's number is, and nothing where it is not.
    private static void matteIsThatOfTheObject(Frame f, String name, int object) {
        float[] cover = cover(f, Cryptomatte.ACTORS, name);
        float[] id = f.plane(Frame.OBJECT).values();
        assertThat(cover).as(name).containsExactly(cover(f, Cryptomatte.OBJECTS, name));
        int off = 0;
        int thin = 0;
        for (int y = EDGE; y < HEIGHT - EDGE; y++) {
            for (int x = EDGE; x < WIDTH - EDGE; x++) {
                int i = y * WIDTH + x;
                boolean here = id[i] == object;
                double error = Math.abs(cover[i] - (here ? 1 : 0));
                if (error > 0.02 && even(id, i, object, here)) {
                    off += error > 0.5 ? 1 : 0;
                    thin++;
                }
            }
        }
        // Less than half of a pixel may be a strand, or a gap, that no number tells of.
        assertThat(thin).as(name).isLessThan(WIDTH * HEIGHT / 10_000);
        assertThat(off).as(name).isZero();
    }

    private static boolean even(float[] id, int at, int object, boolean here) {
        for (int y = -EDGE; y <= EDGE; y++) {
            for (int x = -EDGE; x <= EDGE; x++) {
                if (id[at + y * WIDTH + x] == object != here) {
                    return false;
                }
            }
        }
        return true;
    }

    private static float[] cover(Frame f, String layer, String name) {
        List<String> planes = Cryptomatte.planes(layer);
        float wanted = Cryptomatte.id(name);
        float[] cover = new float[WIDTH * HEIGHT];
        for (int k = 0; k < Cryptomatte.RANKS; k++) {
            float[] ids = f.plane(planes.get(2 * k)).values();
            float[] share = f.plane(planes.get(2 * k + 1)).values();
            for (int i = 0; i < cover.length; i++) {
                cover[i] += ids[i] == wanted ? share[i] : 0;
            }
        }
        return cover;
    }
}
