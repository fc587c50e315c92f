package dev.beatboard;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.Illumination;
import dev.beatboard.motion.Performance;
import dev.beatboard.motion.Play;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.View;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Shot;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.set.FilmSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The stage from above as a JSON document: rooms, walls, furniture, lamps, and where people and camera are at the
/// keyframes and between them. Meters in the frame of the glTF export, +z toward the audience; `facing` in degrees, 0
/// for +z, 90 for +x. Every list has an end.
final class FloorPlan {

    private static final int MOST_WALLS = 64;
    private static final int MOST_FURNITURE = 200;
    private static final int MOST_LIGHTS = 96;
    private static final int MOST_STEPS = 96;
    private static final int MOST_VIEWS = 160;
    /// How far a simplified path may be off, meters.
    private static final double TOLERANCE = 0.03;
    /// As many degrees of turn weigh as much as a meter.
    private static final double DEGREES = 150;
    /// Where somebody looks who looks at nothing in particular is drawn no farther than this, meters.
    private static final double FARTHEST_LOOK = 50;
    /// What is lower than this over the floor stands on it; what ends below the second is flat, meters.
    private static final double STANDS = 1.6;

    private static final double FLAT = 0.05;
    /// Parts of the building.
    private static final List<String> BUILDING = List.of(
            "wall",
            "floor",
            "ceiling",
            "skirting",
            "door",
            "door back",
            "doorway",
            "window",
            "glass door",
            "ceiling panel",
            "ceiling lamp",
            "softbox",
            "backdrop");
    /// A thing nearer to the middle of a seat than this is that seat, meters.
    private static final double ON_IT = 0.35;

    private final Play play;
    private final Shot shot;
    private final ObjectNode plan = JsonNodeFactory.instance.objectNode();

    private FloorPlan(Play play) {
        this.play = play;
        this.shot = play.stage().shot();
    }

    static ObjectNode of(Take take) {
        FloorPlan p = new FloorPlan(take.play());
        p.building();
        p.furniture();
        p.lights();
        p.people();
        p.camera();
        return p.plan;
    }

    private void building() {
        FilmSet set = play.stage().set();
        Box all = set.rooms().stream().reduce(Box::with).orElse(set.actingArea().grownBy(8));
        area(plan.putObject("bounds"), all);
        area(plan.putObject("actingArea"), set.actingArea());
        ArrayNode rooms = plan.putArray("rooms");
        set.rooms().stream()
                .limit(16)
                .forEach(r ->
                        area(rooms.addObject(), r).put("height", meters(r.high().y())));
        ArrayNode walls = plan.putArray("walls");
        set.walls().stream().limit(MOST_WALLS).forEach(w -> {
            ObjectNode wall = walls.addObject();
            point(wall, "from", w.from());
            point(wall, "to", w.to());
            ArrayNode openings = wall.putArray("openings");
            for (FilmSet.Hole h : w.holes()) {
                ObjectNode o = openings.addObject().put("kind", h.kind().replace(' ', '-'));
                point(o, "from", h.from());
                point(o, "to", h.to());
                o.put("sill", meters(h.sill())).put("head", meters(h.head()));
                h.swing().ifPresent(s -> {
                    point(o, "hinge", h.from());
                    point(o, "swing", s);
                });
            }
        });
    }

