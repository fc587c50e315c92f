package dev.beatboard.service.api.dreammachine;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.api.form.Findings;
import dev.beatboard.service.api.form.Form;
import dev.beatboard.service.api.order.Extras;
import dev.beatboard.service.api.order.OrderTaker;
import dev.beatboard.service.api.order.Reference;
import dev.beatboard.service.api.order.ReferenceCheck;
import dev.beatboard.service.api.order.ShotText;
import dev.beatboard.service.api.order.Strength;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes orders of requests of the older API, each kind with a method of its own.
final class DreamMachineOrders {

    static final List<String> FILM_MODELS = List.of("ray-1-6", "ray-2", "ray-flash-2", "beatboard");
    static final List<String> PICTURE_MODELS = List.of("photon-1", "photon-flash-1", "beatboard");
    static final List<String> ASPECTS = List.of("1:1", "16:9", "9:16", "4:3", "3:4", "21:9", "9:21");

    private static final int SHORTEST_PROMPT = 3;
    private static final int LONGEST_PROMPT = 5_000;
    private static final int LONGEST_TEXT = 100;
    private static final int MOST_REFERENCES = 16;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,3}(?:[.][0-9]{1,3})?s");

    private final Estimator estimator;
    private final ReferenceCheck references;
    private final OrderTaker taker;
    private final Media media;

    DreamMachineOrders(Estimator estimator, ReferenceCheck references, OrderTaker taker, Supplier<String> origin) {
        this.estimator = estimator;
        this.references = references;
        this.taker = taker;
        this.media = new Media(origin);
    }

    /// What all kinds have in common while they are read.
    private record Reading(Form form, Findings findings, Extras extras, ObjectNode kept, String model) {}

    private Reading begin(JsonNode body, String kind, List<String> models, boolean needsModel) {
        Findings findings = new Findings();
        Form f = Form.of(body, findings);
        Optional<String> type = f.text("generation_type", LONGEST_TEXT);
        if (type.isPresent() && !type.get().equals(kind)) {
            throw Refusal.of(
                            Code.INVALID_REQUEST,
                            "Unknown request type: generation_type is " + Refusal.quoted(type.get()) + "; here it is "
                                    + kind + ".")
                    .exception();
        }
        Optional<String> model = f.choice("model", models);
        if (model.isEmpty() && needsModel && !f.has("model")) {
            findings.note("model-assumed", "model", "No model is given; all of them are the same engine.");
        }
        ObjectNode kept = (ObjectNode) OrderTaker.kept(body);
        if (!kept.has("generation_type")) {
            kept.put("generation_type", kind);
        }
        return new Reading(f, findings, Extras.of(f), kept, model.orElse(models.get(1)));
    }

    /// `POST /generations/video`, and `/generations`.
    Order video(Caller caller, JsonNode body) throws IOException {
        Reading r = begin(body, "video", FILM_MODELS, true);
        Form f = r.form();
        Keyframes keyframes = Keyframes.of(f);
        Optional<JsonNode> direction = f.tree("direction");
        Optional<String> prompt = prompt(f, keyframes != Keyframes.NONE || direction.isPresent());
        if (f.flag("loop").orElse(false)) {
            keyframes.loopRefusal().ifPresent(text -> {
                throw Refusal.of(Code.INVALID_REQUEST, text).exception();
            });
            f.unused("loop", "not-looped", "The film is not made to loop: its last frame leads to no first one.");
        }
        Optional<String> duration = f.text("duration", LONGEST_TEXT).filter(d -> duration(f, d));
        Optional<String> aspect = f.choice("aspect_ratio", ASPECTS);
        Optional<String> words = words(prompt, concepts(f));
        Order.Picture picture =
                picture(r, estimator.plan(caller), Tier.P720, direction.isPresent() ? Optional.empty() : aspect);
        f.rest();
        finish(caller, r, keyframes.all());
        ShotText.Said said = new ShotText.Said(
                words,
                duration.orElse("5s"),
                direction.isPresent() ? aspect : Optional.of(aspect.orElse("16:9")),
                r.extras().seed(),
                keyframes.first().map(k -> k.field() + ".image"));
        String shot = direction.isPresent()
                ? ShotText.directed(direction.get(), said, duration, r.findings())
                : ShotText.of(said, r.findings());
        return order(r, Kind.VIDEO, "video", shot, Optional.empty(), picture, Optional.empty());
    }

    /// `POST /generations/image`.
    Order image(Caller caller, JsonNode body) throws IOException {
        Reading r = begin(body, "image", PICTURE_MODELS, true);
        Form f = r.form();
        List<Reference> pictures = new ArrayList<>();
        for (String name : List.of("image_ref", "style_ref")) {
            f.objects(name, 0, MOST_REFERENCES).forEach(i -> weighted(i).ifPresent(pictures::add));
        }
        f.object("modify_image_ref").flatMap(DreamMachineOrders::weighted).ifPresent(pictures::add);
        f.object("character_ref").ifPresent(c -> {
            c.object("identity0").ifPresent(i -> {
                List<String> urls = i.texts("images", 1, MOST_REFERENCES);
                for (int n = 0; n < urls.size(); n++) {
                    pictures.add(Reference.picture(i.field("images." + n), urls.get(n)));
                }
                i.rest();
            });
            c.rest();
        });
        Optional<JsonNode> direction = f.tree("direction");
        Optional<String> prompt = prompt(f, direction.isPresent());
        Optional<String> aspect = f.choice("aspect_ratio", ASPECTS);
        Optional<String> format = f.choice("format", List.of("jpg", "png"));
        f.flag("sync");
        f.number("sync_timeout", 0, 600);
        Order.Picture picture =
                picture(r, estimator.plan(caller), Tier.P1080, direction.isPresent() ? Optional.empty() : aspect);
        f.rest();
        finish(caller, r, pictures);
        ShotText.Said said = new ShotText.Said(
                prompt,
                "5s",
                direction.isPresent() ? aspect : Optional.of(aspect.orElse("16:9")),
                r.extras().seed(),
                Optional.empty());
        String shot = direction.isPresent()
                ? ShotText.directed(direction.get(), said, Optional.empty(), r.findings())
                : ShotText.of(said, r.findings());
        return order(r, Kind.STILL, "image", shot, Optional.empty(), picture, format);
    }

    /// `POST /generations/video/reframe` and `/generations/image/reframe`.
    Order reframe(Caller caller, JsonNode body, boolean film) throws IOException {
        Reading r = begin(body, film ? "reframe_video" : "reframe_image", film ? FILM_MODELS : PICTURE_MODELS, true);
        Form f = r.form();
        UUID id = media.of(f, "reframe");
        Optional<String> aspect = f.choice("aspect_ratio", ASPECTS);
        if (!f.has("aspect_ratio")) {
            r.findings().wrong("/aspect_ratio", "aspect_ratio is needed: the new shape.");
        }
        for (String name : List.of(
                "grid_position_x",
                "grid_position_y",
                "x_start",
                "x_end",
                "y_start",
                "y_end",
                "resized_width",
                "resized_height")) {
            f.whole(name, -100_000, 100_000);
            f.unused(name, "not-supported", "The shot is framed anew in the other shape and not laid onto a canvas.");
        }
        List<Reference> pictures = firstFrame(f);
        prompt(f, true);
        Optional<String> format = film ? Optional.empty() : f.choice("format", List.of("jpg", "png"));
        Order.Picture picture = picture(r, estimator.plan(caller), film ? Tier.P720 : Tier.P1080, aspect);
        f.rest();
        finish(caller, r, pictures);
        Generation source = own(caller, "media", id);
        return order(
                r,
                film ? Kind.VIDEO : Kind.STILL,
                film ? "reframe_video" : "reframe_image",
                source.source(),
                Optional.of(source),
                picture,
                format);
    }

    /// `POST /generations/video/modify`.
    Order modify(Caller caller, JsonNode body) throws IOException {
        Reading r = begin(body, "modify_video", FILM_MODELS, true);
        Form f = r.form();
        UUID id = media.of(f, "modify");
        f.choice("mode", Strength.LABELS);
        if (!f.has("mode")) {
            r.findings().wrong("/mode", "mode is needed: one of " + String.join(", ", Strength.LABELS) + ".");
        }
        f.unused("mode", "not-supported", "The shot is rendered anew by its words; nothing is repainted to a degree.");
        List<Reference> pictures = firstFrame(f);
        Optional<JsonNode> direction = f.tree("direction");
        Optional<String> prompt = prompt(f, direction.isPresent());
        Order.Picture picture = same(r, estimator.plan(caller), caller, id);
        f.rest();
        finish(caller, r, pictures);
        Generation source = own(caller, "media", id);
        ShotText.Said said =
                new ShotText.Said(prompt, "5s", Optional.empty(), r.extras().seed(), Optional.empty());
        String shot = direction.isPresent()
                ? ShotText.directed(direction.get(), said, Optional.empty(), r.findings())
                : ShotText.redirected(
                        source.source(), prompt.orElse(""), r.extras().seed(), "media", r.findings());
        return order(r, Kind.VIDEO, "modify_video", shot, Optional.of(source), picture, Optional.empty());
    }

    /// `POST /generations/{id}/upscale`: the same shot, rendered larger.
    Order upscale(Caller caller, UUID id, JsonNode body) throws IOException {
        Reading r = begin(body, "upscale_video", FILM_MODELS, false);
        Form f = r.form();
        Generation source = own(caller, "id", id);
        if (source.kind() == Kind.STILL) {
            throw Refusal.of(Code.INVALID_REQUEST, "Generation " + id + " is a picture; videos are upscaled.")
                    .exception();
        }
        if (!f.has("resolution")) {
            r.findings().wrong("/resolution", "resolution is needed: one of " + String.join(", ", Tier.labels()) + ".");
        }
        Optional<String> shape = source.terms().reframed()
                ? Optional.of(source.terms().width() + ":" + source.terms().height())
                : Optional.empty();
        Order.Picture picture = picture(r, estimator.plan(caller), Tier.P1080, shape);
        f.rest();
        finish(caller, r, List.of());
        Reading named = new Reading(f, r.findings(), r.extras(), r.kept(), source.model());
        return order(
                named, Kind.VIDEO, "upscale_video", source.source(), Optional.of(source), picture, Optional.empty());
    }

    /// The generation of a path or of `media`, if it is the caller's.
    Generation own(Caller caller, String field, UUID id) {
        return references.own(caller.account(), Reference.generation(field, id));
    }

    private static Optional<String> prompt(Form f, boolean other) {
        Findings findings = f.findings();
        Optional<String> prompt = f.text("prompt", LONGEST_PROMPT * 4);
        if (prompt.isEmpty()) {
            if (!f.has("prompt") && !other) {
                throw Refusal.of(Code.INVALID_REQUEST, "Prompt is required")
                        .at("/prompt", "Prompt is required")
                        .exception();
            }
            findings.check();
            return prompt;
        }
        int length = prompt.get().length();
        if (length < SHORTEST_PROMPT) {
            findings.wrong("/prompt", "Prompt is too short, minimum length is 3 characters");
        } else if (length > LONGEST_PROMPT) {
            findings.wrong("/prompt", "Prompt is too long, maximum length is 5000 characters");
        }
        return prompt;
    }

    private static boolean duration(Form f, String text) {
        if (!SECONDS.matcher(text).matches()) {
            f.findings()
                    .wrong("/duration", "duration is " + Refusal.quoted(text) + "; write seconds, such as 5s or 9s.");
            return false;
        }
        return true;
    }

    private static List<String> concepts(Form f) {
        List<String> keys = new ArrayList<>();
        f.objects("concepts", 0, MOST_REFERENCES).forEach(c -> {
            c.choice("key", Concepts.keys()).ifPresent(keys::add);
            if (!c.has("key")) {
                f.findings().wrong(c.pointer("key"), c.field("key") + " is needed.");
            }
            c.rest();
        });
        return keys;
    }

    /// The prompt with what concepts become of.
    private static Optional<String> words(Optional<String> prompt, List<String> concepts) {
        if (concepts.isEmpty()) {
            return prompt;
        }
        String more = String.join(", ", concepts.stream().map(Concepts::words).toList());
        return Optional.of(prompt.map(p -> p.strip().replaceAll("[.,;]+$", "") + ". ")
                        .orElse("") + more.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + more.substring(1)
                + ".");
    }

    private static Optional<Reference> weighted(Form i) {
        Optional<String> url = i.text("url", 4_000);
        i.number("weight", 0, 1);
        if (!i.has("url")) {
            i.findings().wrong(i.pointer("url"), i.field("url") + " is needed.");
        }
        i.rest();
        String field = i.field("url");
        return url.map(u -> Reference.picture(field, u));
    }

    private static List<Reference> firstFrame(Form f) {
        return f.object("first_frame")
                .flatMap(DreamMachineOrders::weighted)
                .map(List::of)
                .orElse(List.of());
    }

    private static Order.Picture picture(Reading r, Plan plan, Tier otherwise, Optional<String> aspect) {
        Optional<String> said = r.form().text("resolution", LONGEST_TEXT);
        if (r.extras().size().isPresent()) {
            if (said.isPresent()) {
                r.findings().unused("size-wins", "resolution", "size says exactly how large the picture is.");
            }
            return new Order.Picture(
                    Optional.empty(), Optional.empty(), r.extras().size());
        }
        if (said.isPresent()) {
            return new Order.Picture(said, aspect, Optional.empty());
        }
        Tier tier = plan.tiers().contains(otherwise)
                ? otherwise
                : plan.tiers().stream()
                        .filter(t -> t.compareTo(otherwise) < 0)
                        .max(Comparator.naturalOrder())
                        .orElse(otherwise);
        if (tier != otherwise) {
            r.findings()
                    .note(
                            "draft-only-plan",
                            "resolution",
                            "The " + plan.title() + " plan renders drafts: the picture has " + tier.label() + ", not "
                                    + otherwise.label() + ".");
        }
        return new Order.Picture(Optional.of(tier.label()), aspect, Optional.empty());
    }

    /// As large as what is modified, unless the request says otherwise.
    private Order.Picture same(Reading r, Plan plan, Caller caller, UUID id) {
        if (r.extras().size().isPresent() || r.form().has("resolution")) {
            return picture(r, plan, Tier.P720, Optional.empty());
        }
        r.form().pass("resolution");
        r.findings().check();
        Generation source = own(caller, "media", id);
        return new Order.Picture(
                Optional.empty(),
                Optional.empty(),
                Optional.of(source.terms().width() + "x" + source.terms().height()));
    }

    /// What is checked last: all fields, then what they refer to.
    private void finish(Caller caller, Reading r, List<Reference> pictures) throws IOException {
        Extras x = r.extras();
        r.findings().check();
        taker.needProject(caller, x.project());
        references.callback(x.callbackUrl());
        x.parent().ifPresent(p -> own(caller, "parent_id", p));
        references.check(caller.account(), pictures);
        for (Reference p : pictures) {
            r.findings()
                    .unused(
                            "image-not-used",
                            p.field(),
                            "The picture was looked at and can be read, but pictures do not direct yet: the words do.");
        }
    }

    private static Order order(
            Reading r,
            Kind kind,
            String type,
            String shot,
            Optional<Generation> source,
            Order.Picture picture,
            Optional<String> format) {
        Extras x = r.extras();
        boolean still = kind == Kind.STILL;
        r.findings().checkStrict(x.strict());
        return new Order(
                Dialect.DREAM_MACHINE,
                kind,
                type,
                r.model(),
                r.kept(),
                shot,
                x.project(),
                x.parent().or(() -> source.map(Generation::id)),
                picture,
                still ? List.of() : x.formats(),
                still ? List.of() : x.layers(),
                still ? List.of() : x.colorSpaces(),
                x.burnIn(),
                still
                        ? Optional.of(
                                format.filter("jpg"::equals).map(f -> "jpeg").orElse("png"))
                        : Optional.empty(),
                x.queue(),
                x.callbackUrl(),
                Optional.empty(),
                r.findings().notices());
    }
}
