package dev.beatboard.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Our tables on the oldest PostgreSQL that we promise, which Debian 12 has (package `postgresql`):
/// made by the migrations, used, and found again. As root it runs as the user that the package made.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherServerTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private Path programs = Path.of("");
    private Path folder = Path.of("");
    private int port;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        programs = installed();
        boolean there = Files.isExecutable(programs.resolve("initdb"));
        if (!there && "1".equals(System.getenv("CI_REQUIRE_TOOLS"))) {
            fail("Debian's postgresql is not installed, and CI_REQUIRE_TOOLS is 1");
        }
        assumeTrue(there, "Debian's postgresql is not installed");
        folder = Files.createTempDirectory("beatboard-other-server");
        if (root()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        Path password = folder.resolve("password");
        Files.writeString(password, "of-the-test");
        if (root()) {
            run(List.of("chown", "postgres", password.toString()));
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        postgres(
                "initdb", "-D", data(), "-U", "beatboard", "-A", "scram-sha-256", "--pwfile=" + password, "-E", "UTF8");
        postgres(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=",
                "start");
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (Files.exists(folder.resolve("log"))) {
            postgres("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
        }
        if (!folder.toString().isEmpty()) {
            run(List.of("rm", "-r", folder.toString()));
        }
    }

    @Test
    void ourTablesAreMadeAndFoundAgain() {
        Database.Place place =
                new Database.Place("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "beatboard", "of-the-test", 4);
        UUID mine = Ids.next(NOW);
        try (Database database = Database.open(place)) {
            assertThat(database.<String, RuntimeException>read(h -> h.createQuery("show server_version_num")
                            .mapTo(String.class)
                            .one()))
                    .matches("1[5-9]\\d{4}");
            for (UUID id : List.of(mine, Ids.next(NOW))) {
                database.<Integer, RuntimeException>system(h -> h.createUpdate(
                                "insert into account (id, name, plan, created_at) values (?, 'Acme', 'free', ?)")
                        .bind(0, id)
                        .bind(1, NOW)
                        .execute());
            }
        }
        try (Database database = Database.open(place)) {
            assertThat(database.<List<UUID>, RuntimeException>tenant(
                            mine,
                            h -> h.createQuery("select id from account")
                                    .mapTo(UUID.class)
                                    .list()))
                    .containsExactly(mine);
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static Path installed() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return versions;
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.sorted().findFirst().orElse(versions).resolve("bin");
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void postgres(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        // To a file: the server that pg_ctl leaves behind would keep a pipe open.
        Path out = Files.createTempFile("beatboard", ".out");
        try {
            int code = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start()
                    .waitFor();
            assertThat(code)
                    .as("%s: %s", command, Files.readString(out, StandardCharsets.UTF_8))
                    .isZero();
        } finally {
            Files.delete(out);
        }
    }
}
