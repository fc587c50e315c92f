package dev.beatboard.file;

import dev.beatboard.time.FrameRate;
import java.util.Locale;

/// The running timecode of a clip: SMPTE ST 12-1.
///
/// @param start timecode of frame 0, as a count of frames from midnight
/// @param dropFrame whether numbers are skipped so that the timecode keeps up with the clock; for 30000/1001 and
///     60000/1001 alone. Written with a semicolon before the frames
public record Counter(FrameRate rate, int start, boolean dropFrame) {

    public Counter {
        if (dropFrame && !(rate.denominator() == 1001 && rate.numerator() % 30000 == 0)) {
            throw new IllegalArgumentException(
                    "Drop-frame timecode is for 29.97 and 59.94 frames a second, not for " + rate.label());
        }
        if (start < 0) {
            throw new IllegalArgumentException("A timecode starts at midnight or later, not at " + start);
        }
    }

    /// Frame 0 at midnight, no numbers skipped.
    public static Counter of(FrameRate rate) {
        return new Counter(rate, 0, false);
    }

    /// Frames that a second counts: 24 for 23.976.
    private int base() {
        return Math.round((float) rate.numerator() / rate.denominator());
    }

    /// Of frame `n`, which may be negative: after midnight it begins anew, as a clock does.
    public String timecode(int n) {
        int base = base();
        long dropped = base / 15;
        // Ten minutes have this many frames; only the other nine minutes skip numbers.
        long ten = 600L * base - 9 * dropped;
        long day = dropFrame ? 144 * ten : 86400L * base;
        long count = Math.floorMod((long) start + n, day);
        if (dropFrame) {
            long within = count % ten;
            long minute = 60L * base - dropped;
            count += 9 * dropped * (count / ten) + (within < 60L * base ? 0 : dropped * ((within - dropped) / minute));
        }
        long s = count / base;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%s%02d",
                s / 3600,
                s / 60 % 60,
                s % 60,
                dropFrame ? ";" : ":",
                count % base);
    }

    /// The same clip with `frames` before it, such as a slate: those count up to its start.
    public Counter before(int frames) {
        int base = base();
        long day = dropFrame ? 144L * (600L * base - 9 * (base / 15)) : 86400L * base;
        return new Counter(rate, (int) Math.floorMod((long) start - frames, day), dropFrame);
    }
}
