package dev.beatboard.cli;

import dev.beatboard.asset.FontSource;
import dev.beatboard.asset.FurnitureSource;
import dev.beatboard.asset.InstalledPack;
import dev.beatboard.asset.Library;
import dev.beatboard.asset.PackSource;
import dev.beatboard.asset.PeopleSource;
import dev.beatboard.asset.SkySource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The parts of the library that this version knows, and their installing with a bar.
final class Packs {

    static final List<PackSource> ALL =
            List.of(new PeopleSource(), new FurnitureSource(), new SkySource(), new FontSource());

    private static final int STEPS = 1000;

    private Packs() {}

    static boolean has(List<InstalledPack> installed, PackSource source) {
        return installed.stream().anyMatch(p -> p.name().equals(source.name()) && p.format() == source.format());
    }

    /// The library with everything installed that can be. What cannot be is said and does without:
    /// who needs it later is told so by name.
    static Library open(Path root, Terminal terminal) throws IOException, InterruptedException {
        List<InstalledPack> installed = Library.open(root).installed();
        for (PackSource source : ALL) {
            if (!has(installed, source)) {
                try {
                    install(root, source, terminal);
                } catch (IOException e) {
                    terminal.warning(Terminal.message(e));
                }
            }
        }
        return Library.open(root);
    }

    static void install(Path root, PackSource source, Terminal terminal) throws IOException, InterruptedException {
        terminal.note("installing " + source.label() + " into " + root);
        try (Bar bar = new Bar(terminal, source.name(), STEPS, "")) {
            Library.install(root, List.of(source), (share, what) -> {
                bar.say(what);
                bar.at(Math.round(share * STEPS));
            });
        }
    }
}
