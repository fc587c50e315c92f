package dev.beatboard.service.api.order;

import dev.beatboard.service.api.form.Findings;
import dev.beatboard.service.generation.Takes;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Fault;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.problem.RefusedException;
import dev.beatboard.shot.ShotReader;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Shot files (docs/DIRECTING.md) made of what vendors' requests say, as JSON text.
public final class ShotText {

    /// What a keyframe's prompt may have, which is less than the vendor allows.
    private static final int LONGEST_PROMPT = 4_000;

    private static final int LONGEST_TITLE = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ShotText() {}

    /// What a request says of a shot.
    ///
    /// @param duration such as `5s`
    /// @param aspect such as `16:9`
    /// @param image a name for the picture that the first frame is to be like
    public record Said(
            Optional<String> prompt,
            String duration,
            Optional<String> aspect,
            Optional<Long> seed,
            Optional<String> image) {}

    /// A shot of one keyframe.
    public static String of(Said said, Findings findings) {
        ObjectNode shot = JSON.createObjectNode();
        String prompt = shortened(said.prompt().orElse(""), findings);
        shot.put("title", title(prompt));
        shot.put("duration", said.duration());
        said.aspect().ifPresent(a -> shot.put("aspect", a));
        said.seed().ifPresent(s -> shot.put("seed", s));
        ObjectNode keyframe = shot.putArray("keyframes").addObject();
        keyframe.put("at", "0s");
        if (!prompt.isEmpty()) {
            keyframe.put("prompt", prompt);
        }
        said.image().ifPresent(i -> keyframe.put("image", i));
        return JSON.writeValueAsString(shot);
    }

    /// The client's own shot, completed by what only the fields beside it say; where both speak, the
    /// shot wins.
    ///
    /// @param direction the shot as JSON
    /// @param duration if the client gave one
    public static String directed(JsonNode direction, Said said, Optional<String> duration, Findings findings) {
        ObjectNode shot = (ObjectNode) direction.deepCopy();
        if (duration.isPresent() && !shot.has("duration")) {
            shot.put("duration", duration.get());
        } else if (duration.isPresent() && !same(shot, "duration", duration.get())) {
            lost(findings, "video.duration");
        }
        if (said.aspect().isPresent()) {
            if (!shot.has("aspect") && !shot.has("size")) {
                shot.put("aspect", said.aspect().get());
            } else if (!same(shot, "aspect", said.aspect().get())) {
                lost(findings, "aspect_ratio");
            }
        }
        if (said.seed().isPresent()) {
            if (!shot.has("seed")) {
                shot.put("seed", said.seed().get());
            } else if (!same(shot, "seed", said.seed().get().toString())) {
                lost(findings, "seed");
            }
        }
        if (said.prompt().isPresent() && !said.prompt().get().equals(firstPrompt(shot))) {
            lost(findings, "prompt");
        }
        if (!shot.has("title") && said.prompt().isPresent()) {
            shot.put("title", title(said.prompt().get()));
        }
        String text = JSON.writeValueAsString(shot);
        read(text);
        return text;
    }

    private static boolean same(ObjectNode shot, String field, String said) {
        return shot.path(field).asString("").equals(said);
    }

    private static String firstPrompt(ObjectNode shot) {
        return shot.path("keyframes").path(0).path("prompt").asString("");
    }

    private static void lost(Findings findings, String field) {
        findings.unused(
                "direction-wins",
                field,
                "direction says something else than " + field + "; the direction is rendered.");
    }

    /// Faults of the shot, at their places in the request.
    private static void read(String text) {
        try {
            Takes.read(text);
        } catch (RefusedException e) {
            Refusal r = e.refusal();
            Refusal placed = Refusal.of(r.code(), r.detail());
            for (Fault f : r.faults()) {
                placed = placed.at(new Fault("/direction" + f.pointer(), f.message(), f.allowed(), f.nearest()));
            }
            throw placed.exception();
        }
    }

    /// The shot of an earlier generation with other words.
    ///
    /// @param source its shot
    /// @param field that named it
    /// @throws RefusedException 422 if one prompt cannot stand for its words
    public static String redirected(
            String source, String prompt, Optional<Long> seed, String field, Findings findings) {
        ShotReader.Result.Accepted read = Takes.read(source);
        int keyframes = read.draft().keyframes().size();
        if (keyframes > 1) {
            String detail = "The shot of " + field + " has " + keyframes
                    + " keyframes, which one prompt cannot direct. Send the changed shot as direction, with the"
                    + " generation as parent_id: only frames that change are charged.";
            throw Refusal.of(Code.NOT_SUPPORTED, detail).at("/prompt", detail).exception();
        }
        ObjectNode shot = parsed(source);
        ObjectNode keyframe = (ObjectNode) shot.path("keyframes").path(0);
        keyframe.put("prompt", shortened(prompt, findings));
        seed.ifPresent(s -> shot.put("seed", s));
        findings.note(
                "prompt-replaced",
                "prompt",
                "The prompt takes the place of the shot's words: say all that should be seen, not the change alone.");
        return JSON.writeValueAsString(shot);
    }

    private static ObjectNode parsed(String source) {
        try {
            if (JSON.readTree(source) instanceof ObjectNode shot
                    && shot.path("keyframes").path(0).isObject()) {
                return shot;
            }
        } catch (JacksonException e) {
            // Said below.
        }
        throw new IllegalStateException("A stored shot is no JSON object with keyframes");
    }

    /// A name for the shot: the first words of its prompt.
    static String title(String prompt) {
        String line = prompt.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return "Untitled";
        }
        if (line.length() <= LONGEST_TITLE) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST_TITLE);
        int end = space > 0 ? space : LONGEST_TITLE;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }

    private static String shortened(String prompt, Findings findings) {
        if (prompt.length() <= LONGEST_PROMPT) {
            return prompt;
        }
        int sentence = prompt.lastIndexOf(". ", LONGEST_PROMPT - 1);
        int word = prompt.lastIndexOf(' ', LONGEST_PROMPT);
        int end = sentence > LONGEST_PROMPT / 2 ? sentence + 1 : word > 0 ? word : LONGEST_PROMPT - 1;
        if (Character.isHighSurrogate(prompt.charAt(end - 1))) {
            end--;
        }
        findings.unused(
                "prompt-shortened",
                "prompt",
                "A keyframe has up to " + LONGEST_PROMPT + " characters; what follows after character " + end
                        + " is not read. Use direction with several keyframes.");
        return prompt.substring(0, end);
    }
}
