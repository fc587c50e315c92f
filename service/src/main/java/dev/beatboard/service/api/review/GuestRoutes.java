package dev.beatboard.service.api.review;

import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Page;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Throttle;
import dev.beatboard.service.api.shot.PreviewRoutes;
import dev.beatboard.service.api.shot.ShotRoutes;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.generation.Generations;
import dev.beatboard.service.generation.Kind;
import dev.beatboard.service.generation.State;
import dev.beatboard.service.generation.Stills;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.review.Comments;
import dev.beatboard.service.review.Reviews;
import dev.beatboard.service.view.Links;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What whoever has a link to a review may do: look, at the shot and its finished generations, and say
/// something. Each route asks first what the token opens, and reads as that account.
public final class GuestRoutes implements Routes {

    private static final String PATH = "/v1/reviews/by-token/{token}";
    private static final int CLIPS = 20;
    private static final int MOST_FRAMES = 100_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Database database;
    private final Reviews reviews;
    private final Comments comments;
    private final Links links;
    private final Stills stills;
    private final ShotRoutes shots;
    private final PreviewRoutes previews;

    public GuestRoutes(
            Database database,
            Reviews reviews,
            Comments comments,
            Links links,
            Stills stills,
            ShotRoutes shots,
            PreviewRoutes previews) {
        this.database = database;
        this.reviews = reviews;
        this.comments = comments;
        this.links = links;
        this.stills = stills;
        this.shots = shots;
        this.previews = previews;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Access.open(), this::look),
                Route.post(PATH + "/explain", Access.open(), this::explain).throttle(Throttle.GUEST),
                Route.post(PATH + "/preview", Access.open(), this::parts).throttle(Throttle.GUEST),
                Route.get(PATH + "/preview-parts/{digest}", Access.open(), this::part),
                Route.post(PATH + "/preview.glb", Access.open(), this::preview).throttle(Throttle.GUEST),
                Route.get(PATH + "/stills/{frame}", Access.open(), this::still).throttle(Throttle.GUEST),
                Route.get(PATH + "/comments", Access.open(), this::said),
                Route.post(PATH + "/comments", Access.open(), this::say).throttle(Throttle.COMMENT));
    }

    private Reviews.Opened opened(Call call) {
        return reviews.open(call.path("token"), call.now());
    }

    private GuestView.Project project(Reviews.Opened opened) {
        return database.<GuestView.Project, RuntimeException>tenant(
                opened.account(),
                h -> h.createQuery("select revision, updated_at, document from project where id = ?")
                        .bind(0, opened.review().project())
                        .map((r, _) -> new GuestView.Project(
                                r.getInt("revision"),
                                r.getTimestamp("updated_at").toInstant(),
                                MAPPER.readTree(r.getString("document"))))
                        .one());
    }

    private Answer look(Call call) {
        Reviews.Opened opened = opened(call);
        GuestView.Project project = project(opened);
        Generations.Page page = new Generations.Page(
                Optional.empty(),
                CLIPS,
                0,
                Optional.of(State.COMPLETED),
                Optional.of(opened.review().project()),
                Optional.empty());
        List<GuestView.Clip> clips = database.<List<GuestView.Clip>, RuntimeException>tenant(
                opened.account(),
                h -> Generations.list(h, page).stream()
                        .filter(g -> g.kind() == Kind.VIDEO)
                        .map(g -> GuestView.clip(g, Generations.outputs(h, g), links, call.now()))
                        .toList());
        return Answer.ok(GuestView.of(opened.review(), project, clips, links, call.now()));
    }

    private String source(Call call) {
        return project(opened(call)).document().toString();
    }

    private Answer explain(Call call) throws IOException {
        return shots.explanation(source(call));
    }

    /// The link, not the account, is whom parts are for: of others it is told nothing.
    private Answer parts(Call call) throws IOException {
        Reviews.Opened opened = opened(call);
        return previews.parts(
                opened.review().id(),
                project(opened).document().toString(),
                PATH.replace("{token}", call.path("token")) + "/preview-parts/");
    }

    private Answer part(Call call) throws IOException {
        return previews.part(call, opened(call).review().id(), call.path("digest"));
    }

    private Answer preview(Call call) {
        return previews.model(source(call));
    }

    private Answer still(Call call) throws IOException {
        String source = source(call);
        String frame = call.path("frame");
        if (!frame.matches("\\d{1,6}") || Integer.parseInt(frame) > MOST_FRAMES) {
            throw Refusal.of(Code.NOT_FOUND, "There is no frame " + Refusal.quoted(frame) + ".")
                    .exception();
        }
        int width = call.query("width", Stills.USUAL, Stills.LEAST, Stills.MOST);
        Stills.Still still = stills.of(source, Integer.parseInt(frame), width);
        return Answer.bytes("image/jpeg", still.jpeg()).header("ETag", '"' + still.tag() + '"');
    }

    private Answer said(Call call) {
        return Answer.ok(new Page<>(
                comments.list(opened(call)).stream().map(CommentView::forGuests).toList(), Optional.empty()));
    }

    private Answer say(Call call) throws IOException {
        Reviews.Opened opened = opened(call);
        return Answer.created(CommentView.forGuests(comments.add(opened, call.json(Comments.Said.class), call.now())));
    }
}
