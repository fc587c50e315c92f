package dev.beatboard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a rendering delivers besides its report.
public enum Format {
    /// H.264 in MP4, to look at.
    MP4,
    /// A sequence of scene-linear EXR files, to work with.
    EXR,
    /// A sequence of PNG files, to look at.
    PNG;

    /// As in `--format`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The format of that label.
    public static Optional<Format> of(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> f.label().equals(wanted)).findFirst();
    }

    /// All labels, in their order.
    public static List<String> labels() {
        return Arrays.stream(values()).map(Format::label).toList();
    }
}
