package dev.beatboard.motion;

import dev.beatboard.math.Box;
import dev.beatboard.math.Chance;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Anatomy;
import dev.beatboard.motion.body.Angles;
import dev.beatboard.motion.body.Dof;
import dev.beatboard.motion.body.Figure;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.motion.body.FootGoal;
import dev.beatboard.motion.body.HandAnchor;
import dev.beatboard.motion.body.Solver;
import dev.beatboard.motion.face.Blinks;
import dev.beatboard.motion.face.FaceTrack;
import dev.beatboard.motion.face.FaceWeights;
import dev.beatboard.motion.face.Voice;
import dev.beatboard.motion.gait.Heading;
import dev.beatboard.motion.gait.Legs;
import dev.beatboard.motion.gaze.GazeTrack;
import dev.beatboard.motion.gesture.GestureTrack;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.track.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// What one performer does in a clip: a pure function of time, before the clip and after it as well.
///
/// Layers are put on each other in a fixed order: legs, seat and the swing that goes with them; breath, sway and shifts
/// of weight; gestures of arms, head and trunk; talk; gaze; then hands, feet and eyes are solved into bones.
public final class Performance {

    /// How much of a trunk's lean the neck takes back.
    private static final double UPRIGHT_SHARE = 0.7;
    /// Trunks are bent this much anyhow, with the head set for it, degrees.
    private static final double SLOUCH = 8;
    /// Half the width over which the way of the hips is averaged for [#anchor], seconds: a stride, so that nothing of
    /// the swaying from step to step is left.
    private static final double ANCHOR_HALF = 0.56;

    private static final int ANCHOR_SAMPLES = 14;
    /// A fixed direction of gaze is at a point this far off, meters.
    private static final double FAR = 6;
    /// A lens for those who ask for eyes only: where hands point moves no head.
    private static final Vec3 ARMS_DO_NOT_MATTER = Vec3.ZERO;

    private final Anatomy anatomy;
    private final Solver solver;
    private final Legs legs;
    private final GestureTrack gestures;
    private final GazeTrack gaze;
    private final FaceTrack face;
    private final Blinks blinks;
    private final Voice voice;
    private final Life life;
    private final RestingHands hands;
    private final Lowered lowered;

    private Performance(Actor actor, Score score, long seed, List<Box> tables, List<Double> moments) {
        long own = Chance.bits(seed, 7, actor.index(), 0);
        anatomy = Anatomy.of(actor);
        solver = new Solver(anatomy);
        legs = Legs.of(anatomy, score);
        gestures = GestureTrack.of(score.cues(), anatomy, legs, own);
        gaze = new GazeTrack(score.cues(), own);
        face = new FaceTrack(score.cues(), own);
        blinks = new Blinks(own, gaze.largeShifts(), opened(score.cues(), moments));
        voice = new Voice(score.cues(), own);
        life = new Life(own);
        lowered = new Lowered(anatomy, score.cues());
        hands = new RestingHands(score.cues(), tables, anatomy.scale(), own);
    }

    public static Performance of(Actor actor, Score score, long seed) {
        return of(actor, score, seed, List.of(), List.of());
    }

    /// @param tables tops on which somebody who sits before them lays the hands
    /// @param moments when the shot asks for something, seconds; eyes are not shut then by a mere blink
    public static Performance of(Actor actor, Score score, long seed, List<Box> tables, List<Double> moments) {
        return new Performance(actor, score, seed, tables, moments);
    }

    /// When eyes must not be shut by a blink: at the opening, whenever the shot asks, and when a face or gaze is due.
    private static double[] opened(List<Cue> cues, List<Double> moments) {
        return DoubleStream.concat(
                        DoubleStream.concat(DoubleStream.of(0), moments.stream().mapToDouble(Double::doubleValue)),
                        cues.stream().mapToDouble(c -> switch (c) {
                            case Cue.Face f -> f.full();
                            case Cue.Gaze g -> g.arriveBy().orElse(g.start());
                            default -> c.start();
                        }))
                .sorted()
                .distinct()
                .toArray();
    }

    /// The body at a moment.
    public Pose pose(double seconds, Eyelines eyelines) {
        Draft draft = draft(seconds, eyelines.lens(seconds));
        GazeTrack.Turned turned = turn(draft, seconds, eyelines);
        FaceWeights w = face.at(seconds);
        voice.shape(w, seconds);
        Blinks.close(w, blinks.at(seconds, voice.talking(seconds)));
        return solver.solve(figure(draft, turned.look()), w.named());
    }

