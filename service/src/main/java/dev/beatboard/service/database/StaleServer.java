package dev.beatboard.service.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What is left of a PostgreSQL server whose owner was killed, or that was killed itself: processes
/// that work in its data folder. All of them have to be gone before another may start there.
///
/// PostgreSQL guards that by `postmaster.pid`, so that file is left to it; only if its number has
/// gone to a process that has nothing to do with it, the file is removed.
final class StaleServer {

    private static final Duration GENTLY = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final Path data;

    StaleServer(Path data) throws IOException {
        this.data = data.toRealPath();
    }

    /// Stops it: first as on a normal end, then at once, which costs a recovery.
    void stop() throws IOException {
        Optional<ProcessHandle> main = main();
        if (main.isPresent() && works(main.get())) {
            signal("INT", main.get());
            if (!gone(GENTLY)) {
                signal("QUIT", main.get());
            }
        }
        if (!gone(AT_ONCE)) {
            workers().forEach(ProcessHandle::destroyForcibly);
            if (!gone(AT_ONCE)) {
                throw new IOException("An earlier PostgreSQL still works in " + data + " and does not end: processes "
                        + workers().stream().map(ProcessHandle::pid).toList() + ".");
            }
        }
        if (main().isPresent()) {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    /// Whether it works still. One that was killed may be listed until its parent asks for it, but
    /// works nowhere.
    boolean serves() throws IOException {
        return main().filter(this::works).isPresent();
    }

    /// The living process whose number `postmaster.pid` has, whatever it is.
    private Optional<ProcessHandle> main() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private List<ProcessHandle> workers() {
        return ProcessHandle.allProcesses().filter(this::works).toList();
    }

    /// All of PostgreSQL's processes work in its data folder.
    private boolean works(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(data);
        } catch (IOException e) {
            // It has ended, or is somebody else's.
            return false;
        }
    }

    private boolean gone(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (!workers().isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            sleep();
        }
        return true;
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping an earlier PostgreSQL.", e);
        }
    }

    private static void signal(String name, ProcessHandle process) throws IOException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " \"$1\"", "sh", Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            kill.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping an earlier PostgreSQL.", e);
        }
    }
}
