package dev.beatboard;

import dev.beatboard.file.Report.Fact;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.Side;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What was staged for each fact of a report, in words and numbers: which part of the performance,
/// or of the camera, answers it.
final class Enactment {

    /// A cue farther from its keyframe than this, seconds, answers another one.
    private static final double REACH = 8;

    private final Shot shot;
    private final List<Score> scores;
    private final IntFunction<View> views;

    /// @param scores in the order of the cast
    /// @param views of every frame
    Enactment(Shot shot, List<Score> scores, IntFunction<View> views) {
        this.shot = shot;
        this.scores = scores;
        this.views = views;
    }

    /// The facts of keyframe `k` with what was staged for them.
    List<Fact> told(int k, List<Fact> facts) {
        return facts.stream().map(f -> f.staged(staged(k, f).orElse(""))).toList();
    }

    private Optional<String> staged(int k, Fact f) {
        int dot = f.slot().indexOf('.');
        String who = f.slot().substring(0, Math.max(0, dot));
        String what = f.slot().substring(dot + 1);
        if (who.equals("camera") || what.equals("in-frame")) {
            return Optional.of(what.equals("move") || what.equals("start") ? moves(k) : lens(k));
        }
        return IntStream.range(0, scores.size())
                .filter(i -> shot.cast().get(i).name().equals(who))
                .boxed()
                .findFirst()
                .flatMap(i -> performer(k, i, what, f.asked()));
    }

    /// The lens and how far away it is sharp.
    private String lens(int k) {
        View view = views.apply(shot.frameOf(k));
        String mm = String.format(Locale.ROOT, "%.0f mm", view.focalLength());
        double far = view.focusDistance();
        return far < 100 ? mm + String.format(Locale.ROOT, ", sharp at %.1f m", far) : mm;
    }

    /// How far the camera goes until the next keyframe.
    private String moves(int k) {
        int from = shot.frameOf(k);
        int to = k + 1 < shot.keyframes().size() ? shot.frameOf(k + 1) : shot.frames() - 1;
        View a = views.apply(from);
        View b = views.apply(to);
        double degrees =
                StrictMath.toDegrees(StrictMath.acos(Math.clamp(a.forward().dot(b.forward()), -1, 1)));
        return String.format(
                Locale.ROOT,
                "%.1f m and %.0f degrees%s",
                a.position().distanceTo(b.position()),
                degrees,
                span(from, to));
    }

    private Optional<String> performer(int k, int actor, String what, String asked) {
        Score score = scores.get(actor);
        double at = shot.frameOf(k) * shot.rate().frameSeconds();
        Keyframe key = shot.keyframes().get(k);
        Optional<PerformerDirection> told = key.cast().stream()
                .filter(d -> d.name().equals(shot.cast().get(actor).name()))
                .findFirst();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        if (what.equals("expression")) {
            return told.get()
                    .expression()
                    .flatMap(e -> nearest(score, at, c -> c instanceof Cue.Face f && f.expression() == e))
                    .map(this::text);
        }
        if (what.equals("gaze")) {
            return nearest(score, at, c -> c instanceof Cue.Gaze).map(this::text);
        }
        if (what.equals("posture")) {
            return posture(score, at, asked);
        }
        return told.get().actions().stream()
                .filter(a -> means(a, what, asked))
                .findFirst()
                .flatMap(a -> nearest(score, at, c -> enacts(c, a.kind())))
                .map(this::text);
    }

    /// How a posture comes about: by what is done about then or was done before; else everybody stands.
    private Optional<String> posture(Score score, double at, String asked) {
        Predicate<Cue> changes = c -> c instanceof Cue.Sit || c instanceof Cue.Stand || c instanceof Cue.Lower;
        Optional<Cue> cue = nearest(score, at, changes)
                .or(() -> score.cues().stream()
                        .filter(changes)
                        .filter(c -> c.start() <= at)
                        .max(Comparator.comparingDouble(Cue::start)));
        return cue.map(this::text)
                .or(() -> Optional.of(Names.words(Posture.STANDING))
                        .filter(asked::equals)
                        .map(standing -> standing + span(0, shot.frames() - 1)));
    }

