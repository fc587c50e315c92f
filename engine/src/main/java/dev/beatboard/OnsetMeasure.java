package dev.beatboard;

import dev.beatboard.math.Vec3;
import dev.beatboard.motion.Play;
import dev.beatboard.score.Observation;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.track.Pose;
import java.util.Optional;

/// Finds the frame on which a part of a body begins to move, from the poses around a keyframe
/// alone.
final class OnsetMeasure {

    /// Frames before the keyframe at which everything is compared with what it was.
    private static final int BEFORE = 8;

    private static final int AFTER = 12;
    /// A hand has moved when it is this far from where it was, meters.
    private static final double HAND = 0.015;
    /// Eyes leave when they come this much nearer to their goal in a frame, degrees: more than
    /// they wander.
    private static final double SACCADE = 2.5;
    /// Below this there is no shift to speak of, degrees.
    private static final double SHIFT = 8;

    private final Play play;
    private final Actor actor;

    OnsetMeasure(Play play, Actor actor) {
        this.play = play;
        this.actor = actor;
    }

    /// @param settled frames until a look has arrived
    Observation.Onsets at(int n, int settled) {
        return new Observation.Onsets(eyes(n, settled), hand(n, ".L"), hand(n, ".R"));
    }

    private Optional<Integer> eyes(int n, int settled) {
        Vec3 goal = gaze(n + settled);
        double before = Witness.degrees(gaze(n - 1), goal);
        if (before < SHIFT) {
            return Optional.empty();
        }
        double last = before;
        for (int d = 0; d <= AFTER; d++) {
            double now = Witness.degrees(gaze(n + d), goal);
            if (last - now > Math.max(SACCADE, 0.025 * before)) {
                return Optional.of(d);
            }
            last = now;
        }
        return Optional.empty();
    }

    private Optional<Integer> hand(int n, String side) {
        Vec3 was = hand(play.pose(actor.index(), n - BEFORE), side);
        for (int d = -BEFORE / 2; d <= AFTER; d++) {
            boolean moved = hand(play.pose(actor.index(), n + d), side).distanceTo(was) > HAND;
            if (moved) {
                return d == -BEFORE / 2 ? Optional.empty() : Optional.of(d);
            }
        }
        return Optional.empty();
    }

    private Vec3 gaze(int n) {
        return Witness.gaze(actor, play.pose(actor.index(), n));
    }

    /// The wrist as the upper chest has it.
    private Vec3 hand(Pose pose, String side) {
        int chest = actor.rig().bone("spine01");
        Vec3 wrist = Witness.joint(actor, pose, "wrist" + side);
        return pose.rotations()
                .get(chest)
                .inverse()
                .rotate(wrist.minus(pose.joints().get(chest)));
    }
}
