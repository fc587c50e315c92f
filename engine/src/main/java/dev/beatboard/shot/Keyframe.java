package dev.beatboard.shot;

import dev.beatboard.time.Time;
import java.util.List;
import java.util.Optional;

/// A directed moment: what should be true or begin at an exact time.
///
/// @param at from the start of the clip; snapped to the nearest frame
/// @param prompt the words, empty for a marker or where only fields speak
/// @param cast one entry per performer about whom something is said
/// @param image file name of a reference image
public record Keyframe(
        Time at,
        String prompt,
        CameraDirection camera,
        List<PerformerDirection> cast,
        LightDirection light,
        Optional<SetKind> set,
        Optional<String> image) {

    public Keyframe {
        cast = List.copyOf(cast);
    }
}
