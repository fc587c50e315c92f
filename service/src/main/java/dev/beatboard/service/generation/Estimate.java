package dev.beatboard.service.generation;

import dev.beatboard.service.plan.Lane;
import dev.beatboard.service.plan.Tier;
import dev.beatboard.time.FrameRange;
import java.util.ArrayList;
import java.util.List;

/// What an order would cost, and why.
///
/// @param title of the shot
/// @param kept frames that the parent has already
/// @param ranges of frames that are new
/// @param explanation the sum in a sentence
public record Estimate(
        String title,
        long credits,
        Tier tier,
        Lane lane,
        RenderTerms terms,
        FrameRange frames,
        int kept,
        List<FrameRange> ranges,
        String explanation,
        List<Notice> notices) {

    public Estimate {
        ranges = List.copyOf(ranges);
        notices = List.copyOf(notices);
    }

    /// Frames that have to be rendered.
    public int fresh() {
        return frames.count() - kept;
    }

    /// The frames that are true, as ranges.
    ///
    /// @param first the number of the first frame
    static List<FrameRange> ranges(int first, boolean[] fresh) {
        List<FrameRange> ranges = new ArrayList<>();
        for (int i = 0; i < fresh.length; i++) {
            if (fresh[i]) {
                int from = i;
                while (i + 1 < fresh.length && fresh[i + 1]) {
                    i++;
                }
                ranges.add(new FrameRange(first + from, first + i));
            }
        }
        return ranges;
    }
}
