package dev.beatboard.file.guide;

import dev.beatboard.math.Vec3;
import dev.beatboard.track.FaceLandmark;
import dev.beatboard.track.LensTrack;
import dev.beatboard.track.PerformerTrack;
import dev.beatboard.track.SkeletonPlan;
import dev.beatboard.track.TrackPoint;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The body points of a performer from the joints of the skeleton.
final class PoseFigure {

    private static final Map<BodyPoint, String> BONES = Map.ofEntries(
            Map.entry(BodyPoint.RIGHT_SHOULDER, "upperarm01.R"),
            Map.entry(BodyPoint.RIGHT_ELBOW, "lowerarm01.R"),
            Map.entry(BodyPoint.RIGHT_WRIST, "wrist.R"),
            Map.entry(BodyPoint.LEFT_SHOULDER, "upperarm01.L"),
            Map.entry(BodyPoint.LEFT_ELBOW, "lowerarm01.L"),
            Map.entry(BodyPoint.LEFT_WRIST, "wrist.L"),
            Map.entry(BodyPoint.RIGHT_HIP, "upperleg01.R"),
            Map.entry(BodyPoint.RIGHT_KNEE, "lowerleg01.R"),
            Map.entry(BodyPoint.RIGHT_ANKLE, "foot.R"),
            Map.entry(BodyPoint.LEFT_HIP, "upperleg01.L"),
            Map.entry(BodyPoint.LEFT_KNEE, "lowerleg01.L"),
            Map.entry(BodyPoint.LEFT_ANKLE, "foot.L"));
    private static final Map<BodyPoint, FaceLandmark> FACE = Map.of(
            BodyPoint.NOSE, FaceLandmark.NOSE_TIP,
            BodyPoint.RIGHT_EYE, FaceLandmark.RIGHT_PUPIL,
            BodyPoint.LEFT_EYE, FaceLandmark.LEFT_PUPIL,
            BodyPoint.RIGHT_EAR, FaceLandmark.JAW_0,
            BodyPoint.LEFT_EAR, FaceLandmark.JAW_16);
    /// A face turned farther than this shows neither nose nor eyes, degrees.
    private static final double AWAY = 95;
    /// An ear is hidden when the head turns the other one to the lens by more than this, degrees.
    private static final double EAR = 50;

    private final Map<BodyPoint, Integer> places = new EnumMap<>(BodyPoint.class);

    PoseFigure(SkeletonPlan skeleton) {
        for (int i = 0; i < skeleton.joints().size(); i++) {
            String name = skeleton.joints().get(i).name();
            int place = i;
            BONES.forEach((point, bone) -> {
                if (bone.equals(name)) {
                    places.put(point, place);
                }
            });
        }
    }

    /// What a detector could find; points that the head itself hides are not in it.
    Map<BodyPoint, TrackPoint> points(PerformerTrack p, LensTrack lens, int width, int height) {
        Map<BodyPoint, TrackPoint> out = new EnumMap<>(BodyPoint.class);
        places.forEach((point, i) -> out.put(point, p.joints().get(i)));
        List<TrackPoint> face = p.landmarks();
        FACE.forEach((point, landmark) -> out.put(point, face.get(landmark.ordinal())));
        TrackPoint left = out.get(BodyPoint.LEFT_SHOULDER);
        TrackPoint right = out.get(BodyPoint.RIGHT_SHOULDER);
        if (left != null && right != null) {
            Vec3 neck = left.world().lerp(right.world(), 0.5);
            out.put(BodyPoint.NECK, lens.see(neck, width, height));
        }
        if (p.head().offLens() > AWAY) {
            out.keySet().removeAll(List.of(BodyPoint.NOSE, BodyPoint.RIGHT_EYE, BodyPoint.LEFT_EYE));
        }
        // A positive yaw turns the face to the person's left, so that the right ear comes to the front.
        double yaw = p.head().yaw();
        if (yaw > EAR && yaw < 180 - EAR) {
            out.remove(BodyPoint.LEFT_EAR);
        } else if (yaw < -EAR && yaw > EAR - 180) {
            out.remove(BodyPoint.RIGHT_EAR);
        }
        return out;
    }

    /// Whether eyes, nose, mouth and jaw are to be seen.
    static boolean showsFace(PerformerTrack p) {
        return p.face().isPresent() && p.head().offLens() < AWAY;
    }
}
