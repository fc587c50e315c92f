package dev.beatboard.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/// The option of how a rendering tells how far it is.
final class ProgressOptions {

    @Option(
            names = "--progress",
            paramLabel = "KIND",
            description = "bar (default), or openjd: lines that a render farm's worker reads on standard output")
    private String progress = "bar";

    /// @param json whether standard output is for a report
    RenderBar bar(Terminal terminal, boolean json) {
        List<String> labels = Arrays.stream(RenderBar.Kind.values())
                .map(k -> k.name().toLowerCase(Locale.ROOT))
                .toList();
        int kind = labels.indexOf(progress.strip().toLowerCase(Locale.ROOT));
        if (kind < 0) {
            throw new WrongInput("--progress is " + String.join(" or ", labels) + ", not \"" + progress + "\".");
        }
        if (json && RenderBar.Kind.values()[kind] == RenderBar.Kind.OPENJD) {
            throw new WrongInput("--json and --progress openjd both write to standard output. Use one of them.");
        }
        return new RenderBar(terminal, RenderBar.Kind.values()[kind]);
    }
}
