package dev.beatboard.service.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.crash.Jobs;
import dev.beatboard.service.crash.Part;
import dev.beatboard.service.database.Database;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// How much faster two workers are than one, each a process with one thread on a core of its own
/// (`taskset`): generations of equal size, rendered by one, by both, and by one again, so that a
/// machine that becomes slower meanwhile shows. Runs with `-Dbench=true -Dtest=ScaleBench`, on a
/// machine that does nothing else; `-Djobs=12` generations a time, `-Dsize=480x270` pixels.
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "true")
class ScaleBench {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int JOBS = Integer.getInteger("jobs", 12);
    private static final String SIZE = System.getProperty("size", "480x270");
    private static final String SHOT = """
            {"title": "Scale %d", "duration": "1s", "seed": %d, "keyframes": [{"at": "0s",
             "prompt": "Medium shot, a man in a navy suit walks toward the camera, office corridor, even pace."}]}
            """;

    @TempDir
    Path folder;

    private int number;

    @Test
    void twoWorkersAgainstOne() throws Exception {
        int port = Jobs.port();
        try (Part database = Part.start(
                folder.resolve("database.log"),
                Map.of(),
                "database",
                folder.resolve("database").toString(),
                "" + port)) {
            Map<String, String> environment = Map.of(
                    "BEATBOARD_DATABASE_URL", database.said(),
                    "BEATBOARD_DATABASE_CONNECTIONS", "12",
                    "BEATBOARD_STORE_FOLDER", folder.resolve("objects").toString(),
                    "BEATBOARD_RENDERING_WORKERS", "0",
                    "BEATBOARD_RENDERING_THREADS", "1",
                    "BEATBOARD_RENDERING_CACHE_GIGABYTES", "0",
                    "BEATBOARD_RENDERING_CHUNK_FRAMES", "24");
            try (Part service = Part.start(
                            folder.resolve("service.log"),
                            environment,
                            "service",
                            folder.resolve("service").toString(),
                            "0");
                    Database look = Database.visit(new Database.Place(database.said(), "", "", 3))) {
                Time first = run(service, environment, look, List.of(0));
                Time both = run(service, environment, look, List.of(0, 1));
                Time again = run(service, environment, look, List.of(0));
                System.out.printf(
                        "%d generations of 24 frames, %s: one worker %.1f s and %.1f s, two %.1f s: %.2f times;"
                                + " without the time that others kept them from their cores %.2f times%n",
                        JOBS,
                        SIZE,
                        first.seconds(),
                        again.seconds(),
                        both.seconds(),
                        (first.seconds() + again.seconds()) / 2 / both.seconds(),
                        (first.own() + again.own()) / 2 / both.own());
            }
        }
    }

    /// @param seconds by the clock
    /// @param own of these, less those that the workers waited for their cores, each on average
    private record Time(double seconds, double own) {}

    /// Seconds from when the workers are released until all is rendered. They are warm: each has
    /// rendered a generation like these before.
    private Time run(Part service, Map<String, String> environment, Database look, List<Integer> cores)
            throws Exception {
        List<Part> workers = new ArrayList<>();
        try {
            for (int core : cores) {
                workers.add(Part.start(
                        List.of("taskset", "-c", "" + core),
                        folder.resolve("worker.log"),
                        environment,
                        "worker",
                        Files.createDirectories(folder.resolve("worker-" + core))
                                .toString()));
            }
            order(service, 4 * cores.size());
            finished(look);
            long begun = System.nanoTime();
            double busy = cpu(workers);
            double starved = starved(workers);
            order(service, JOBS);
            finished(look);
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    "workers on cores %s: %.1f s; they had %.0f%% of their cores and waited for them %.0f%% of the time; load %.1f%n",
                    cores,
                    seconds,
                    100 * (cpu(workers) - busy) / seconds / cores.size(),
                    100 * (starved(workers) - starved) / seconds / cores.size(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            return new Time(seconds, seconds - (starved(workers) - starved) / cores.size());
        } finally {
            for (Part worker : workers) {
                worker.close();
            }
        }
    }

    /// Seconds of processor time that they have used.
    private static double cpu(List<Part> workers) {
        return workers.stream()
                .mapToDouble(w -> ProcessHandle.of(w.pid())
                                .flatMap(p -> p.info().totalCpuDuration())
                                .orElseThrow()
                                .toMillis()
                        / 1e3)
                .sum();
    }

    /// Seconds that their busiest threads would have run, had others not been on their cores (Linux,
    /// `/proc/PID/task/TID/schedstat`: time on a core, time waiting for one, in nanoseconds).
    private static double starved(List<Part> workers) throws IOException {
        double sum = 0;
        for (Part worker : workers) {
            long most = 0;
            long waited = 0;
            try (Stream<Path> threads = Files.list(Path.of("/proc", "" + worker.pid(), "task"))) {
                for (Path thread : threads.toList()) {
                    String[] times =
                            Files.readString(thread.resolve("schedstat")).split(" ");
                    if (Long.parseLong(times[0]) > most) {
                        most = Long.parseLong(times[0]);
                        waited = Long.parseLong(times[1]);
                    }
                }
            }
            sum += waited / 1e9;
        }
        return sum;
    }

    private void order(Part service, int count) throws Exception {
        String url = service.said().split(" ")[0];
        String key = service.said().split(" ")[1];
        for (int i = 0; i < count; i++) {
            number++;
            String body = JSON.createObjectNode()
                    .put("prompt", "as directed")
                    .put("type", "video")
                    .put("model", "beatboard")
                    .put("size", SIZE)
                    .set("direction", JSON.readTree(SHOT.formatted(number, number)))
                    .toString();
            Jobs.accept(url, key, "scale-" + number, body);
        }
    }

    private static void finished(Database look) throws InterruptedException {
        while (Jobs.count(look, "select count(*) from generation where finished_at is null") > 0) {
            Thread.sleep(50);
        }
        assertThat(Jobs.count(look, "select count(*) from generation where state <> 'completed'"))
                .isZero();
    }
}