    /// The midpoint of the eyes, with the head turned by what the performer looks at, world space.
    Vec3 eyes(double seconds, Eyelines eyelines) {
        Draft draft = draft(seconds, ARMS_DO_NOT_MATTER);
        turn(draft, seconds, eyelines);
        return solver.head(figure(draft, nowhere(draft))).eyes();
    }

    /// The midpoint of the eyes as if the performer looked straight ahead, world space.
    Vec3 eyesAhead(double seconds) {
        Draft draft = draft(seconds, ARMS_DO_NOT_MATTER);
        return solver.head(figure(draft, nowhere(draft))).eyes();
    }

    /// The floor point that a camera travels with: under the hips, without any bounce or sway.
    public Vec3 anchor(double seconds) {
        Vec3 sum = Vec3.ZERO;
        double weights = 0;
        for (int i = -ANCHOR_SAMPLES; i <= ANCHOR_SAMPLES; i++) {
            double w = 0.5 + 0.5 * StrictMath.cos(StrictMath.PI * i / (ANCHOR_SAMPLES + 1));
            sum = sum.plus(legs.at(seconds + ANCHOR_HALF * i / ANCHOR_SAMPLES).hips(), w);
            weights += w;
        }
        return sum.times(1 / weights).withY(0);
    }

    /// Where somebody is on the floor, as the legs have it: without breath, sway or gestures.
    ///
    /// @param place under the hips
    /// @param heading radians about y, 0 facing +z
    /// @param seated whether mostly on a seat
    /// @param walking whether in the middle of steps
    public record Footing(Vec3 place, double heading, boolean seated, boolean walking) {}

    /// Where the performer is at a moment; cheap.
    public Footing footing(double seconds) {
        Legs.Moment m = legs.at(seconds);
        return new Footing(m.hips().withY(0), m.heading(), m.seated() > 0.5, m.stillness() < 0.5);
    }

    /// Where the body is headed, radians about y, 0 facing +z, as smooth as [#anchor].
    public double heading(double seconds) {
        double middle = legs.heading(seconds);
        double sum = 0;
        double weights = 0;
        for (int i = -ANCHOR_SAMPLES; i <= ANCHOR_SAMPLES; i++) {
            double w = 0.5 + 0.5 * StrictMath.cos(StrictMath.PI * i / (ANCHOR_SAMPLES + 1));
            double h = legs.heading(seconds + ANCHOR_HALF * i / ANCHOR_SAMPLES);
            sum += w * Heading.between(middle, h);
            weights += w;
        }
        return middle + sum / weights;
    }

    /// Everything but gaze and face.
    private record Draft(
            Legs.Moment legs,
            Vec3 hips,
            Angles angles,
            FootGoal leftFoot,
            FootGoal rightFoot,
            List<HandAnchor.Hold> left,
            List<HandAnchor.Hold> right) {}

    private Draft draft(double t, Vec3 lens) {
        Legs.Moment m = legs.at(t);
        Angles d = m.angles();
        double calm = legs.calm(t);
        Lowered.Way down = lowered.at(t);
        double standing = calm * (1 - m.seated()) * (1 - down.share());
        Vec3 own = Life.shift(d, life.weight(t) * standing, anatomy.scale())
                .plus(life.sway(t), standing + 0.35 * calm * m.seated());
        Vec3 hips = m.hips().plus(Heading.turn(m.heading()).rotate(own));
        FootGoal leftFoot = m.leftFoot();
        FootGoal rightFoot = m.rightFoot();
        if (down.share() > 0) {
            hips = lowered.hips(down, hips, leftFoot, m.heading());
            lowered.add(down, d);
            leftFoot = lowered.foot(down, Flank.LEFT, leftFoot, hips, m.heading());
            rightFoot = lowered.foot(down, Flank.RIGHT, rightFoot, hips, m.heading());
        }
        life.breathe(d, t);
        life.drift(d, t, 0.35 + 0.65 * m.stillness());
        List<HandAnchor.Hold> left = new ArrayList<>();
        List<HandAnchor.Hold> right = new ArrayList<>();
        hands.rest(t, m, d, left, right);
        if (down.share() > 0) {
            left.add(new HandAnchor.Hold(RestingHands.onThigh(Flank.LEFT), down.share()));
            if (!down.kneeling()) {
                right.add(new HandAnchor.Hold(RestingHands.onThigh(Flank.RIGHT), down.share()));
            }
        }
        gestures.apply(t, d, left, right, lens);
        voice.move(d, t);
        double lead = lead(t);
        d.add(Dof.HEAD_TWIST, 0.8 * lead).add(Dof.SPINE_TWIST, 0.3 * lead);
        double crossed = gestures.crossed(t) * m.seated();
        if (crossed > 0) {
            rightFoot = rightFoot.toward(CrossedLeg.goal(anatomy, hips, m.heading()), crossed);
        }
        return new Draft(m, hips, d, leftFoot, rightFoot, left, right);
    }