    private void furniture() {
        FilmSet set = play.stage().set();
        ArrayNode furniture = plan.putArray("furniture");
        set.things().stream()
                .filter(t -> !BUILDING.contains(t.noun()))
                .filter(t -> t.bounds().low().y() < STANDS && t.bounds().high().y() > FLAT)
                .sorted(Comparator.comparingDouble(t -> -area(t.bounds())))
                .limit(MOST_FURNITURE)
                .forEach(t -> {
                    ObjectNode o = furniture.addObject().put("name", t.noun());
                    ArrayNode outline = o.putArray("outline");
                    Vec3 a = t.bounds().low();
                    Vec3 b = t.bounds().high();
                    outline.addArray().add(meters(a.x())).add(meters(a.z()));
                    outline.addArray().add(meters(b.x())).add(meters(a.z()));
                    outline.addArray().add(meters(b.x())).add(meters(b.z()));
                    outline.addArray().add(meters(a.x())).add(meters(b.z()));
                    o.put("low", meters(a.y())).put("high", meters(b.y()));
                    o.put("seat", set.seats().stream().anyMatch(s -> seat(t, s)));
                    o.put("solid", t.obstacle());
                });
        ArrayNode seats = plan.putArray("seats");
        set.seats()
                .forEach(s -> seats.addObject()
                        .put("x", meters(s.hip().x()))
                        .put("z", meters(s.hip().z()))
                        .put("facing", degrees(heading(s.facing())))
                        .put("height", meters(s.height())));
    }

    private static boolean seat(FilmSet.Thing t, FilmSet.Seat s) {
        Box b = t.bounds();
        return b.low().y() < ON_IT
                && b.high().y() > s.height() - ON_IT
                && b.contains(s.hip().withY(b.center().y()))
                && !t.noun().endsWith("table")
                && !t.noun().endsWith("desk");
    }

    /// A lamp and how long it is on.
    private static final class Lamp {
        final Emitter emitter;
        final int from;
        final Optional<Integer> keyframe;
        int to;

        Lamp(Emitter emitter, int from, Optional<Integer> keyframe) {
            this.emitter = emitter;
            this.from = from;
            this.keyframe = keyframe;
        }
    }

