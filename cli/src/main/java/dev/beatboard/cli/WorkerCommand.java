package dev.beatboard.cli;

import dev.beatboard.asset.Library;
import dev.beatboard.service.Settings;
import dev.beatboard.service.WorkerHost;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `beatboard worker`: renders for a service, on any machine that reaches its database and store.
@Command(
        name = "worker",
        description = "Renders for a service. Needs its database and its store, and nothing else.",
        mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ServiceOptions options = new ServiceOptions();

    @Option(names = "--drain", description = "end when nothing is left to render, as jobs on a farm do")
    private boolean drain;

    WorkerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = options.settings();
        options.logs(terminal);
        Library library = Packs.open(Library.defaultRoot(), terminal);
        CountDownLatch stopped = new CountDownLatch(1);
        try (WorkerHost host = WorkerHost.start(settings, library)) {
            Stopping.onSignal(stopped);
            terminal.print("worker " + host.id() + " has joined");
            terminal.out().flush();
            if (drain) {
                host.drain(stopped);
            } else {
                stopped.await();
            }
            terminal.note("stopping");
        }
        return Main.DONE;
    }
}
