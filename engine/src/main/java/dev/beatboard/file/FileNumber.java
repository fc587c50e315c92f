package dev.beatboard.file;

/// The numbers that frames have in files: frame 0 of a clip is number 1001, as is the custom, so
/// that handles before it still have positive numbers of four digits.
public final class FileNumber {

    /// The number of frame 0.
    public static final int FIRST = 1001;

    private FileNumber() {}

    /// The number of frame `n` of the clip.
    public static int of(int n) {
        return FIRST + n;
    }

    /// The name of the file of frame `n`: `clip.1001.exr`.
    ///
    /// @param ending with its dot
    public static String name(int n, String ending) {
        return "clip." + of(n) + ending;
    }
}