    /// Before the body turns, the head does, degrees.
    private double lead(double t) {
        double by = Heading.between(legs.heading(t), legs.heading(t + 0.28));
        return Math.clamp(StrictMath.toDegrees(by), -45, 45);
    }

    private GazeTrack.Turned turn(Draft draft, double t, Eyelines eyelines) {
        Vec3 at = solver.head(figure(draft, nowhere(draft))).eyes();
        double heading = draft.legs().heading();
        GazeTrack.Turned turned = gaze.at(t, focus -> aim(focus, at, heading, t, eyelines), voice.talking(t));
        Angles d = draft.angles();
        // A head that looks at something stays up over a trunk that leans; eyes alone would peer from below.
        double bent = Math.max(0, d.get(Dof.PELVIS_TILT) + d.get(Dof.SPINE_FLEX) - SLOUCH);
        // A head that is on something does not take part in the lead of a turn.
        double lead = lead(t) * (1 - turned.idle());
        d.add(Dof.HEAD_TWIST, turned.headTwist() - 0.8 * lead)
                .add(Dof.SPINE_TWIST, turned.spineTwist() - 0.3 * lead)
                .add(Dof.HEAD_FLEX, turned.headFlex() - UPRIGHT_SHARE * (1 - turned.idle()) * bent)
                .add(Dof.HEAD_SIDE, turned.headSide());
        return turned;
    }

    private GazeTrack.Aim aim(Cue.Focus focus, Vec3 eyes, double heading, double t, Eyelines eyelines) {
        return switch (focus) {
            case Cue.Focus.Lens l -> toward(eyelines.lens(t), eyes, heading);
            case Cue.Focus.Eyes e -> toward(eyelines.eyes(e.actor(), t), eyes, heading);
            case Cue.Focus.Point p -> toward(p.world(), eyes, heading);
            case Cue.Focus.Angles a -> {
                double c = StrictMath.cos(a.up());
                double ahead = heading + a.left();
                Vec3 d = Heading.forward(ahead).times(c).plus(Vec3.Y, StrictMath.sin(a.up()));
                yield new GazeTrack.Aim(
                        eyes.plus(d, FAR), StrictMath.toDegrees(a.left()), StrictMath.toDegrees(a.up()));
            }
        };
    }

    private static GazeTrack.Aim toward(Vec3 point, Vec3 eyes, double heading) {
        Vec3 d = point.minus(eyes);
        double flat = StrictMath.hypot(d.x(), d.z());
        double yaw = flat < 1e-6 ? 0 : Heading.between(heading, Heading.of(d));
        return new GazeTrack.Aim(point, StrictMath.toDegrees(yaw), StrictMath.toDegrees(StrictMath.atan2(d.y(), flat)));
    }

    private Figure figure(Draft d, Figure.Look look) {
        Quat turn = Heading.turn(d.legs().heading());
        return new Figure(d.angles(), d.hips(), turn, d.leftFoot(), d.rightFoot(), d.left(), d.right(), look);
    }

    private static Figure.Look nowhere(Draft d) {
        Vec3 p = d.hips().plus(Heading.forward(d.legs().heading()), FAR);
        return new Figure.Look(p, p, 0, 0, 0);
    }

    /// What the eyes are on, or on their way to.
    Optional<Cue.Focus> focus(double seconds) {
        return gaze.focus(seconds);
    }

    /// Face shapes in force, by name; for reports.
    public Map<String, Double> expression(double seconds) {
        return face.at(seconds).named();
    }
}
