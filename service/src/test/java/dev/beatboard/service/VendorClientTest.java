package dev.beatboard.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The vendor's own client against a whole service: npm `lumaai`, unmodified but for its base URL.
/// Its packages are those of `src/test/node/package-lock.json`, installed in `target/node` or in
/// the folder that `BEATBOARD_SERVICE_NODE` names.
class VendorClientTest {

    @TempDir
    Path folder;

    private static Path packages() {
        String named = System.getenv("BEATBOARD_SERVICE_NODE");
        Path packages = Path.of(named == null ? "target/node" : named).toAbsolutePath();
        boolean there = Files.isDirectory(packages.resolve("node_modules/lumaai"));
        String remedy = "the node packages of service/src/test/node are not installed in " + packages;
        if (!there && "1".equals(System.getenv("CI_REQUIRE_TOOLS"))) {
            fail(remedy);
        }
        assumeTrue(there, remedy);
        return packages;
    }

    @Test
    @Timeout(240)
    void theVendorsOwnClientOrdersPollsListsDeletesAndIsCalledBack() throws Exception {
        Path packages = packages();
        try (WholeService whole = new WholeService(folder, 1, true)) {
            Process node = new ProcessBuilder(
                            "node",
                            Path.of("src/test/node/lumaai.mjs").toAbsolutePath().toString(),
                            packages.toString(),
                            whole.url(),
                            whole.member("owner").key())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(node.exitValue()).as(said).isZero();
            JsonNode seen =
                    JsonMapper.builder().build().readTree(said.lines().toList().getLast());
            assertThat(seen.path("version").asString()).isEqualTo("1.19.1");
            assertThat(strings(seen.path("callbacks"))).contains("completed", "dreaming", "queued");
            assertThat(strings(seen.path("refusals")).subList(0, 3))
                    .containsExactly(
                            "Prompt is required",
                            "Prompt is too short, minimum length is 3 characters",
                            "No keyframes provided");
            HttpResponse<byte[]> video = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(seen.path("video").asString()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(video.statusCode()).isEqualTo(200);
            assertThat(new String(video.body(), 4, 4, StandardCharsets.US_ASCII))
                    .isEqualTo("ftyp");
        }
    }

    private static List<String> strings(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
