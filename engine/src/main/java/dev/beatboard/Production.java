package dev.beatboard;

import dev.beatboard.direction.Understanding;
import dev.beatboard.file.Chunk;
import dev.beatboard.file.ContactSheet;
import dev.beatboard.file.FrameShelf;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.Picture;
import dev.beatboard.file.PngWriter;
import dev.beatboard.file.Report;
import dev.beatboard.file.ReportWriter;
import dev.beatboard.file.Slate;
import dev.beatboard.file.edit.StoryboardFile;
import dev.beatboard.file.provenance.SideCar;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Layer;
import dev.beatboard.math.Sha256;
import dev.beatboard.render.Layers;
import dev.beatboard.render.Quality;
import dev.beatboard.render.Renderer;
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
import java.util.ArrayList;
import java.util.EnumSet;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Renders a take into a folder: pictures as they come, then everything that accounts for them.
final class Production {

    private final Take take;
    private final RenderOrder order;
    private final RenderProgress progress;
    private final Renderer renderer;
    private final Path cache;
    private final FrameShelf shelf;
    private final WorkTimes times = new WorkTimes();
    private final List<Path> files = new ArrayList<>();
    private final StoryboardFile.Fonts fonts;
    private final @Nullable Assembly assembly;
    private final List<String> digests = new ArrayList<>();
    private int kept;

    Production(Take take, RenderOrder order, RenderProgress progress, Renderer renderer, Path cache) {
        this(take, order, progress, renderer, cache, FrameShelf.NONE, StoryboardFile.Fonts.NONE, null);
    }

    /// @param shelf where other machines keep frames
    /// @param fonts for printed pages
    /// @param assembly whose frames to deliver instead of drawing any
    Production(
            Take take,
            RenderOrder order,
            RenderProgress progress,
            Renderer renderer,
            Path cache,
            FrameShelf shelf,
            StoryboardFile.Fonts fonts,
            @Nullable Assembly assembly) {
        this.fonts = fonts;
        this.assembly = assembly;
        this.take = take;
        this.order = order;
        this.progress = progress;
        this.renderer = renderer;
        this.cache = cache;
        this.shelf = shelf;
    }

    RenderResult run() throws IOException {
        Shot shot = take.shot();
        Slate slate = new Slate(shot.title(), ShotJson.digest(shot), shot.seed(), Slate.ENGINE, order.quality());
        Quality quality = quality(order);
        if (order.exr().isPresent()) {
            fits(order.exr().get());
        }
        long before = System.nanoTime();
        Path folder = order.folder();
        FrameStore store = FrameStore.open(cache.resolve("frames"), order.cacheBytes(), shelf, take.lightGroups());
        try (Darkroom darkroom = new Darkroom(take, order, store, assembly, times, slate, cache)) {
            pictures(darkroom, store, quality);
            darkroom.finish();
            files.addAll(darkroom.files());
            times.spend("all frames, by the clock", before);
            progress.stage("writing the report");
            Report report = report(shot, slate, darkroom.observations());
            Path sheet = folder.resolve("contact-sheet.png");
            if (!darkroom.stills().isEmpty()) {
                PngWriter.write(sheet, ContactSheet.draw(shot.title(), slate.line(), panels(shot, darkroom.stills())));
                files.add(sheet);
            }
            files.addAll(ReportWriter.write(folder, report));
            Path json = folder.resolve("shot.json");
            OutputFile.write(json, ShotJson.pretty(shot));
            files.add(json);
            files.addAll(new Delivery(take, order, slate)
                    .write(darkroom.stills(), fonts, darkroom.tracker().clip(order.frames(), darkroom.visible())));
            if (order.key().isPresent()) {
                files.addAll(SideCar.write(folder, files, slate, order.key().get()));
            }
            if (order.chunk().isPresent()) {
                files.add(chunk(slate, order.chunk().get(), darkroom.digests()));
            }
            return new RenderResult(folder, files, report, kept, order.frames().count() - kept, digests);
        }
    }

    /// What to spend on a frame.
    static Quality quality(RenderOrder order) {
        int width = order.inside().width();
        int height = order.inside().height();
        return switch (order.quality()) {
            case "final" -> Quality.fine(width, height);
            case "reference" -> Quality.reference(width, height, order.samples());
            default -> Quality.draft(width, height);
        };
    }

