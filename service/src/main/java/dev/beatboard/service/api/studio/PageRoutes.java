package dev.beatboard.service.api.studio;

import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Throttle;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The studio at `/`, with all that its page loads. Where in the studio somebody is stands behind the
/// `#` of the address, so that there is one page only.
public final class PageRoutes implements Routes {

    /// Of the page itself: it is asked for each time, and is small.
    private static final String NEVER = "no-cache";

    /// Of files that have another name as soon as they are others.
    private static final String A_YEAR = "public, max-age=31536000, immutable";

    private static final String AN_HOUR = "public, max-age=3600";

    /// Folders of files whose names do not change.
    private static final List<String> FOLDERS = List.of("examples", "fonts", "props", "sets");

    /// Files that browsers look for beside the page.
    private static final List<String> BESIDE =
            List.of("favicon.ico", "favicon.svg", "manifest.webmanifest", "robots.txt");

    private final StudioPage page;
    private final Supplier<String> origin;

    /// @param origin that links to files have, which may be another than the one that was called
    public PageRoutes(StudioPage page, Supplier<String> origin) {
        this.page = page;
        this.origin = origin;
    }

    @Override
    public List<Route> routes() {
        List<Route> all = new ArrayList<>();
        all.add(open("/", call -> file(call, StudioPage.FIRST, NEVER)));
        all.add(open("/assets/<path>", call -> file(call, "assets/" + call.path("path"), A_YEAR)));
        FOLDERS.forEach(f ->
                all.add(open("/" + f + "/<path>", call -> file(call, f + "/" + call.path("path"), AN_HOUR))));
        BESIDE.forEach(f -> all.add(open("/" + f, call -> file(call, f, AN_HOUR))));
        return all;
    }

    private static Route open(String path, Route.Handler handler) {
        return Route.get(path, Access.open(), handler).throttle(Throttle.NONE);
    }

    private Answer file(Call call, String name, String kept) throws IOException {
        PageFile file = page.file(name).orElseThrow(() -> missing(name));
        return file.answer(call)
                .header("Cache-Control", kept)
                .header("Content-Security-Policy", policy())
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), display-capture=(), usb=()");
    }

    /// Pictures and films of generations come by links with the service's own address, under which
    /// the page need not have been called: `localhost` is another site than `127.0.0.1`.
    private String policy() {
        String links = origin.get();
        return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; "
                + "img-src 'self' blob: data: " + links + "; media-src 'self' blob: " + links
                + "; connect-src 'self' blob: " + links + "; worker-src 'self' blob:; manifest-src 'self'; "
                + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private RuntimeException missing(String name) {
        return Refusal.of(
                        Code.NOT_FOUND,
                        page.isThere()
                                ? "The studio has no file " + Refusal.quoted(name) + "."
                                : "This program was built without the studio; its API is described at /docs.")
                .exception();
    }
}
