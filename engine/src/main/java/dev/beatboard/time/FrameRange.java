package dev.beatboard.time;

/// Frames `first` to `last`, both included.
public record FrameRange(int first, int last) {

    public FrameRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("A frame range runs upward from 0 or more: " + first + "-" + last);
        }
    }

    public int count() {
        return last - first + 1;
    }

    public boolean contains(int n) {
        return n >= first && n <= last;
    }
}
