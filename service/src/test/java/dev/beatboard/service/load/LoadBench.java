package dev.beatboard.service.load;

import dev.beatboard.service.crash.Part;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What a service bears with durable commits and idle workers: sign-ups, orders and polls a second,
/// client and server on the same machine. Runs with `-Dbench=true -Dtest=LoadBench`.
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "true")
class LoadBench {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CONNECTIONS = 16;
    private static final long WARM = 5;
    private static final long SECONDS = 15;
    private static final int POLLS = 1000;
    private static final String ORDER = """
            {"prompt": "Medium shot, a man in a navy suit walks toward the camera, office corridor, overhead fluorescent lighting, even pace",
             "type": "video", "model": "beatboard", "video": {"resolution": "540p", "duration": "5s"}}""";

    @TempDir
    Path folder;

    private String host = "";
    private int port;

    /// Answers one request.
    private interface Step {
        Wire.Reply send(Wire wire, int n) throws Exception;
    }

    @Test
    void bearsTheLoad() throws Exception {
        Path plans = folder.resolve("plans.yaml");
        Files.writeString(plans, """
                plans:
                  owner:
                    limits: { requests_per_minute: 1000000, generations_per_minute: 1000000, concurrent_fast: 1000000 }
                """);
        try (Part service = Part.start(
                folder.resolve("service.log"),
                Map.of(
                        "BEATBOARD_PLANS", plans.toString(),
                        "BEATBOARD_RENDERING_WORKERS", "0",
                        "BEATBOARD_ACCOUNTS_OPEN", "true",
                        "BEATBOARD_ACCOUNTS_SIGN_UPS_PER_ADDRESS", "1000000"),
                "service",
                folder.resolve("data").toString(),
                "0")) {
            URI url = URI.create(service.said().split(" ")[0]);
            String key = service.said().split(" ")[1];
            host = url.getHost();
            port = url.getPort();
            measure("sign-ups by key", 201, (w, n) -> w.send("/v1/sign-up/key", "", "{\"name\": \"Load " + n + "\"}"));
            ConcurrentLinkedQueue<String> ids = new ConcurrentLinkedQueue<>();
            measure("orders of one keyframe", 201, (w, n) -> {
                Wire.Reply reply = w.send("/v1/generations", key, ORDER);
                if (reply.status() == 201 && ids.size() < 1000) {
                    ids.add(JSON.readTree(reply.body()).path("id").asString(""));
                }
                return reply;
            });
            String[] all = ids.toArray(String[]::new);
            measure("polls, as many as go", 200, (w, n) -> w.send("/v1/generations/" + all[n % all.length], key, ""));
            polls(all, key);
        }
    }

    private void measure(String what, int expected, Step step) throws Exception {
        run(WARM, expected, step, new AtomicLong());
        AtomicLong done = new AtomicLong();
        long begin = System.nanoTime();
        String failures = run(SECONDS, expected, step, done);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.err.printf("%s: %.0f a second%s%n", what, done.get() / seconds, failures);
    }

    private String run(long seconds, int expected, Step step, AtomicLong done) throws Exception {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        AtomicInteger number = new AtomicInteger();
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        Thread[] clients = new Thread[CONNECTIONS];
        for (int t = 0; t < CONNECTIONS; t++) {
            clients[t] = Thread.ofPlatform().start(() -> {
                try (Wire wire = new Wire(host, port)) {
                    while (System.nanoTime() < until) {
                        Wire.Reply reply = step.send(wire, number.getAndIncrement());
                        if (reply.status() == expected) {
                            done.incrementAndGet();
                        } else {
                            failures.add(reply.status() + " " + reply.body());
                        }
                    }
                } catch (Exception e) {
                    failures.add(e.toString());
                }
            });
        }
        for (Thread c : clients) {
            c.join();
        }
        return failures.isEmpty() ? "" : "; " + failures.size() + " failed, such as " + failures.peek();
    }

    /// Polls at a fixed rate, whatever the answers take: times count from when a poll was due.
    private void polls(String[] ids, String key) throws Exception {
        int total = (int) (POLLS * SECONDS);
        double[] millis = new double[total];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        long begin = System.nanoTime();
        Thread[] clients = new Thread[4 * CONNECTIONS];
        for (int t = 0; t < clients.length; t++) {
            clients[t] = Thread.ofPlatform().start(() -> {
                try (Wire wire = new Wire(host, port)) {
                    for (int i = next.getAndIncrement(); i < total; i = next.getAndIncrement()) {
                        long due = begin + i * (1_000_000_000L / POLLS);
                        long wait = due - System.nanoTime();
                        if (wait > 0) {
                            Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                        }
                        if (wire.send("/v1/generations/" + ids[i % ids.length], key, "")
                                        .status()
                                != 200) {
                            failed.incrementAndGet();
                        }
                        millis[i] = (System.nanoTime() - due) / 1e6;
                    }
                } catch (Exception e) {
                    failed.incrementAndGet();
                }
            });
        }
        for (Thread c : clients) {
            c.join();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(millis);
        System.err.printf(
                "polls at a fixed rate: %.0f a second, p50 %.1f ms, p99 %.1f ms, longest %.1f ms, %d failed%n",
                total / seconds, millis[total / 2], millis[total * 99 / 100], millis[total - 1], failed.get());
    }
}