    /// Whether a fact is about an action: `action.wave.start`, or `action` with "wave right" asked.
    private static boolean means(Action a, String what, String asked) {
        String words = Names.words(a.kind());
        return what.startsWith("action." + Names.of(a.kind()))
                || what.equals("action") && (asked.equals(words) || asked.startsWith(words + " "));
    }

    private static Optional<Cue> nearest(Score score, double at, Predicate<Cue> kind) {
        return score.cues().stream()
                .filter(kind)
                .filter(c -> StrictMath.abs(moment(c) - at) < REACH)
                .min(Comparator.comparingDouble(c -> StrictMath.abs(moment(c) - at)));
    }

    /// When what a cue is for is there: a face when it is full, all else when it begins.
    private static double moment(Cue c) {
        return c instanceof Cue.Face f ? f.full() : c.start();
    }

    private static boolean enacts(Cue c, ActionKind kind) {
        return switch (kind) {
            case WALK, RUN, APPROACH, ENTER, EXIT, STOP -> c instanceof Cue.Walk;
            case TURN -> c instanceof Cue.Turn;
            case SIT_DOWN -> c instanceof Cue.Sit;
            case STAND_UP -> c instanceof Cue.Stand;
            case LOOK, GLANCE, LOOK_AROUND -> c instanceof Cue.Gaze;
            case TALK -> c instanceof Cue.Speak s && !s.laughing();
            case LAUGH -> c instanceof Cue.Speak s && s.laughing();
            default -> c instanceof Cue.Gesture g && g.kind() == kind;
        };
    }

    private String text(Cue cue) {
        return switch (cue) {
            case Cue.Walk w ->
                String.format(
                        Locale.ROOT,
                        "%s%.1f m at %.1f m/s%s",
                        w.style() == Cue.Style.RUNNING ? "runs " : "walks ",
                        w.length(),
                        w.speed(),
                        since(w.start()));
            case Cue.Pass p -> "walks by" + since(p.start());
            case Cue.Turn t -> "turns" + span(t.start(), t.start() + t.duration());
            case Cue.Sit s -> "sits down" + span(s.start(), s.start() + s.duration());
            case Cue.Stand s -> "stands up" + span(s.start(), s.start() + s.duration());
            case Cue.Lower l -> Names.words(l.posture()) + span(l.start(), l.start() + l.duration());
            case Cue.Gesture g ->
                Names.words(g.kind())
                        + (g.side() == Side.BOTH ? "" : " " + Names.words(g.side()))
                        + span(g.start(), g.until());
            case Cue.Gaze g -> "eyes to " + focus(g.focus()) + since(g.start());
            case Cue.Face f ->
                Names.words(f.expression())
                        + String.format(Locale.ROOT, " %.0f %%", 100 * f.strength())
                        + span(f.start(), f.full());
            case Cue.Speak s -> (s.laughing() ? "laughs" : "talks") + span(s.start(), s.end());
        };
    }

    private String focus(Cue.Focus focus) {
        return switch (focus) {
            case Cue.Focus.Lens l -> "the lens";
            case Cue.Focus.Eyes e -> shot.cast().get(e.actor()).name();
            case Cue.Focus.Point p -> "a place on the set";
            case Cue.Focus.Angles a ->
                String.format(
                        Locale.ROOT,
                        "%.0f degrees to the own %s, %.0f degrees %s",
                        StrictMath.toDegrees(StrictMath.abs(a.left())),
                        a.left() < 0 ? "right" : "left",
                        StrictMath.toDegrees(StrictMath.abs(a.up())),
                        a.up() < 0 ? "down" : "up");
        };
    }

    private int frame(double seconds) {
        return (int) StrictMath.rint(seconds / shot.rate().frameSeconds());
    }

    private String span(double from, double to) {
        return to >= shot.frames() * shot.rate().frameSeconds() ? since(from) : span(frame(from), frame(to));
    }

    private String since(double from) {
        return from < 0 ? ", before the clip begins" : ", from frame " + frame(from);
    }

    private static String span(int from, int to) {
        return to < 0
                ? ", before the clip begins"
                : from == to ? ", at frame " + from : ", from frame " + from + " to " + to;
    }
}
