package dev.beatboard.service.generation;

import dev.beatboard.Director;
import dev.beatboard.Take;
import dev.beatboard.direction.Understanding;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Fault;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.shot.Problem;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.shot.ShotReader;
import dev.beatboard.shot.Sizes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shots read, understood and staged. To stage one takes a part of a second, so the last few are
/// kept; one is staged at a time.
public final class Takes {

    private static final int KEPT = 4;

    private final Director director;
    private final Map<Asked, Take> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Take> eldest) {
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
    public synchronized Take of(String source, Optional<Sizes.Size> shape) throws IOException {
        Asked asked = new Asked(source, shape);
        Take take = kept.get(asked);
        if (take == null) {
            ShotDraft draft = read(source).draft();
            Understanding understanding = Director.understand(draft);
            Take staged = director.stage(understanding);
            take = shape.isPresent() ? staged.reframed(shape.get()) : staged;
            kept.put(asked, take);
        }
        return take;
    }
}
