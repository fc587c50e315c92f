package dev.beatboard.motion;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.camera.Bodies;
import dev.beatboard.motion.gait.Heading;
import dev.beatboard.motion.skin.BodyPoints;
import dev.beatboard.shot.Shot;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Stage;
import dev.beatboard.stage.camera.Landmarks;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.set.FilmSet;
import dev.beatboard.track.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/// Everybody of a stage in performance: bodies at any moment, as the camera department sees them. What is asked twice
/// is
/// remembered; answers do not depend on the order of questions.
public final class Performers implements Bodies {

    /// Eyes that look for the lens before there is a camera find it straight ahead, this far off, meters.
    private static final double AHEAD = 6;

    private static final double EYE_LEVEL = 1.5;

    private final List<Performance> performances;
    private final List<BodyPoints> points;
    private final List<Eyelines> unaware;
    private final Map<Moment, Landmarks> seen = new ConcurrentHashMap<>();

    private record Moment(int actor, double seconds) {}

    public Performers(Stage stage) {
        List<Box> tables = stage.set().things().stream()
                .filter(t -> t.noun().endsWith("table") || t.noun().endsWith("desk"))
                .map(FilmSet.Thing::bounds)
                .toList();
        Shot shot = stage.shot();
        List<Double> moments = IntStream.range(0, shot.keyframes().size())
                .mapToObj(k -> shot.frameOf(k) * shot.rate().frameSeconds())
                .toList();
        List<Performance> all = new ArrayList<>();
        for (Actor a : stage.actors()) {
            all.add(Performance.of(a, stage.scores().get(a.index()), shot.seed(), tables, moments));
        }
        performances = List.copyOf(all);
        points = stage.actors().stream().map(BodyPoints::of).toList();
        unaware = performances.stream()
                .map(p -> eyelines(t ->
                        p.anchor(t).plus(Heading.forward(p.heading(t)), AHEAD).withY(EYE_LEVEL)))
                .toList();
    }

    /// What eyes find when the lens is at a place over time.
    public Eyelines eyelines(DoubleFunction<Vec3> lens) {
        return Company.of(performances, lens);
    }

    /// The body of a performer whose eyes find what `eyelines` tells.
    public Pose pose(int actor, double seconds, Eyelines eyelines) {
        return performances.get(actor).pose(seconds, eyelines);
    }

    /// Where the parts of a body are, wherever the lens may be: what a camera is placed by.
    @Override
    public Landmarks landmarks(int actor, double seconds) {
        return seen.computeIfAbsent(
                new Moment(actor, seconds),
                m -> points(actor, performances.get(actor).pose(seconds, unaware.get(actor))));
    }

    /// What the eyes of a performer are on, or on their way to; empty as long as nothing turned them.
    public Optional<Cue.Focus> focus(int actor, double seconds) {
        return performances.get(actor).focus(seconds);
    }

    /// Where a performer is on the floor; cheap.
    public Performance.Footing footing(int actor, double seconds) {
        return performances.get(actor).footing(seconds);
    }

    /// Where the parts of a posed body are.
    public Landmarks points(int actor, Pose pose) {
        return points.get(actor).at(pose);
    }

    @Override
    public Vec3 anchor(int actor, double seconds) {
        return performances.get(actor).anchor(seconds);
    }

    public int count() {
        return performances.size();
    }
}
