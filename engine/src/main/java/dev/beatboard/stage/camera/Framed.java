package dev.beatboard.stage.camera;

import dev.beatboard.scene.View;

/// A framing that has been solved, and what had to give way for it.
///
/// @param turned radians by which the lens went round the subject from the side asked, positive to the subject's left
/// @param lensAsked millimeters that were asked or are usual; differs from the view's if the place was too small
/// @param hidden whether no place showed the subject's eyes
public record Framed(View view, double turned, double lensAsked, boolean hidden) {

    public boolean lensChanged() {
        return view.focalLength() != lensAsked;
    }
}
