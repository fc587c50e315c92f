package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.file.Slate;
import dev.beatboard.file.exr.ExrOptions;
import dev.beatboard.file.exr.ExrReader;
import dev.beatboard.file.exr.ExrWriter;
import dev.beatboard.frame.Cryptomatte;
import dev.beatboard.frame.Layer;
import dev.beatboard.frame.Plane;
import dev.beatboard.render.Layers;
import dev.beatboard.shot.Sizes;
import dev.beatboard.time.FrameRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// EXR files of the examples with all layers, as they are delivered.
@Tag("assets")
class SequenceOfExamplesTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;
    private static final int OVERSCAN = 16;

    @TempDir
    Path folder;

    @BeforeEach
    void needsThePeople() throws IOException {
        Examples.needPeople();
    }

    @ParameterizedTest
    @CsvSource({"product, false", "corridor, true"})
    void whatAClipDoesNotHaveIsAbsent(String example, boolean acted) throws IOException {
        try (Director director = Examples.director(2)) {
            Take take = Examples.stage(director, example);
            RenderOrder order = order("draft", 30, 0);
            ExrReader.Image file = render(director, take, order);
            Set<String> planes = file.frame().planes().stream().map(Plane::name).collect(Collectors.toSet());

            Slate slate = new Slate("Layers", "abc123", 7, "0.1.0", "draft");
            assertThat(planes).containsExactlyInAnyOrderElementsOf(new Delivery(take, order, slate).channels());
            assertThat(planes.stream()
                            .filter(p -> p.startsWith("light_") && p.endsWith(".R"))
                            .collect(Collectors.toSet()))
                    .isEqualTo(Stream.concat(
                                    Stream.of("light_bounce"),
                                    take.lightGroups().stream().map(Layers::name))
                            .map(l -> l + ".R")
                            .collect(Collectors.toSet()));
            List<String> mattes = Cryptomatte.planes(Cryptomatte.ACTORS);
            String manifest = "cryptomatte/" + Cryptomatte.key(Cryptomatte.ACTORS) + "/manifest";
            String nuke = Files.readString(order.folder().resolve("clip.nk"));
            String fusion = Files.readString(order.folder().resolve("clip.comp"));
            if (acted) {
                assertThat(planes).containsAll(mattes);
                assertThat(file.attributes()).containsKey(manifest);
                assertThat(nuke).contains("CryptoActor");
                assertThat(fusion).contains("CryptoActor");
            } else {
                assertThat(planes).doesNotContainAnyElementsOf(mattes);
                assertThat(file.attributes()).doesNotContainKey(manifest);
                assertThat(nuke).doesNotContain("CryptoActor");
                assertThat(fusion).doesNotContain("CryptoActor");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"product, 60, draft", "corridor, 40, final"})
    void overscanLeavesTheFrameItselfAsItIs(String example, int n, String quality) throws IOException {
        try (Director director = Examples.director(2)) {
            Take take = Examples.stage(director, example);
            ExrReader.Image plain = render(director, take, order(quality, n, 0));
            ExrReader.Image wide = render(director, take, order(quality, n, OVERSCAN));

            assertThat(wide.left()).isEqualTo(-OVERSCAN);
            assertThat(wide.top()).isEqualTo(-OVERSCAN);
            assertThat(wide.displayWidth()).isEqualTo(WIDTH);
            assertThat(wide.displayHeight()).isEqualTo(HEIGHT);
            assertThat(wide.frame().width()).isEqualTo(WIDTH + 2 * OVERSCAN);
            assertThat(wide.frame().planes()).hasSameSizeAs(plain.frame().planes());
            for (Plane p : plain.frame().planes()) {
                float[] all = wide.frame().plane(p.name()).values();
                float[] inside = new float[WIDTH * HEIGHT];
                for (int y = 0; y < HEIGHT; y++) {
                    int from = (y + OVERSCAN) * wide.frame().width() + OVERSCAN;
                    System.arraycopy(all, from, inside, y * WIDTH, WIDTH);
                }
                assertThat(inside).as(p.name()).containsExactly(p.values());
            }
        }
    }

    private RenderOrder order(String quality, int n, int overscan) {
        return new RenderOrder(
                folder.resolve("clip" + overscan),
                quality,
                WIDTH,
                HEIGHT,
                new Sizes.Size(WIDTH, HEIGHT),
                new FrameRange(n, n),
                Set.of(Format.EXR, Format.COMP),
                new SequenceOrder(
                        EnumSet.allOf(Layer.class),
                        SequenceOrder.PLAIN.spaces(),
                        false,
                        ExrOptions.Compression.ZIP,
                        overscan),
                Marking.NONE,
                Optional.empty(),
                Optional.empty(),
                RenderOrder.SAMPLES,
                0);
    }

    private static ExrReader.Image render(Director director, Take take, RenderOrder order) throws IOException {
        director.render(take, order, RenderProgress.NONE);
        return ExrReader.read(order.folder()
                .resolve("exr")
                .resolve(ExrWriter.name(order.frames().first())));
    }
}