    /// Refuses a sequence that the disk has no room for, before anything is drawn. Files of an
    /// earlier rendering are replaced one by one, so their room counts.
    private void fits(SequenceOrder sequence) throws IOException {
        OutputFile.probe(order.folder());
        long width = order.width() + 2L * sequence.overscan();
        long height = order.height() + 2L * sequence.overscan();
        long each = sequence.spaces().size()
                * sequence.bytes(width * height, take.lightGroups().size());
        long needs = each * order.frames().count();
        long room = Files.getFileStore(order.folder()).getUsableSpace();
        for (int n = order.frames().first(); n <= order.frames().last(); n++) {
            for (ColorSpace space : sequence.spaces()) {
                Path file = order.folder().resolve(sequence.file(space, n));
                room += Files.isRegularFile(file) ? Files.size(file) : 0;
            }
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
    private Path chunk(Slate slate, ChunkOrder chunk, Map<String, String> digests) throws IOException {
        OutputFile.write(order.folder().resolve(chunk.name()), chunk.source());
        Map<String, String> all = new LinkedHashMap<>(digests);
        all.put(chunk.name(), Sha256.hex(chunk.source()));
        if (chunk.camera().isPresent()) {
            byte[] camera = chunk.camera().get().content();
            String name = ChunkOrder.cameraFile(chunk.camera().get().ending());
            OutputFile.write(order.folder().resolve(name), camera);
            all.put(name, Sha256.hex(camera));
        }
        return new Chunk(Terms.of(take, order, chunk, slate), order.frames(), chunk.name(), all).write(order.folder());
    }

    private void pictures(Darkroom darkroom, FrameStore store, Quality quality) throws IOException {
        int first = order.frames().first();
        int last = order.frames().last();
        // What one thread does alone happens while all of them render: the desk poses frame n + 1 and develops frame
        // n - 1. It does one thing at a time, so nothing but the renderer is used by two threads at once.
        try (ExecutorService desk = Executors.newSingleThreadExecutor()) {
            Future<Posed> posed = desk.submit(() -> pose(first, quality, store));
            Future<?> developed = CompletableFuture.completedFuture(null);
            for (int n = first; n <= last; n++) {
                int at = n;
                Posed scene = await(posed);
                if (!scene.key().isEmpty()) {
                    digests.add(scene.key());
                }
                if (n < last) {
                    posed = desk.submit(() -> pose(at + 1, quality, store));
                }
                Optional<Darkroom.Drawn> frame = scene.kept().isPresent()
                        ? Optional.empty()
                        : Optional.of(draw(scene.scene().get(), quality));
                kept += scene.kept().isPresent() ? 1 : 0;
                await(developed);
                if (n > first) {
                    progress.frame(n - first, order.frames().count());
                }
                developed = desk.submit(() -> {
                    if (frame.isPresent()) {
                        darkroom.develop(at, scene.key(), scene.scene(), frame.get());
                    } else {
                        darkroom.deliver(at, scene.scene(), scene.kept().get());
                    }
                    progress.picture(at, darkroom.latest());
                    return null;
                });
            }
            await(developed);
            progress.frame(order.frames().count(), order.frames().count());
        }
    }

    /// A frame that is ready to be drawn, or need not be.
    ///
    /// @param scene what it shows; of a frame that is only joined, posed if anybody asks
    private record Posed(Supplier<Scene> scene, String key, Optional<FrameStore.Kept> kept) {}

    private Posed pose(int n, Quality quality, FrameStore store) throws IOException {
        if (assembly != null) {
            return new Posed(
                    () -> take.play().scene(n),
                    "",
                    Optional.of(assembly.frame(n, order.wanted().light())));
        }
        long before = System.nanoTime();
        Scene scene = take.play().scene(n);
        times.spend("pose", before);
        before = System.nanoTime();
        String key = store.key(scene, quality, order.width(), order.height());
        // Guides are made of planes that are not kept.
        Optional<FrameStore.Kept> found =
                order.formats().contains(Format.GUIDES) ? Optional.empty() : store.get(key, order.wanted());
        times.spend("look up", before);
        return new Posed(() -> scene, key, found);
    }

    private Darkroom.Drawn draw(Scene scene, Quality quality) {
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
        times.spend("render", before);
        return new Darkroom.Drawn(frame, whole, coverage);
    }

    /// The layers that the files need; every light group that the clip has, so that all its files
    /// have the same.
    private Layers layers() {
        Set<Layer> wanted = EnumSet.noneOf(Layer.class);
        order.exr().ifPresent(sequence -> wanted.addAll(sequence.layers()));
        if (order.formats().contains(Format.GUIDES)) {
            wanted.addAll(List.of(Layer.NORMALS, Layer.MOTION));
        }
        return order.quality().equals("reference") ? Layers.NONE : new Layers(wanted, take.lightGroups());
    }

    /// The result of a piece of work for another thread; its failure is thrown as if it had been
    /// done here.
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

    private static List<ContactSheet.Panel> panels(Shot shot, Map<Integer, Picture> stills) {
        List<ContactSheet.Panel> panels = new ArrayList<>();
        stills.forEach((k, picture) -> panels.add(new ContactSheet.Panel(
                picture,
                shot.frameOf(k),
                String.format(
                        Locale.ROOT, "%.2f s", shot.frameOf(k) * shot.rate().frameSeconds()),
                shot.keyframes().get(k).prompt())));
        return panels;
    }

    private Report report(Shot shot, Slate slate, Map<Integer, Observation> observations) {
        Understanding u = take.understanding();
        Enactment enactment =
                new Enactment(shot, take.play().stage().scores(), take.play().camera()::view);
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
                    u.keyframes().get(k).summary(),
                    staged,
                    seen == null ? List.of() : enactment.told(k, Judge.judge(shot, k, seen))));
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
                times.stages(),
                List.copyOf(credits));
    }
}
