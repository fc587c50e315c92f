package dev.beatboard.service.load;

import dev.beatboard.service.WholeService;
import dev.beatboard.service.api.TestClient;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// How long whoever edits a shot waits for what it looks like: the first look, and a look after each edit of the words
/// of one keyframe, from the request until the last new part has come. Runs with `-Dbench=true -Dtest=PreviewBench`,
/// on a machine that does nothing else.
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "true")
class PreviewBench {

    private static final int WARM = 10;
    private static final int EDITS = 15;

    @TempDir
    Path folder;

    private WholeService service;
    private WholeService.Member anna;
    private final Set<String> have = new HashSet<>();
    private long fetched;

    private static ObjectNode shot(String example) throws Exception {
        return (ObjectNode)
                YAMLMapper.builder().build().readTree(Files.readString(Path.of("..", "examples", example + ".yaml")));
    }

    private static ObjectNode edited(ObjectNode shot, int n) {
        ObjectNode copy = shot.deepCopy();
        ObjectNode last = (ObjectNode)
                ((ArrayNode) copy.path("keyframes")).get(shot.path("keyframes").size() - 1);
        last.put("prompt", last.path("prompt").asString() + " " + (n % 2 == 0 ? "Smile." : "Nod.") + " ".repeat(n));
        return copy;
    }

    private static double cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getProcessCpuTime() / 1e6
                : Double.NaN;
    }

    private JsonNode post(ObjectNode shot) {
        TestClient.Reply reply = service.client.post("/v1/shots/preview", shot.toString(), anna.auth());
        if (reply.status() != 200) {
            throw new AssertionError(reply.text());
        }
        return reply.json();
    }

    /// Milliseconds until the answer, and until all parts that are new.
    private double[] look(ObjectNode shot) {
        long start = System.nanoTime();
        JsonNode preview = post(shot);
        double answered = (System.nanoTime() - start) / 1e6;
        Set<String> urls = new HashSet<>();
        urls.add(preview.path("set").path("url").asString());
        urls.add(preview.path("motion").path("url").asString());
        preview.path("people").forEach(p -> urls.add(p.path("url").asString()));
        urls.removeAll(have);
        CompletableFuture<?>[] all = urls.stream()
                .map(u -> CompletableFuture.runAsync(() -> fetch(u)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        have.addAll(urls);
        // Two edits that come to the same move alike; each is to be fetched all the same.
        have.remove(preview.path("motion").path("url").asString());
        return new double[] {answered, (System.nanoTime() - start) / 1e6};
    }

    private void fetch(String url) {
        TestClient.Reply part = service.client.get(url, anna.auth());
        if (part.status() != 200) {
            throw new AssertionError(part.text());
        }
        synchronized (have) {
            fetched += part.response().body().length;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eight", "sixteen", "dialogue"})
    void looks(String example) throws Exception {
        service = new WholeService(folder, 0);
        anna = service.member("owner");
        try {
            ObjectNode shot = shot(example);
            double[] first = look(shot);
            System.out.printf(
                    "MEASURED first look at %s, cold: answer %.0f ms, all parts %.0f ms, %.2f MB%n",
                    example, first[0], first[1], fetched / 1e6);
            for (int i = 0; i < WARM; i++) {
                look(edited(shot, i));
            }
            have.clear();
            // Another seed makes another cast, which nobody has seen.
            double[] warm = look(shot.deepCopy().put("seed", 4711));
            System.out.printf(
                    "MEASURED first look at %s, warm: answer %.0f ms, all parts %.0f ms%n", example, warm[0], warm[1]);
            look(shot);
            double[] answers = new double[EDITS];
            double[] alls = new double[EDITS];
            fetched = 0;
            double cpu = cpu();
            for (int i = 0; i < EDITS; i++) {
                double[] took = look(edited(shot, WARM + i));
                answers[i] = took[0];
                alls[i] = took[1];
            }
            cpu = cpu() - cpu;
            Arrays.sort(answers);
            Arrays.sort(alls);
            System.out.printf(
                    "MEASURED look after an edit of %s: answer %.0f ms, new parts %.0f ms (median; most %.0f ms), %.2f MB,"
                            + " %.0f ms of processor%n",
                    example, answers[EDITS / 2], alls[EDITS / 2], alls[EDITS - 1], fetched / 1e6 / EDITS, cpu / EDITS);
            explain(example, shot);
        } finally {
            service.close();
        }
    }

    private void explain(String example, ObjectNode shot) {
        double[] took = new double[EDITS];
        for (int i = -WARM; i < EDITS; i++) {
            String body = edited(shot, WARM + EDITS + Math.max(0, i)).toString();
            long start = System.nanoTime();
            service.client.post("/v1/shots/explain", body, anna.auth());
            if (i >= 0) {
                took[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(took);
        System.out.printf(
                "MEASURED explain of %s: median %.1f ms, most %.1f ms%n", example, took[EDITS / 2], took[EDITS - 1]);
    }
}
