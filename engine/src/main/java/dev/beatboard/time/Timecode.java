package dev.beatboard.time;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The running timecode of a clip. Seconds count the whole rate nearest to the frame rate: 24 frames
/// at 23.976.
///
/// At 29.97 and 59.94 frames a second, a timecode that counts every frame falls behind the clock by
/// 3.6 seconds an hour. Drop-frame timecode leaves numbers (not frames) out and keeps up: the first
/// 2 (at 59.94: 4) of every minute that is not a multiple of ten. It is defined for these two rates
/// only.
///
/// Source: SMPTE ST 12-1, section 5.2.2.
///
/// @param dropFrame whether numbers are left out; it is then written with a semicolon
/// @param start the timecode of frame 0, as a count of frames from midnight
public record Timecode(FrameRate rate, boolean dropFrame, long start) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{2}):(\\d{2}):(\\d{2})([:;])(\\d{2})");

    public Timecode {
        if (dropFrame && !canDrop(rate)) {
            throw new IllegalArgumentException(
                    "There is no drop-frame timecode at " + rate.label() + ", only at 29.97 and 59.94");
        }
        if (start < 0) {
            throw new IllegalArgumentException("A timecode starts at midnight or later, not at " + start);
        }
    }

    /// Every frame counted, frame 0 at midnight.
    public static Timecode of(FrameRate rate) {
        return new Timecode(rate, false, 0);
    }

    /// Drop-frame, frame 0 at midnight.
    ///
    /// @throws IllegalArgumentException unless [#canDrop]
    public static Timecode dropFrame(FrameRate rate) {
        return new Timecode(rate, true, 0);
    }

    /// Whether drop-frame timecode is defined at a rate.
    public static boolean canDrop(FrameRate rate) {
        return rate.denominator() == 1001 && rate.numerator() % 30000 == 0;
    }

    /// One frame's label.
    ///
    /// @param frames from 0, less than what a second counts
    public record Label(int hours, int minutes, int seconds, int frames, boolean dropFrame) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%02d:%02d:%02d%s%02d", hours, minutes, seconds, dropFrame ? ";" : ":", frames);
        }
    }

    /// The label of frame `n`, which may be negative: at midnight it begins anew, as a clock does.
    public Label at(long n) {
        int base = base();
        long number = Math.floorMod(start + n, day());
        if (dropFrame) {
            long within = number % tenMinutes();
            // Of ten minutes the first is whole, the nine others begin at the number `dropped`.
            long minutes = within < 60L * base ? 0 : (within - dropped()) / (60L * base - dropped());
            number += dropped() * (9 * (number / tenMinutes()) + minutes);
        }
        long s = number / base;
        return new Label((int) (s / 3600), (int) (s / 60 % 60), (int) (s % 60), (int) (number % base), dropFrame);
    }

    /// The same as text: `01:00:00:00`, drop-frame `01:00:00;00`.
    public String text(long n) {
        return at(n).toString();
    }

    /// The frame that a written timecode means, counted from midnight; empty for what is no timecode of
    /// the rate. A semicolon means drop-frame where that is defined.
    public static Optional<Long> frame(String written, FrameRate rate) {
        Matcher m = WRITTEN.matcher(written);
        if (!m.matches()) {
            return Optional.empty();
        }
        Timecode code = m.group(4).equals(";") && canDrop(rate) ? dropFrame(rate) : of(rate);
        long minutes = 60 * number(m, 1) + number(m, 2);
        long frame = (60 * minutes + number(m, 3)) * code.base() + number(m, 5);
        if (code.dropFrame) {
            frame -= code.dropped() * (minutes - minutes / 10);
        }
        // An hour, minute or second too many, frames beyond the second and numbers that are left out come back
        // otherwise.
        boolean real = code.text(frame).replace(';', ':').equals(written.replace(';', ':'));
        return real ? Optional.of(frame) : Optional.empty();
    }

    private static long number(Matcher m, int group) {
        return Long.parseLong(m.group(group));
    }

    /// The same with frame 0 at a whole hour.
    public Timecode atHour(int hours) {
        return new Timecode(rate, dropFrame, 6L * hours * tenMinutes());
    }

    /// The same for a clip that has `frames` more before it, such as a slate: those count up to the
    /// start.
    public Timecode before(long frames) {
        return new Timecode(rate, dropFrame, Math.floorMod(start - frames, day()));
    }

    /// Frames that a second counts.
    private int base() {
        return Math.round((float) rate.numerator() / rate.denominator());
    }

    /// Numbers that most minutes leave out.
    private long dropped() {
        return dropFrame ? base() / 15 : 0;
    }

    private long tenMinutes() {
        return 600L * base() - 9 * dropped();
    }

    private long day() {
        return 144 * tenMinutes();
    }
}
