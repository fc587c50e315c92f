package dev.beatboard.shot;

import dev.beatboard.time.FrameRate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON schema of a shot file, derived from what the reader knows: its lists of fields and the names of the enums.
final class ShotSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ShotSchema() {}

    static String text() {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        return JsonMapper.builder().build().writer().with(printer).writeValueAsString(shot()) + "\n";
    }

    private static ObjectNode shot() {
        Map<String, JsonNode> f = new LinkedHashMap<>();
        f.put("version", NODES.objectNode().put("const", 1));
        f.put("title", string("Names the output folder.", 80));
        f.put("duration", time("More than 0 and at most 20 s."));
        ObjectNode fps = NODES.objectNode();
        ArrayNode rates =
                fps.put("description", "Frames per second, 24 if unsaid.").putArray("enum");
        for (FrameRate r : FrameRate.KNOWN) {
            if (r.denominator() == 1) {
                rates.add(r.numerator()).add(Integer.toString(r.numerator()));
            } else {
                rates.add(Double.parseDouble(r.label())).add(r.label()).add(r.numerator() + "/" + r.denominator());
            }
        }
        f.put("fps", fps);
        f.put("aspect", string("The picture's shape, such as 16:9, 9:16 or 2.39:1. Not together with size.", 20));
        f.put("size", string("The picture's size, such as 1920x1080, in even numbers.", 20));
        f.put("seed", NODES.objectNode().put("type", "integer"));
        f.put("look", string("Kept in mind but not used yet.", 80));
        f.put("set", one(SetKind.class));
        f.put("cast", list(performer(), 0, Shot.MOST_PERFORMERS));
        f.put("keyframes", list(keyframe(), 1, Shot.MOST_KEYFRAMES));
        ObjectNode o = NODES.objectNode();
        o.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        o.put("title", "Beatboard shot");
        o.setAll(group(DraftReader.FIELDS, f, "duration", "keyframes"));
        ObjectNode definitions = o.putObject("$defs");
        definitions.set("target", target());
        definitions.set("color", color());
        definitions.set(
                "time",
                anyOf(
                        NODES.objectNode().put("type", "number"),
                        NODES.objectNode().put("type", "string")));
        return o;
    }

    private static ObjectNode performer() {
        Map<String, JsonNode> f = new LinkedHashMap<>();
        f.put("name", string("How keyframes call the person.", 80));
        f.put("description", string("The person in words.", 1000));
        f.put("image", string("File name of a reference image; not used yet.", 400));
        f.put("sex", one(Sex.class));
        f.put("age", number(6, 90));
        f.put("build", one(Build.class));
        f.put("stature", one(Stature.class));
        f.put("heritage", one(Heritage.class));
        Map<String, JsonNode> hair = new LinkedHashMap<>();
        hair.put("style", one(HairStyle.class));
        hair.put("color", reference("color"));
        hair.put("face", one(FacialHair.class));
        f.put("hair", anyOf(one(HairStyle.class), group(CastReader.HAIR, hair, "style")));
        Map<String, JsonNode> garment = new LinkedHashMap<>();
        garment.put("kind", one(GarmentKind.class));
        garment.put("color", reference("color"));
        f.put("wardrobe", list(anyOf(one(GarmentKind.class), group(CastReader.GARMENT, garment, "kind")), 0, 16));
        return group(CastReader.FIELDS, f, "name");
    }

    private static ObjectNode keyframe() {
        Map<String, JsonNode> f = new LinkedHashMap<>();
        f.put("at", time("From the start of the clip; snapped to the nearest frame."));
        f.put("prompt", string("What should be true or begin here, in words.", KeyframeReader.LONGEST_PROMPT));
        f.put("camera", anyOf(one(ShotSize.class), camera()));
        f.put("cast", list(direction(), 0, Shot.MOST_PERFORMERS));
        Map<String, JsonNode> light = new LinkedHashMap<>();
        light.put("lighting", one(Lighting.class));
        light.put("from", one(Direction.class));
        light.put("kelvin", number(1000, 20000));
        light.put("level", number(-6, 6).put("description", "Stops above or below the plan."));
        light.put("mark", mark(MarkReader.SPACE));
        f.put("light", anyOf(one(Lighting.class), group(KeyframeReader.LIGHT, light)));
        f.put("set", one(SetKind.class));
        f.put("image", string("File name of a reference image; not used yet.", 400));
        f.put("anchor", one(Anchor.class));
        f.put("transition", one(Transition.class));
        f.put("ease", one(CameraEase.class));
        return group(KeyframeReader.FIELDS, f, "at");
    }

    private static ObjectNode camera() {
        Map<String, JsonNode> f = new LinkedHashMap<>();
        f.put("size", one(ShotSize.class));
        f.put("composition", one(Composition.class));
        f.put("subjects", anyOf(reference("target"), list(reference("target"), 0, 8)));
        f.put("foreground", string("Whose shoulder stands in front.", 80));
        f.put("angle", one(CameraAngle.class));
        f.put("side", one(CameraSide.class));
        f.put("lens", anyOf(number(8, 600), string("Millimeters on a full frame, such as 50mm.", 20)));
        f.put("f-number", number(0.7, 64));
        f.put("dutch", NODES.objectNode().put("type", "boolean"));
        f.put("support", one(CameraSupport.class));
        Map<String, JsonNode> move = new LinkedHashMap<>();
        move.put("kind", one(CameraMoveKind.class));
        move.put("pace", one(Pace.class));
        move.put("degrees", number(0, 3600));
        f.put("move", anyOf(one(CameraMoveKind.class), group(CameraReader.MOVE, move, "kind")));
        f.put("mark", mark(MarkReader.SPACE));
        return group(CameraReader.FIELDS, f);
    }

    private static ObjectNode direction() {
        Map<String, JsonNode> f = new LinkedHashMap<>();
        f.put("name", string("Somebody of the cast.", 80));
        f.put("posture", one(Posture.class));
        Map<String, JsonNode> place = new LinkedHashMap<>();
        place.put("relation", one(PerformerDirection.Relation.class));
        place.put("target", reference("target"));
        f.put("place", anyOf(string("At what or whom.", 60), group(KeyframeReader.PLACE, place, "target")));
        f.put("gaze", reference("target"));
        f.put("expression", one(Expression.class));
        f.put("mark", mark(MarkReader.FLOOR));
        Map<String, JsonNode> action = new LinkedHashMap<>();
        action.put("kind", one(ActionKind.class));
        action.put("side", one(Side.class));
        action.put("target", reference("target"));
        action.put("pace", one(Pace.class));
        action.put("anchor", one(Anchor.class));
        action.put("line", string("What is said.", 500));
        action.put("starting", NODES.objectNode().put("type", "boolean"));
        action.put("then", NODES.objectNode().put("type", "boolean"));
        f.put("actions", list(anyOf(one(ActionKind.class), group(KeyframeReader.ACTION, action, "kind")), 0, 16));
        return group(KeyframeReader.CAST, f, "name");
    }

    /// A place in meters, +z toward the audience.
    private static ObjectNode mark(List<String> known) {
        Map<String, JsonNode> f = new LinkedHashMap<>();
        for (String name : known) {
            f.put(
                    name,
                    switch (name) {
                        case "facing" -> number(-360, 360).put("description", "Degrees: 0 faces +z, 90 faces +x.");
                        case "y" -> number(0, Mark.HIGHEST).put("description", "Meters above the floor.");
                        default -> number(-Mark.FARTHEST, Mark.FARTHEST);
                    });
        }
        return group(known, f, "x", "z").put("description", "Meters in the frame of the glTF export.");
    }

    private static ObjectNode target() {
        Map<String, JsonNode> f = new LinkedHashMap<>();
        f.put("person", string("Somebody of the cast.", 80));
        f.put("thing", string("A thing of the set by its noun.", 60));
        f.put("direction", one(Direction.class));
        f.put("own", NODES.objectNode().put("type", "boolean"));
        return anyOf(
                string("camera, everyone, a name of the cast, a direction of the picture, or a thing.", 60),
                group(TargetReader.FIELDS, f));
    }

    private static ObjectNode color() {
        ObjectNode srgb = NODES.objectNode().put("type", "string").put("pattern", "^#[0-9a-fA-F]{6}$");
        Map<String, JsonNode> f = new LinkedHashMap<>();
        f.put("name", string("What the color is called.", 80));
        f.put("srgb", srgb);
        return anyOf(srgb.deepCopy(), group(CastReader.COLOR, f, "name", "srgb"));
    }

    /// A group of exactly the fields that the reader knows.
    private static ObjectNode group(List<String> known, Map<String, JsonNode> fields, String... required) {
        if (!known.equals(List.copyOf(fields.keySet()))) {
            throw new IllegalStateException("The reader knows " + known + ", the schema " + fields.keySet());
        }
        ObjectNode o = NODES.objectNode().put("type", "object");
        ObjectNode properties = o.putObject("properties");
        fields.forEach(properties::set);
        if (required.length > 0) {
            ArrayNode names = o.putArray("required");
            List.of(required).forEach(names::add);
        }
        return o.put("additionalProperties", false);
    }

    private static ObjectNode one(Class<? extends Enum<?>> type) {
        ObjectNode o = NODES.objectNode();
        ArrayNode names = o.putArray("enum");
        Names.of(type).forEach(names::add);
        return o;
    }

    private static ObjectNode list(JsonNode item, int least, int most) {
        ObjectNode o = NODES.objectNode().put("type", "array");
        o.set("items", item);
        return o.put("minItems", least).put("maxItems", most);
    }

    private static ObjectNode string(String description, int most) {
        return NODES.objectNode().put("type", "string").put("maxLength", most).put("description", description);
    }

    private static ObjectNode number(double least, double most) {
        return NODES.objectNode().put("type", "number").put("minimum", least).put("maximum", most);
    }

    private static ObjectNode time(String description) {
        return reference("time").put("description", description + " Seconds (2.5s, 2.5), frames (60f) or timecode.");
    }

    private static ObjectNode reference(String name) {
        return NODES.objectNode().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode anyOf(JsonNode... choices) {
        ObjectNode o = NODES.objectNode();
        ArrayNode list = o.putArray("anyOf");
        List.of(choices).forEach(list::add);
        return o;
    }
}
