package dev.beatboard.stage.camera;

import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.CameraSide;
import dev.beatboard.shot.ShotSize;
import java.util.Optional;

/// A wish for a picture of one person with nothing left open but what the place allows.
///
/// @param lens focal length in millimeters on a full frame; empty: typical for the size
/// @param fNumber the aperture; empty: typical for the size
/// @param roll of the horizon in radians, positive turns the picture clockwise
public record Framing(
        ShotSize size,
        CameraAngle angle,
        CameraSide side,
        Optional<Double> lens,
        Optional<Double> fNumber,
        double roll) {

    /// An upright picture with the size's own lens and aperture.
    public static Framing of(ShotSize size, CameraAngle angle, CameraSide side) {
        return new Framing(size, angle, side, Optional.empty(), Optional.empty(), 0);
    }
}
