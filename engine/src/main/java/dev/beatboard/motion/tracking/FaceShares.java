package dev.beatboard.motion.tracking;

import static dev.beatboard.motion.face.FaceShape.*;
import static dev.beatboard.track.ArkitCoefficient.*;

import dev.beatboard.motion.face.FaceShape;
import dev.beatboard.motion.face.FaceWeights;
import dev.beatboard.track.ArkitCoefficient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the face shapes of the human base mesh are in terms of ARKit's expression coefficients.
///
/// The shares were read off what each shape does to the landmarks at weight 1 (millimeters up, out,
/// forward), such as: the corner puller lifts the corners of the mouth by 10.5 and draws them out
/// by 5.3, a smile; retraction draws them out by 3.1 and back by 6.4, a stretch; protrusion puts
/// the lips 5 to 8 forward and 18 apart, a funnel; eversion puts the lower lip 6 forward, the lower
/// shrug. What no shape does at all has no row and is absent: jaw and mouth to a side, jaw forward,
/// closed lips over an open jaw, dimples, rolled lips, the upper shrug, cheeks, the tongue.
final class FaceShares {

    /// A shape at weight 1 is `share` of the coefficient.
    private record Share(FaceShape shape, ArkitCoefficient coefficient, double share) {}

    private static final List<Share> TABLE = List.of(
            new Share(EYE_LEFT_CLOSURE, EYE_BLINK_LEFT, 1),
            new Share(EYE_RIGHT_CLOSURE, EYE_BLINK_RIGHT, 1),
            new Share(EYE_LEFT_SLIT, EYE_SQUINT_LEFT, 1),
            new Share(EYE_RIGHT_SLIT, EYE_SQUINT_RIGHT, 1),
            new Share(EYE_LEFT_OPENED_UP, EYE_WIDE_LEFT, 1),
            new Share(EYE_RIGHT_OPENED_UP, EYE_WIDE_RIGHT, 1),
            new Share(EYEBROWS_LEFT_DOWN, BROW_DOWN_LEFT, 1),
            new Share(EYEBROWS_RIGHT_DOWN, BROW_DOWN_RIGHT, 1),
            new Share(EYEBROWS_LEFT_INNER_UP, BROW_INNER_UP, 0.5),
            new Share(EYEBROWS_RIGHT_INNER_UP, BROW_INNER_UP, 0.5),
            new Share(EYEBROWS_LEFT_UP, BROW_INNER_UP, 0.25),
            new Share(EYEBROWS_RIGHT_UP, BROW_INNER_UP, 0.25),
            new Share(EYEBROWS_LEFT_UP, BROW_OUTER_UP_LEFT, 0.5),
            new Share(EYEBROWS_RIGHT_UP, BROW_OUTER_UP_RIGHT, 0.5),
            new Share(EYEBROWS_LEFT_EXTERN_UP, BROW_OUTER_UP_LEFT, 1),
            new Share(EYEBROWS_RIGHT_EXTERN_UP, BROW_OUTER_UP_RIGHT, 1),
            new Share(NOSE_LEFT_ELEVATION, NOSE_SNEER_LEFT, 1),
            new Share(NOSE_RIGHT_ELEVATION, NOSE_SNEER_RIGHT, 1),
            new Share(MOUTH_ELEVATION, NOSE_SNEER_LEFT, 0.5),
            new Share(MOUTH_ELEVATION, NOSE_SNEER_RIGHT, 0.5),
            new Share(MOUTH_OPEN, JAW_OPEN, 1),
            new Share(MOUTH_PROTUSION, MOUTH_FUNNEL, 1),
            new Share(MOUTH_PURSING, MOUTH_PUCKER, 1),
            new Share(MOUTH_EVERSION, MOUTH_SHRUG_LOWER, 1),
            new Share(MOUTH_DEPRESSION, MOUTH_SHRUG_LOWER, 0.4),
            new Share(MOUTH_CORNER_PULLER, MOUTH_SMILE_LEFT, 1),
            new Share(MOUTH_CORNER_PULLER, MOUTH_SMILE_RIGHT, 1),
            new Share(MOUTH_UPWARD_RETRACTION, MOUTH_SMILE_LEFT, 0.65),
            new Share(MOUTH_UPWARD_RETRACTION, MOUTH_SMILE_RIGHT, 0.65),
            new Share(MOUTH_DEPRESSION, MOUTH_FROWN_LEFT, 1),
            new Share(MOUTH_DEPRESSION, MOUTH_FROWN_RIGHT, 1),
            new Share(NECK_PLATYSMA, MOUTH_FROWN_LEFT, 0.5),
            new Share(NECK_PLATYSMA, MOUTH_FROWN_RIGHT, 0.5),
            new Share(MOUTH_RETRACTION, MOUTH_STRETCH_LEFT, 1),
            new Share(MOUTH_RETRACTION, MOUTH_STRETCH_RIGHT, 1),
            new Share(NECK_PLATYSMA, MOUTH_STRETCH_LEFT, 0.6),
            new Share(NECK_PLATYSMA, MOUTH_STRETCH_RIGHT, 0.6),
            new Share(MOUTH_COMPRESSION, MOUTH_PRESS_LEFT, 1),
            new Share(MOUTH_COMPRESSION, MOUTH_PRESS_RIGHT, 1),
            new Share(MOUTH_ELEVATION, MOUTH_UPPER_UP_LEFT, 0.75),
            new Share(MOUTH_ELEVATION, MOUTH_UPPER_UP_RIGHT, 0.75),
            new Share(MOUTH_PART_LATER, MOUTH_UPPER_UP_LEFT, 1),
            new Share(MOUTH_PART_LATER, MOUTH_UPPER_UP_RIGHT, 1),
            new Share(MOUTH_DEPRESSION_RETRACTION, MOUTH_UPPER_UP_LEFT, 0.65),
            new Share(MOUTH_DEPRESSION_RETRACTION, MOUTH_UPPER_UP_RIGHT, 0.65),
            new Share(MOUTH_PARLING, MOUTH_UPPER_UP_LEFT, 0.4),
            new Share(MOUTH_PARLING, MOUTH_UPPER_UP_RIGHT, 0.4),
            new Share(MOUTH_UPWARD_RETRACTION, MOUTH_UPPER_UP_LEFT, 0.3),
            new Share(MOUTH_UPWARD_RETRACTION, MOUTH_UPPER_UP_RIGHT, 0.3),
            new Share(MOUTH_PART_LATER, MOUTH_LOWER_DOWN_LEFT, 1),
            new Share(MOUTH_PART_LATER, MOUTH_LOWER_DOWN_RIGHT, 1),
            new Share(MOUTH_DEPRESSION_RETRACTION, MOUTH_LOWER_DOWN_LEFT, 0.85),
            new Share(MOUTH_DEPRESSION_RETRACTION, MOUTH_LOWER_DOWN_RIGHT, 0.85),
            new Share(MOUTH_UPWARD_RETRACTION, MOUTH_LOWER_DOWN_LEFT, 0.6),
            new Share(MOUTH_UPWARD_RETRACTION, MOUTH_LOWER_DOWN_RIGHT, 0.6),
            new Share(MOUTH_PARLING, MOUTH_LOWER_DOWN_LEFT, 0.2),
            new Share(MOUTH_PARLING, MOUTH_LOWER_DOWN_RIGHT, 0.2));

