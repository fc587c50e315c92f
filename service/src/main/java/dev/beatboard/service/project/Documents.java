package dev.beatboard.service.project;

import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Fault;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.shot.Problem;
import dev.beatboard.shot.ShotReader;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What may be kept: any object of JSON as a project's document, good people and good sets in the
/// library.
public final class Documents {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final List<String> SET = List.of("set", "light", "description");

    private Documents() {}

    static JsonNode tree(String document) {
        return MAPPER.readTree(document);
    }

    /// A project's document as text.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException if it is no object, or too long
    public static String project(JsonNode document) {
        return checked(object(document).toString());
    }

    /// Somebody of the cast, checked by the engine's own rules; the name is that of the entry.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException (INVALID_SHOT) with all that is wrong
    public static String cast(String name, JsonNode document) {
        ObjectNode entry = object(document).deepCopy();
        entry.put("name", name);
        ObjectNode shot = shot("Wide shot.");
        shot.putArray("cast").add(entry);
        check(shot, "cast[0]");
        return checked(entry.toString());
    }

    /// A set: `set` is its kind, `light` the light there, `description` words about it.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException (INVALID_SHOT) with all that is wrong
    public static String set(JsonNode document) {
        ObjectNode set = object(document);
        for (String field : set.propertyNames()) {
            if (!SET.contains(field)) {
                throw Refusal.unknown("/document/" + Fault.escaped(field), field, SET)
                        .exception();
            }
        }
        if (!set.has("set")) {
            throw Refusal.field("/document/set", "A set says which it is, such as office.")
                    .exception();
        }
        ObjectNode shot = shot("Wide shot.");
        shot.set("set", set.get("set"));
        ObjectNode keyframe = (ObjectNode) shot.path("keyframes").path(0);
        if (set.has("light")) {
            keyframe.set("light", set.get("light"));
        }
        if (set.has("description")) {
            keyframe.set("prompt", set.get("description"));
        }
        check(shot, "");
        return checked(set.toString());
    }

    private static ObjectNode shot(String prompt) {
        ObjectNode shot = JsonNodeFactory.instance.objectNode();
        shot.put("title", "Check").put("duration", "1s");
        ArrayNode keyframes = shot.putArray("keyframes");
        keyframes.addObject().put("at", "0s").put("prompt", prompt);
        return shot;
    }

    private static void check(ObjectNode shot, String within) {
        if (ShotReader.read(shot.toString(), "shot.json") instanceof ShotReader.Result.Refused refused) {
            Refusal refusal =
                    Refusal.of(Code.INVALID_SHOT, refused.problems().getFirst().message());
            for (Problem p : refused.problems()) {
                refusal = refusal.at(new Fault(pointer(p.path(), within), p.message(), List.of(), Optional.empty()));
            }
            throw refusal.exception();
        }
    }

    /// `cast[0].hair.style` as `/document/hair/style`.
    private static String pointer(String path, String within) {
        String own = path.startsWith(within) ? path.substring(within.length()) : path;
        own = own.replace("keyframes[0].prompt", "description").replace("keyframes[0].", "");
        String steps = own.replace("[", "/").replace("]", "").replace('.', '/');
        return "/document" + (steps.isEmpty() || steps.startsWith("/") ? steps : "/" + steps);
    }

    private static ObjectNode object(JsonNode document) {
        if (document instanceof ObjectNode o) {
            return o;
        }
        throw Refusal.field("/document", "The document has to be an object.").exception();
    }

    private static String checked(String text) {
        if (text.length() > Shelf.LONGEST) {
            throw Refusal.of(
                            Code.TOO_LARGE,
                            "A document has at most " + Shelf.LONGEST + " characters; this one has " + text.length()
                                    + ".")
                    .exception();
        }
        // Unpaired halves of characters (such as "\\ud800") have no form in UTF-8.
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isSurrogate(c) && !pair) {
                throw Refusal.field("/document", "The document holds half of a character (a lone surrogate).")
                        .exception();
            }
            i += pair ? 1 : 0;
        }
        return text;
    }

    /// A name that people give.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException if it is none
    public static String name(String pointer, String name) {
        String plain = name.strip();
        boolean bad = plain.chars()
                .anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c) && !paired(plain));
        if (plain.isEmpty() || plain.length() > 80 || bad) {
            throw Refusal.field(pointer, "A name has 1 to 80 characters and no controls.")
                    .exception();
        }
        return plain;
    }

    private static boolean paired(String text) {
        return java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
