package dev.beatboard.service.api.shot;

import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Throttle;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.shot.ShotReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes shots of what other programs write.
public final class ImportRoutes implements Routes {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/v1/shots/import", Access.scope(Scope.GENERATIONS_READ), ImportRoutes::read)
                .throttle(Throttle.READ));
    }

    private static Answer read(Call call) throws IOException {
        String type = call.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("yaml")) {
            return shotFile(ShotText.of(call), call.query("title").orElse("Imported"));
        }
        if (!type.startsWith("text/csv")) {
            throw Refusal.of(
                            Code.UNSUPPORTED_MEDIA_TYPE,
                            "The Content-Type is " + Refusal.quoted(type)
                                    + "; a shot list comes as text/csv, a shot file as application/yaml.")
                    .exception();
        }
        ShotList.Read list = ShotList.of(
                ShotText.utf8(call.body()),
                call.query("title").orElse("Imported"),
                call.query("duration"),
                call.query("fps"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("shot", list.shot());
        ArrayNode notices = answer.putArray("notices");
        list.notices().forEach(notices::add);
        ShotReader.Result result = ShotReader.read(list.shot().toString(), "shot.json");
        answer.put("valid", result instanceof ShotReader.Result.Accepted);
        ArrayNode problems = answer.putArray("problems");
        if (result instanceof ShotReader.Result.Refused refused) {
            ShotRoutes.problems(problems, refused.problems());
        }
        return Answer.ok(answer);
    }

    /// A shot file in YAML as the JSON that a project keeps: as it was written, nothing read into it.
    private static Answer shotFile(ShotText text, String title) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode notices = JsonNodeFactory.instance.arrayNode();
        ArrayNode problems = JsonNodeFactory.instance.arrayNode();
        ShotReader.Result result = text.read();
        switch (result) {
            case ShotReader.Result.Accepted accepted -> {
                ObjectNode shot = JsonNodeFactory.instance.objectNode();
                ObjectNode written = (ObjectNode) JSON.readTree(text.good().source());
                if (!written.has("title")) {
                    shot.put("title", title);
                }
                answer.set("shot", shot.setAll(written));
                accepted.notices().forEach(n -> notices.add(n.message()));
            }
            case ShotReader.Result.Refused refused -> {
                answer.putObject("shot");
                ShotRoutes.problems(problems, refused.problems());
            }
        }
        answer.set("notices", notices);
        answer.put("valid", result instanceof ShotReader.Result.Accepted);
        answer.set("problems", problems);
        return Answer.ok(answer);
    }
}
