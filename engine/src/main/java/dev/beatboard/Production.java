package dev.beatboard;

import dev.beatboard.direction.Understanding;
import dev.beatboard.file.Chunk;
import dev.beatboard.file.ContactSheet;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.Picture;
import dev.beatboard.file.PngWriter;
import dev.beatboard.file.Report;
import dev.beatboard.file.ReportWriter;
import dev.beatboard.file.Slate;
import dev.beatboard.file.exr.ExrShot;
import dev.beatboard.file.exr.ExrWriter;
import dev.beatboard.file.exr.PackedFrame;
import dev.beatboard.file.video.Ffmpeg;
import dev.beatboard.file.video.VideoWriter;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.ToneMap;
import dev.beatboard.motion.Play;
import dev.beatboard.render.Layers;
import dev.beatboard.render.Quality;
import dev.beatboard.render.Renderer;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Scene;
import dev.beatboard.score.Judge;
import dev.beatboard.score.Observation;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotJson;
import dev.beatboard.stage.Note;
import dev.beatboard.stage.cast.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Renders a take into a folder: pictures as they come, then everything that accounts for them.
final class Production {

    private final Take take;
    private final RenderOrder order;
    private final RenderProgress progress;
    private final Renderer renderer;
    private final Path cache;
    /// By kind of work; kinds overlap, so they add up to more than the clock says.
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final Map<Integer, Picture> stills = new LinkedHashMap<>();
    private final Map<Integer, Observation> observations = new LinkedHashMap<>();
    private final List<Path> files = new ArrayList<>();
    private final @Nullable Assembly assembly;
    /// Of the files of a chunk, by their paths in its folder.
    private final Map<String, String> digests = new LinkedHashMap<>();
    private int kept;

    Production(Take take, RenderOrder order, RenderProgress progress, Renderer renderer, Path cache) {
        this(take, order, progress, renderer, cache, null);
    }

    /// @param assembly whose frames to deliver instead of drawing any
    Production(
            Take take,
            RenderOrder order,
            RenderProgress progress,
            Renderer renderer,
            Path cache,
            @Nullable Assembly assembly) {
        this.assembly = assembly;
        this.take = take;
        this.order = order;
        this.progress = progress;
        this.renderer = renderer;
        this.cache = cache;
    }

    RenderResult run() throws IOException {
        Shot shot = take.shot();
        Slate slate = new Slate(shot.title(), ShotJson.digest(shot), shot.seed(), Slate.ENGINE, order.quality());
        int width = order.inside().width();
        int height = order.inside().height();
        Quality quality = switch (order.quality()) {
            case "final" -> Quality.fine(width, height);
            case "reference" -> Quality.reference(width, height, order.samples());
            default -> Quality.draft(width, height);
        };
        if (order.exr().isPresent()) {
            fits(order.exr().get());
        }
        long before = System.nanoTime();
        pictures(shot, slate, quality);
        spend("all frames, by the clock", before);
        progress.stage("writing the report");
        Report report = report(shot, slate);
        Path folder = order.folder();
        Path sheet = folder.resolve("contact-sheet.png");
        if (!stills.isEmpty()) {
            PngWriter.write(sheet, ContactSheet.draw(shot.title(), slate.line(), panels(shot)));
        }
        files.add(sheet);
        files.addAll(ReportWriter.write(folder, report));
        Path json = folder.resolve("shot.json");
        OutputFile.write(json, ShotJson.pretty(shot));
        files.add(json);
        if (order.chunk().isPresent()) {
            files.add(chunk(slate, order.chunk().get()));
        }
        return new RenderResult(folder, files, report, kept, order.frames().count() - kept);
    }

