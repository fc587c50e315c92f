package dev.beatboard.shot;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.util.Optional;

/// The times of a file's keyframes: each snapped to its frame, all within the clip and going forward.
final class KeyframeTimes {

    private final FrameRate rate;
    private final Time duration;
    private final Problems problems;
    private int lastFrame = -1;
    private String lastPath = "";
    private String lastText = "";

    KeyframeTimes(FrameRate rate, Time duration, Problems problems) {
        this.rate = rate;
        this.duration = duration;
        this.problems = problems;
    }

    /// The time of the next keyframe; zero where what is said cannot be used, which is then a problem.
    Time next(Fields keyframe) {
        if (keyframe.node("at").isEmpty()) {
            keyframe.bad("at", "It is missing.", "Every keyframe needs its time.", "Write for example \"at: 2.5s\".");
            return Time.ZERO;
        }
        return keyframe.scalar("at").map(s -> next(keyframe, s)).orElse(Time.ZERO);
    }

    private Time next(Fields keyframe, Node.Scalar s) {
        String text = s.text().strip();
        Optional<Time> parsed = TimeText.parse(text, rate);
        if (parsed.isEmpty()) {
            keyframe.bad("at", Text.quoted(text) + " is not a time.", TimeText.FORMS, "");
            return Time.ZERO;
        }
        Time time = parsed.get();
        if (time.compareTo(Time.ZERO) < 0) {
            keyframe.bad("at", Text.quoted(text) + " is before the clip begins.", within(), "Use 0s or later.");
            return Time.ZERO;
        }
        if (time.compareTo(duration) > 0) {
            keyframe.bad("at", Text.quoted(text) + " is past the end.", within(), "Move it, or make the clip longer.");
            return Time.ZERO;
        }
        int frame = Math.min(rate.framesIn(duration) - 1, rate.frameAt(time));
        Time snapped = rate.timeOf(frame);
        if (frame == lastFrame) {
            keyframe.bad(
                    "at",
                    Text.quoted(text) + " falls on frame " + frame + ", as " + lastPath + " (" + lastText + ") does.",
                    "One keyframe to a frame.",
                    "Join the two, or move one by at least " + TimeText.readable(rate.timeOf(1)) + ".");
        } else if (frame < lastFrame) {
            keyframe.bad(
                    "at",
                    Text.quoted(text) + " is before " + lastPath + " (" + lastText + ").",
                    "Keyframes go forward in time.",
                    "Sort them by their times.");
        } else if (!snapped.equals(time)) {
            String what =
                    time.compareTo(duration) == 0 ? " is the end of the clip: its last frame " : " snaps to frame ";
            problems.notice(
                    keyframe.path("at"), s.place(), text + what + frame + " (" + TimeText.readable(snapped) + ").");
        }
        lastFrame = Math.max(lastFrame, frame);
        lastPath = keyframe.path("at").replace(".at", "");
        lastText = Text.excerpt(text);
        return snapped;
    }

    private String within() {
        return "The clip runs from 0 s to " + TimeText.readable(duration) + ".";
    }
}
