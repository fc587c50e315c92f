package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.Library;
import dev.beatboard.file.exr.ExrOptions;
import dev.beatboard.file.exr.ExrReader;
import dev.beatboard.frame.Layer;
import dev.beatboard.render.raster.RasterRenderer;
import dev.beatboard.shot.ShotReader;
import dev.beatboard.shot.Sizes;
import dev.beatboard.time.FrameRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second rendering draws only what the first did not.
class KeptFramesTest {

    private static final String SHOT = """
            duration: 12f
            keyframes:
              - {at: 0s, prompt: "medium shot of a red box"}
              - {at: 6f, prompt: "cut to a close-up of the red box"}
            """;
    /// Another second set-up, another title: the first half of the clip is the same.
    private static final String EDITED = "title: Edited\n" + SHOT.replace("cut to a close-up", "cut to a low angle");

    @TempDir
    Path folder;

    @Test
    void drawsOnlyWhatAnEditChangesAndDeliversWhatACleanRunDoes() throws IOException {
        assertThat(render(SHOT, "first", 1 << 30).drawn()).isEqualTo(12);
        RenderResult again = render(SHOT, "again", 1 << 30);
        assertThat(again.kept()).isEqualTo(12);
        assertThat(again.drawn()).isZero();
        assertThat(files("again")).isEqualTo(files("first"));

        RenderResult edited = render(EDITED, "edited", 1 << 30);
        assertThat(edited.kept()).isEqualTo(6);
        assertThat(edited.drawn()).isEqualTo(6);
        assertThat(render(EDITED, "clean", 0).kept()).isZero();
        assertThat(files("edited")).isEqualTo(files("clean")).isNotEqualTo(files("first"));
    }

    @Test
    void drawsAgainWhatIsBroken() throws IOException {
        render(SHOT, "first", 1 << 30);
        Path broken;
        try (Stream<Path> all = Files.walk(folder.resolve("cache"))) {
            broken = all.filter(p -> p.toString().contains("-exr-"))
                    .sorted()
                    .toList()
                    .get(3);
        }
        Files.write(broken, new byte[100]);
        RenderResult again = render(SHOT, "again", 1 << 30);
        assertThat(again.drawn()).isEqualTo(1);
        assertThat(files("again")).isEqualTo(files("first"));
    }

    /// Lamps that an edit adds to one set-up add a layer to the files of all.
    @Test
    void filesOfAllFramesHaveTheLayersOfTheEditedClip() throws IOException {
        String lit = SHOT.replace("12f", "4f")
                .replace("6f", "2f")
                .replace("medium shot of a red box", "medium shot of a red box, overhead fluorescent lighting");
        String edited = lit.replace("cut to a close-up", "three-point lighting, cut to a close-up");
        SequenceOrder lights = new SequenceOrder(
                EnumSet.of(Layer.BEAUTY, Layer.LIGHTS),
                SequenceOrder.PLAIN.spaces(),
                false,
                ExrOptions.Compression.ZIP,
                0);
        render(lit, "first", 1 << 30, lights);

        render(edited, "edited", 1 << 30, lights);

        render(edited, "clean", 0, lights);
        assertThat(ExrReader.read(folder.resolve("clean/exr/clip.1001.exr"))
                        .frame()
                        .planes())
                .hasSizeGreaterThan(ExrReader.read(folder.resolve("first/exr/clip.1001.exr"))
                        .frame()
                        .planes()
                        .size());
        assertThat(files("edited")).isEqualTo(files("clean"));
    }

    private RenderResult render(String text, String name, long cache) throws IOException {
        return render(text, name, cache, SequenceOrder.PLAIN);
    }

    private RenderResult render(String text, String name, long cache, SequenceOrder sequence) throws IOException {
        Path file = Files.writeString(folder.resolve("shot.yaml"), text);
        ShotReader.Result.Accepted read = (ShotReader.Result.Accepted) ShotReader.read(file);
        int frames = Director.understand(read.draft()).shot().frames();
        Path none = folder.resolve("nothing-installed");
        RenderOrder order = new RenderOrder(
                folder.resolve(name),
                "draft",
                96,
                54,
                new Sizes.Size(96, 54),
                new FrameRange(0, frames - 1),
                Set.of(Format.PNG, Format.EXR),
                sequence,
                Marking.NONE,
                Optional.empty(),
                Optional.empty(),
                RenderOrder.SAMPLES,
                cache);
        try (Director director = new Director(Library.open(none), 2);
                RasterRenderer renderer = new RasterRenderer(2)) {
            Take take = director.stage(Director.understand(read.draft()));
            return new Production(take, order, RenderProgress.NONE, renderer, folder.resolve("cache")).run();
        }
    }

    /// All pictures of a rendering and its contact sheet, by name, told by their checksum and length.
    private Map<String, String> files(String name) throws IOException {
        Map<String, String> out = new TreeMap<>();
        Path root = folder.resolve(name);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path p :
                    all.filter(f -> f.toString().matches(".*\\.(png|exr)")).toList()) {
                byte[] bytes = Files.readAllBytes(p);
                CRC32C sum = new CRC32C();
                sum.update(bytes);
                out.put(root.relativize(p).toString(), bytes.length + " bytes, " + Long.toHexString(sum.getValue()));
            }
        }
        return out;
    }
}
