package dev.beatboard.shot;

import dev.beatboard.math.Sha256;
import dev.beatboard.time.FrameRate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The canonical JSON of a Shot: every field in a fixed order, what is empty left out, times exact. Equal Shots have
/// equal text. It is a shot file: [ShotReader] reads it back.
public final class ShotJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ShotJson() {}

    /// One line, no blanks.
    public static String canonical(Shot shot) {
        return MAPPER.writeValueAsString(tree(shot));
    }

    /// The same with line ends and indentation, for people.
    public static String pretty(Shot shot) {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        PrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        return MAPPER.writer().with(printer).writeValueAsString(tree(shot)) + "\n";
    }

    /// SHA-256 of the canonical text, 64 hexadecimal digits: the identity of a Shot.
    public static String digest(Shot shot) {
        return Sha256.hex(canonical(shot).getBytes(StandardCharsets.UTF_8));
    }

    /// The Shot itself, where a draft leaves nothing open: its set is named and everybody of its cast is structured, as
    /// in a file that [#canonical] wrote.
    public static Optional<Shot> resolved(ShotDraft draft) {
        List<Performer> cast = new ArrayList<>();
        draft.cast().forEach(c -> c.performer().ifPresent(cast::add));
        if (draft.set().isEmpty() || cast.size() < draft.cast().size()) {
            return Optional.empty();
        }
        return Optional.of(new Shot(
                draft.title(),
                draft.duration(),
                draft.rate(),
                draft.width(),
                draft.height(),
                draft.seed(),
                draft.set().get(),
                cast,
                draft.keyframes()));
    }

    /// The canonical form as a tree, to be put into another document.
    public static ObjectNode tree(Shot shot) {
        ObjectNode o = NODES.objectNode();
        o.put("version", 1);
        o.put("title", shot.title());
        o.put("duration", TimeText.exact(shot.duration()));
        o.put("fps", rate(shot.rate()));
        o.put("size", shot.width() + "x" + shot.height());
        o.put("seed", shot.seed());
        o.put("set", Names.of(shot.set()));
        ArrayNode cast = NODES.arrayNode();
        shot.cast().forEach(p -> cast.add(performer(p)));
        if (!cast.isEmpty()) {
            o.set("cast", cast);
        }
        ArrayNode keyframes = o.putArray("keyframes");
        shot.keyframes().forEach(k -> keyframes.add(keyframe(k)));
        return o;
    }

    private static String rate(FrameRate r) {
        return r.denominator() == 1 ? Integer.toString(r.numerator()) : r.numerator() + "/" + r.denominator();
    }

    private static ObjectNode performer(Performer p) {
        ObjectNode o = NODES.objectNode();
        o.put("name", p.name());
        if (!p.description().isEmpty()) {
            o.put("description", p.description());
        }
        o.put("sex", Names.of(p.sex()));
        o.put("age", p.age());
        o.put("build", Names.of(p.build()));
        o.put("stature", Names.of(p.stature()));
        o.put("heritage", Names.of(p.heritage()));
        ObjectNode hair = o.putObject("hair");
        hair.put("style", Names.of(p.hair().style()));
        p.hair().color().ifPresent(c -> hair.set("color", color(c)));
        if (p.hair().face() != FacialHair.NONE) {
            hair.put("face", Names.of(p.hair().face()));
        }
        ArrayNode wardrobe = o.putArray("wardrobe");
        for (Performer.Garment g : p.wardrobe()) {
            ObjectNode garment = wardrobe.addObject();
            garment.put("kind", Names.of(g.kind()));
            g.color().ifPresent(c -> garment.set("color", color(c)));
        }
        return o;
    }

    private static ObjectNode color(NamedColor c) {
        return NODES.objectNode()
                .put("name", c.name())
                .put("srgb", String.format(Locale.ROOT, "#%06x", c.srgb() & 0xFFFFFF));
    }

    private static ObjectNode keyframe(Keyframe k) {
        ObjectNode o = NODES.objectNode();
        o.put("at", TimeText.exact(k.at()));
        if (!k.prompt().isEmpty()) {
            o.put("prompt", k.prompt());
        }
        set(o, "camera", camera(k.camera()));
        if (!k.cast().isEmpty()) {
            ArrayNode cast = o.putArray("cast");
            k.cast().forEach(p -> cast.add(direction(p)));
        }
        set(o, "light", light(k.light()));
        k.set().ifPresent(s -> o.put("set", Names.of(s)));
        k.image().ifPresent(i -> o.put("image", i));
        k.anchor().ifPresent(a -> o.put("anchor", Names.of(a)));
        if (k.camera().transition() != Transition.AUTO) {
            o.put("transition", Names.of(k.camera().transition()));
        }
        k.ease().ifPresent(e -> o.put("ease", Names.of(e)));
        return o;
    }

    private static void set(ObjectNode o, String name, ObjectNode value) {
        if (!value.isEmpty()) {
            o.set(name, value);
        }
    }

    private static void name(ObjectNode o, String name, Optional<? extends Enum<?>> value) {
        value.ifPresent(v -> o.put(name, Names.of(v)));
    }

    private static ObjectNode camera(CameraDirection c) {
        ObjectNode o = NODES.objectNode();
        name(o, "size", c.size());
        name(o, "composition", c.composition());
        if (!c.subjects().isEmpty()) {
            ArrayNode subjects = o.putArray("subjects");
            c.subjects().forEach(s -> subjects.add(target(s)));
        }
        c.foreground().ifPresent(f -> o.put("foreground", f));
        name(o, "angle", c.angle());
        name(o, "side", c.side());
        c.lens().ifPresent(l -> o.put("lens", l));
        c.fNumber().ifPresent(n -> o.put("f-number", n));
        if (c.dutch()) {
            o.put("dutch", true);
        }
        name(o, "support", c.support());
        c.move().ifPresent(m -> {
            ObjectNode move = o.putObject("move");
            move.put("kind", Names.of(m.kind()));
            if (m.pace() != Pace.NATURAL) {
                move.put("pace", Names.of(m.pace()));
            }
            m.degrees().ifPresent(d -> move.put("degrees", d));
        });
        mark(o, c.mark());
        return o;
    }

    private static ObjectNode light(LightDirection l) {
        ObjectNode o = NODES.objectNode();
        name(o, "lighting", l.lighting());
        name(o, "from", l.from());
        l.kelvin().ifPresent(k -> o.put("kelvin", k));
        if (l.level() != 0) {
            o.put("level", l.level());
        }
        mark(o, l.mark());
        return o;
    }

    private static ObjectNode direction(PerformerDirection p) {
        ObjectNode o = NODES.objectNode();
        o.put("name", p.name());
        name(o, "posture", p.posture());
        p.place().ifPresent(at -> {
            ObjectNode place = o.putObject("place");
            place.put("relation", Names.of(at.relation()));
            place.set("target", target(at.target()));
        });
        p.gaze().ifPresent(g -> o.set("gaze", target(g)));
        name(o, "expression", p.expression());
        mark(o, p.mark());
        if (!p.actions().isEmpty()) {
            ArrayNode actions = o.putArray("actions");
            p.actions().forEach(a -> actions.add(action(a)));
        }
        return o;
    }

    private static void mark(ObjectNode o, Optional<Mark> mark) {
        mark.ifPresent(m -> {
            ObjectNode at = o.putObject("mark").put("x", m.x());
            m.y().ifPresent(y -> at.put("y", y));
            at.put("z", m.z());
            m.facing().ifPresent(f -> at.put("facing", f));
        });
    }

    private static ObjectNode action(Action a) {
        ObjectNode o = NODES.objectNode();
        o.put("kind", Names.of(a.kind()));
        name(o, "side", a.side());
        a.target().ifPresent(t -> o.set("target", target(t)));
        if (a.pace() != Pace.NATURAL) {
            o.put("pace", Names.of(a.pace()));
        }
        if (a.anchor() != Anchor.START) {
            o.put("anchor", Names.of(a.anchor()));
        }
        a.line().ifPresent(l -> o.put("line", l));
        if (a.starting()) {
            o.put("starting", true);
        }
        if (a.then()) {
            o.put("then", true);
        }
        return o;
    }

    private static tools.jackson.databind.JsonNode target(Target t) {
        return switch (t) {
            case Target.Camera c -> NODES.stringNode("camera");
            case Target.Everyone e -> NODES.stringNode("everyone");
            case Target.Person p -> NODES.objectNode().put("person", p.name());
            case Target.Thing thing -> NODES.objectNode().put("thing", thing.noun());
            case Target.Toward toward -> {
                ObjectNode o = NODES.objectNode().put("direction", Names.of(toward.direction()));
                if (toward.own()) {
                    o.put("own", true);
                }
                yield o;
            }
        };
    }
}
