package dev.beatboard;

import dev.beatboard.time.FrameRange;
import java.nio.file.Path;
import java.util.Set;

/// What to render and where to put it.
///
/// @param folder made if it is not there
/// @param quality `draft` or `final`
/// @param width in pixels, even, as is `height`
/// @param frames of the clip, at most all of it
/// @param formats at least one
/// @param cacheBytes how much of the disk frames may take that are kept for later renderings, of this and other shots;
///     0 keeps none and uses none
public record RenderOrder(
        Path folder, String quality, int width, int height, FrameRange frames, Set<Format> formats, long cacheBytes) {

    public RenderOrder {
        formats = Set.copyOf(formats);
    }
}
