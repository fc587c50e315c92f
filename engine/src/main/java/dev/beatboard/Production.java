package dev.beatboard;

import dev.beatboard.direction.Understanding;
import dev.beatboard.file.ContactSheet;
import dev.beatboard.file.ExrWriter;
import dev.beatboard.file.Ffmpeg;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.Picture;
import dev.beatboard.file.PngWriter;
import dev.beatboard.file.Report;
import dev.beatboard.file.ReportWriter;
import dev.beatboard.file.Slate;
import dev.beatboard.file.VideoWriter;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.ToneMap;
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
import java.nio.file.Path;
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

    Production(Take take, RenderOrder order, RenderProgress progress, Renderer renderer, Path cache) {
        this.take = take;
        this.order = order;
        this.progress = progress;
        this.renderer = renderer;
        this.cache = cache;
    }

    RenderResult run() throws IOException {
        Shot shot = take.shot();
        Slate slate = new Slate(shot.title(), ShotJson.digest(shot), shot.seed(), Slate.ENGINE, order.quality());
        Quality quality = switch (order.quality()) {
            case "final" -> Quality.fine(order.width(), order.height());
            case "reference" -> Quality.reference(order.width(), order.height(), order.samples());
            default -> Quality.draft(order.width(), order.height());
        };
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
        return new RenderResult(folder, files, report);
    }

    private void pictures(Shot shot, Slate slate, Quality quality) throws IOException {
        Path mp4 = order.folder().resolve("clip.mp4");
        boolean video = order.formats().contains(Format.MP4);
        int first = order.frames().first();
        int last = order.frames().last();
        Witness witness = new Witness(take.play());
        // What one thread does alone happens while all of them render: the desk poses frame n + 1 and develops frame
        // n - 1. It does one thing at a time, so nothing but the renderer is used by two threads at once.
        try (VideoWriter writer = video
                        ? VideoWriter.open(
                                Ffmpeg.installed(cache), mp4, order.width(), order.height(), shot.rate(), slate)
                        : null;
                ExecutorService desk = Executors.newSingleThreadExecutor()) {
            Darkroom darkroom = new Darkroom(writer, new ExrWriter(shot.rate(), slate), witness);
            Future<Scene> posed = desk.submit(() -> pose(first));
            Future<?> developed = CompletableFuture.completedFuture(null);
            for (int n = first; n <= last; n++) {
                int at = n;
                Scene scene = await(posed);
                if (n < last) {
                    posed = desk.submit(() -> pose(at + 1));
                }
                long before = System.nanoTime();
                Frame frame = renderer.render(scene, quality);
                spend("render", before);
                await(developed);
                if (n > first) {
                    progress.frame(n - first, order.frames().count());
                }
                developed = desk.submit(() -> {
                    darkroom.develop(at, frame);
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
                observations.put(k, witness.observe(k, Optional.empty()));
            }
        }
    }

    private Scene pose(int n) {
        long before = System.nanoTime();
        Scene scene = take.play().scene(n);
        spend("pose", before);
        return scene;
    }

    /// What becomes of a frame that was rendered: picture, files, observations.
    private final class Darkroom {

        private final @Nullable VideoWriter video;
        private final ExrWriter exr;
        private final Witness witness;

        Darkroom(@Nullable VideoWriter video, ExrWriter exr, Witness witness) {
            this.video = video;
            this.exr = exr;
            this.witness = witness;
        }

        void develop(int n, Frame frame) throws IOException {
            long before = System.nanoTime();
            Picture picture = new Picture(frame.width(), frame.height(), ToneMap.toSrgb(frame));
            spend("tone map", before);
            before = System.nanoTime();
            if (video != null) {
                video.write(picture);
            }
            if (order.formats().contains(Format.PNG)) {
                Path png = order.folder().resolve("png").resolve(String.format(Locale.ROOT, "clip.%04d.png", 1001 + n));
                PngWriter.write(png, picture);
                files.add(png);
            }
            if (order.formats().contains(Format.EXR)) {
                Path file = order.folder().resolve("exr").resolve(ExrWriter.name(n));
                exr.write(file, frame, n);
                files.add(file);
            }
            spend("write", before);
            Shot shot = take.shot();
            for (int k = 0; k < shot.keyframes().size(); k++) {
                if (shot.frameOf(k) == n) {
                    stills.put(k, picture);
                    observations.put(k, witness.observe(k, Optional.of(frame)));
                }
            }
        }
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
