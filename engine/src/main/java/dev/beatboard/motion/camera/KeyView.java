package dev.beatboard.motion.camera;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;

/// A solved view and what it was solved about.
///
/// @param anchor where the traveling point of the subject was; see [Travel]
/// @param focus the point that should be sharp and that moves turn about: between the eyes, the middle of a thing
public record KeyView(View view, Vec3 anchor, Vec3 focus) {

    /// The same picture with the subject moved by `by`.
    KeyView movedBy(Vec3 by) {
        View v = view;
        return new KeyView(
                new View(
                        v.position().plus(by),
                        v.orientation(),
                        v.focalLength(),
                        v.sensorWidth(),
                        v.focusDistance(),
                        v.fNumber()),
                anchor.plus(by),
                focus.plus(by));
    }
}
