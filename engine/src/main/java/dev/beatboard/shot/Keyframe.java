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
/// @param anchor which part of this keyframe's actions falls on its frame, if the file says so
/// @param ease how the camera move that starts here gathers speed, if the file says so
public record Keyframe(
        Time at,
        String prompt,
        CameraDirection camera,
        List<PerformerDirection> cast,
        LightDirection light,
        Optional<SetKind> set,
        Optional<String> image,
        Optional<Anchor> anchor,
        Optional<CameraEase> ease) {

    public Keyframe {
        cast = List.copyOf(cast);
    }

    /// A keyframe that has only words.
    public static Keyframe words(Time at, String prompt) {
        return new Keyframe(
                at,
                prompt,
                CameraDirection.NONE,
                List.of(),
                LightDirection.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
