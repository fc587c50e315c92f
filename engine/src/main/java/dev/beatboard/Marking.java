package dev.beatboard;

import dev.beatboard.file.Overlay;
import dev.beatboard.shot.Shot;
import dev.beatboard.time.Timecode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is drawn on pictures for people who review them, and what comes before them; files to work
/// with never have it.
///
/// @param watermark text in the middle
/// @param burnIn whether title, frame, timecode and keyframe stand at the bottom
/// @param letterbox width over height of what stays free between black bars
/// @param slateSeconds how long a slate comes before the clip
public record Marking(Optional<String> watermark, boolean burnIn, Optional<Double> letterbox, double slateSeconds) {

    /// The longest slate, seconds.
    public static final double LONGEST_SLATE = 10;

    public static final Marking NONE = new Marking(Optional.empty(), false, Optional.empty(), 0);

    public Marking {
        if (!(slateSeconds >= 0 && slateSeconds <= LONGEST_SLATE)) {
            throw new IllegalArgumentException("A slate takes 0 to " + LONGEST_SLATE + " s, not " + slateSeconds);
        }
    }

    Overlay overlay(Shot shot, Timecode timecode) {
        List<Overlay.Cue> cues = IntStream.range(0, shot.keyframes().size())
                .mapToObj(k ->
                        new Overlay.Cue(shot.frameOf(k), shot.keyframes().get(k).prompt()))
                .toList();
        return new Overlay(
                watermark,
                burnIn ? Optional.of(new Overlay.BurnIn(shot.title(), timecode, cues)) : Optional.empty(),
                letterbox);
    }
}
