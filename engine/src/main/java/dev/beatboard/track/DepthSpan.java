package dev.beatboard.track;

import dev.beatboard.time.FrameRange;
import java.util.List;

/// The range of depths that is shown in some frames of a clip: those between two cuts.
public record DepthSpan(FrameRange frames, DepthRange range) {

    /// The range that holds at frame `n`.
    ///
    /// @throws IllegalArgumentException if none does
    public static DepthRange at(List<DepthSpan> spans, int n) {
        return spans.stream()
                .filter(s -> s.frames().contains(n))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No range of depths for frame " + n))
                .range();
    }
}
