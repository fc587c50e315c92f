package dev.beatboard.direction;

import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Lighting;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.PerformerDirection.Place;
import dev.beatboard.shot.PerformerDirection.Relation;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads where it is, how it is lit, and the things that people use, look at or stand by.
final class PlaceReader {

    private final Script s;
    private final LookReader looks;
    private int rank = -1;
    /// Whether the place so far is only the nearest to what was named.
    private boolean nearSet;
    private @Nullable Item lightItem;

    PlaceReader(Script s, LookReader looks) {
        this.s = s;
        this.looks = looks;
    }

    void set(Item item, Entry e) {
        SetKind kind = SetKind.valueOf(e.value());
        if (s.notes.set != null && nearSet && !e.near()) {
            s.notes.set = null;
        }
        if (s.notes.set != null && s.notes.set != kind && !(e.near())) {
            s.ledger.ignored(item, "another place was named first");
            s.warn("conflict", item, "Two places in one keyframe: \"" + Names.words(s.notes.set) + "\" counts");
        } else if (s.notes.set != null) {
            s.ledger.ignored(item, "the place is told already");
        } else {
            s.notes.set = kind;
            nearSet = e.near();
            s.ledger.used(item, "set", Names.of(kind), "where it is");
            looks.near(item, e, Names.of(kind));
        }
        if (s.prep != null) {
            s.ledger.ignored(s.prep, "leads to the place");
            s.prep = null;
        }
        if (s.last == Script.Last.LIGHT || s.last == Script.Last.NOTHING || s.last == Script.Last.PERSON) {
            s.last = Script.Last.SET;
        }
        s.determiner = "";
    }

    private static int rank(Lighting l) {
        return switch (l) {
            case SILHOUETTE -> 9;
            case FLUORESCENT_OVERHEAD, NEON, CANDLELIGHT, MOONLIGHT -> 8;
            case GOLDEN_HOUR, WINDOW, NIGHT_PRACTICALS -> 7;
            case DUSK, THREE_POINT, STREET_NIGHT -> 6;
            case RIM, LOW_KEY, OVERCAST -> 5;
            case HIGH_KEY -> 4;
            case DAYLIGHT -> 3;
            case SOFT -> 2;
        };
    }

    void light(Item item, Entry e) {
        Lighting l = Lighting.valueOf(e.value());
        s.last = Script.Last.LIGHT;
        s.softBreak();
        if (e.phrase().equals("morning") || e.phrase().equals("afternoon")) {
            if (s.beyond(Slot.LIGHT_TINT) instanceof Item next && next.is(Slot.LIGHT) || rank >= 3) {
                s.ledger.ignored(item, "the light is told more exactly");
                return;
            }
        }
        if (s.notes.light.lighting == l) {
            s.ledger.ignored(item, "the light is told already");
            return;
        }
        int r = l == Lighting.THREE_POINT && e.phrase().contains("key") ? 1 : rank(l);
        if (r > rank) {
            Item before = lightItem;
            if (before != null) {
                s.ledger.ignored(before, "the other words about light are more exact");
                clash(item, r, rank);
            }
            s.notes.light.lighting = l;
            s.ledger.used(item, "light", Names.of(l), "the plan of the light");
            lightItem = item;
            rank = r;
            looks.near(item, e, Names.of(l));
        } else {
            s.ledger.ignored(item, "the other words about light are more exact");
            clash(item, r, rank);
        }
    }

    private void clash(Item item, int a, int b) {
        if (a >= 7 && b >= 7) {
            s.warn(
                    "conflict",
                    item,
                    "Two plans of light in one keyframe: only one is built ("
                            + Names.words(s.notes.light.lighting == null ? Lighting.SOFT : s.notes.light.lighting)
                            + ")");
        }
    }

    /// Night in a street is another set; in a room it means lamps.
    void night(Item item) {
        if (s.notes.set == SetKind.STREET_DAY || s.notes.set == null && outdoorsAhead()) {
            s.night = true;
            s.ledger.used(item, "set", "street-night", "the street is filmed by night");
            return;
        }
        if (s.notes.light.lighting == null && s.notes.set != SetKind.STREET_NIGHT && !lightAhead()) {
            boolean outside = s.notes.set == null && s.keyframe > 0;
            s.notes.light.lighting = outside ? Lighting.STREET_NIGHT : Lighting.NIGHT_PRACTICALS;
            s.ledger.used(item, "light", Names.of(s.notes.light.lighting), "night in a room is lit by its lamps");
            lightItem = item;
            rank = 1;
        } else {
            s.ledger.ignored(item, "the light is told more exactly");
        }
    }

