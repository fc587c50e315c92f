package dev.beatboard.cli;

import dev.beatboard.Director;
import dev.beatboard.Format;
import dev.beatboard.RenderOrder;
import dev.beatboard.RenderProgress;
import dev.beatboard.RenderResult;
import dev.beatboard.Take;
import dev.beatboard.asset.Library;
import dev.beatboard.direction.Understanding;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.time.FrameRange;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The measuring itself. Frames per second and waiting times are by the clock and include encoding, so a busy machine
/// spoils them; the same rate by the seconds that the processors worked for this process, which it does not spoil,
/// stands
/// beside them.
final class Bench {

    static final int CORES = 2;
    private static final int GROUP_FRAMES = 120;
    private static final int SCALING_FRAMES = 24;
    private static final int SCALING_ROUNDS = 2;
    private static final int FINAL_FRAMES = 24;

    private final Library library;
    private final Path examples;
    private final Terminal terminal;
    private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private final double calibration = calibrate();

    Bench(Library library, Path examples, Terminal terminal) {
        this.library = library;
        this.examples = examples;
        this.terminal = terminal;
    }

    /// @param target as a sentence with its number
    record Measure(String name, double value, String unit, String target, boolean holds) {

        static Measure atLeast(String name, double value, String unit, double least) {
            return new Measure(name, value, unit, "at least " + least, value >= least);
        }

        static Measure atMost(String name, double value, String unit, double most) {
            return new Measure(name, value, unit, "at most " + most, value <= most);
        }
    }

    /// Processes waiting for a processor before the measuring began.
    double load() {
        return load;
    }

    /// Seconds that a fixed piece of arithmetic took, to compare machines.
    double calibrationSeconds() {
        return calibration;
    }

    /// What is watched and waited for: words, the first frame, drafts.
    List<Measure> drafts() throws IOException {
        List<Measure> out = new ArrayList<>();
        Path scratch = Files.createTempDirectory("beatboard-bench");
        try {
            ShotDraft corridor = draft("corridor");
            ShotDraft eight = draft("eight");
            ShotDraft sixteen = draft("sixteen");
            Director.understand(sixteen);
            long explain = System.nanoTime();
            Director.understand(sixteen);
            out.add(Measure.atMost("explain.sixteen.seconds", since(explain), "seconds", 0.3));

            long first = System.nanoTime();
            render(corridor, "draft", 1, CORES, scratch);
            out.add(Measure.atMost("firstFrame.corridor.seconds", since(first), "seconds", 12));
            int whole = Director.understand(corridor).shot().frames();
            out.addAll(rates("corridor", whole, render(corridor, "draft", whole, CORES, scratch), 9));
            out.addAll(rates("eight", GROUP_FRAMES, render(eight, "draft", GROUP_FRAMES, CORES, scratch), 6));
            out.add(Measure.atLeast("scaling.twoThreads", scaling(corridor, scratch), "times", 1.8));
            out.add(Measure.atMost("memory.peakMegabytes", peakMegabytes(), "MB", 3000));
        } finally {
            remove(scratch);
        }
        return out;
    }

    /// How many times as fast two threads render a warm frame as one does, measured by turns. Only the renderer's own
    /// stages count: encoding and posing run beside them on a processor that one thread would leave free.
    private double scaling(ShotDraft draft, Path scratch) throws IOException {
        double one = 0;
        double both = 0;
        for (int round = 0; round < SCALING_ROUNDS; round++) {
            one += render(draft, "draft", SCALING_FRAMES, 1, scratch).stageSeconds();
            both += render(draft, "draft", SCALING_FRAMES, CORES, scratch).stageSeconds();
        }
        return one / both;
    }

    private static List<Measure> rates(String name, int frames, Took took, double least) {
        return List.of(
                Measure.atLeast("draft." + name + ".framesPerSecond", frames / took.clockSeconds(), "frames/s", least),
                Measure.atLeast(
                        "draft." + name + ".framesPerTwoProcessorSeconds",
                        frames / took.rateSeconds(),
                        "frames",
                        least),
                Measure.atLeast("draft." + name + ".warmFramesPerSecond", 1 / took.warmSeconds(), "frames/s", least));
    }

    /// Final frames at full size.
    List<Measure> finals() throws IOException {
        List<Measure> out = new ArrayList<>();
        Path scratch = Files.createTempDirectory("beatboard-bench");
        try {
            double single = warmFinals(draft("corridor"), scratch);
            out.add(Measure.atMost("final.corridor.warmSecondsPerFrame", single, "seconds", 0.8));
            double group = render(draft("eight"), "final", FINAL_FRAMES, CORES, scratch)
                    .warmSeconds();
            out.add(Measure.atMost("final.eight.warmSecondsPerFrame", group, "seconds", 1.2));
            out.add(Measure.atMost("memory.finalPeakMegabytes", peakMegabytes(), "MB", 4000));
        } finally {
            remove(scratch);
        }
        return out;
    }

    /// EXR files of a final frame.
    List<Measure> packing() throws IOException {
        Path scratch = Files.createTempDirectory("beatboard-bench");
        try {
            terminal.note("Eight, packing EXR files");
            return new PackingBench(library, draft("eight"), scratch).measure();
        } finally {
            remove(scratch);
        }
    }

    /// The mean of three places of the clip, which show it wide and near.
    private double warmFinals(ShotDraft draft, Path scratch) throws IOException {
        int all = Director.understand(draft).shot().frames();
        double sum = 0;
        for (int third = 0; third < 3; third++) {
            int first = Math.min(all - FINAL_FRAMES, third * all / 3);
            sum += render(draft, "final", new FrameRange(first, first + FINAL_FRAMES - 1), CORES, scratch)
                    .warmSeconds();
        }
        return sum / 3;
    }

