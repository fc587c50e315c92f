package dev.beatboard;

import dev.beatboard.time.FrameRange;
import java.nio.file.Path;
import java.util.Set;

/// What to render and where to put it.
///
/// @param folder made if it is not there
/// @param quality `draft`, `final` or `reference`
/// @param width in pixels, even, as is `height`
/// @param frames of the clip, at most all of it
/// @param formats at least one
/// @param samples paths per pixel of a reference
public record RenderOrder(
        Path folder, String quality, int width, int height, FrameRange frames, Set<Format> formats, int samples) {

    /// Paths per pixel of a reference if nobody says.
    public static final int SAMPLES = 64;

    public RenderOrder {
        formats = Set.copyOf(formats);
    }

    public RenderOrder(Path folder, String quality, int width, int height, FrameRange frames, Set<Format> formats) {
        this(folder, quality, width, height, frames, formats, SAMPLES);
    }
}
