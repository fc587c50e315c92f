package dev.beatboard.service.api.agents;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.api.order.Extras;
import dev.beatboard.service.api.order.OrderTaker;
import dev.beatboard.service.api.order.Reference;
import dev.beatboard.service.api.order.ReferenceCheck;
import dev.beatboard.service.api.order.ShotText;
import dev.beatboard.service.generation.Dialect;
import dev.beatboard.service.generation.Estimator;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Kind;
import dev.beatboard.service.generation.Order;
import dev.beatboard.service.plan.Plan;
import dev.beatboard.service.plan.Tier;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Makes orders of requests: looks at what they refer to, and says which of it is used.
final class AgentsOrders {

    private static final String SHAPE = "16:9";

    private final Estimator estimator;
    private final ReferenceCheck references;
    private final OrderTaker taker;

    AgentsOrders(Estimator estimator, ReferenceCheck references, OrderTaker taker) {
        this.estimator = estimator;
        this.references = references;
        this.taker = taker;
    }

    /// @throws dev.beatboard.service.problem.RefusedException if it cannot be made
    /// @throws IOException if pictures could not be looked at
    Order of(Caller caller, JsonNode body) throws IOException {
        JsonNode kept = OrderTaker.kept(body);
        AgentsRequest r = AgentsRequest.of(body);
        taker.needProject(caller, r.extras().project());
        references.callback(r.extras().callbackUrl());
        Optional<Generation> source =
                r.type().needsSource() ? r.source().map(s -> own(caller, s, r)) : Optional.empty();
        parent(caller, r.extras().parent());
        references.check(caller.account(), r.pictures());
        Optional<String> image = images(r);
        String shot = shot(r, source, image);
        Order.Picture picture = picture(r, source, estimator.plan(caller));
        r.findings().checkStrict(r.extras().strict());
        return order(r, kept, shot, source, picture);
    }

    /// Its own account alone has films that can be rendered anew.
    private Generation own(Caller caller, Reference source, AgentsRequest r) {
        if (source.generation().isEmpty()) {
            String detail = "source has to be the generation_id of a generation of yours: the engine renders a directed"
                    + " world, so it can " + (r.type() == GenerationType.VIDEO_REFRAME ? "reframe" : "edit")
                    + " what it made itself, exactly, and cannot repaint footage or pictures of others.";
            throw Refusal.of(Code.NOT_SUPPORTED, detail)
                    .at("/source", detail)
                    .with("failure_code", "unsupported_format")
                    .exception();
        }
        return references.own(caller.account(), source);
    }

    private void parent(Caller caller, Optional<UUID> parent) {
        parent.ifPresent(id -> references.own(caller.account(), Reference.generation("parent_id", id)));
    }

    /// Notes what becomes of pictures.
    ///
    /// @return a name for the one that the first frame is to be like
    private static Optional<String> images(AgentsRequest r) {
        VideoOptions v = r.video();
        Optional<Reference> first = v.startFrame();
        if (first.isEmpty() && v.indexes().isPresent()) {
            int at = v.indexes().get().indexOf(0);
            first = at >= 0 && at < v.keyframes().size()
                    ? Optional.of(v.keyframes().get(at))
                    : first;
        }
        for (Reference p : r.pictures()) {
            r.findings()
                    .unused(
                            "image-not-used",
                            p.field(),
                            "The picture was looked at and can be read, but pictures do not direct yet: the words do.");
        }
        return first.map(p -> p.field() + ".image");
    }

