package dev.beatboard.track;

import dev.beatboard.time.FrameRange;
import dev.beatboard.time.FrameRate;
import java.util.List;
import java.util.function.IntFunction;

/// Everything that is known of a clip's performers and lens, frame by frame. Frames are computed
/// when they are asked for, so a long clip of many people takes no more memory than one frame of
/// it.
///
/// World space is meters, right-handed, y up. Pixels count from the picture's top left corner, x to
/// the right and y down, so that the middle of the first pixel is at 0.5, 0.5.
///
/// @param width of the picture in pixels, as is `height`
/// @param frames of the clip that are tracked
/// @param performers in the order of the cast, which is the order in every frame
/// @param source what is there at a frame: a pure function
public record ClipTrack(
        String title,
        FrameRate rate,
        int width,
        int height,
        FrameRange frames,
        List<TrackedPerformer> performers,
        IntFunction<FrameTrack> source) {

    public ClipTrack {
        performers = List.copyOf(performers);
    }

    /// What is there at frame `n`.
    ///
    /// @throws IllegalArgumentException for a frame that is not tracked
    public FrameTrack frame(int n) {
        if (!frames.contains(n)) {
            throw new IllegalArgumentException("Frame " + n + " is not among " + frames.first() + "-" + frames.last());
        }
        return source.apply(n);
    }
}
