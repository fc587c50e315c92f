package dev.beatboard.asset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Another program, run to its end.
final class Command {

    private static final long PATIENCE_MINUTES = 30;

    private Command() {}

    /// Runs a program in a folder; an [IOException] that ends in the remedy if it cannot be started or fails.
    static void run(Path folder, String remedy, String... command) throws IOException, InterruptedException {
        Process p;
        try {
            p = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException("Could not run " + command[0] + ". " + remedy, e);
        }
        if (!p.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            p.destroy();
            throw new IOException(command[0] + " did not end within " + PATIENCE_MINUTES + " minutes");
        }
        if (p.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed with " + p.exitValue() + ". " + remedy);
        }
    }
}
