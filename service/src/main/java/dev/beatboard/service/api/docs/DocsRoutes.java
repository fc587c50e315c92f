package dev.beatboard.service.api.docs;

import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Throttle;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The description and its pages.
public final class DocsRoutes implements Routes {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";
    private static final String AN_HOUR = "public, max-age=3600";

    private final String yaml;
    private final String json;
    private final String style;
    private final Map<String, String> pages;

    public DocsRoutes(Description description) {
        this.yaml = description.yaml();
        this.json = description.json();
        this.style = Description.resource("openapi/style.css");
        this.pages = new Pages(description).all();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                open("/openapi.yaml", _ -> file("application/yaml", yaml)),
                open("/openapi.json", _ -> file("application/json", json)),
                open("/docs", _ -> page("")),
                open("/docs/style.css", _ -> file("text/css; charset=utf-8", style)),
                open("/docs/{page}", this::page));
    }

    private static Route open(String path, Route.Handler handler) {
        return Route.get(path, Access.open(), handler).throttle(Throttle.NONE);
    }

    private Answer page(Call call) {
        return page(call.path("page"));
    }

    private Answer page(String name) {
        String page = Optional.ofNullable(pages.get(name))
                .orElseThrow(
                        () -> Refusal.of(Code.NOT_FOUND, "There is no page " + Refusal.quoted(name) + "; see /docs.")
                                .exception());
        return file("text/html; charset=utf-8", page).header("Content-Security-Policy", POLICY);
    }

    private static Answer file(String type, String text) {
        return Answer.text(200, type, text).header("Cache-Control", AN_HOUR);
    }
}