    /// @param clockSeconds by the clock
    /// @param rateSeconds by the processors without the encoder's, spread over two cores
    /// @param warmSeconds of a frame of the second half, by the clock
    /// @param stageSeconds of the renderer alone for a frame of the second half
    private record Took(double clockSeconds, double rateSeconds, double warmSeconds, double stageSeconds) {}

    private Took render(ShotDraft draft, String quality, int frames, int threads, Path folder) throws IOException {
        return render(draft, quality, new FrameRange(0, frames - 1), threads, folder);
    }

    private Took render(ShotDraft draft, String quality, FrameRange range, int threads, Path folder)
            throws IOException {
        int frames = range.count();
        terminal.note(draft.title() + ", " + quality + ", " + frames + " frames, " + threads + " threads");
        boolean fine = quality.equals("final");
        RenderOrder order = new RenderOrder(
                folder,
                quality,
                fine ? 1920 : 960,
                fine ? 1080 : 540,
                range,
                fine ? Set.of(Format.MP4, Format.EXR) : Set.of(Format.MP4));
        Understanding understanding = Director.understand(draft);
        try (Director director = new Director(library, threads)) {
            Take take = director.stage(understanding);
            long clock = System.nanoTime();
            long cpu = cpuNanoseconds();
            Watch watch = new Watch(director, frames);
            director.render(take, order, watch);
            return new Took(
                    since(clock), (cpuNanoseconds() - cpu) / 1e9 / CORES, watch.warmSeconds(), watch.stageSeconds());
        }
    }

    private ShotDraft draft(String name) throws IOException {
        return ShotInput.read(examples.resolve(name + ".yaml")).draft();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /// What the processors worked for this process so far.
    static long cpuNanoseconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getProcessCpuTime()
                : System.nanoTime();
    }

    /// The most memory that the process held at once, as Linux counts it.
    private static double peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Runtime.getRuntime().totalMemory() / 1e6;
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM:"))
                .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static double calibrate() {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            double x = 0.5;
            for (int i = 0; i < 20_000_000; i++) {
                x = 3.7 * x * (1 - x);
            }
            // Asked of the result so that the loop is not left out.
            best = x > 2 ? 0 : Math.min(best, since(start));
        }
        return best;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path p : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }

    /// What each stage of a frame costs when the program is warm, by quality and example.
    /// Medians over the second half of some frames, milliseconds by the clock on two cores.
    /// What happens beside the renderer (posing, tone mapping, files) overlaps with it.
    Map<String, Map<String, Double>> features() throws IOException {
        Map<String, Map<String, Double>> out = new LinkedHashMap<>();
        Path scratch = Files.createTempDirectory("beatboard-bench");
        try {
            for (String quality : List.of("draft", "final")) {
                for (String name : List.of("corridor", "eight")) {
                    out.put(quality + "." + name, features(draft(name), quality, scratch));
                }
            }
        } finally {
            remove(scratch);
        }
        return out;
    }

    private Map<String, Double> features(ShotDraft draft, String quality, Path folder) throws IOException {
        boolean fine = quality.equals("final");
        int frames = fine ? FINAL_FRAMES : GROUP_FRAMES;
        terminal.note(draft.title() + ", " + quality + ", " + frames + " frames, " + CORES + " threads");
        RenderOrder order = new RenderOrder(
                folder,
                quality,
                fine ? 1920 : 960,
                fine ? 1080 : 540,
                new FrameRange(0, frames - 1),
                fine ? Set.of(Format.MP4, Format.EXR) : Set.of(Format.MP4));
        try (Director director = new Director(library, CORES)) {
            Watch watch = new Watch(director, frames);
            RenderResult result = director.render(director.stage(Director.understand(draft)), order, watch);
            Map<String, Double> out = watch.stages();
            result.report().stages().stream()
                    .filter(s -> !s.name().startsWith("all frames") && !s.name().equals("render"))
                    .forEach(s -> out.put("beside: " + s.name(), 1000 * s.seconds() / frames));
            out.put("whole frame", 1000 * watch.warmSeconds());
            return out;
        }
    }

    /// Looks at the clock when a frame is done. The second half of the frames counts as warm.
    private static final class Watch implements RenderProgress {

        private final Director director;
        private final int frames;
        private final Map<String, List<Double>> stages = new LinkedHashMap<>();
        private long middle;
        private long last;

        Watch(Director director, int frames) {
            this.director = director;
            this.frames = frames;
        }

        @Override
        public void stage(String what) {}

        @Override
        public void frame(int done, int of) {
            last = System.nanoTime();
            if (done <= frames / 2) {
                middle = last;
            } else {
                director.stages()
                        .forEach((name, ms) -> stages.computeIfAbsent(name, n -> new ArrayList<>())
                                .add(ms));
            }
        }

        double warmSeconds() {
            return (last - middle) / 1e9 / (frames - frames / 2);
        }

        double stageSeconds() {
            return stages().values().stream().mapToDouble(ms -> ms / 1000).sum();
        }

        /// Medians over the second half of the frames, milliseconds.
        Map<String, Double> stages() {
            Map<String, Double> out = new LinkedHashMap<>();
            stages.forEach(
                    (name, ms) -> out.put(name, ms.stream().sorted().toList().get(ms.size() / 2)));
            return out;
        }
    }
}
