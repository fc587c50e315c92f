package dev.beatboard.service.crash;

import dev.beatboard.asset.Library;
import dev.beatboard.service.Service;
import dev.beatboard.service.Settings;
import dev.beatboard.service.SettingsReader;
import dev.beatboard.service.WorkerHost;
import dev.beatboard.service.api.log.Logs;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.EmbeddedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A process of the crash test: plays one part until its input ends or it is killed.
///
/// Arguments: `database FOLDER PORT`, `open-database FOLDER PORT NETWORK`, `service FOLDER PORT`,
/// `worker FOLDER`, `hold FOLDER`, `drain FOLDER SETTINGS`. All but the databases are set up by the environment, as
/// real ones are. Says `ready ...` when it is.
final class Role {

    private Role() {}

    public static void main(String[] args) throws Exception {
        Logs.json(System.err, false);
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "database" -> {
                try (EmbeddedServer server = EmbeddedServer.start(folder, Integer.parseInt(args[2]))) {
                    ready(server.url());
                }
            }
            case "open-database" -> openDatabase(folder, Integer.parseInt(args[2]), args[3]);
            case "service" -> {
                Settings settings = SettingsReader.read(folder, Optional.empty(), System.getenv())
                        .withPort(Integer.parseInt(args[2]));
                try (Service service = Service.start(settings, Library.open(Library.defaultRoot()))) {
                    ready(service.url() + " " + service.firstKey().orElse("-"));
                }
            }
            case "worker" -> {
                Settings settings = SettingsReader.read(folder, Optional.empty(), System.getenv());
                try (WorkerHost worker = WorkerHost.start(settings, Library.open(Library.defaultRoot()))) {
                    ready(worker.id());
                }
            }
            case "hold" -> hold();
            case "drain" -> {
                Settings settings = SettingsReader.read(folder, Optional.of(Path.of(args[2])), System.getenv());
                drain(settings);
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /// A database of the operator's own, which hosts of a network reach.
    private static void openDatabase(Path folder, int port, String network) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data").toFile())
                .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                .setPort(port)
                .setServerConfig("listen_addresses", "*")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            Files.writeString(
                    folder.resolve("data/pg_hba.conf"),
                    "host all all " + network + " trust\n",
                    StandardOpenOption.APPEND);
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("select pg_reload_conf()");
            }
            ready("" + port);
        }
    }

    /// Takes lock 7 in a transaction and falls silent.
    private static void hold() throws IOException {
        Database.Place place = new Database.Place(System.getenv("BEATBOARD_DATABASE_URL"), "", "", 2);
        try (Database database = Database.visit(place)) {
            database.<Integer, IOException>system(h -> {
                h.execute("select pg_advisory_xact_lock(7)");
                ready("holds");
                return 0;
            });
        }
    }

    /// As `beatboard worker --drain`: ends when nothing is left to do or it is told to.
    private static void drain(Settings settings) throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread self = Thread.currentThread();
        try (WorkerHost worker = WorkerHost.start(settings, Library.open(Library.defaultRoot()))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stopped.countDown();
                try {
                    self.join(60_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            System.out.println("worker " + worker.id() + " has joined, process "
                    + ProcessHandle.current().pid());
            worker.drain(stopped);
            System.out.println("stopping");
        }
    }

    private static void ready(String text) throws IOException {
        System.out.println("ready " + text);
        while (System.in.read() >= 0) {
            // Goes on until its parent is gone.
        }
    }
}
