package dev.beatboard.track;

import java.util.Locale;

/// The 70 points of a face in the order of OpenPose: the 68 of iBUG 300-W, then both pupils. Left
/// and right are the person's own, so the order runs from left to right in a picture of somebody
/// who faces the lens.
///
/// 0-16 edge of the jaw from ear to ear, 17-26 brows, 27-30 ridge of the nose, 31-35 below the
/// nose, 36-47 eyes (from the picture's left corner over the upper lid and back along the lower),
/// 48-59 outer edge of the lips, 60-67 inner. The points are fixed to the skin; that of the jaw,
/// which iBUG puts on the outline of the face, is the edge of the jaw bone here.
public enum FaceLandmark {
    JAW_0,
    JAW_1,
    JAW_2,
    JAW_3,
    JAW_4,
    JAW_5,
    JAW_6,
    JAW_7,
    JAW_8,
    JAW_9,
    JAW_10,
    JAW_11,
    JAW_12,
    JAW_13,
    JAW_14,
    JAW_15,
    JAW_16,
    RIGHT_BROW_0,
    RIGHT_BROW_1,
    RIGHT_BROW_2,
    RIGHT_BROW_3,
    RIGHT_BROW_4,
    LEFT_BROW_0,
    LEFT_BROW_1,
    LEFT_BROW_2,
    LEFT_BROW_3,
    LEFT_BROW_4,
    NOSE_BRIDGE_0,
    NOSE_BRIDGE_1,
    NOSE_BRIDGE_2,
    NOSE_TIP,
    RIGHT_NOSE_WING,
    RIGHT_NOSTRIL,
    SUBNASALE,
    LEFT_NOSTRIL,
    LEFT_NOSE_WING,
    RIGHT_EYE_OUTER,
    RIGHT_UPPER_LID_OUTER,
    RIGHT_UPPER_LID_INNER,
    RIGHT_EYE_INNER,
    RIGHT_LOWER_LID_INNER,
    RIGHT_LOWER_LID_OUTER,
    LEFT_EYE_INNER,
    LEFT_UPPER_LID_INNER,
    LEFT_UPPER_LID_OUTER,
    LEFT_EYE_OUTER,
    LEFT_LOWER_LID_OUTER,
    LEFT_LOWER_LID_INNER,
    RIGHT_MOUTH_CORNER,
    UPPER_LIP_RIGHT,
    CUPIDS_BOW_RIGHT,
    CUPIDS_BOW_MIDDLE,
    CUPIDS_BOW_LEFT,
    UPPER_LIP_LEFT,
    LEFT_MOUTH_CORNER,
    LOWER_LIP_LEFT,
    LOWER_LIP_MIDDLE_LEFT,
    LOWER_LIP_MIDDLE,
    LOWER_LIP_MIDDLE_RIGHT,
    LOWER_LIP_RIGHT,
    INNER_RIGHT_CORNER,
    INNER_UPPER_RIGHT,
    INNER_UPPER_MIDDLE,
    INNER_UPPER_LEFT,
    INNER_LEFT_CORNER,
    INNER_LOWER_LEFT,
    INNER_LOWER_MIDDLE,
    INNER_LOWER_RIGHT,
    RIGHT_PUPIL,
    LEFT_PUPIL;

    /// As it is called in files: `nose-tip`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
