package dev.beatboard.stage.camera;

import dev.beatboard.math.Vec3;

/// Where the parts of a posed body are that framing is defined by; world space, meters.
///
/// @param crown top of the head without hair
/// @param hair top of the hair or hat
/// @param eyes midpoint between the eyes
/// @param chin lowest point of the chin
/// @param neck pit of the neck
/// @param chest middle of the chest, at arm-pit height
/// @param waist navel height
/// @param hips midpoint of the hip joints
/// @param knees midpoint of the knees
/// @param soles lowest point of the feet
/// @param leftShoulder the body's own left
/// @param facing horizontal unit vector of the chest
/// @param headFacing unit vector of the face
public record Landmarks(
        Vec3 crown,
        Vec3 hair,
        Vec3 eyes,
        Vec3 chin,
        Vec3 neck,
        Vec3 chest,
        Vec3 waist,
        Vec3 hips,
        Vec3 knees,
        Vec3 soles,
        Vec3 leftShoulder,
        Vec3 rightShoulder,
        Vec3 leftHand,
        Vec3 rightHand,
        Vec3 facing,
        Vec3 headFacing) {}
