package dev.beatboard.cli;

import dev.beatboard.Director;
import dev.beatboard.Format;
import dev.beatboard.RenderOrder;
import dev.beatboard.RenderProgress;
import dev.beatboard.SequenceOrder;
import dev.beatboard.asset.Library;
import dev.beatboard.file.exr.ExrOptions;
import dev.beatboard.file.exr.ExrReader;
import dev.beatboard.file.exr.PackedFrame;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Layer;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.time.FrameRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What packing an EXR file of a final frame at 1080p costs when the program is warm, in seconds that the processors
/// worked, whatever their number. The frame is drawn once, written with all layers and read back.
final class PackingBench {

    /// Fewer are not yet compiled to the end.
    private static final int BEAUTY_ROUNDS = 60;
    private static final int ALL_ROUNDS = 9;
    /// Where all eight can be seen.
    private static final int FRAME = 96;

    private final Library library;
    private final ShotDraft draft;
    private final Path scratch;

    PackingBench(Library library, ShotDraft draft, Path scratch) {
        this.library = library;
        this.draft = draft;
        this.scratch = scratch;
    }

    List<Bench.Measure> measure() throws IOException {
        Frame frame = drawn();
        Predicate<String> beauty = n -> n.length() == 1;
        List<Bench.Measure> out = new ArrayList<>();
        for (ColorSpace space : List.of(ColorSpace.LINEAR_REC709, ColorSpace.ACESCG)) {
            out.add(Bench.Measure.atMost(
                    "exr.beauty." + space.label() + ".processorSeconds",
                    cost(frame, space, beauty, BEAUTY_ROUNDS),
                    "seconds",
                    0.15));
        }
        out.add(Bench.Measure.atMost(
                "exr.allLayers.processorSeconds",
                cost(frame, ColorSpace.ACESCG, n -> true, ALL_ROUNDS),
                "seconds",
                2.5));
        return out;
    }

    private Frame drawn() throws IOException {
        RenderOrder plain =
                new RenderOrder(scratch, "final", 1920, 1080, new FrameRange(FRAME, FRAME), Set.of(Format.EXR));
        SequenceOrder all = new SequenceOrder(
                EnumSet.allOf(Layer.class), List.of(ColorSpace.LINEAR_REC709), false, ExrOptions.Compression.ZIP, 0);
        RenderOrder order = new RenderOrder(
                plain.folder(),
                plain.quality(),
                plain.width(),
                plain.height(),
                plain.inside(),
                plain.frames(),
                plain.formats(),
                all,
                plain.marking(),
                Optional.empty(),
                Optional.empty(),
                plain.samples(),
                plain.cacheBytes());
        try (Director director = new Director(library, Bench.CORES)) {
            Path file =
                    director
                            .render(director.stage(Director.understand(draft)), order, RenderProgress.NONE)
                            .files()
                            .stream()
                            .filter(f -> f.toString().endsWith(".exr"))
                            .findFirst()
                            .orElseThrow();
            Frame frame = ExrReader.read(file).frame();
            Files.delete(file);
            return frame;
        }
    }

    /// The mean of some rounds after as many that warm the program: the processors' time is counted in steps of 10 ms.
    private static double cost(Frame frame, ColorSpace space, Predicate<String> wanted, int rounds) {
        ExrOptions options = new ExrOptions(space, false, ExrOptions.Compression.ZIP);
        int lines = 0;
        long before = 0;
        for (int round = 0; round < 2 * rounds; round++) {
            if (round == rounds) {
                before = Bench.cpuNanoseconds();
            }
            // Asked of the result so that nothing is left out.
            lines += PackedFrame.of(frame, options, wanted).height();
        }
        return lines == 0 ? 0 : (Bench.cpuNanoseconds() - before) / 1e9 / rounds;
    }
}
