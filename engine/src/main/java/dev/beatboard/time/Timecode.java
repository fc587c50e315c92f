package dev.beatboard.time;

/// SMPTE non-drop timecode `hh:mm:ss:ff` at the whole rate nearest to a frame rate (23.976 counts 24).
public record Timecode(int hours, int minutes, int seconds, int frames) {

    public static Timecode of(int frame, FrameRate rate) {
        int base = Math.round((float) rate.numerator() / rate.denominator());
        int s = frame / base;
        return new Timecode(s / 3600, s / 60 % 60, s % 60, frame % base);
    }

    /// The number of frames before this timecode at the given rate.
    public int toFrame(FrameRate rate) {
        int base = Math.round((float) rate.numerator() / rate.denominator());
        return ((hours * 60 + minutes) * 60 + seconds) * base + frames;
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%02d:%02d:%02d:%02d", hours, minutes, seconds, frames);
    }
}
