package dev.beatboard.service.api.agents;

import dev.beatboard.service.api.form.Findings;
import dev.beatboard.service.api.form.Form;
import dev.beatboard.service.api.order.Extras;
import dev.beatboard.service.api.order.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A request as of the vendor's Agents API, with our fields, read and checked by itself: whether
/// what it refers to is there, nobody has looked yet.
///
/// @param prompt needed unless there is a direction
/// @param model as the client named it
/// @param direction the shot as JSON, which wins over the fields
/// @param references pictures that may guide, of which none is used yet
record AgentsRequest(
        Optional<String> prompt,
        GenerationType type,
        String model,
        Optional<String> aspect,
        Optional<JsonNode> direction,
        Optional<Reference> source,
        List<Reference> imageReferences,
        Optional<String> outputFormat,
        VideoOptions video,
        Optional<String> endUser,
        Extras extras,
        Findings findings) {

    static final List<String> ASPECTS =
            List.of("3:1", "2:1", "21:9", "16:9", "4:3", "3:2", "1:1", "3:4", "2:3", "9:16", "1:2", "1:3");

    private static final int LONGEST_PROMPT = 6_000;
    private static final int LONGEST_USER = 256;
    private static final int MOST_REFERENCES = 9;
    private static final int MOST_OF_EDIT = 8;

    /// @throws dev.beatboard.service.problem.RefusedException 400 or 422 with all that is wrong
    static AgentsRequest of(JsonNode body) {
        Findings findings = new Findings();
        Form f = Form.of(body, findings);
        Optional<JsonNode> direction = f.tree("direction");
        Optional<String> prompt = f.text("prompt", LONGEST_PROMPT);
        Optional<String> model = f.choice("model", ModelName.ALL);
        GenerationType type = type(f, model);
        if (!f.has("prompt") && direction.isEmpty()) {
            findings.wrong("/prompt", "prompt is needed: 1 to " + LONGEST_PROMPT + " characters of direction.");
        }
        Optional<String> aspect = aspect(f, type);
        Optional<Reference> source = source(f, type, direction);
        List<Reference> images =
                Reference.all(f, "image_ref", 0, type == GenerationType.IMAGE_EDIT ? MOST_OF_EDIT : MOST_REFERENCES);
        Optional<String> format = f.choice("output_format", List.of("png", "jpeg"));
        if (!type.still()) {
            f.unused("output_format", "not-applicable", "output_format is for pictures; films are MP4, see formats.");
        }
        manner(f);
        Optional<Form> video = f.object("video");
        VideoOptions options = video.map(VideoOptions::of).orElse(VideoOptions.NONE);
        video.ifPresent(v -> video(v, options, type, direction.isPresent()));
        Optional<String> user = f.text("user_id", LONGEST_USER);
        Extras extras = Extras.of(f);
        f.rest();
        findings.check();
        findings.checkStrict(extras.strict());
        return new AgentsRequest(
                prompt,
                type,
                model.orElse(ModelName.of(type)),
                aspect,
                direction,
                source,
                images,
                format,
                options,
                user,
                extras,
                findings);
    }

    private static GenerationType type(Form f, Optional<String> model) {
        Optional<GenerationType> said =
                f.choice("type", GenerationType.labels()).flatMap(GenerationType::of);
        if (said.isEmpty() && model.isEmpty() && !f.has("type") && !f.has("model")) {
            f.findings()
                    .note(
                            "type-assumed",
                            "type",
                            "Neither type nor model is given: a video is made. Send \"type\": \"image\" for a picture.");
        }
        GenerationType type = said.orElseGet(() -> model.map(ModelName::type).orElse(GenerationType.VIDEO));
        if (said.isPresent() && model.isPresent() && !ModelName.makes(model.get(), type)) {
            f.findings()
                    .conflict(
                            "/model",
                            "model " + model.get() + " makes no " + type.label() + "; " + ModelName.of(type) + " and "
                                    + ModelName.OURS + " do.");
        }
        return type;
    }

    private static Optional<String> aspect(Form f, GenerationType type) {
        Optional<String> aspect = f.choice("aspect_ratio", ASPECTS);
        if (aspect.isPresent() && !type.mayHave(aspect.get())) {
            f.findings()
                    .conflict(
                            "/aspect_ratio",
                            "aspect_ratio " + aspect.get() + " is for pictures; videos have one of "
                                    + String.join(", ", GenerationType.shapesOfVideos()) + ".");
        }
        if (type == GenerationType.VIDEO_REFRAME && !f.has("aspect_ratio")) {
            f.findings().conflict("/aspect_ratio", "aspect_ratio is needed with type video_reframe: the new shape.");
        }
        return aspect;
    }

    private static Optional<Reference> source(Form f, GenerationType type, Optional<JsonNode> direction) {
        Optional<Reference> source = Reference.in(
                f, "source", type == GenerationType.IMAGE_EDIT ? Reference.Place.PICTURE : Reference.Place.FILM);
        if (type.needsSource()) {
            if (!f.has("source")) {
                f.findings().conflict("/source", "source is needed with type " + type.label() + ".");
            }
            if (type == GenerationType.VIDEO_REFRAME && direction.isPresent()) {
                f.findings()
                        .conflict(
                                "/direction",
                                "direction does not go with type video_reframe: the shot is the source's.");
            }
        } else {
            f.unused("source", "not-applicable", "source is for edits and reframes; it is not used here.");
        }
        return source;
    }

    private static void manner(Form f) {
        if (f.flag("web_search").orElse(false)) {
            f.unused("web_search", "not-supported", "Nothing is looked up on the web: only what is said is directed.");
        }
        if (f.choice("style", List.of("auto", "manga")).filter("manga"::equals).isPresent()) {
            f.unused("style", "not-supported", "There is one look; nothing is drawn as manga.");
        }
    }

    private static void video(Form video, VideoOptions options, GenerationType type, boolean directed) {
        if (type.still()) {
            for (String name : List.of(
                    "resolution",
                    "duration",
                    "start_frame",
                    "end_frame",
                    "keyframes",
                    "keyframe_indexes",
                    "loop",
                    "hdr",
                    "exr_export",
                    "source_position",
                    "edit")) {
                video.unused(name, "not-applicable", "video is for films; a picture takes nothing from it.");
            }
        } else {
            Optional<Integer> frames = type == GenerationType.VIDEO && !directed
                    ? Optional.of(VideoRules.lastIndex(options))
                    : Optional.empty();
            new VideoRules(video, options, type).check(frames);
            if (type != GenerationType.VIDEO) {
                video.unused("duration", "not-applicable", "An edit or a reframe is as long as what it is made of.");
            }
        }
        video.rest();
    }

    /// Every picture that guides or anchors, whatever becomes of it.
    List<Reference> pictures() {
        List<Reference> all = new ArrayList<>(imageReferences);
        video.startFrame().ifPresent(all::add);
        video.endFrame().ifPresent(all::add);
        all.addAll(video.keyframes());
        video.edit().ifPresent(e -> all.addAll(e.keyframes()));
        return all;
    }
}
