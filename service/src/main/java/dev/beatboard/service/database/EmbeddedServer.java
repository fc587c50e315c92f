package dev.beatboard.service.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL server of our own in a folder: what is committed is on the disk. One that an
/// earlier process left behind is stopped first.
public final class EmbeddedServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private EmbeddedServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /// Starts the server of a folder, which is made on first use.
    ///
    /// @param port 0 for any that is free
    /// @throws IOException with a message for people
    public static EmbeddedServer start(Path folder, int port) throws IOException {
        Path data = folder.resolve("postgres");
        Files.createDirectories(folder);
        stopStale(data);
        try {
            return new EmbeddedServer(EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(
                            folder.resolve("postgres-programs").toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(PATIENCE)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("timezone", "UTC")
                    .setErrorRedirector(log(folder))
                    .setOutputRedirector(log(folder))
                    .start());
        } catch (IOException | IllegalStateException e) {
            throw new IOException(
                    "The built-in PostgreSQL did not start in " + data + ": " + e.getMessage() + " Its log is "
                            + folder.resolve("postgres.log")
                            + ". As root without user namespaces, run as a normal user or set the database URL.",
                    e);
        }
    }

    private static ProcessBuilder.Redirect log(Path folder) {
        return ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
    }

    /// Stops a server whose owner was killed. Process numbers are used again, so it has to be one
    /// that serves this very folder.
    private static void stopStale(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.isRegularFile(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        Optional<ProcessHandle> process = lines.isEmpty() ? Optional.empty() : handle(lines.getFirst());
        if (process.isPresent() && serves(process.get(), data)) {
            process.get().destroy();
            try {
                process.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                throw new IOException("Another PostgreSQL still serves " + data + " and does not stop.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while stopping an earlier PostgreSQL.", e);
            }
        }
        Files.deleteIfExists(file);
    }

    private static Optional<ProcessHandle> handle(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean serves(ProcessHandle process, Path data) throws IOException {
        Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        String command = Files.isReadable(line)
                ? Files.readString(line).replace('\0', ' ')
                : process.info().commandLine().orElse("");
        return command.toLowerCase(Locale.ROOT).contains("postgres") && command.contains(data.toString());
    }

    /// Where it listens, for its owner.
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