    private FaceShares() {}

    /// The coefficients that a face with these shapes can show.
    static Set<ArkitCoefficient> within(Set<String> shapes) {
        Set<ArkitCoefficient> out = new TreeSet<>();
        TABLE.stream().filter(s -> shapes.contains(s.shape.key())).forEach(s -> out.add(s.coefficient));
        return out;
    }

    /// What face shapes come to, each within 0 to 1. The face of a person at ease, which is not the
    /// base mesh's (that looks stern), is 0 in all; what remains to 1 is spread over 0 to 1.
    ///
    /// @param shown the coefficients that the face can show
    /// @param weights by the shape's name, absent for 0
    static Map<ArkitCoefficient, Double> of(Set<ArkitCoefficient> shown, Map<String, Double> weights) {
        Map<ArkitCoefficient, Double> now = sums(weights);
        Map<ArkitCoefficient, Double> ease = sums(FaceWeights.atEase().named());
        Map<ArkitCoefficient, Double> out = new EnumMap<>(ArkitCoefficient.class);
        for (ArkitCoefficient c : shown) {
            double least = ease.getOrDefault(c, 0.0);
            out.put(c, Math.clamp((now.getOrDefault(c, 0.0) - least) / (1 - least), 0, 1));
        }
        return out;
    }

    private static Map<ArkitCoefficient, Double> sums(Map<String, Double> weights) {
        Map<ArkitCoefficient, Double> out = new EnumMap<>(ArkitCoefficient.class);
        for (Share s : TABLE) {
            out.merge(s.coefficient, s.share * weights.getOrDefault(s.shape.key(), 0.0), Double::sum);
        }
        return out;
    }
}
