package dev.beatboard.motion.tracking;

import dev.beatboard.asset.Rig;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.track.ArkitCoefficient;
import dev.beatboard.track.Gaze;
import dev.beatboard.track.HeadPose;
import dev.beatboard.track.ImageBox;
import dev.beatboard.track.LensTrack;
import dev.beatboard.track.PerformerTrack;
import dev.beatboard.track.Pose;
import dev.beatboard.track.SkeletonPlan;
import dev.beatboard.track.TrackPoint;
import dev.beatboard.track.TrackedPerformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/// Tracks one performer; what belongs to the body at rest is worked out once.
final class BodyTracker {

    private final TrackedPerformer who;
    private final FacePoints face;
    private final HandPoints left;
    private final HandPoints right;
    private final Set<ArkitCoefficient> muscles;
    private final int head;
    private final int leftEye;
    private final int rightEye;

    BodyTracker(Actor actor, int object) {
        Rig rig = actor.rig();
        face = new FacePoints(actor);
        left = new HandPoints(actor, ".L");
        right = new HandPoints(actor, ".R");
        head = rig.bone("head");
        leftEye = rig.bone("eye.L");
        rightEye = rig.bone("eye.R");
        muscles =
                FaceShares.within(FacePoints.surface(actor, "body").faceShapes().keySet());
        List<SkeletonPlan.Joint> joints = new ArrayList<>();
        for (int b = 0; b < rig.count(); b++) {
            joints.add(new SkeletonPlan.Joint(
                    rig.bones().get(b), rig.parents()[b], actor.joints().get(b)));
        }
        Set<ArkitCoefficient> coefficients = new TreeSet<>(muscles);
        coefficients.addAll(EyeLooks.ALL);
        who = new TrackedPerformer(actor.performer().name(), object, new SkeletonPlan(joints), coefficients);
    }

    TrackedPerformer who() {
        return who;
    }

    /// The midpoint of the eyes.
    Vec3 eyes(Pose pose) {
        return pose.joints().get(leftEye).lerp(pose.joints().get(rightEye), 0.5);
    }

    PerformerTrack at(
            Pose pose, LensTrack lens, int width, int height, Optional<Gaze.Target> target, OptionalDouble visible) {
        List<Quat> turns = pose.rotations();
        FacePoints.Found found = face.at(pose);
        List<TrackPoint> landmarks = see(found.landmarks(), lens, width, height);
        List<TrackPoint> outline = new ArrayList<>(landmarks);
        outline.addAll(see(found.hairline(), lens, width, height));
        HeadPose pointing = HeadPose.of(turns.get(head), eyes(pose), lens);
        Optional<ImageBox> box = pointing.offLens() > PerformerTrack.FACE_TURNED
                ? Optional.empty()
                : ImageBox.around(outline, width, height);
        Map<ArkitCoefficient, Double> shown = FaceShares.of(muscles, pose.face());
        EyeLooks.put(shown, turns.get(head), turns.get(leftEye), turns.get(rightEye));
        Vec3 gaze = turns.get(leftEye)
                .rotate(Vec3.Z)
                .plus(turns.get(rightEye).rotate(Vec3.Z))
                .normalized();
        return new PerformerTrack(
                box,
                pointing,
                landmarks,
                shown,
                new Gaze(eyes(pose), gaze, target),
                visible,
                see(pose.joints(), lens, width, height),
                turns,
                see(left.at(pose), lens, width, height),
                see(right.at(pose), lens, width, height));
    }

    private static List<TrackPoint> see(List<Vec3> points, LensTrack lens, int width, int height) {
        return points.stream().map(p -> lens.see(p, width, height)).toList();
    }
}
