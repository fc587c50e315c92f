package dev.beatboard.file.edit;

import dev.beatboard.file.Slate;
import dev.beatboard.shot.Shot;
import dev.beatboard.time.FrameRange;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A clip to be cut with others: what was rendered of a shot, and how it falls into set-ups.
///
/// @param slate where the clip comes from
/// @param width of the picture in pixels
/// @param height of the picture in pixels
/// @param frames what there is of the clip
/// @param cuts the first frame of every set-up, ascending
/// @param timecode of the media: frame 0 of the clip at midnight
/// @param movie a movie of these frames, as a path from where the edit's file lies, with slashes
/// @param sequence the same frames as files
public record Edit(
        Shot shot,
        Slate slate,
        int width,
        int height,
        FrameRange frames,
        List<Integer> cuts,
        Timecode timecode,
        Optional<String> movie,
        Optional<Sequence> sequence) {

    /// The edit begins at this hour, as is the custom.
    private static final int START = 1;

    public Edit {
        cuts = List.copyOf(cuts);
        if (!timecode.rate().equals(shot.rate()) || timecode.start() != 0) {
            throw new IllegalArgumentException("Frame 0 of the clip has to be at midnight, not: " + timecode);
        }
        if (frames.last() >= shot.frames()) {
            throw new IllegalArgumentException("The clip has " + shot.frames() + " frames, not " + frames);
        }
    }

    /// Files numbered 1001 + n with four digits: folder, prefix, number, suffix.
    ///
    /// @param folder as a path from where the edit's file lies, with slashes
    public record Sequence(String folder, String prefix, String suffix) {}

    /// What one set-up of the camera gives.
    ///
    /// @param number from 1
    /// @param first frame of the clip
    /// @param last frame of the clip, included
    public record SetUp(int number, String name, int first, int last) {

        int count() {
            return last - first + 1;
        }

        boolean contains(int frame) {
            return frame >= first && frame <= last;
        }
    }

    FrameRate rate() {
        return shot.rate();
    }

    /// The set-ups that are among the frames, in order; at least one.
    public List<SetUp> setUps() {
        List<SetUp> all = new ArrayList<>();
        int first = frames.first();
        int number =
                (int) cuts.stream().filter(c -> c > 0 && c <= frames.first()).count() + 1;
        for (int n = frames.first() + 1; n <= frames.last() + 1; n++) {
            if (n > frames.last() || cuts.contains(n)) {
                all.add(new SetUp(number, shot.title() + " " + number, first, n - 1));
                first = n;
                number++;
            }
        }
        return all;
    }

    /// The keyframes, by place in the shot, that fall into a set-up.
    List<Integer> keyframes(SetUp setUp) {
        return IntStream.range(0, shot.keyframes().size())
                .filter(k -> setUp.contains(shot.frameOf(k)))
                .boxed()
                .toList();
    }

    /// What a keyframe is called: its number, with two digits.
    static String name(int keyframe) {
        return String.format(java.util.Locale.ROOT, "Keyframe %02d", keyframe + 1);
    }

    String prompt(int keyframe) {
        return shot.keyframes().get(keyframe).prompt();
    }

    /// The timecode of the edit, whose first frame is the first of [#frames].
    private Timecode edited() {
        return timecode.atHour(START);
    }

    /// Where a frame of the clip lies in the edit, counted in frames from midnight.
    long recorded(int frame) {
        return edited().start() + frame - frames.first();
    }

    /// The same as timecode.
    String recordedAt(int frame) {
        return edited().text(frame - frames.first());
    }

    /// The timecode of a frame in its media.
    String source(int frame) {
        return timecode.text(frame);
    }
}