    /// Refuses a sequence that the disk has no room for, before anything is drawn. Files of an earlier rendering are
    /// replaced one by one, so their room counts.
    private void fits(SequenceOrder sequence) throws IOException {
        Path folder = order.folder().resolve("exr");
        OutputFile.probe(order.folder());
        long width = order.width() + 2L * sequence.overscan();
        long height = order.height() + 2L * sequence.overscan();
        long each = sequence.bytes(width * height, layers().groups().size());
        long needs = each * order.frames().count();
        long room = Files.getFileStore(order.folder()).getUsableSpace();
        for (int n = order.frames().first(); n <= order.frames().last(); n++) {
            Path file = folder.resolve(ExrWriter.name(n));
            room += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        if (needs > room) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "The EXR sequence needs some %.1f GB (%d frames of %.0f MB) and there are %.1f GB free for %s. Fewer"
                            + " layers (--layers), fewer frames (--frames) or another folder (-o) help.",
                    needs / 1e9,
                    order.frames().count(),
                    each / 1e6,
                    room / 1e9,
                    order.folder()));
        }
    }

    /// What goes with frames that are to be joined with others.
    private Path chunk(Slate slate, ChunkOrder chunk) throws IOException {
        OutputFile.write(order.folder().resolve(chunk.name()), chunk.source());
        digests.put(chunk.name(), Chunk.digest(chunk.source()));
        return new Chunk(Terms.of(take, order, chunk, slate), order.frames(), chunk.name(), digests)
                .write(order.folder());
    }

    private void pictures(Shot shot, Slate slate, Quality quality) throws IOException {
        Path mp4 = order.folder().resolve("clip.mp4");
        boolean video = order.formats().contains(Format.MP4);
        int first = order.frames().first();
        int last = order.frames().last();
        Witness witness = new Witness(take.play());
        FrameStore store = FrameStore.open(cache.resolve("frames"), order.cacheBytes());
        // What one thread does alone happens while all of them render: the desk poses frame n + 1 and develops frame
        // n - 1. It does one thing at a time, so nothing but the renderer is used by two threads at once.
        try (VideoWriter writer = video
                        ? VideoWriter.open(
                                Ffmpeg.installed(cache), mp4, order.width(), order.height(), shot.rate(), slate)
                        : null;
                ExecutorService desk = Executors.newSingleThreadExecutor()) {
            ExrShot about = ExrShot.of(shot.rate(), slate, take.play().world(first), order.width(), order.height());
            Darkroom darkroom = new Darkroom(writer, new ExrWriter(about), witness, store);
            Future<Posed> posed = desk.submit(() -> pose(first, quality, store));
            Future<?> developed = CompletableFuture.completedFuture(null);
            for (int n = first; n <= last; n++) {
                int at = n;
                Posed scene = await(posed);
                if (n < last) {
                    posed = desk.submit(() -> pose(at + 1, quality, store));
                }
                Optional<Drawn> frame = scene.kept().isPresent() || scene.scene() == null
                        ? Optional.empty()
                        : Optional.of(draw(scene.scene(), quality));
                kept += scene.kept().isPresent() ? 1 : 0;
                await(developed);
                if (n > first) {
                    progress.frame(n - first, order.frames().count());
                }
                developed = desk.submit(() -> {
                    if (frame.isPresent()) {
                        darkroom.develop(at, scene.key(), frame.get());
                    } else {
                        darkroom.deliver(at, scene.kept().get());
                    }
                    return null;
                });
            }
            await(developed);
            progress.frame(order.frames().count(), order.frames().count());
            if (writer != null) {
                writer.finish();
                files.add(mp4);
            }
        }
        for (int k = 0; k < shot.keyframes().size(); k++) {
            if (!observations.containsKey(k)) {
                observations.put(k, witness.seen(k, Optional.empty()));
            }
        }
    }

    /// A frame that is ready to be drawn, or need not be.
    ///
    /// @param scene what it shows, unless it is there already
    private record Posed(@Nullable Scene scene, String key, Optional<FrameStore.Kept> kept) {}

    private Posed pose(int n, Quality quality, FrameStore store) throws IOException {
        if (assembly != null) {
            return new Posed(null, "", Optional.of(new FrameStore.Kept(assembly.frame(n), Optional.empty())));
        }
        long before = System.nanoTime();
        Scene scene = take.play().scene(n);
        spend("pose", before);
        before = System.nanoTime();
        String key = store.key(scene, quality, order.width(), order.height());
        Optional<FrameStore.Kept> kept = store.get(key, order.exr());
        spend("look up", before);
        return new Posed(scene, key, kept);
    }

    /// @param frame to look at
    /// @param whole the same with overscan, if EXR files have some
    /// @param coverage of the frame as it was framed
    private record Drawn(Frame frame, Frame whole, Coverage coverage) {}

    private Drawn draw(Scene scene, Quality quality) {
        long before = System.nanoTime();
        Layers layers = layers();
        Frame frame = renderer.render(scene, quality, layers);
        Coverage coverage = Coverage.of(frame);
        if (order.extended()) {
            frame = new Surround(order.width(), order.height()).draw(scene, quality, layers, renderer, frame);
        }
        Frame whole = frame;
        int around = order.exr().map(SequenceOrder::overscan).orElse(0);
        if (around > 0) {
            whole = new Surround(frame.width() + 2 * around, frame.height() + 2 * around)
                    .draw(scene, quality, layers, renderer, frame);
        }
        spend("render", before);
        return new Drawn(frame, whole, coverage);
    }

    /// The layers that the files need; every light group that the clip has, so that all its files have the same.
    private Layers layers() {
        return order.exr()
                .map(sequence -> new Layers(
                        sequence.layers(),
                        take.play().light().plans().stream()
                                .flatMap(p -> p.emitters().stream())
                                .map(Emitter::group)
                                .collect(Collectors.toSet())))
                .filter(l -> !order.quality().equals("reference"))
                .orElse(Layers.NONE);
    }

    /// What becomes of a frame that was rendered: picture, files, observations.
    private final class Darkroom {

        private final @Nullable VideoWriter video;
        private final ExrWriter exr;
        private final Witness witness;
        private final FrameStore store;

        Darkroom(@Nullable VideoWriter video, ExrWriter exr, Witness witness, FrameStore store) {
            this.video = video;
            this.exr = exr;
            this.witness = witness;
            this.store = store;
        }

        /// A frame that was drawn: delivered, and kept for later.
        void develop(int n, String key, Drawn drawn) throws IOException {
            Frame frame = drawn.frame();
            long before = System.nanoTime();
            Picture picture = new Picture(frame.width(), frame.height(), ToneMap.toSrgb(frame));
            spend("tone map", before);
            before = System.nanoTime();
            Optional<PackedFrame> packed =
                    order.exr().map(sequence -> PackedFrame.of(drawn.whole(), sequence.options(), sequence::has));
            spend("write", before);
            FrameStore.Kept kept = new FrameStore.Kept(new KeptFrame(picture, drawn.coverage()), packed);
            deliver(n, kept);
            before = System.nanoTime();
            store.put(key, order.exr(), kept);
            spend("keep", before);
        }

        void deliver(int n, FrameStore.Kept kept) throws IOException {
            long before = System.nanoTime();
            Picture picture = kept.frame().picture();
            if (video != null) {
                video.write(picture);
            }
            if (order.formats().contains(Format.PNG)) {
                Path png = order.folder().resolve("png").resolve(String.format(Locale.ROOT, "clip.%04d.png", 1001 + n));
                PngWriter.write(png, picture);
                files.add(png);
            }
            Path file = order.folder().resolve(Assembly.exr(n));
            if (kept.packed().isPresent()) {
                exr.write(file, kept.packed().get(), moment(n));
                files.add(file);
            } else if (assembly != null && order.exr().isPresent()) {
                Path from = assembly.exrFile(n);
                OutputFile.write(file, part -> Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING));
                files.add(file);
            }
            if (order.chunk().isPresent()) {
                byte[] bytes = kept.frame().bytes();
                OutputFile.write(order.folder().resolve(Assembly.picture(n)), bytes);
                digests.put(Assembly.picture(n), Chunk.digest(bytes));
                if (order.exr().isPresent()) {
                    digests.put(Assembly.exr(n), Chunk.digest(Files.readAllBytes(file)));
                }
            }
            spend("write", before);
            Shot shot = take.shot();
            for (int k = 0; k < shot.keyframes().size(); k++) {
                if (shot.frameOf(k) == n) {
                    stills.put(k, picture);
                    observations.put(k, witness.seen(k, Optional.of(kept.frame().coverage())));
                }
            }
        }
    }

    private ExrShot.Moment moment(int n) {
        return new ExrShot.Moment(
                n,
                take.play().camera().view(n),
                Play.SHUTTER * take.shot().rate().frameSeconds());
    }

    /// The result of a piece of work for another thread; its failure is thrown as if it had been done here.
    private static <T> T await(Future<T> work) throws IOException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException runtime -> throw runtime;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while rendering", e);
        }
    }

    private List<ContactSheet.Panel> panels(Shot shot) {
        List<ContactSheet.Panel> panels = new ArrayList<>();
        stills.forEach((k, picture) -> panels.add(new ContactSheet.Panel(
                picture,
                shot.frameOf(k),
                String.format(
                        Locale.ROOT, "%.2f s", shot.frameOf(k) * shot.rate().frameSeconds()),
                shot.keyframes().get(k).prompt())));
        return panels;
    }

    private synchronized void spend(String what, long since) {
        seconds.merge(what, (System.nanoTime() - since) * 1e-9, Double::sum);
    }

    private Report report(Shot shot, Slate slate) {
        Understanding u = take.understanding();
        List<Report.Moment> moments = new ArrayList<>();
        for (int k = 0; k < shot.keyframes().size(); k++) {
            Keyframe key = shot.keyframes().get(k);
            int at = k;
            List<String> staged = take.notes().stream()
                    .filter(n -> n.keyframe() == at)
                    .map(n -> n.slot() + ": " + n.value() + " (" + n.reason() + ")")
                    .toList();
            Observation seen = observations.get(k);
            moments.add(new Report.Moment(
                    shot.frameOf(k),
                    key.prompt(),
                    u.keyframes().get(k).caption(),
                    staged,
                    seen == null ? List.of() : Judge.judge(shot, k, seen)));
        }
        List<Report.Decision> decisions = new ArrayList<>();
        u.decisions().forEach(d -> decisions.add(new Report.Decision(d.keyframe(), d.slot(), d.value(), d.reason())));
        List<Report.Warning> warnings = new ArrayList<>();
        u.warnings().forEach(w -> warnings.add(new Report.Warning(w.keyframe(), w.code(), w.message())));
        for (Note n : take.notes()) {
            if (n.warning()) {
                warnings.add(new Report.Warning(n.keyframe(), n.slot(), n.value() + ": " + n.reason()));
            } else {
                decisions.add(new Report.Decision(n.keyframe(), n.slot(), n.value(), n.reason()));
            }
        }
        List<Report.Stage> stages = seconds.entrySet().stream()
                .map(e -> new Report.Stage(e.getKey(), e.getValue()))
                .toList();
        Set<String> credits = new LinkedHashSet<>();
        for (Actor a : take.play().stage().actors()) {
            credits.addAll(a.credits());
        }
        credits.addAll(take.play().stage().set().credits());
        return new Report(
                slate,
                order.width(),
                order.height(),
                shot.rate(),
                order.frames().first(),
                order.frames().last(),
                shot.frames(),
                moments,
                decisions,
                warnings,
                stages,
                List.copyOf(credits));
    }
}
