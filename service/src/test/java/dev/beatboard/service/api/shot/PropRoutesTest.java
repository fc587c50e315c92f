package dev.beatboard.service.api.shot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.WholeService;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The things that can be filmed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PropRoutesTest {

    private WholeService service;
    private WholeService.Member anna;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = new WholeService(folder, 0);
        anna = service.member("owner");
    }

    @AfterAll
    void stop() throws Exception {
        service.close();
    }

    @Test
    void listsEveryPropOfTheVocabularyWithItsSets() {
        JsonNode props = service.client.get("/v1/props", anna.auth()).json().path("items");
        JsonNode words = service.client.get("/v1/vocabulary", anna.auth()).json();

        List<String> names = props.findValuesAsString("name");
        assertThat(names)
                .isEqualTo(words.path("props")
                        .valueStream()
                        .map(w -> w.asString().replace(' ', '-'))
                        .toList());
        JsonNode stove = props.path(names.indexOf("stove"));
        assertThat(stove.path("sets").valueStream().map(JsonNode::asString)).containsExactly("kitchen");
        for (JsonNode p : props) {
            assertThat(words.path("sets").valueStream().toList())
                    .containsAll(p.path("sets").valueStream().toList());
        }
    }

    @Test
    void needsAKey() {
        assertThat(service.client.get("/v1/props").status()).isEqualTo(401);
    }
}
