package dev.beatboard.shot;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.util.List;
import java.util.Optional;

/// A shot as its author wrote it, before its words are understood: what a shot file holds. Only times, sizes and counts
/// have been checked.
///
/// @param cast who is named in the file; people whom only the prompts mention are not here
/// @param keyframes with the structured fields that the file itself states, which win over the words
public record ShotDraft(
        String title,
        Time duration,
        FrameRate rate,
        int width,
        int height,
        long seed,
        Optional<SetKind> set,
        List<CastEntry> cast,
        List<Keyframe> keyframes) {

    public ShotDraft {
        cast = List.copyOf(cast);
        keyframes = List.copyOf(keyframes);
    }

    /// Somebody of the cast: described in words, or already structured as in a resolved shot.
    ///
    /// @param image file name of a reference image, not used yet
    public record CastEntry(
            String name, Optional<String> description, Optional<String> image, Optional<Performer> performer) {}
}