    private void lights() {
        Illumination light = play.light();
        List<Integer> starts = light.starts();
        Map<String, Lamp> last = new LinkedHashMap<>();
        List<Lamp> lamps = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int from = starts.get(i);
            int to = i + 1 < starts.size() ? starts.get(i + 1) : shot.frames();
            for (Emitter e : light.standing(i, from)) {
                Lamp known = last.get(name(e));
                if (known == null || known.to != from) {
                    boolean key = e.group() == LightGroup.KEY;
                    known = new Lamp(e, from, key ? Optional.of(keyframeAt(from)) : Optional.empty());
                    lamps.add(known);
                    last.put(name(e), known);
                }
                known.to = to;
            }
        }
        ArrayNode list = plan.putArray("lights");
        Map<String, Integer> numbers = new TreeMap<>();
        lamps.stream()
                .sorted(Comparator.comparing(l -> l.keyframe.isEmpty()))
                .limit(MOST_LIGHTS)
                .forEach(l -> lamp(l, numbers, list));
    }

    private void lamp(Lamp lamp, Map<String, Integer> numbers, ArrayNode list) {
        String kind = lamp.emitter.group().name().toLowerCase(Locale.ROOT);
        ObjectNode o = list.addObject()
                .put("id", kind + "-" + numbers.merge(kind, 1, Integer::sum))
                .put("kind", kind)
                .put("name", kind.equals("sun") ? "sun" : kind.equals("sign") ? "sign" : kind + " light");
        switch (lamp.emitter) {
            case Emitter.Rectangle r -> {
                o.put("shape", "panel");
                vector(o, "position", r.center());
                vector(o, "direction", r.normal());
            }
            case Emitter.Bulb b -> {
                o.put("shape", "bulb");
                vector(o, "position", b.center());
            }
            case Emitter.Sun s -> {
                o.put("shape", "sun");
                vector(o, "direction", s.toward().negated());
            }
        }
        o.put("from", lamp.from).put("to", lamp.to).put("movable", lamp.keyframe.isPresent());
        lamp.keyframe.ifPresent(
                k -> o.put("marked", play.light().marked(lamp.from)).put("keyframe", k));
    }

    /// The keyframe that a stretch of light from this frame on belongs to.
    private int keyframeAt(int frame) {
        int found = 0;
        for (int k = 0; k < shot.keyframes().size(); k++) {
            found = shot.frameOf(k) <= frame ? k : found;
        }
        return found;
    }

    private static String name(Emitter e) {
        return e.group()
                + switch (e) {
                    case Emitter.Rectangle r -> r.center() + " " + r.u();
                    case Emitter.Bulb b -> b.center().toString();
                    case Emitter.Sun s -> s.toward().toString();
                };
    }

    private void people() {
        ArrayNode people = plan.putArray("people");
        for (Actor a : play.stage().actors()) {
            ObjectNode person =
                    people.addObject().put("name", a.performer().name()).put("index", a.index());
            ArrayNode marks = person.putArray("marks");
            for (int k = 0; k < shot.keyframes().size(); k++) {
                mark(marks.addObject(), a, k);
            }
            path(person, a);
        }
    }

    private void mark(ObjectNode o, Actor a, int k) {
        Performance.Footing at = footing(a.index(), frame(k));
        Optional<PerformerDirection> told = shot.keyframes().get(k).cast().stream()
                .filter(d -> d.name().equals(a.performer().name()))
                .findFirst();
        o.put("keyframe", k).put("frame", frame(k));
        o.put("x", meters(at.place().x())).put("z", meters(at.place().z())).put("facing", degrees(at.heading()));
        o.put("posture", posture(play.stage().scores().get(a.index()), at, seconds(frame(k))));
        o.put("marked", told.flatMap(PerformerDirection::mark).isPresent()).put("told", told.isPresent());
        play.performers().focus(a.index(), seconds(frame(k))).ifPresent(f -> gaze(o.putObject("gaze"), f));
    }

    private void gaze(ObjectNode o, Cue.Focus focus) {
        switch (focus) {
            case Cue.Focus.Lens l -> o.put("kind", "lens");
            case Cue.Focus.Eyes e ->
                o.put("kind", "person").put("name", shot.cast().get(e.actor()).name());
            case Cue.Focus.Point p -> vector(o.put("kind", "point"), "at", p.world());
            case Cue.Focus.Angles x ->
                o.put("kind", "angles").put("left", degrees(x.left())).put("up", degrees(x.up()));
        }
    }

    private static String posture(Score score, Performance.Footing at, double t) {
        for (Cue c : score.cues()) {
            if (c instanceof Cue.Lower l && l.start() + l.duration() / 2 <= t && t < l.until() + Cue.Lower.RISE / 2) {
                return l.posture().name().toLowerCase(Locale.ROOT);
            }
        }
        return at.seated() ? "sitting" : at.walking() ? "walking" : "standing";
    }

    private void path(ObjectNode person, Actor a) {
        double[][] rows = new double[shot.frames()][];
        double turned = 0;
        double before = 0;
        for (int n = 0; n < rows.length; n++) {
            Performance.Footing at = footing(a.index(), n);
            double facing = StrictMath.toDegrees(at.heading());
            turned = n == 0 ? facing : turned + StrictMath.IEEEremainder(facing - before, 360);
            before = facing;
            rows[n] = new double[] {at.place().x(), at.place().z(), turned / DEGREES};
        }
        ArrayNode path = person.putArray("path");
        for (int n : PathThinning.keep(rows, 0, rows.length - 1, frames(), TOLERANCE, MOST_STEPS)) {
            path.addArray()
                    .add(n)
                    .add(meters(rows[n][0]))
                    .add(meters(rows[n][1]))
                    .add(degrees(StrictMath.toRadians(rows[n][2] * DEGREES)));
        }
    }

    private void camera() {
        ObjectNode camera = plan.putObject("camera");
        ArrayNode marks = camera.putArray("marks");
        for (int k = 0; k < shot.keyframes().size(); k++) {
            Keyframe key = shot.keyframes().get(k);
            View v = play.camera().view(frame(k));
            ObjectNode o = marks.addObject().put("keyframe", k).put("frame", frame(k));
            o.put("x", meters(v.position().x()));
            o.put("y", meters(v.position().y()));
            o.put("z", meters(v.position().z()));
            vector(o, "look", v.position().plus(v.forward(), Math.min(FARTHEST_LOOK, v.focusDistance())));
            o.put("facing", degrees(heading(v.forward())));
            o.put("lens", tenth(v.focalLength())).put("fov", fov(v));
            o.put("cut", play.camera().cuts().contains(frame(k)));
            o.put("marked", key.camera().mark().isPresent());
            o.put("told", !key.camera().equals(CameraDirection.NONE));
        }
        double[][] rows = new double[shot.frames()][];
        double turned = 0;
        double before = 0;
        for (int n = 0; n < rows.length; n++) {
            View v = play.camera().view(n);
            double facing = StrictMath.toDegrees(heading(v.forward()));
            turned = n == 0 ? facing : turned + StrictMath.IEEEremainder(facing - before, 360);
            before = facing;
            Vec3 p = v.position();
            rows[n] = new double[] {p.x(), p.y(), p.z(), turned / DEGREES, fov(v) / DEGREES};
        }
        ArrayNode path = camera.putArray("path");
        List<Integer> cuts = play.camera().cuts();
        for (int i = 0; i < cuts.size(); i++) {
            int to = i + 1 < cuts.size() ? cuts.get(i + 1) - 1 : rows.length - 1;
            int most = Math.max(2, MOST_VIEWS / cuts.size());
            for (int n : PathThinning.keep(rows, cuts.get(i), to, frames(), TOLERANCE, most)) {
                path.addArray()
                        .add(n)
                        .add(meters(rows[n][0]))
                        .add(meters(rows[n][1]))
                        .add(meters(rows[n][2]))
                        .add(degrees(StrictMath.toRadians(rows[n][3] * DEGREES)))
                        .add(tenth(rows[n][4] * DEGREES));
            }
        }
        ArrayNode cutList = camera.putArray("cuts");
        cuts.forEach(cutList::add);
    }

    private Performance.Footing footing(int actor, int frame) {
        return play.performers().footing(actor, seconds(frame));
    }

    /// The first keyframe holds from the start.
    private int frame(int k) {
        return k == 0 ? 0 : shot.frameOf(k);
    }

    private List<Integer> frames() {
        List<Integer> all = new ArrayList<>();
        for (int k = 0; k < shot.keyframes().size(); k++) {
            all.add(frame(k));
        }
        return all;
    }

    private double seconds(int frame) {
        return frame * shot.rate().frameSeconds();
    }

    private static double heading(Vec3 way) {
        return StrictMath.atan2(way.x(), way.z());
    }

    private static double fov(View v) {
        return tenth(StrictMath.toDegrees(2 * StrictMath.atan(v.tanHalfWidth())));
    }

    private static ObjectNode area(ObjectNode o, Box b) {
        return o.put("x0", meters(b.low().x()))
                .put("z0", meters(b.low().z()))
                .put("x1", meters(b.high().x()))
                .put("z1", meters(b.high().z()));
    }

    private static double area(Box b) {
        return b.size().x() * b.size().z();
    }

    private static void point(ObjectNode o, String name, Vec3 p) {
        o.putArray(name).add(meters(p.x())).add(meters(p.z()));
    }

    private static void vector(ObjectNode o, String name, Vec3 v) {
        o.putArray(name).add(meters(v.x())).add(meters(v.y())).add(meters(v.z()));
    }

    private static double meters(double v) {
        return StrictMath.rint(v * 1000) / 1000 + 0.0;
    }

    private static double tenth(double v) {
        return StrictMath.rint(v * 10) / 10 + 0.0;
    }

    /// Radians as degrees above -180 and up to 180.
    private static double degrees(double radians) {
        double d = tenth(StrictMath.IEEEremainder(StrictMath.toDegrees(radians), 360));
        return d <= -180 ? 180 : d;
    }
}
