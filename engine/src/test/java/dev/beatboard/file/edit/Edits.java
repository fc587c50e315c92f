package dev.beatboard.file.edit;

import dev.beatboard.file.Slate;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotJson;
import dev.beatboard.time.FrameRange;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Edits for tests.
final class Edits {

    static final String NASTY = "=1+1, \"quoted\" <b>&amp; é日\nnew line";

    private Edits() {}

    /// A clip of 96 frames with cuts at 40 and 72 and keyframes at 0, 40 and 60.
    static Edit of(String title, Timecode timecode) {
        FrameRate rate = timecode.rate();
        List<Keyframe> keys = new ArrayList<>();
        keys.add(Keyframe.words(rate.timeOf(0), "Wide shot, a man waits."));
        keys.add(Keyframe.words(rate.timeOf(40), NASTY));
        keys.add(Keyframe.words(rate.timeOf(60), ""));
        Shot shot = new Shot(title, rate.timeOf(96), rate, 1920, 1080, 7, SetKind.OFFICE, List.of(), keys);
        return new Edit(
                shot,
                new Slate(title, ShotJson.digest(shot), 7, "0.1.0", "draft"),
                1920,
                1080,
                new FrameRange(0, 95),
                List.of(0, 40, 72),
                timecode,
                Optional.of("clip.mp4"),
                Optional.of(new Edit.Sequence("exr", "clip.", ".exr")));
    }

    static Edit part(Edit e, int first, int last) {
        return new Edit(
                e.shot(),
                e.slate(),
                e.width(),
                e.height(),
                new FrameRange(first, last),
                e.cuts(),
                e.timecode(),
                e.movie(),
                e.sequence());
    }
}
