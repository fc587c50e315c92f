package dev.beatboard.cli;

import dev.beatboard.ChunkOrder;
import dev.beatboard.Director;
import dev.beatboard.Format;
import dev.beatboard.Marking;
import dev.beatboard.RenderOrder;
import dev.beatboard.RenderResult;
import dev.beatboard.SequenceOrder;
import dev.beatboard.Take;
import dev.beatboard.asset.Library;
import dev.beatboard.direction.Understanding;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.Report;
import dev.beatboard.file.ReportWriter;
import dev.beatboard.file.provenance.SigningKey;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.shot.ShotReader;
import dev.beatboard.shot.Sizes;
import dev.beatboard.time.FrameRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `beatboard render SHOT`: a clip and its report.
@Command(
        name = "render",
        description = "Renders a shot file to a clip, a contact sheet and a report.",
        mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 256;
    /// Light groups of a clip with much light.
    private static final int GROUPS = 5;
    /// Gigabytes.
    private static final int MOST_CACHE = 100_000;

    private final Terminal terminal;

    @Parameters(paramLabel = "SHOT", description = "the shot file, YAML or JSON")
    private Path shot = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "output folder; default: out/<title>")
    private @Nullable Path folder;

    @Option(names = "--quality", description = "draft (default), final or reference")
    private String quality = "draft";

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "paths per pixel of a reference; default: ${DEFAULT-VALUE}")
    private int samples = RenderOrder.SAMPLES;

    @Option(names = "--size", paramLabel = "WxH", description = "size in pixels, even numbers")
    private @Nullable String size;

    @Option(names = "--aspect", paramLabel = "A:B", description = "another shape of the picture, such as 9:16")
    private @Nullable String aspect;

    @Option(
            names = "--extend",
            description = "with --size or --aspect: keep the frame as it was framed and show what lies outside of it")
    private boolean extend;

    @Option(names = "--frames", paramLabel = "A-B", description = "only these frames, counted from 0, both included")
    private @Nullable String frames;

    @Option(
            names = "--format",
            split = ",",
            description =
                    "mp4 (default), hdr10, hlg, prores, png, exr, camera, edit, comp, tracks, gltf, web, guides, job; several with commas")
    private List<String> formats = List.of("mp4");

    @Mixin
    private final SequenceOptions sequence = new SequenceOptions();

    @Mixin
    private final MarkingOptions marking = new MarkingOptions();

    @Mixin
    private final CredentialOptions credentials = new CredentialOptions();

    @Mixin
    private final CameraOptions camera = new CameraOptions();

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    @Option(names = "--threads", paramLabel = "N", description = "threads that render; default: all processors")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--no-cache", description = "draw every frame, also those that are known from an earlier render")
    private boolean noCache;

    @Option(
            names = "--cache-size",
            paramLabel = "GB",
            description = "disk that frames kept for later may take; default: ${DEFAULT-VALUE}")
    private double cacheSize = 4;

    @Option(names = "--seed", paramLabel = "N", description = "another variation of what nobody directed")
    private @Nullable Long seed;

    @Option(names = "--json", description = "print the report as JSON on standard output")
    private boolean json;

    RenderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Quality wanted = quality();
        Set<Format> delivered = formats();
        if (threads < 1 || threads > MOST_THREADS) {
            throw new WrongInput("--threads is 1 to " + MOST_THREADS + ", not " + threads + ".");
        }
        if (!(cacheSize >= 0 && cacheSize <= MOST_CACHE)) {
            throw new WrongInput("--cache-size is 0 to " + MOST_CACHE + " gigabytes, not " + cacheSize + ".");
        }
        long cacheBytes = noCache ? 0 : (long) (cacheSize * 1e9);
        if (samples < 1 || samples > RenderOrder.MOST_SAMPLES) {
            throw new WrongInput("--samples is 1 to " + RenderOrder.MOST_SAMPLES + ", not " + samples + ".");
        }
        if (samples != RenderOrder.SAMPLES && wanted != Quality.REFERENCE) {
            throw new WrongInput("--samples goes with --quality reference only.");
        }
        RenderBar reported = progress.bar(terminal, json);
        Optional<Sizes.Size> asked = asked();
        ShotReader.Result.Accepted read = ShotInput.read(shot);
        read.notices().forEach(n -> terminal.note(n.message()));
        ShotDraft draft = ShotInput.with(read.draft(), Optional.ofNullable(seed));
        FrameRange range = Frames.parse(frames, draft.rate().framesIn(draft.duration()));
        Sizes.Size framed = new Sizes.Size(draft.width(), draft.height());
        Sizes.Size shape = extend ? framed : asked.orElse(framed);
        Sizes.Size inside = size == null
                ? Sizes.fit(shape.width(), shape.height(), wanted.pixels())
                : Sizes.within(asked.orElseThrow(), shape);
        Sizes.Size picture = extend ? around(inside, asked) : inside;
        SequenceOrder exr = sequence.order(delivered.contains(Format.EXR), wanted == Quality.REFERENCE, inside.width());
        Marking marked = marking.marking();
        Optional<SigningKey> key = credentials.key(wanted == Quality.DRAFT);
        camera.check();
        if (extend && exr.overscan() > 0) {
            throw new WrongInput("--extend and --overscan both show more than the frame. Use one of them.");
        }
        fitsMemory(
                new Sizes.Size(picture.width() + 2 * exr.overscan(), picture.height() + 2 * exr.overscan()),
                wanted.label(),
                delivered.contains(Format.EXR) ? exr.planes(GROUPS) : 0);

        Understanding understanding = Director.understand(draft);
        understanding.warnings().forEach(w -> terminal.warning(ExplainText.place(w) + w.message()));
        Path out = folder == null ? Path.of("out", folderName(understanding.shot())) : folder;
        Library library = Packs.open(Library.defaultRoot(), terminal);
        RenderOrder order = new RenderOrder(
                out,
                wanted.label(),
                picture.width(),
                picture.height(),
                inside,
                range,
                delivered,
                exr,
                marked,
                key,
                chunk(draft, range, asked.isPresent() && !extend),
                samples,
                cacheBytes);
        try (Director director = new Director(library, threads);
                RenderBar bar = reported) {
            bar.stage("staging");
            Take staged = camera.follow(director.stage(understanding), terminal);
            Take take = asked.isPresent() && !extend ? staged.reframed(inside) : staged;
            OutputFile.probe(out);
            RenderResult result = director.render(take, order, bar);
            bar.close();
            summary(result);
        }
        return Main.DONE;
    }

    /// Frames that are not all of the clip may be joined with others later.
    private Optional<ChunkOrder> chunk(ShotDraft draft, FrameRange range, boolean reframed) throws IOException {
        if (range.count() == draft.rate().framesIn(draft.duration())) {
            return Optional.empty();
        }
        boolean asJson = shot.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".json");
        return Optional.of(new ChunkOrder(Files.readAllBytes(shot), asJson, seed != null, reframed, camera.copy()));
    }

    /// Refuses a picture that this Java has not got the memory for, before anything is written.
    private static void fitsMemory(Sizes.Size picture, String quality, int planes) {
        long has = Runtime.getRuntime().maxMemory();
        long needs = Director.memory(picture.width(), picture.height(), quality, planes);
        if (needs > has) {
            double k = Math.sqrt(
                    (double) Director.pixelsWithin(has, quality, planes) / picture.width() / picture.height());
            throw new WrongInput(String.format(
                    java.util.Locale.ROOT,
                    "A picture of %dx%d needs some %.1f GB of memory, and Java may use %.1f GB here. The largest of this"
                            + " shape is about %dx%d; BEATBOARD_JAVA_OPTIONS=-Xmx..g gives it more.",
                    picture.width(),
                    picture.height(),
                    needs / 1e9,
                    has / 1e9,
                    2 * (int) (k * picture.width() / 2),
                    2 * (int) (k * picture.height() / 2)));
        }
    }

    /// Pixels' worth of a quality.
    private enum Quality {
        DRAFT("draft", 960 * 540),
        FINAL("final", 1920 * 1080),
        REFERENCE("reference", 960 * 540);

        private final String label;
        private final int pixels;

        Quality(String label, int pixels) {
            this.label = label;
            this.pixels = pixels;
        }

        String label() {
            return label;
        }

        int pixels() {
            return pixels;
        }
    }

    private Quality quality() {
        return switch (quality) {
            case "draft" -> Quality.DRAFT;
            case "final" -> Quality.FINAL;
            case "reference" -> Quality.REFERENCE;
            default -> throw new WrongInput("--quality is draft, final or reference, not \"" + quality + "\".");
        };
    }

    private Set<Format> formats() {
        Set<Format> out = EnumSet.noneOf(Format.class);
        for (String f : formats) {
            out.add(SequenceOptions.known("--format", f, Format.values()));
        }
        if (out.contains(Format.COMP) && !out.contains(Format.EXR)) {
            throw new WrongInput("--format comp loads the EXR sequence: write --format exr,comp.");
        }
        if (out.contains(Format.EDIT) && out.stream().noneMatch(Format::isVideo)) {
            terminal.note("There will be no clip.fcpxml: it needs a video, such as --format mp4,edit.");
        }
        return out;
    }

    private Optional<Sizes.Size> asked() {
        if (size != null && aspect != null) {
            throw new WrongInput("--size and --aspect both say the shape. Use one of them.");
        }
        if (size != null) {
            String text = size;
            return Optional.of(Sizes.parse(text)
                    .orElseThrow(() -> new WrongInput("--size " + text + " cannot be used. " + Sizes.ALLOWED
                            + Sizes.nearest(text)
                                    .map(n -> " Nearest: " + n + ".")
                                    .orElse(""))));
        }
        if (aspect != null) {
            String text = aspect;
            return Optional.of(Sizes.ofAspect(text)
                    .orElseThrow(() -> new WrongInput("--aspect " + text + " cannot be used. " + Sizes.ASPECTS
                            + Sizes.nearestAspect(text)
                                    .map(n -> " Nearest: " + n + ".")
                                    .orElse(""))));
        }
        return Optional.empty();
    }

    /// The picture that shows more than the frame does.
    private Sizes.Size around(Sizes.Size inside, Optional<Sizes.Size> asked) {
        Sizes.Size shape = asked.orElseThrow(
                () -> new WrongInput("--extend needs --aspect or --size, which say the shape to extend to."));
        return size != null
                ? shape
                : Sizes.around(inside, shape)
                        .orElseThrow(() -> new WrongInput("--extend to --aspect " + aspect
                                + " is larger than 8192 pixels. Use --size, which says how large it is in all."));
    }

    /// The title as a folder's name: letters, digits and dashes.
    static String folderName(Shot shot) {
        String name =
                shot.title().strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return name.isEmpty() ? "shot" : name;
    }

    private void summary(RenderResult result) throws IOException {
        Report report = result.report();
        if (json) {
            terminal.out().print(ReportWriter.json(report));
            terminal.out().flush();
            return;
        }
        long missed = report.count(Report.Status.MISSED);
        long seen = report.count(Report.Status.HOLDS)
                + report.count(Report.Status.BEGINS)
                + report.count(Report.Status.FINISHED);
        terminal.print(terminal.styled(Terminal.Style.BOLD, result.folder().toString()));
        result.files().stream()
                .filter(f -> f.toAbsolutePath().startsWith(result.folder().toAbsolutePath()))
                .filter(f -> result.folder().relativize(f).getNameCount() == 1)
                .forEach(f -> terminal.print("  " + result.folder().relativize(f)));
        if (result.kept() > 0) {
            terminal.print("kept " + result.kept() + " of " + (result.kept() + result.drawn()) + " frames, drew "
                    + result.drawn());
        }
        String facts = seen + " of " + (seen + missed) + " directed facts are seen on their frames";
        terminal.print(terminal.styled(missed == 0 ? Terminal.Style.GOOD : Terminal.Style.ACCENT, facts));
    }
}
