package dev.beatboard.track;

import dev.beatboard.math.Quat;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// One performer at one frame. What does not apply is absent and never zero.
///
/// @param face the box from chin to hairline; empty if no part of it is in the picture, or the face
///     is turned from the lens by more than [#FACE_TURNED] degrees
/// @param landmarks one per [FaceLandmark], in that order
/// @param coefficients the expression; those that this face cannot show are not in it
/// @param visible how much of what would be seen of the performer in the picture if nobody and
///     nothing stood before is seen, 0 to 1; empty if nothing of the performer is in the picture,
///     or the frame was not rendered
/// @param joints where each bone's head is, in the order of the [SkeletonPlan]
/// @param rotations worldFromRest per bone, likewise
/// @param leftHand one point per [HandPoint], in that order; left is the performer's own
public record PerformerTrack(
        Optional<ImageBox> face,
        HeadPose head,
        List<TrackPoint> landmarks,
        Map<ArkitCoefficient, Double> coefficients,
        Gaze gaze,
        OptionalDouble visible,
        List<TrackPoint> joints,
        List<Quat> rotations,
        List<TrackPoint> leftHand,
        List<TrackPoint> rightHand) {

    /// A face that is turned farther from the lens than this has no box, degrees.
    public static final double FACE_TURNED = 100;

    public PerformerTrack {
        landmarks = List.copyOf(landmarks);
        joints = List.copyOf(joints);
        rotations = List.copyOf(rotations);
        leftHand = List.copyOf(leftHand);
        rightHand = List.copyOf(rightHand);
        Map<ArkitCoefficient, Double> sorted = new EnumMap<>(ArkitCoefficient.class);
        sorted.putAll(coefficients);
        coefficients = Collections.unmodifiableMap(sorted);
        count("landmarks", landmarks, FaceLandmark.values().length);
        count("points of the left hand", leftHand, HandPoint.values().length);
        count("points of the right hand", rightHand, HandPoint.values().length);
    }

    private static void count(String what, List<TrackPoint> points, int wanted) {
        if (points.size() != wanted) {
            throw new IllegalArgumentException(points.size() + " " + what + " instead of " + wanted);
        }
    }
}
