package dev.beatboard.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Real databases for tests: one server for all of them, an empty database for each.
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        private static final EmbeddedServer ONLY = start();

        private static EmbeddedServer start() {
            try {
                Path folder = Files.createTempDirectory("beatboard-test-database");
                EmbeddedServer server = EmbeddedServer.start(folder, 0);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                        delete(folder);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// An empty database with our tables.
    public static Database fresh() {
        return Database.open(place());
    }

    /// Where an empty database without tables is.
    public static Database.Place place() {
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        Database.Place own = Server.ONLY.place(8);
        try (Connection c = DriverManager.getConnection(own.url(), own.user(), own.password());
                Statement s = c.createStatement()) {
            s.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Database.Place(own.url().replaceFirst("/postgres$", "/" + name), own.user(), own.password(), 8);
    }
}
