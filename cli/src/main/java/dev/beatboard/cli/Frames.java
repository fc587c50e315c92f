package dev.beatboard.cli;

import dev.beatboard.time.FrameRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `--frames`: `48` or `48-95`, counted from 0, both included.
final class Frames {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

    private Frames() {}

    /// The frames that the text says, all of them where it says nothing.
    static FrameRange parse(@Nullable String text, int total) {
        if (text == null) {
            return new FrameRange(0, total - 1);
        }
        Matcher m = RANGE.matcher(text.strip());
        int first = m.matches() ? Integer.parseInt(m.group(1)) : -1;
        int last = m.matches() && m.group(2) != null ? Integer.parseInt(m.group(2)) : first;
        if (first < 0 || last < first || last >= total) {
            throw new WrongInput("--frames " + text + " cannot be used. This clip has the frames 0-" + (total - 1)
                    + "; write for example --frames 0-" + Math.min(47, total - 1) + ".");
        }
        return new FrameRange(first, last);
    }
}
