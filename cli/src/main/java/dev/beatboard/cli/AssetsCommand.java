package dev.beatboard.cli;

import dev.beatboard.asset.InstalledPack;
import dev.beatboard.asset.Library;
import dev.beatboard.asset.PackSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/// `beatboard assets`: the people, furniture and skies that shots are made from.
@Command(name = "assets", description = "Installs and lists what shots are made from.", mixinStandardHelpOptions = true)
final class AssetsCommand implements Runnable {

    private final Terminal terminal;
    private final Path root = Library.defaultRoot();

    AssetsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new WrongInput("Which? beatboard assets install, list or credits.");
    }

    @Command(description = "Fetches, checks and converts every pack that is not there yet.")
    int install() throws IOException, InterruptedException {
        List<InstalledPack> installed = Library.open(root).installed();
        int failed = 0;
        for (PackSource source : Packs.ALL) {
            if (Packs.has(installed, source)) {
                terminal.note(source.name() + " is there");
                continue;
            }
            try {
                Packs.install(root, source, terminal);
            } catch (IOException e) {
                failed++;
                terminal.error(Terminal.message(e));
            }
        }
        return failed == 0 ? Main.DONE : Main.FAILED;
    }

    @Command(description = "Lists the packs and where they are.")
    int list() throws IOException {
        List<InstalledPack> installed = Library.open(root).installed();
        for (PackSource source : Packs.ALL) {
            if (!Packs.has(installed, source)) {
                terminal.print(String.format(Locale.ROOT, "%-12s not installed: %s", source.name(), source.label()));
            }
        }
        for (InstalledPack p : installed) {
            terminal.print(String.format(
                    Locale.ROOT, "%-12s %s %7.1f MB  %s", p.name(), p.digest(), p.bytes() / 1e6, p.folder()));
        }
        return Main.DONE;
    }

    @Command(description = "Says whose work the packs are.")
    int credits() throws IOException {
        Library.open(root).credits().forEach(terminal::print);
        return Main.DONE;
    }
}
