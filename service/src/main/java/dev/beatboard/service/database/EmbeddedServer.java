package dev.beatboard.service.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of our own in a folder: what is committed is on the disk.
///
/// One living process serves a folder. A server that an earlier one left behind is stopped first;
/// one that is served by a living process is left alone, and starting is refused. The server listens
/// on 127.0.0.1 only and asks everybody for a password (SCRAM-SHA-256, RFC 7677), which is made at
/// random on first use and kept in `postgres-password`, readable by its owner alone.
///
/// As root it runs in a user namespace, as PostgreSQL does not run as root.
public final class EmbeddedServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USER = "postgres";

    // Without these, what is committed may be lost; the library turns them off by itself.
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    /// How often it is looked whether it runs.
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final FolderLock lock;
    private final Path folder;
    private final Path data;
    private final String password;
    private final int port;
    private EmbeddedPostgres server;
    private volatile boolean closing;

    private EmbeddedServer(EmbeddedPostgres server, FolderLock lock, Path folder, Path data, String password) {
        this.server = server;
        this.lock = lock;
        this.folder = folder;
        this.data = data;
        this.password = password;
        this.port = server.getPort();
    }

    /// Starts it again, where it was, whenever it ends without having been told to: killed for want
    /// of memory, say. Who uses it sees its connections break, and new ones succeed.
    private void supervise() {
        Thread.ofPlatform().daemon().name("postgres-supervisor").start(() -> {
            while (!closing) {
                try {
                    Thread.sleep(PAUSE);
                    revive();
                } catch (IOException | RuntimeException e) {
                    LOG.error("The built-in PostgreSQL could not be started again: {}", e.getMessage());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        });
    }

    private synchronized void revive() throws IOException {
        StaleServer running = new StaleServer(data);
        if (closing || running.serves()) {
            return;
        }
        LOG.warn("The built-in PostgreSQL has ended and is started again.");
        // Gives back the library's own lock on the folder.
        server.close();
        running.stop();
        server = builder(folder, data, password, port).start();
    }

    /// Whether there is a server's data in a folder.
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve("postgres/PG_VERSION"));
    }

    /// How to connect to the server of a folder that a living process serves.
    ///
    /// @return empty if none does
    /// @throws IOException if it does not run yet, or this user may not connect
    public static Optional<Database.Place> running(Path folder, int connections) throws IOException {
        if (!FolderLock.isTaken(folder)) {
            return Optional.empty();
        }
        Path file = folder.resolve("postgres/postmaster.pid");
        List<String> lines = Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        // The fourth line is the port, and the eighth whether it is ready (PostgreSQL, pidfile.h).
        if (lines.size() < 8 || !lines.get(7).strip().equals("ready")) {
            throw new IOException("The PostgreSQL in " + folder + " is not ready, or another user's. Try again, as the"
                    + " user whose service runs there.");
        }
        return Optional.of(new Database.Place(
                "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/postgres",
                USER,
                password(folder, false),
                connections));
    }

    /// Starts the server of a folder, which is made on first use.
    ///
    /// @param port 0 for any that is free
    /// @throws IOException with a message for people
    public static EmbeddedServer start(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        FolderLock lock = FolderLock.take(folder);
        @Nullable EmbeddedServer started = null;
        try {
            started = locked(folder.toRealPath(), port, lock);
            started.verify();
            started.supervise();
            return started;
        } catch (IOException | RuntimeException e) {
            if (started != null) {
                started.close();
            } else {
                lock.close();
            }
            throw e;
        }
    }

    private static EmbeddedServer locked(Path folder, int port, FolderLock lock) throws IOException {
        Path data = folder.resolve("postgres");
        // There while the folder is being filled: what is found with it was never finished.
        Path unfinished = folder.resolve("postgres-unfinished");
        if (Files.exists(unfinished)) {
            if (Files.exists(data)) {
                new StaleServer(data).stop();
                delete(data);
            }
        } else if (Files.exists(data.resolve("PG_VERSION"))) {
            new StaleServer(data).stop();
        } else {
            Files.createFile(unfinished);
        }
        String password = password(folder, Files.exists(unfinished));
        // The library lets everybody write where it unpacks its programs, so that is behind a door of ours.
        Path programs = folder.resolve("postgres-programs");
        Files.createDirectories(programs);
        Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwx------"));
        EmbeddedPostgres server;
        try {
            server = builder(folder, data, password, port).start();
        } catch (IOException | IllegalStateException e) {
            throw new IOException(
                    "The built-in PostgreSQL did not start in " + data + ": " + e.getMessage() + " Its log is "
                            + folder.resolve("postgres.log")
                            + ". As root without user namespaces, run as a normal user or set the database URL.",
                    e);
        }
        Files.deleteIfExists(unfinished);
        return new EmbeddedServer(server, lock, folder, data, password);
    }

    private static EmbeddedPostgres.Builder builder(Path folder, Path data, String password, int port) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(
                        folder.resolve("postgres-programs/unpacked").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setConnectConfig("password", password)
                // Options of initdb, which come after the library's own and replace them.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile(folder).toString())
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("timezone", "UTC")
                .setErrorRedirector(log(folder))
                .setOutputRedirector(log(folder));
        DURABLE.forEach(builder::setServerConfig);
        return builder;
    }

    private static ProcessBuilder.Redirect log(Path folder) {
        return ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
    }

    private static Path passwordFile(Path folder) {
        return folder.resolve("postgres-password");
    }

    private static String password(Path folder, boolean first) throws IOException {
        Path file = passwordFile(folder);
        if (first) {
            Files.deleteIfExists(file);
            byte[] bits = new byte[32];
            new SecureRandom().nextBytes(bits);
            Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(mine));
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
        } else if (!Files.isReadable(file)) {
            throw new IOException(
                    "The password of the built-in PostgreSQL is missing: " + file + ". Restore it from a backup.");
        }
        return Files.readString(file).strip();
    }

    private static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// That it does what it was told: settings in the data folder or the environment could say
    /// otherwise.
    private void verify() throws IOException {
        try (Connection connection = DriverManager.getConnection(address(), USER, password);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> setting : DURABLE.entrySet()) {
                try (ResultSet row = statement.executeQuery("show " + setting.getKey())) {
                    if (!row.next() || !setting.getValue().equals(row.getString(1))) {
                        throw new IOException("The built-in PostgreSQL has " + setting.getKey() + " = "
                                + row.getString(1) + " and would lose what was committed; remove that from "
                                + data.resolve("postgresql.auto.conf") + ".");
                    }
                }
            }
        } catch (SQLException e) {
            throw new IOException("The built-in PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    /// How to connect to its own database, `postgres`.
    ///
    /// @param connections how many may be open; all processes together have 97
    public Database.Place place(int connections) {
        return new Database.Place(address(), USER, password, connections);
    }

    /// The same in one text, for a process of its owner's on this machine. It has the password in
    /// it, so it must not be logged.
    public String url() {
        return address() + "?user=" + USER + "&password=" + password;
    }

    private String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /// Stops it once what it does is written down; transactions that are not committed are undone.
    ///
    /// @throws IOException if it does not stop
    @Override
    public void close() throws IOException {
        closing = true;
        stop();
    }

    private synchronized void stop() throws IOException {
        try (lock) {
            server.close();
            // The library gives up after 5 seconds and tells nobody.
            new StaleServer(data).stop();
        }
    }
}
