package dev.beatboard.file.track;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.time.FrameRange;
import dev.beatboard.time.FrameRate;
import dev.beatboard.track.ArkitCoefficient;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.FaceLandmark;
import dev.beatboard.track.FrameTrack;
import dev.beatboard.track.Gaze;
import dev.beatboard.track.HandPoint;
import dev.beatboard.track.HeadPose;
import dev.beatboard.track.ImageBox;
import dev.beatboard.track.LensTrack;
import dev.beatboard.track.PerformerTrack;
import dev.beatboard.track.SkeletonPlan;
import dev.beatboard.track.SkeletonPlan.Joint;
import dev.beatboard.track.TrackPoint;
import dev.beatboard.track.TrackedPerformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

/// A clip of one performer with a skeleton of seven bones that turn at random (seed 5), one half of
/// whose points are behind the lens.
final class MadeUpClip {

    static final SkeletonPlan SKELETON = new SkeletonPlan(List.of(
            new Joint("root", -1, new Vec3(0, 0.9, 0)),
            new Joint("spine", 0, new Vec3(0, 1.1, 0.02)),
            new Joint("arm.L", 1, new Vec3(0.2, 1.4, 0)),
            new Joint("hand.L", 2, new Vec3(0.6, 1.2, 0.05)),
            new Joint("head", 1, new Vec3(0, 1.6, 0.03)),
            new Joint("leg.L", 0, new Vec3(0.1, 0.85, 0)),
            new Joint("foot.L", 5, new Vec3(0.1, 0.1, -0.02))));

    static final LensTrack LENS =
            new LensTrack(new Vec3(0, 1, 0.2), Quat.IDENTITY, 36, 36, 3, Double.POSITIVE_INFINITY);

    private MadeUpClip() {}

    static ClipTrack clip() {
        TrackedPerformer who = new TrackedPerformer(
                "Jo, \"the\" one", 4, SKELETON, Set.of(ArkitCoefficient.JAW_OPEN, ArkitCoefficient.EYE_BLINK_LEFT));
        return new ClipTrack(
                "Made up",
                new FrameRate(24000, 1001),
                640,
                360,
                new FrameRange(10, 14),
                List.of(who),
                n -> new FrameTrack(n, LENS, List.of(performer(n))));
    }

    private static PerformerTrack performer(int n) {
        Random random = new Random(5 + n);
        List<Quat> turns = new ArrayList<>();
        List<Vec3> places = new ArrayList<>();
        for (int i = 0; i < SKELETON.joints().size(); i++) {
            Joint j = SKELETON.joints().get(i);
            Quat own = new Quat(random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), 1).normalized();
            if (i == 0) {
                turns.add(own);
                places.add(new Vec3(0.1 * n, 1, -2));
            } else {
                Vec3 arm = j.rest().minus(SKELETON.joints().get(j.parent()).rest());
                turns.add(turns.get(j.parent()).times(own));
                places.add(places.get(j.parent()).plus(turns.get(j.parent()).rotate(arm)));
            }
        }
        boolean absent = n % 2 == 1;
        Vec3 far = new Vec3(0.123456, 1, absent ? 2 : -2);
        TrackPoint point = LENS.see(far, 640, 360);
        return new PerformerTrack(
                absent ? Optional.empty() : Optional.of(new ImageBox(1.5, 2, 30, 40.25)),
                HeadPose.of(turns.get(4), far, LENS),
                java.util.Collections.nCopies(FaceLandmark.values().length, point),
                Map.of(ArkitCoefficient.JAW_OPEN, 0.25, ArkitCoefficient.EYE_BLINK_LEFT, 0.0),
                new Gaze(far, Vec3.Z, absent ? Optional.empty() : Optional.of(new Gaze.Lens(LENS.position()))),
                absent ? OptionalDouble.empty() : OptionalDouble.of(0.5),
                places.stream().map(p -> LENS.see(p, 640, 360)).toList(),
                turns,
                java.util.Collections.nCopies(HandPoint.values().length, point),
                java.util.Collections.nCopies(HandPoint.values().length, point));
    }
}
