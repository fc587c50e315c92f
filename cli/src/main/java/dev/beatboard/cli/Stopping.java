package dev.beatboard.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends a command that runs until it is told to stop, in good order.
final class Stopping {

    private static final long PATIENCE = 60;

    private Stopping() {}

    /// Counts down when the process is told to end, and keeps it alive until the command's own
    /// thread, the calling one, is done.
    static void onSignal(CountDownLatch stopped) {
        Thread command = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            try {
                command.join(TimeUnit.SECONDS.toMillis(PATIENCE));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
