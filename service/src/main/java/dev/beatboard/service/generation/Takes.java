package dev.beatboard.service.generation;

import dev.beatboard.Director;
import dev.beatboard.Take;
import dev.beatboard.direction.Understanding;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Fault;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.shot.Problem;
import dev.beatboard.shot.ShotReader;
import dev.beatboard.shot.Sizes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/// Shots read, understood and staged. To stage one takes a part of a second, and some seconds for
/// people never seen before, so the last few are kept; whoever asks for one that is being staged
/// waits for it. Safe for use by several threads.
public final class Takes {

    private static final int KEPT = 4;
    /// Shots that are staged side by side, so that a long one does not keep a short one waiting.
    private static final int AT_A_TIME = 2;

    private final Director director;
    private final Semaphore room = new Semaphore(AT_A_TIME, true);
    private final Map<Asked, FutureTask<Take>> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, FutureTask<Take>> eldest) {
            return size() > KEPT;
        }
    };

    private record Asked(String source, Optional<Sizes.Size> shape) {}

    public Takes(Director director) {
        this.director = director;
    }

    /// A shot file, read.
    ///
    /// @param source JSON text
    /// @throws dev.beatboard.service.problem.RefusedException (INVALID_SHOT) with all that is wrong
    public static ShotReader.Result.Accepted read(String source) {
        return switch (ShotReader.read(source, "shot.json")) {
            case ShotReader.Result.Accepted accepted -> accepted;
            case ShotReader.Result.Refused refused ->
                throw invalid(refused.problems()).exception();
        };
    }

    /// What is wrong with a shot, each thing with its place.
    public static Refusal invalid(List<Problem> problems) {
        Refusal refusal = Refusal.of(
                Code.INVALID_SHOT,
                problems.size() == 1
                        ? problems.getFirst().message()
                        : "The shot has " + problems.size() + " problems, the first: "
                                + problems.getFirst().message());
        for (Problem p : problems) {
            refusal = refusal.at(new Fault(pointer(p.path()), p.message()));
        }
        return refusal;
    }

    /// `keyframes[2].camera` as the JSON pointer `/keyframes/2/camera`.
    public static String pointer(String path) {
        return path.isEmpty()
                ? ""
                : "/" + path.replace("[", "/").replace("]", "").replace('.', '/');
    }

    /// A shot file, staged.
    ///
    /// @param shape of the picture, if it is another than the shot's own
    public Take of(String source, Optional<Sizes.Size> shape) throws IOException {
        Asked asked = new Asked(source, shape);
        FutureTask<Take> task;
        synchronized (kept) {
            task = kept.computeIfAbsent(asked, a -> new FutureTask<>(() -> staged(a)));
        }
        // Nothing happens if another thread has run it or is running it.
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            synchronized (kept) {
                kept.remove(asked, task);
            }
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException r -> throw r;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a shot was staged", e);
        }
    }

    private Take staged(Asked asked) throws IOException {
        Understanding understanding = Director.understand(read(asked.source()).draft());
        room.acquireUninterruptibly();
        try {
            Take staged = director.stage(understanding);
            return asked.shape().isPresent() ? staged.reframed(asked.shape().get()) : staged;
        } finally {
            room.release();
        }
    }
}
