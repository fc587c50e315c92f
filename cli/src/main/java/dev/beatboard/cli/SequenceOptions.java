package dev.beatboard.cli;

import dev.beatboard.SequenceOrder;
import dev.beatboard.file.exr.ExrOptions;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Labeled;
import dev.beatboard.frame.Layer;
import dev.beatboard.shot.Nearest;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `render` that say what EXR files hold.
final class SequenceOptions {

    /// Percent of the frame's width.
    private static final double MOST_OVERSCAN = 50;

    @Option(
            names = "--layers",
            split = ",",
            paramLabel = "LAYER",
            description = "with --format exr: beauty, depth, id (these three are the default), normals, position,"
                    + " motion, albedo, diffuse, specular, emission, shadow, ambient, lights, cryptomatte; or all")
    private @Nullable List<String> layers;

    @Option(
            names = "--color-space",
            split = ",",
            paramLabel = "SPACE",
            description =
                    "with --format exr: linear-rec709 (default), acescg, aces2065-1; of several each has a folder")
    private @Nullable List<String> spaces;

    @Option(
            names = "--exr-compression",
            paramLabel = "KIND",
            description = "with --format exr: zip (default, smallest), zips (line by line)")
    private @Nullable String compression;

    @Option(names = "--multi-part", description = "with --format exr: a part of the file for each layer")
    private boolean multiPart;

    @Option(
            names = "--overscan",
            paramLabel = "PERCENT",
            description = "with --format exr: show so much more on each side, in percent of the width")
    private @Nullable Double overscan;

    /// What was asked for.
    ///
    /// @param exr whether EXR files are asked for at all
    /// @param reference whether they come from the reference
    /// @param width of the frame, pixels
    SequenceOrder order(boolean exr, boolean reference, int width) {
        if (!exr && (layers != null || spaces != null || compression != null || multiPart || overscan != null)) {
            throw new WrongInput("--layers, --color-space, --exr-compression, --multi-part and --overscan go with"
                    + " --format exr.");
        }
        Set<Layer> wanted = wanted();
        if (reference && !SequenceOrder.PLAIN.layers().containsAll(wanted)) {
            throw new WrongInput("--quality reference has the layers beauty, depth and id only.");
        }
        List<ColorSpace> in = spaces == null
                ? SequenceOrder.PLAIN.spaces()
                : spaces.stream()
                        .map(s -> known("--color-space", s, ColorSpace.values()))
                        .distinct()
                        .toList();
        ExrOptions.Compression by = compression == null
                ? ExrOptions.Compression.ZIP
                : known("--exr-compression", compression, ExrOptions.Compression.values());
        return new SequenceOrder(wanted, in, multiPart, by, pixels(width));
    }

    private Set<Layer> wanted() {
        if (layers == null) {
            return SequenceOrder.PLAIN.layers();
        }
        Set<Layer> wanted = EnumSet.noneOf(Layer.class);
        for (String l : layers) {
            if (lower(l).equals("all")) {
                wanted.addAll(EnumSet.allOf(Layer.class));
            } else {
                wanted.add(known("--layers", l, Layer.values()));
            }
        }
        return wanted;
    }

    private int pixels(int width) {
        if (overscan == null) {
            return 0;
        }
        if (!(overscan >= 0 && overscan <= MOST_OVERSCAN)) {
            throw new WrongInput(
                    String.format(Locale.ROOT, "--overscan is 0 to %.0f percent, not %s.", MOST_OVERSCAN, overscan));
        }
        return 2 * (int) Math.round(overscan / 100 * width / 2);
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// The choice, or a refusal that names the nearest one.
    static <E extends Labeled> E known(String option, String said, E[] choices) {
        List<String> labels = Labeled.labels(choices);
        return Labeled.of(choices, lower(said))
                .orElseThrow(() -> new WrongInput(
                        (option + " \"" + said + "\" is not known. " + Nearest.hint(said, labels)).strip() + " Known: "
                                + String.join(", ", labels) + "."));
    }
}
