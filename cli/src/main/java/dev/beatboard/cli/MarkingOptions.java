package dev.beatboard.cli;

import dev.beatboard.Marking;
import dev.beatboard.file.Overlay;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `render` that say what is drawn on pictures.
final class MarkingOptions {

    @Option(names = "--burn-in", description = "write title, frame, timecode and keyframe on pictures and videos")
    private boolean burnIn;

    @Option(names = "--watermark", paramLabel = "TEXT", description = "write this across pictures and videos")
    private @Nullable String watermark;

    @Option(names = "--letterbox", paramLabel = "A:B", description = "lay black bars around this shape, such as 2.39:1")
    private @Nullable String letterbox;

    @Option(
            names = "--slate",
            paramLabel = "SECONDS",
            description = "put a slate before videos; its frames come before the clip's timecode")
    private double slate;

    Marking marking() {
        String text = watermark;
        if (text != null && (text.isBlank() || text.length() > Overlay.LONGEST_WATERMARK)) {
            throw new WrongInput(
                    "--watermark has 1 to " + Overlay.LONGEST_WATERMARK + " letters, not " + text.length() + ".");
        }
        if (!(slate >= 0 && slate <= Marking.LONGEST_SLATE)) {
            throw new WrongInput(
                    String.format(Locale.ROOT, "--slate is 0 to %.0f seconds, not %s.", Marking.LONGEST_SLATE, slate));
        }
        return new Marking(Optional.ofNullable(text), burnIn, shape(), slate);
    }

    private Optional<Double> shape() {
        if (letterbox == null) {
            return Optional.empty();
        }
        String[] sides = letterbox.strip().split(":", 2);
        try {
            double a = Double.parseDouble(sides[0]) / (sides.length > 1 ? Double.parseDouble(sides[1]) : 1);
            if (a >= Overlay.NARROWEST && a <= Overlay.WIDEST) {
                return Optional.of(a);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new WrongInput("--letterbox " + letterbox
                + " cannot be used. Write a shape from 0.4:1 to 4:1, for example 2.39:1 or 16:9.");
    }
}
