package dev.beatboard.service.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.WholeService;
import dev.beatboard.service.api.TestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a collector hears of a whole service with a worker in it.
class WholeTraceTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void hearsOfRequestsAndChunksAndOfNothingInThem() throws Exception {
        String id;
        String key;
        try (Collector collector = new Collector()) {
            try (WholeService service = new WholeService(folder, 1, false, Optional.of(collector.url()))) {
                WholeService.Member anna = service.member("owner");
                key = anna.key();
                TestClient.Reply ordered = service.client.post("/v1/generations", """
                        {"prompt": "Wide shot of an empty office with a secret plan.", "type": "image", "size": "64x64"}
                        """, anna.auth());
                assertThat(ordered.status()).as(ordered.text()).isEqualTo(201);
                id = ordered.json().path("id").asString();
                String self = "/v1/generations/" + id;
                Instant until = Instant.now().plus(Duration.ofMinutes(3));
                while (!service.client.get(self, anna.auth()).text().contains("\"completed\"")) {
                    assertThat(Instant.now()).isBefore(until);
                    Thread.sleep(200);
                }
            }
            assertThat(collector.text())
                    .contains("POST /v1/generations", "GET /v1/generations/{id}", "chunk", "done")
                    .doesNotContain(id, key, "secret plan");
        }
    }
}
