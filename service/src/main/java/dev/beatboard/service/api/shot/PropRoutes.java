package dev.beatboard.service.api.shot;

import dev.beatboard.Director;
import dev.beatboard.FilmProp;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.shot.Names;
import java.util.List;

/// `/v1/props`: the things that words can name, and where they are.
public final class PropRoutes implements Routes {

    private final Director director;

    public PropRoutes(Director director) {
        this.director = director;
    }

    /// @param sets that have it by themselves
    record Prop(String name, List<String> sets, boolean brought) {}

    record Items(List<Prop> items) {}

    @Override
    public List<Route> routes() {
        return List.of(Route.get(
                "/v1/props",
                Access.scope(Scope.GENERATIONS_READ),
                _ -> Answer.ok(new Items(
                        director.props().stream().map(PropRoutes::prop).toList()))));
    }

    private static Prop prop(FilmProp item) {
        return new Prop(
                item.noun().replace(' ', '-'),
                item.sets().stream().map(Names::of).toList(),
                item.brought());
    }
}
