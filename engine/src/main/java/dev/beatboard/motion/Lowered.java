package dev.beatboard.motion;

import static java.lang.StrictMath.toRadians;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Anatomy;
import dev.beatboard.motion.body.Angles;
import dev.beatboard.motion.body.Dof;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.motion.body.FootGoal;
import dev.beatboard.motion.gait.Heading;
import dev.beatboard.shot.Posture;
import dev.beatboard.stage.Cue;
import java.util.List;

/// Kneeling on the right knee, and crouching with both feet flat. To kneel the right foot steps back, the left one
/// stays; to crouch both stay and the trunk bends forward as a counterweight.
final class Lowered {

    /// Hips of who crouches, as a share of the leg's length above the ankles.
    private static final double CROUCH = 0.42;
    /// How high a knee on the floor is, and the ankle of a foot on its toes, meters of an adult.
    private static final double KNEE = 0.06;

    private static final double ANKLE_ON_TOES = 0.15;
    /// How high a foot is lifted on the way, meters.
    private static final double LIFT = 0.09;

    private final Anatomy anatomy;
    private final List<Cue.Lower> cues;

    Lowered(Anatomy anatomy, List<Cue> cues) {
        this.anatomy = anatomy;
        this.cues = cues.stream()
                .filter(Cue.Lower.class::isInstance)
                .map(Cue.Lower.class::cast)
                .toList();
    }

    /// A body on the way down, or none.
    ///
    /// @param share 0 standing, 1 down
    record Way(Posture posture, double share) {

        static final Way NONE = new Way(Posture.STANDING, 0);

        boolean kneeling() {
            return posture == Posture.KNEELING;
        }
    }

    Way at(double t) {
        Way way = Way.NONE;
        for (Cue.Lower c : cues) {
            double w = Ease.minimumJerk((t - c.start()) / c.duration())
                    * (1 - Ease.minimumJerk((t - c.until()) / Cue.Lower.RISE));
            way = w > way.share ? new Way(c.posture(), w) : way;
        }
        return way;
    }

    /// Where the hips go, given where they would stand and the left foot that stays.
    Vec3 hips(Way way, Vec3 standing, FootGoal left, double heading) {
        Vec3 forward = Heading.forward(heading);
        Vec3 down;
        if (way.kneeling()) {
            double thigh = anatomy.thighLength();
            double behind = left.ankle().minus(standing).dot(forward) - 0.95 * thigh;
            down = standing.plus(forward, behind).withY(thigh + KNEE * anatomy.scale());
        } else {
            double leg = anatomy.thighLength() + anatomy.shankLength();
            down = standing.plus(forward, -0.20 * anatomy.scale())
                    .withY(left.ankle().y() + CROUCH * leg);
        }
        // Knees bend before the weight goes back.
        return standing.lerp(down, way.share()).withY(Ease.lerp(standing.y(), down.y(), way.share()));
    }

    void add(Way way, Angles d) {
        double w = way.share();
        double arch = StrictMath.sin(StrictMath.PI * w);
        d.add(Dof.PELVIS_TILT, way.kneeling() ? 16 * arch : 24 * w);
        d.add(Dof.SPINE_FLEX, way.kneeling() ? 10 * arch + 2 * w : 24 * w);
        d.add(Dof.HEAD_FLEX, way.kneeling() ? -8 * arch : -34 * w);
    }

    FootGoal foot(Way way, Flank f, FootGoal goal, Vec3 hips, double heading) {
        Vec3 forward = Heading.forward(heading);
        Vec3 left = Heading.left(heading);
        double w = way.share();
        if (!way.kneeling() || f == Flank.LEFT) {
            Vec3 knee = forward.plus(left, (way.kneeling() ? 0.12 : 0.42) * f.sign());
            return goal.toward(new FootGoal(goal.ankle(), goal.turn(), goal.toes(), goal.contact(), knee), w);
        }
        Vec3 ankle = hips.plus(left, -anatomy.halfHipWidth())
                .plus(forward, -0.96 * anatomy.shankLength())
                .withY(ANKLE_ON_TOES * anatomy.scale());
        FootGoal back = new FootGoal(
                ankle,
                Heading.turn(heading).times(dev.beatboard.math.Quat.about(Vec3.X, toRadians(72))),
                48,
                false,
                forward);
        FootGoal between = goal.toward(back, w);
        return new FootGoal(
                between.ankle().plus(Vec3.Y, LIFT * StrictMath.sin(StrictMath.PI * w)),
                between.turn(),
                between.toes(),
                false,
                between.knee());
    }
}
