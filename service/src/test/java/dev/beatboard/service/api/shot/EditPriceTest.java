package dev.beatboard.service.api.shot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.WholeService;
import dev.beatboard.service.database.Ids;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What an edit of the largest example costs: 20 s with eight people.
class EditPriceTest {

    private static UUID completed(WholeService service, UUID account, String source) {
        UUID id = Ids.next(Instant.now());
        service.database.system(h -> h.createUpdate("""
                        insert into generation (id, account_id, dialect, kind, type, model, request, source, terms, title,
                          state, lane, first_frame, last_frame, price, created_at, finished_at)
                        values (:id, :account, 'beatboard', 'video', 'video', 'beatboard', '{}', :source,
                          cast(:terms as jsonb), 'Eight', 'completed', 'fast', 0, 479, 0, now(), now())
                        """)
                .bind("id", id)
                .bind("account", account)
                .bind("source", source)
                .bind("terms", """
                        {"quality": "draft", "width": 640, "height": 360, "reframed": false, "formats": ["mp4"],
                         "burnIn": false}
                        """)
                .execute());
        return id;
    }

    @Test
    void anEditOfTheLastWordsKeepsWhatIsBefore(@TempDir Path folder) throws Exception {
        ObjectNode shot = (ObjectNode)
                YAMLMapper.builder().build().readTree(Files.readString(ShotRoutesTest.EXAMPLES.resolve("eight.yaml")));
        try (WholeService service = new WholeService(folder, 0)) {
            WholeService.Member anna = service.member("owner");
            UUID parent = completed(service, anna.account(), shot.toString());
            ((ObjectNode) shot.path("keyframes").path(11)).put("prompt", "Everyone is sad.");
            for (int i = 0; i < 3; i++) {
                long before = System.nanoTime();
                JsonNode price = service.client
                        .post(
                                "/v1/shots/price",
                                "{\"resolution\": \"360p\", \"parent_id\": \"" + parent + "\", \"shot\": " + shot + "}",
                                anna.auth())
                        .json();
                System.out.printf(
                        "MEASURED price of an edit, 20 s with 8 people, time %d: %.2f s, %s%n",
                        i + 1, (System.nanoTime() - before) / 1e9, price.path("ranges"));
                assertThat(price.path("kept").asInt()).isBetween(300, 479);
                assertThat(price.path("new").asInt())
                        .isEqualTo(480 - price.path("kept").asInt());
            }
        }
    }
}
