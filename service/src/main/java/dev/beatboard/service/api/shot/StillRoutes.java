package dev.beatboard.service.api.shot;

import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.generation.Stills;
import java.io.IOException;
import java.util.List;

/// One frame of a shot as a small picture, without an order.
public final class StillRoutes implements Routes {

    private static final int MOST_FRAMES = 100_000;

    private final Stills stills;

    public StillRoutes(Stills stills) {
        this.stills = stills;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/v1/shots/still", Access.scope(Scope.GENERATIONS_READ), this::still));
    }

    private Answer still(Call call) throws IOException {
        int frame = call.query("frame", 0, 0, MOST_FRAMES);
        int width = call.query("width", Stills.USUAL, Stills.LEAST, Stills.MOST);
        Stills.Still still = stills.of(ShotText.of(call).good().source(), frame, width);
        return Answer.bytes("image/jpeg", still.jpeg()).header("ETag", '"' + still.tag() + '"');
    }
}
