package dev.beatboard.service.api.studio;

import dev.beatboard.Director;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.shot.ShotReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// `/v1/examples`: shots to begin with.
public final class ExampleRoutes implements Routes {

    private static final String AN_HOUR = "public, max-age=3600";
    private static final String ENDING = ".yaml";

    private final Items answer;

    /// Reads them from what the program brings along.
    ///
    /// @throws IOException if they cannot be read
    /// @throws IllegalStateException if one of them is no good shot
    public ExampleRoutes() throws IOException {
        List<Example> all = new ArrayList<>();
        pack().files().forEach((name, bytes) -> {
            if (name.endsWith(ENDING)) {
                all.add(example(name, new String(bytes, StandardCharsets.UTF_8)));
            }
        });
        this.answer = new Items(all);
    }

    /// @param shot the file as it is written, not as it is understood
    record Example(String id, String title, int keyframes, double seconds, int people, JsonNode shot) {}

    record Items(List<Example> items) {}

    private static Example example(String name, String text) {
        if (!(ShotReader.read(text, name) instanceof ShotReader.Result.Accepted read)) {
            throw new IllegalStateException("The example " + name + " is no good shot");
        }
        ShotDraft draft = read.draft();
        return new Example(
                name.substring(0, name.length() - ENDING.length()),
                draft.title(),
                draft.keyframes().size(),
                draft.duration().toSeconds(),
                Director.understand(draft).shot().cast().size(),
                YAMLMapper.builder().build().readTree(text));
    }

    /// The example of that name, as JSON text; empty if there is none.
    public static Optional<String> shot(String id) throws IOException {
        return Optional.ofNullable(pack().files().get(id + ENDING))
                .map(bytes -> YAMLMapper.builder().build().readTree(bytes).toString());
    }

    private static Pack pack() throws IOException {
        return Pack.ofResources("examples", "eight" + ENDING);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/examples", Access.open(), _ -> Answer.ok(answer).header("Cache-Control", AN_HOUR)));
    }
}
