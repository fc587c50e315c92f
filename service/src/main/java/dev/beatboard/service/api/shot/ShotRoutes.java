package dev.beatboard.service.api.shot;

import dev.beatboard.Director;
import dev.beatboard.Explanation;
import dev.beatboard.direction.Understanding;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Throttle;
import dev.beatboard.service.generation.Takes;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.shot.Problem;
import dev.beatboard.shot.ShotReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Checks shots and explains what is understood of them.
public final class ShotRoutes implements Routes {

    private final Takes takes;

    public ShotRoutes(Takes takes) {
        this.takes = takes;
    }

    @Override
    public List<Route> routes() {
        Access read = Access.scope(Scope.GENERATIONS_READ);
        return List.of(
                Route.post("/v1/shots/validate", read, ShotRoutes::validate).throttle(Throttle.READ),
                Route.post("/v1/shots/explain", read, this::explain).throttle(Throttle.READ));
    }

    private static Answer validate(Call call) throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        switch (ShotText.of(call).read()) {
            case ShotReader.Result.Accepted a -> {
                answer.put("valid", true);
                answer.putArray("problems");
                problems(answer.putArray("notices"), a.notices());
            }
            case ShotReader.Result.Refused r -> {
                answer.put("valid", false);
                problems(answer.putArray("problems"), r.problems());
                answer.putArray("notices");
            }
        }
        return Answer.ok(answer);
    }

    static void problems(ArrayNode array, List<Problem> problems) {
        for (Problem p : problems) {
            ObjectNode o = array.addObject();
            o.put("pointer", Takes.pointer(p.path()));
            o.put("message", p.message());
            o.put("found", p.found());
            if (!p.allowed().isEmpty()) {
                o.put("allowed", p.allowed());
            }
            if (!p.remedy().isEmpty()) {
                o.put("remedy", p.remedy());
            }
            if (p.line() > 0) {
                o.put("line", p.line());
                o.put("column", p.column());
            }
        }
    }

    private Answer explain(Call call) throws IOException {
        boolean stage = flag(call, "stage");
        return explained(ShotText.of(call).good(), stage);
    }

    /// The answer that a shot which is kept here gets.
    ///
    /// @param source JSON text
    /// @throws dev.beatboard.service.problem.RefusedException (INVALID_SHOT) with all that is wrong
    public Answer explanation(String source) throws IOException {
        return explained(new ShotText(source, true).good(), false);
    }

    private Answer explained(ShotText.Good shot, boolean stage) throws IOException {
        Understanding understanding = Director.advise(shot.draft());
        ObjectNode answer = Explanation.of(understanding, Director.lanes(understanding));
        problems(answer.putArray("notices"), shot.notices());
        if (stage) {
            answer.set("staging", Explanation.staging(takes.of(shot.source(), Optional.empty())));
        }
        return Answer.ok(answer);
    }

    static boolean flag(Call call, String name) {
        String said = call.query(name).orElse("false");
        if (!said.equals("true") && !said.equals("false")) {
            throw Refusal.unknown(name, said, List.of("true", "false")).exception();
        }
        return said.equals("true");
    }
}
