package dev.beatboard.service.api.review;

import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Page;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.review.Comments;
import dev.beatboard.service.review.Review;
import dev.beatboard.service.review.Reviews;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Links for reviews and comments, as members make and see them.
public final class ReviewRoutes implements Routes {

    private final Reviews reviews;
    private final Comments comments;
    private final Supplier<String> origin;

    /// @param origin of links
    public ReviewRoutes(Reviews reviews, Comments comments, Supplier<String> origin) {
        this.reviews = reviews;
        this.comments = comments;
        this.origin = origin;
    }

    record New(Optional<String> title, Optional<Integer> expiresInDays, Optional<Boolean> comments) {}

    /// @param url in the answer that made it only
    record Shown(
            UUID id,
            UUID projectId,
            String title,
            boolean comments,
            String state,
            Instant createdAt,
            Instant expiresAt,
            Optional<Instant> endedAt,
            Optional<String> url) {

        static Shown of(Review r, Instant now, Optional<String> url) {
            return new Shown(
                    r.id(),
                    r.project(),
                    r.title(),
                    r.comments(),
                    r.state(now),
                    r.created(),
                    r.expires(),
                    r.ended(),
                    url);
        }

        /// Leaves out the address, as it could end up in a log.
        @Override
        public String toString() {
            return "Shown[" + id + "]";
        }
    }

    record Resolution(boolean resolved) {}

    @Override
    public List<Route> routes() {
        Access read = Access.scope(Scope.PROJECTS_READ);
        Access write = Access.scope(Scope.PROJECTS_WRITE);
        return List.of(
                Route.get("/v1/projects/{id}/reviews", read, this::list),
                Route.post("/v1/projects/{id}/reviews", write, this::make),
                Route.delete("/v1/reviews/{id}", write, this::end),
                Route.get("/v1/projects/{id}/comments", read, this::comments),
                Route.post("/v1/projects/{id}/comments", write, this::say),
                Route.patch("/v1/comments/{id}", write, this::resolve),
                Route.delete("/v1/comments/{id}", write, this::delete));
    }

    private Answer list(Call call) {
        return Answer.ok(new Page<>(
                reviews.list(call.caller(), call.id("id")).stream()
                        .map(r -> Shown.of(r, call.now(), Optional.empty()))
                        .toList(),
                Optional.empty()));
    }

    private Answer make(Call call) throws IOException {
        UUID project = call.id("id");
        New body = call.body().length == 0
                ? new New(Optional.empty(), Optional.empty(), Optional.empty())
                : call.json(New.class);
        Reviews.Made made = reviews.make(
                call.caller(),
                project,
                body.title(),
                body.expiresInDays().orElse(Reviews.USUAL_DAYS),
                body.comments().orElse(true),
                call.now());
        return Answer.created(
                Shown.of(made.review(), call.now(), Optional.of(origin.get() + "/#/review/" + made.token())));
    }

    private Answer end(Call call) {
        reviews.end(call.caller(), call.id("id"), call.now());
        return Answer.nothing();
    }

    private Answer comments(Call call) {
        return Answer.ok(new Page<>(
                comments.list(call.caller(), call.id("id")).stream()
                        .map(CommentView::forMembers)
                        .toList(),
                Optional.empty()));
    }

    private Answer say(Call call) throws IOException {
        UUID project = call.id("id");
        return Answer.created(CommentView.forMembers(
                comments.add(call.caller(), project, call.json(Comments.Said.class), call.now())));
    }

    private Answer resolve(Call call) throws IOException {
        UUID id = call.id("id");
        return Answer.ok(CommentView.forMembers(
                comments.resolve(call.caller(), id, call.json(Resolution.class).resolved(), call.now())));
    }

    private Answer delete(Call call) {
        comments.delete(call.caller(), call.id("id"), call.now());
        return Answer.nothing();
    }
}
