package dev.beatboard.service.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.Library;
import dev.beatboard.service.Service;
import dev.beatboard.service.Settings;
import dev.beatboard.service.SettingsReader;
import dev.beatboard.service.crash.Jobs;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Workers that Slurm starts with `farm/slurm/beatboard-workers.sbatch`: an array of two on two
/// nodes renders what a service has accepted. The worker of one is killed and comes back, the other
/// task is preempted.
@Tag("heavy")
class SlurmTest {

    private static final Path SCRIPT = Path.of("..", "farm", "slurm", "beatboard-workers.sbatch")
            .toAbsolutePath()
            .normalize();
    /// Ordered first, and each time before a worker is disturbed: work must not run out meanwhile.
    private static final int FIRST = 10;

    private static final int MORE = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Path folder = Path.of("");

    /// Where paths are short: they become names of sockets.
    @BeforeEach
    void begin() throws IOException {
        SlurmSite.need();
        folder = Files.createTempDirectory("slurm");
    }

    @AfterEach
    void end() throws IOException {
        if (folder.toString().isEmpty()) {
            return;
        }
        try (Stream<Path> logs = Files.walk(folder, 2)) {
            for (Path log : logs.filter(p -> p.toString().endsWith(".log")).toList()) {
                Files.copy(log, Path.of("target", "slurm-" + log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    @Timeout(300)
    void anArrayOfWorkersRendersAllThatIsAcceptedThoughOneIsKilledAndOneIsPreempted() throws Exception {
        Jobs jobs = new Jobs(folder);
        try (EmbeddedServer server = EmbeddedServer.start(folder.resolve("database"), 0)) {
            Path file = Files.writeString(
                    folder.resolve("beatboard.yaml"), """
                    database: {url: "%s"}
                    store: {folder: %s}
                    rendering: {workers: 0, chunk_frames: 2}
                    """.formatted(server.url(), folder.resolve("objects")));
            Settings settings = SettingsReader.read(folder.resolve("service"), Optional.of(file), Map.of())
                    .withPort(0);
            try (SlurmSite slurm = SlurmSite.start(folder.resolve("s"));
                    Service service = Service.start(settings, Library.open(Library.defaultRoot()));
                    Database database = Database.visit(server.place(3))) {
                String key = service.firstKey().orElseThrow();
                render(slurm, file, database, count -> order(jobs, service, key, count));
                jobs.check(database);
            }
        }
    }

    private void render(SlurmSite slurm, Path settings, Database database, Orders orders) throws Exception {
        orders.place(FIRST);
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        String array = slurm.run(
                        Map.of("BEATBOARD", stand(), "BEATBOARD_SCRATCH", scratch.toString()),
                        List.of(
                                "sbatch",
                                "--parsable",
                                "--array=1-2",
                                "--cpus-per-task=1",
                                "--time=10",
                                "--output=" + folder.resolve("task-%a.log"),
                                SCRIPT.toString(),
                                settings.toString()))
                .strip();
        Path first = folder.resolve("task-1.log");
        Path second = folder.resolve("task-2.log");
        List<Path> logs = List.of(folder.resolve("task-1.log"), folder.resolve("task-2.log"));
        for (Path log : logs) {
            await(log + " tells of a worker", () -> !workers(log).isEmpty());
            String worker = workers(log).getFirst();
            await(worker + " has rendered", () -> chunks(database, worker, "done") > 0);
        }
        orders.place(MORE);
        String killed = kill(logs.getFirst(), database);
        await(
                "task 1 is queued again",
                () -> Files.readString(logs.getFirst()).contains("the worker died (status 137); it is queued again"));
        orders.place(MORE);
        slurm.run("scontrol requeue " + array + "_2");
        await(
                "task 2 gives back",
                () -> Files.readString(logs.getLast()).contains("was told to end and has given back its frames"));
        slurm.await(
                "both tasks have come to their end",
                "squeue -h -r --states=all --sort=i -o %K-%T --job=" + array,
                "1-COMPLETED\n2-COMPLETED\n");
        for (Path log : logs) {
            assertThat(workers(log)).as("starts of a task").hasSize(2);
        }
        assertThat(Files.readString(logs.getFirst())).contains("on node", "start 0", "start 1");
        assertThat(Jobs.count(database, "select count(*) from chunk where state <> 'done'"))
                .isZero();
        assertThat(Jobs.count(
                        database, "select attempt from chunk where generation_id || '/' || number = '" + killed + "'"))
                .as("starts of the chunk whose worker was killed")
                .isGreaterThan(1);
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).as("folders that tasks left behind").isEmpty();
        }
    }

    private interface Orders {
        void place(int count) throws InterruptedException;
    }

    private static void order(Jobs jobs, Service service, String key, int count) throws InterruptedException {
        int from = jobs.accepted();
        for (int job = from; job < from + count; job++) {
            jobs.order(service.url(), key, job);
        }
    }

    /// Kills a task's worker while it renders.
    ///
    /// @return the chunk that it was at
    private String kill(Path log, Database database) throws Exception {
        Matcher found =
                Pattern.compile("worker (\\S+) has joined, process (\\d+)").matcher(Files.readString(log));
        assertThat(found.find()).isTrue();
        long process = Long.parseLong(found.group(2));
        for (int i = 0; i < 200; i++) {
            Signal.STOP.send(process);
            Optional<String> at = Signal.renders(database, UUID.fromString(found.group(1)));
            (at.isPresent() ? Signal.KILL : Signal.CONT).send(process);
            if (at.isPresent()) {
                return at.get();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("It never rendered when it was stopped.");
    }

    /// The workers that a task has had, first to last.
    private static List<String> workers(Path log) throws IOException {
        return Files.exists(log)
                ? Pattern.compile("worker (\\S+) has joined, process \\d+\n")
                        .matcher(Files.readString(log))
                        .results()
                        .map(r -> r.group(1))
                        .toList()
                : List.of();
    }

    private static int chunks(Database database, String worker, String state) {
        return Jobs.count(
                database, "select count(*) from chunk where state = '" + state + "' and worker_id = '" + worker + "'");
    }

    /// Stands in for `beatboard worker --drain --config FILE --data FOLDER`: what it runs, without
    /// the command line, which is built after this test.
    private String stand() throws IOException {
        Path script = Files.writeString(folder.resolve("beatboard"), """
                #!/bin/sh
                [ "$1 $2 $3 $5" = "worker --drain --config --data" ] || exit 2
                exec %s --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED -Xmx700m \\
                  -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -cp '%s' %s drain "$6" "$4"
                """.formatted(
                        ProcessHandle.current().info().command().orElse("java"),
                        System.getProperty("java.class.path"),
                        "dev.beatboard.service.crash.Role"));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script.toString();
    }

    private static void await(String what, Callable<Boolean> holds) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).as("%s, within %s", what, PATIENCE).isLessThan(until);
            Thread.sleep(200);
        }
    }
}