    private static String shot(AgentsRequest r, Optional<Generation> source, Optional<String> image) {
        Extras x = r.extras();
        ShotText.Said said = new ShotText.Said(
                r.prompt(),
                r.video().duration().orElse(VideoOptions.SHORT),
                r.direction().isPresent() ? r.aspect() : Optional.of(r.aspect().orElse(SHAPE)),
                x.seed(),
                image);
        if (r.direction().isPresent()) {
            Optional<String> duration =
                    r.type() == GenerationType.VIDEO ? r.video().duration() : Optional.empty();
            return ShotText.directed(r.direction().get(), said, duration, r.findings());
        }
        if (source.isEmpty()) {
            return ShotText.of(said, r.findings());
        }
        if (r.type() == GenerationType.VIDEO_REFRAME) {
            r.findings()
                    .note(
                            "prompt-not-needed",
                            "prompt",
                            "Nothing has to be painted in: the same shot is rendered in the other shape.");
            return source.get().source();
        }
        return ShotText.redirected(
                source.get().source(), r.prompt().orElse(""), x.seed(), "source.generation_id", r.findings());
    }

    private static Order.Picture picture(AgentsRequest r, Optional<Generation> source, Plan plan) {
        Optional<String> size = r.extras().size();
        Optional<String> resolution = r.video().resolution();
        Optional<String> aspect = r.direction().isPresent() ? Optional.empty() : r.aspect();
        if (size.isPresent()) {
            if (r.video().resolution().isPresent()) {
                r.findings().unused("size-wins", "video.resolution", "size says exactly how large the picture is.");
            }
            return new Order.Picture(Optional.empty(), Optional.empty(), size);
        }
        if (source.isPresent()
                && resolution.isEmpty()
                && aspect.isEmpty()
                && r.direction().isEmpty()) {
            return new Order.Picture(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(source.get().terms().width() + "x"
                            + source.get().terms().height()));
        }
        if (resolution.isEmpty()) {
            resolution = Optional.of(resolution(r, plan));
        }
        return new Order.Picture(resolution, aspect, Optional.empty());
    }

    /// The vendor's films have 720p if nobody says; its pictures are large.
    private static String resolution(AgentsRequest r, Plan plan) {
        Tier wanted = r.type().still() ? Tier.P1080 : Tier.P720;
        if (plan.tiers().contains(wanted)) {
            return wanted.label();
        }
        Tier best = plan.tiers().stream()
                .filter(t -> t.compareTo(wanted) < 0)
                .max(Comparator.naturalOrder())
                .orElse(wanted);
        r.findings()
                .note(
                        "draft-only-plan",
                        r.type().still() ? "size" : "video.resolution",
                        "The " + plan.title() + " plan renders drafts: the picture has " + best.label() + ", not "
                                + wanted.label() + ".");
        return best.label();
    }

    private static Order order(
            AgentsRequest r, JsonNode kept, String shot, Optional<Generation> source, Order.Picture picture) {
        Extras x = r.extras();
        boolean still = r.type().still();
        if (still
                && !(x.formats().isEmpty()
                        && x.layers().isEmpty()
                        && x.colorSpaces().isEmpty())) {
            r.findings()
                    .unused(
                            "not-applicable",
                            "formats",
                            "formats, layers and color_spaces are for films; a picture is" + " one file.");
        }
        Set<String> formats = new LinkedHashSet<>(x.formats());
        if (r.video().hdr() || r.video().exr()) {
            if (formats.isEmpty()) {
                formats.add("mp4");
            }
            if (r.video().hdr()) {
                formats.add("hdr10");
            }
            if (r.video().exr()) {
                formats.add("exr");
            }
        }
        r.findings().checkStrict(x.strict());
        return new Order(
                Dialect.AGENTS,
                still ? Kind.STILL : Kind.VIDEO,
                r.type().label(),
                r.model(),
                kept,
                shot,
                x.project(),
                x.parent().or(() -> source.map(Generation::id)),
                picture,
                still ? List.of() : List.copyOf(formats),
                still ? List.of() : x.layers(),
                still ? List.of() : x.colorSpaces(),
                x.burnIn(),
                still ? Optional.of(r.outputFormat().orElse("png")) : Optional.empty(),
                x.queue(),
                x.callbackUrl(),
                r.endUser(),
                r.findings().notices());
    }
}
