package dev.beatboard.time;

import java.util.Locale;

/// How timecode counts frames. At 29.97 and 59.94 frames a second, timecode that counts every frame
/// falls behind the clock by 3.6 seconds an hour; drop-frame timecode leaves numbers (not frames)
/// out and keeps up: the first 2 (at 59.94: 4) of every minute that is not a multiple of ten.
///
/// Source: SMPTE ST 12-1. Drop-frame is defined for these two rates only; 23.976 has none.
public enum Counting {
    /// Every number is there; written with colons.
    NON_DROP,
    /// Written with a semicolon before the frames.
    DROP;

    private static int base(FrameRate rate) {
        return Math.round((float) rate.numerator() / rate.denominator());
    }

    /// Whether drop-frame timecode is defined at a rate.
    public static boolean canDrop(FrameRate rate) {
        return rate.denominator() == 1001 && base(rate) % 30 == 0;
    }

    /// The timecode of the frame that comes after so many others, over midnight beginning anew.
    public String text(long frame, FrameRate rate) {
        int base = base(rate);
        long n = frame;
        if (this == DROP) {
            check(rate);
            int dropped = base / 15;
            long minute = 60L * base - dropped;
            long ten = 10 * minute + dropped;
            long rest = n % ten;
            // The first minute of ten is whole, the nine others begin at the number `dropped`.
            long minutes = rest < 60L * base ? 0 : (rest - dropped) / minute;
            n += dropped * (9 * (n / ten) + minutes);
        }
        long s = n / base;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%s%02d",
                s / 3600 % 24,
                s / 60 % 60,
                s % 60,
                this == DROP ? ";" : ":",
                n % base);
    }

    /// The frame that stands at a whole hour, counted from midnight.
    public long frameAtHour(int hours, FrameRate rate) {
        int base = base(rate);
        if (this == DROP) {
            check(rate);
            return hours * (3600L * base - 54L * (base / 15));
        }
        return hours * 3600L * base;
    }

    private static void check(FrameRate rate) {
        if (!canDrop(rate)) {
            throw new IllegalArgumentException("There is no drop-frame timecode at " + rate.label());
        }
    }
}
