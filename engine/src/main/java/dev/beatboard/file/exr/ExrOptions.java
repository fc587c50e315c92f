package dev.beatboard.file.exr;

import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Labeled;
import java.util.Optional;

/// How frames are written.
///
/// @param space what the colors are converted to
/// @param multiPart whether each layer is a part of the file of its own, which lets a program read
///     one without the others; some programs read single-part files only
public record ExrOptions(ColorSpace space, boolean multiPart, Compression compression) {

    /// One part, scene-linear Rec.709, sixteen lines at a time.
    public static final ExrOptions PLAIN = new ExrOptions(ColorSpace.LINEAR_REC709, false, Compression.ZIP);

    /// Lossless kinds of compression.
    public enum Compression implements Labeled {
        /// Sixteen scan lines at a time: the smallest files.
        ZIP("zip", 3, 16),
        /// Line by line: larger files, of which compositors read parts sooner.
        ZIPS("zips", 2, 1);

        final String label;
        final byte code;
        final int lines;

        Compression(String label, int code, int lines) {
            this.label = label;
            this.code = (byte) code;
            this.lines = lines;
        }

        @Override
        public String label() {
            return label;
        }

        public static Optional<Compression> of(String label) {
            return Labeled.of(values(), label);
        }
    }
}
