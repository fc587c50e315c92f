package dev.beatboard.file.track;

/// How many digits after the point the numbers of tracks have at most.
final class Digits {

    /// A hundredth of a millimeter.
    static final int METERS = 5;

    static final int PIXELS = 2;
    static final int DEGREES = 3;
    static final int TURNS = 6;
    static final int SHARES = 4;
    static final int SECONDS = 6;

    private Digits() {}
}
