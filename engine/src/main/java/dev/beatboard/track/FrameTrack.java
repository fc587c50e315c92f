package dev.beatboard.track;

import java.util.List;

/// The lens and all performers at one frame, the middle of its shutter.
///
/// @param performers in the order of [ClipTrack#performers]
public record FrameTrack(int frame, LensTrack lens, List<PerformerTrack> performers) {

    public FrameTrack {
        performers = List.copyOf(performers);
    }
}