    private boolean outdoorsAhead() {
        for (int i = s.at + 1; i < s.items.size(); i++) {
            if (s.items
                    .get(i)
                    .as(Slot.SET)
                    .filter(e -> e.value().startsWith("STREET"))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean lightAhead() {
        for (int i = s.at + 1; i < s.items.size(); i++) {
            if (s.items.get(i).is(Slot.LIGHT)) {
                return true;
            }
        }
        return false;
    }

    /// Warm, cool, brighter: only where light is spoken of.
    void tint(Item item, Entry e) {
        Item next = s.beyond(Slot.LIGHT_TINT, Slot.LIGHT_LEVEL, Slot.AND, Slot.EVALUATIVE);
        boolean near = next != null && next.any(Slot.LIGHT, Slot.LIGHT_NOUN)
                || s.last == Script.Last.LIGHT
                || e.phrase().contains("light");
        if (!near) {
            s.ledger.ignored(item, "nothing is said to be lit so");
            return;
        }
        if (e.slot() == Slot.LIGHT_LEVEL) {
            s.notes.light.level = Double.parseDouble(e.value());
            s.ledger.used(item, "light.level", e.value() + " stop", "brighter or darker than the plan");
        } else {
            s.notes.light.kelvin = Double.parseDouble(e.value());
            s.ledger.used(item, "light.kelvin", e.value(), "the color of the key light");
        }
        s.last = Script.Last.LIGHT;
    }

    boolean from(Item item, Direction d) {
        if (s.last != Script.Last.LIGHT) {
            return false;
        }
        s.notes.light.from = d;
        if (s.peek(-1) instanceof Item noun && noun.is(Slot.LIGHT_NOUN)) {
            s.ledger.used(noun, "light.from", Names.of(d), "what comes from there");
        }
        s.ledger.used(item, "light.from", Names.of(d), "the side of the picture the key comes from");
        return true;
    }

    void kelvin(Item item, Item unit, double k) {
        s.notes.light.kelvin = Math.clamp(k, 1500, 12000);
        s.ledger.used(item, "light.kelvin", CameraReader.number(s.notes.light.kelvin), "color temperature");
        s.ledger.used(unit, "light.kelvin", "kelvin", "unit of the number before it");
    }

    /// "It": the thing that was named last, where something is told of it.
    boolean it(Item item) {
        boolean verb = s.peek(-1) instanceof Item b && b.any(Slot.GAZE, Slot.ACTION);
        boolean object = s.prep != null || verb || s.last == Script.Last.MOVE;
        if (!object) {
            return false;
        }
        if (s.memory.thing.isEmpty()) {
            if (s.last == Script.Last.DEED || s.last == Script.Last.GAZE) {
                s.warn("pronoun-without-thing", item, "\"" + s.ledger.text(item) + "\": no thing was named before");
            }
            return false;
        }
        thing(item, new Entry(Slot.THING, s.memory.thing, s.memory.thing, false, Entry.Form.PLAIN));
        return true;
    }

    void thing(Item item, Entry e) {
        if (s.memory.thing.isEmpty() || s.prep == null || !s.prep.is(Slot.RELATION)) {
            s.memory.thing = e.value();
        }
        Target.Thing thing = new Target.Thing(e.value());
        Item prep = s.prep;
        boolean relation = prep != null && prep.is(Slot.RELATION);
        boolean toward = prep != null && (prep.is(Slot.TOWARD) || prep.is(Slot.AWAY_FROM));
        boolean pane = e.value().equals("window") || e.phrase().equals("glass");
        if (s.last == Script.Last.LIGHT && (pane || e.value().equals("ceiling"))) {
            if (pane && s.notes.light.lighting == Lighting.DAYLIGHT) {
                s.notes.light.lighting = Lighting.WINDOW;
                s.ledger.used(item, "light", Names.of(Lighting.WINDOW), "what the light comes through");
            } else {
                s.ledger.ignored(item, "belongs to the light");
            }
            s.softBreak();
            return;
        }
        if (s.last == Script.Last.MOVE && s.before(Slot.DETERMINER) instanceof Item b && b.word("from")) {
            s.ledger.used(b, "camera.subjects", "from", "not where the move goes");
            s.ledger.ignored(item, "where the move comes from is where the camera is");
            s.softBreak();
            return;
        }
        if (s.last == Script.Last.MOVE) {
            s.frame(thing);
            s.ledger.used(item, "camera.subjects", e.value(), "what the camera goes to");
            s.last = Script.Last.THING;
            s.softBreak();
            return;
        }
        boolean implied = imply(e.phrase());
        boolean seen = s.nearest().stream().allMatch(r -> s.notes.of(r).gaze != null);
        if (s.last == Script.Last.GAZE && !(seen && relation)) {
            s.nearest().forEach(r -> s.notes.of(r).gaze = thing);
            used(item, Script.names(s.nearest()) + ".gaze", e.value());
            return;
        }
        if (s.thing || s.unfilmed && s.last == Script.Last.DEED) {
            s.ledger.ignored(item, "belongs to what cannot be filmed");
            s.softBreak();
            return;
        }
        boolean apart = s.before(Slot.DETERMINER, Slot.COUNT) instanceof Item c && c.sign(",");
        if (s.last == Script.Last.DEED && !apart && !s.open.isEmpty() && deed(item, thing, relation, toward)) {
            return;
        }
        boolean second = !s.notes.camera.subjects.isEmpty() && !s.peekBack(Slot.AND);
        if (s.last == Script.Last.THING && (prep != null || second)) {
            if (implied && s.notes.set != null) {
                s.ledger.used(item, "set", Names.of(s.notes.set), "stands in such a place");
            } else {
                s.ledger.ignored(item, "where things stand is left to the set");
            }
            s.softBreak();
            return;
        }
        List<Role> who = s.verbSeen || s.last == Script.Last.POSTURE || s.subject.containsAll(s.described)
                ? s.nearest()
                : s.described;
        if (who.isEmpty() && relation && !s.nearest().isEmpty() && s.notes.camera.subjects.isEmpty()) {
            who = s.framing ? List.of() : s.nearest();
        }
        if (relation && !who.isEmpty()) {
            place(item, thing, who);
            return;
        }
        if (s.framing && s.described.isEmpty()
                || s.company.roles().isEmpty()
                        && s.notes.camera.subjects.isEmpty()
                        && s.notes.cast.isEmpty()
                        && !toward
                        && !relation) {
            s.frame(thing);
            s.ledger.used(item, "camera.subjects", e.value(), "what is framed");
            s.last = Script.Last.THING;
            s.softBreak();
            return;
        }
        s.ledger.ignored(item, "things are placed only where somebody uses, sees or frames them");
        s.softBreak();
    }

    /// "A cafe table" stands in a cafe.
    private boolean imply(String phrase) {
        if (s.notes.set != null) {
            return false;
        }
        int space = phrase.indexOf(' ');
        s.notes.set = switch (space < 0 ? "" : phrase.substring(0, space)) {
            case "cafe", "restaurant" -> SetKind.CAFE;
            case "conference", "meeting" -> SetKind.MEETING_ROOM;
            case "park" -> SetKind.STREET_DAY;
            case "kitchen" -> SetKind.KITCHEN;
            case "office" -> SetKind.OFFICE;
            default -> null;
        };
        return s.notes.set != null;
    }

    private void used(Item item, String slot, String value) {
        s.ledger.used(item, slot, value, "what is meant");
        if (s.prep != null) {
            s.ledger.used(s.prep, slot, value, "leads to " + value);
        }
        s.softBreak();
    }

    private boolean deed(Item item, Target.Thing thing, boolean relation, boolean toward) {
        Notes.Deed first = s.open.getFirst().deed();
        List<Role> owners = s.open.stream().map(Script.Open::owner).toList();
        String names = Script.names(owners);
        if (first.kind == ActionKind.LEAN_BACK && (prepless() || relation) && !seat(thing.noun())) {
            place(item, thing, owners);
            return true;
        }
        boolean goes = switch (first.kind) {
            case WALK,
                    RUN,
                    APPROACH,
                    ENTER,
                    EXIT,
                    SIT_DOWN,
                    TURN,
                    LOOK,
                    GLANCE,
                    POINT,
                    WAVE,
                    LEAN_FORWARD,
                    LEAN_BACK,
                    TALK,
                    GESTURE,
                    STEP_BACK -> true;
            default -> false;
        };
        boolean handles = switch (first.kind) {
            case PICK_UP, PUT_DOWN, DRINK, TURN, TYPE, WRITE, READ, APPROACH, LOOK, POINT, PHONE_TO_EAR, ENTER, EXIT ->
                true;
            default -> false;
        };
        boolean vague = first.kind == ActionKind.LOOK && first.target instanceof Target.Toward;
        if ((first.target == null || vague && toward)
                && (goes && (toward || relation && first.kind != ActionKind.TALK)
                        || handles && (prepless() || relation && first.kind != ActionKind.LOOK))) {
            s.open.forEach(o -> o.deed().target = thing);
            used(item, names + ".target", thing.noun());
            return true;
        }
        if ((relation || toward) && first.target != null && first.kind == ActionKind.PUT_DOWN) {
            s.ledger.ignored(item, "it is put where it is in reach");
            s.softBreak();
            return true;
        }
        if (relation) {
            place(item, thing, standing(owners, first.kind));
            return true;
        }
        return false;
    }

    /// "Looks at the woman by the window": she is by the window; who talks to her there is there too.
    private List<Role> standing(List<Role> owners, ActionKind kind) {
        List<Role> described = s.described;
        if (described.isEmpty() || owners.containsAll(described) || !nounBefore()) {
            return owners;
        }
        if (kind != ActionKind.TALK && kind != ActionKind.LISTEN) {
            return described;
        }
        List<Role> all = new ArrayList<>(owners);
        described.stream().filter(r -> !all.contains(r)).forEach(all::add);
        return all;
    }

    /// Whether the preposition before the thing follows right after a person.
    private boolean nounBefore() {
        for (int i = s.at - 1; i > 0; i--) {
            if (s.items.get(i) == s.prep) {
                return s.items.get(i - 1).any(Slot.PERSON, Slot.GROUP, Slot.NAME);
            }
        }
        return false;
    }

    private static boolean seat(String noun) {
        return switch (noun) {
            case "chair", "sofa", "armchair", "bench", "stool", "bed" -> true;
            default -> false;
        };
    }

    private static boolean moves(ActionKind kind) {
        return switch (kind) {
            case SIT_DOWN, STAND_UP, WALK, RUN, ENTER, EXIT, APPROACH -> true;
            default -> false;
        };
    }

    private boolean prepless() {
        return s.prep == null;
    }

    private static boolean held(String noun) {
        return switch (noun) {
            case "phone", "cup", "glass", "book", "notebook", "paper", "pen", "key", "watch", "bottle" -> true;
            default -> false;
        };
    }

    private void place(Item item, Target.Thing thing, List<Role> who) {
        if (held(thing.noun())) {
            s.ledger.ignored(item, "nobody can be there");
            s.softBreak();
            return;
        }
        Item prep = s.prep;
        String word =
                prep == null ? "AT" : prep.as(Slot.RELATION).map(Entry::value).orElse("AT");
        boolean leans = s.last == Script.Last.DEED
                && !s.open.isEmpty()
                && s.open.getFirst().deed().kind == ActionKind.LEAN_BACK
                && word.equals("ON");
        Relation relation = Relation.valueOf(leans || word.equals("UNDER") ? "AT" : word);
        boolean seat = switch (thing.noun()) {
            case "table", "desk", "chair", "sofa", "armchair", "counter", "bench" -> true;
            default -> false;
        };
        boolean used = false;
        for (Role r : who) {
            Notes.Acting acting = s.notes.of(r);
            boolean side = acting.place != null && acting.place.target() instanceof Target.Toward;
            if (side && seat && acting.posture == null) {
                acting.posture = Posture.SITTING;
                r.posture = Posture.SITTING;
                used = true;
            } else if (!side) {
                used = true;
                acting.place = new Place(relation, thing);
                r.spot = thing.noun();
                boolean sits = (word.equals("IN") || word.equals("ON"))
                        && seat(thing.noun())
                        && !thing.noun().equals("bed");
                if (sits && acting.posture == null && acting.deeds.stream().noneMatch(d -> moves(d.kind))) {
                    acting.posture = Posture.SITTING;
                    r.posture = Posture.SITTING;
                }
            }
            s.company.touch(r);
        }
        if (used) {
            used(item, Script.names(who) + ".place", Names.words(relation) + " " + thing.noun());
        } else {
            s.ledger.ignored(item, "the side of the picture counts");
            s.softBreak();
        }
    }

    /// Settles what the set is once the whole prompt is read.
    void close() {
        if (s.notes.set == SetKind.STREET_DAY
                && (s.night
                        || s.notes.light.lighting == Lighting.STREET_NIGHT
                        || s.notes.light.lighting == Lighting.NEON
                        || s.notes.light.lighting == Lighting.MOONLIGHT)) {
            s.notes.set = SetKind.STREET_NIGHT;
        }
        if (s.night && s.notes.light.lighting == null && s.notes.set == SetKind.STREET_NIGHT) {
            s.notes.light.lighting = Lighting.STREET_NIGHT;
        }
    }
}
