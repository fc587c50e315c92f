package dev.beatboard.service.database;

import java.io.IOException;
import java.nio.file.Path;

/// Serves a folder in a process of its own until its input ends: says `ready MILLISECONDS URL`, or
/// `refused MESSAGE`.
final class ServerProcess {

    private ServerProcess() {}

    public static void main(String[] args) throws IOException {
        long begun = System.nanoTime();
        try (EmbeddedServer server = EmbeddedServer.start(Path.of(args[0]), 0)) {
            System.out.println("ready " + (System.nanoTime() - begun) / 1_000_000 + " "
                    + server.place(1).url());
            while (System.in.read() >= 0) {
                // Goes on.
            }
        } catch (IOException e) {
            System.out.println("refused " + e.getMessage());
            return;
        }
        System.out.println("stopped");
    }
}
