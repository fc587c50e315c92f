package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.asset.Library;
import dev.beatboard.file.Chunk;
import dev.beatboard.file.provenance.SigningKey;
import dev.beatboard.math.Sha256;
import dev.beatboard.render.raster.RasterRenderer;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.shot.ShotReader;
import dev.beatboard.shot.Sizes;
import dev.beatboard.time.FrameRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Frames rendered apart, here of an empty room, for which nothing need be installed.
class AssemblyTest {

    private static final String SHOT = """
            title: Empty room
            duration: 0.5s
            set: living room
            seed: SEED
            keyframes:
              - at: 0s
                prompt: "Wide shot of the living room, camera static."
              - at: 0.25s
                prompt: "Slow push in."
            """;

    private static final String EXR_7 = "exr/clip.1008.exr";

    @TempDir
    Path folder;

    @Test
    void chunksMakeWhatOneRenderingMakes() throws IOException {
        render(3, 0, 4, "a");
        render(3, 5, 6, "b");
        render(3, 7, 11, "c");
        // The same again, and an overlap, do no harm.
        render(3, 5, 8, "d");
        render(3, 0, 11, "whole");
        Assembly assembly = Assembly.of(List.of(at("c"), at("a"), at("d"), at("b")));

        assemble(assembly);

        Map<String, String> joined = files(at("joined"));
        assertThat(joined).hasSize(12 + 12 + 3);
        assertThat(files(at("whole"))).containsAllEntriesOf(joined);
    }

    @Test
    void aFolderOfChunksWillDo() throws IOException {
        render(3, 0, 5, "all/a");
        render(3, 6, 11, "all/b");

        assertThat(Assembly.of(List.of(at("all"))).size()).isEqualTo(2);
    }

    @Test
    void framesThatNobodyHasAreNamed() throws IOException {
        render(3, 0, 2, "a");
        render(3, 5, 5, "b");
        render(3, 7, 10, "c");

        assertThatThrownBy(() -> Assembly.of(List.of(at("a"), at("b"), at("c"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in no chunk: 3-4, 6, 11.");
    }

    @Test
    void chunksOfOtherTermsAreRefusedWithAllThatDiffers() throws IOException {
        render(3, 0, 5, "a");
        render(4, 6, 11, "b");

        assertThatThrownBy(() -> Assembly.of(List.of(at("a"), at("b"))))
                .hasMessageContaining("seed is 4, not 3")
                .hasMessageContaining("shot is ");
    }

    @Test
    void whatHasChangedOrIsMissingIsNamed() throws IOException {
        render(3, 0, 5, "a");
        render(3, 6, 11, "b");
        Path frame = at("a").resolve(Assembly.picture(2));
        byte[] bytes = Files.readAllBytes(frame);
        bytes[bytes.length / 2] ^= 1;
        Files.write(frame, bytes);
        Files.delete(at("b").resolve(EXR_7));

        assertThatThrownBy(() -> Assembly.of(List.of(at("a"), at("b"))))
                .hasMessageContaining(frame + " is not what was rendered")
                .hasMessageContaining(at("b").resolve(EXR_7) + " is missing");
    }

    @Test
    void noFileOutsideOfTheFolderIsRead() throws IOException {
        render(3, 0, 5, "a");
        Path file = at("a").resolve(Chunk.NAME);
        Files.writeString(file, Files.readString(file).replace("frames/clip.1001.frame", "frames/../../secret"));

        assertThatThrownBy(() -> Assembly.of(List.of(at("a")))).hasMessageContaining("no chunk has");
    }

    @Test
    void aFolderWithoutChunksIsRefused() throws IOException {
        Files.createDirectories(at("empty"));

        assertThatThrownBy(() -> Assembly.of(List.of(at("empty")))).hasMessageContaining("render --frames");
        assertThatThrownBy(() -> Assembly.of(List.of(at("nothing")))).hasMessageContaining("no folder");
    }

    @Test
    void framesWithoutAKeyframeAreSignedToo() throws IOException {
        render(3, 8, 8, "a", Optional.of(SigningKey.local(at("keys"))));

        assertThat(at("a").resolve("contact-sheet.png")).doesNotExist();
        assertThat(at("a").resolve("provenance.json")).isNotEmptyFile();
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private static String text(int seed) {
        return SHOT.replace("SEED", Integer.toString(seed));
    }

    private ShotDraft draft(Path file) throws IOException {
        return ((ShotReader.Result.Accepted) ShotReader.read(file)).draft();
    }

    private void render(int seed, int first, int last, String name) throws IOException {
        render(seed, first, last, name, Optional.empty());
    }

    private void render(int seed, int first, int last, String name, Optional<SigningKey> key) throws IOException {
        Path file = Files.writeString(at("shot.yaml"), text(seed));
        ChunkOrder chunk =
                new ChunkOrder(text(seed).getBytes(StandardCharsets.UTF_8), false, false, false, Optional.empty());
        RenderOrder order = new RenderOrder(
                at(name),
                "draft",
                96,
                64,
                new Sizes.Size(96, 64),
                new FrameRange(first, last),
                Set.of(Format.PNG, Format.EXR),
                SequenceOrder.PLAIN,
                Marking.NONE,
                key,
                Optional.of(chunk),
                RenderOrder.SAMPLES,
                0);
        try (Director director = new Director(Library.open(at("nothing-installed")), 2);
                RasterRenderer renderer = new RasterRenderer(2)) {
            Take take = director.stage(Director.understand(draft(file)));
            new Production(take, order, RenderProgress.NONE, renderer, at("cache")).run();
        }
    }

    private void assemble(Assembly assembly) throws IOException {
        RenderOrder order = assembly.order(at("joined"), Optional.empty());
        try (Director director = new Director(Library.open(at("nothing-installed")), 1)) {
            Take take = director.stage(Director.understand(draft(assembly.source())));
            director.assemble(take, assembly, order, RenderProgress.NONE);
        }
    }

    /// The pictures of a clip and its contact sheet, by name, told by their digests.
    private static Map<String, String> files(Path of) throws IOException {
        Map<String, String> out = new TreeMap<>();
        try (Stream<Path> all = Files.walk(of)) {
            for (Path p : all.filter(Files::isRegularFile).toList()) {
                String name = of.relativize(p).toString();
                if (!name.startsWith("frames") && !name.startsWith("source") && !name.matches("(report|chunk).*")) {
                    out.put(name, Sha256.hex(Files.readAllBytes(p)));
                }
            }
        }
        return out;
    }
}
