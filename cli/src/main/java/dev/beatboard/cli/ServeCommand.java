package dev.beatboard.cli;

import dev.beatboard.asset.Library;
import dev.beatboard.service.Service;
import dev.beatboard.service.Settings;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `beatboard serve`: the service on this machine.
@Command(
        name = "serve",
        description = "Runs the service: an API with accounts, credits and a queue, and workers that render.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ServiceOptions options = new ServiceOptions();

    @Option(names = "--port", paramLabel = "N", description = "port to listen on, 0 for any; default: 8080")
    private @Nullable Integer port;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (port != null && (port < 0 || port > 65_535)) {
            throw new WrongInput("--port is 0 to 65535, not " + port + ".");
        }
        Settings read = options.settings();
        Settings settings = port == null ? read : read.withPort(port);
        options.logs(terminal);
        Library library = Packs.open(Library.defaultRoot(), terminal);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Service service = Service.start(settings, library)) {
            Stopping.onSignal(stopped);
            terminal.print("Beatboard listens on " + service.url());
            service.firstKey().ifPresent(k -> {
                terminal.print("Your first API key, shown this once: " + k);
                terminal.print("Try: curl -H 'Authorization: Bearer " + k + "' " + service.url() + "/v1/account");
            });
            terminal.out().flush();
            service.rehearse();
            stopped.await();
            terminal.note("stopping");
        }
        return Main.DONE;
    }
}
