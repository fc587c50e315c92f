package dev.beatboard.direction;

import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Anchor;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.PerformerDirection.Place;
import dev.beatboard.shot.PerformerDirection.Relation;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Side;
import dev.beatboard.shot.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what people do and how they are: actions with their sides, goals and paces, postures, places, gazes and faces.
final class ActingReader {

    private final Script s;

    ActingReader(Script s) {
        this.s = s;
    }

    void action(Item item, Entry e) {
        String value = e.value();
        int arrow = value.indexOf('>');
        ActionKind kind = ActionKind.valueOf(arrow < 0 ? value : value.substring(0, arrow));
        if ((kind == ActionKind.PICK_UP || kind == ActionKind.PUT_DOWN)
                && item.to() - item.from() == 1
                && !thingAhead()) {
            s.ledger.unknown(item, "known, but only for things that are built");
            s.warn(
                    "not-supported",
                    item,
                    "\"" + s.ledger.text(item) + "\": what is meant is not built, it is left out");
            s.dropPace();
            s.unfilmed = true;
            return;
        }
        List<Role> who = s.actors(item);
        if (who.isEmpty()) {
            s.ledger.ignored(item, "nobody is there who does it");
            return;
        }
        if (s.subject.isEmpty()) {
            s.subject = who;
        }
        s.sexed(s.ledger.text(item));
        List<Script.Open> opened = new ArrayList<>();
        for (Role r : who) {
            Notes.Deed deed = new Notes.Deed(kind);
            if (arrow >= 0) {
                deed.target = new Target.Toward(Direction.valueOf(value.substring(arrow + 1)), true);
            }
            deed.side = skippedSide(item);
            boolean hands = (kind == ActionKind.RAISE_HAND || kind == ActionKind.LOWER_HAND)
                    && s.ledger.text(item).matches("(?i).*(hands|arms).*");
            boolean thumbs = kind == ActionKind.THUMBS_UP && s.ledger.text(item).matches("(?i).*\\b(two|both)\\b.*");
            if (deed.side == null && (hands || thumbs)) {
                deed.side = Side.BOTH;
            }
            deed.starting = s.starting;
            deed.then = s.then;
            deed.anchor = s.ends || e.phrase().startsWith("arrive") ? Anchor.END : Anchor.START;
            if (s.pace != null) {
                deed.pace = s.pace;
            }
            if (s.line != null && kind == ActionKind.TALK) {
                deed.line = s.line;
            }
            s.notes.of(r).deeds.add(deed);
            if (kind == ActionKind.SIT_DOWN) {
                r.posture = Posture.SITTING;
            } else if (kind == ActionKind.STAND_UP || kind == ActionKind.WALK || kind == ActionKind.ENTER) {
                r.posture = Posture.STANDING;
            }
            s.company.touch(r);
            opened.add(new Script.Open(r, deed));
        }
        if (s.line != null && kind == ActionKind.TALK && s.lineItem != null) {
            s.ledger.used(s.lineItem, Script.names(who) + ".line", s.line, "what is said");
            s.line = null;
            s.lineItem = null;
        }
        if (s.paceItem != null && s.pace != null) {
            s.ledger.used(s.paceItem, Script.names(who) + ".pace", Names.of(s.pace), "how quickly");
            s.pace = null;
            s.paceItem = null;
        }
        s.ledger.used(item, Script.names(who) + ".action", Names.of(kind), "what somebody does");
        s.open = opened;
        s.last = Script.Last.DEED;
        done();
        s.then = false;
        s.starting = false;
        s.ends = false;
    }

    /// Whether the object of a verb of the hands is a thing that is known.
    private boolean thingAhead() {
        Item noun = s.beyond(
                Slot.DETERMINER,
                Slot.POSSESSIVE,
                Slot.COUNT,
                Slot.COLOR,
                Slot.COLOR_WORD,
                Slot.MATERIAL,
                Slot.EVALUATIVE,
                Slot.FILLER,
                Slot.PACE,
                Slot.LIGHT_TINT,
                Slot.TOWARD,
                Slot.RELATION);
        return noun != null && (noun.any(Slot.THING, Slot.GARMENT, Slot.PRONOUN, Slot.POSSESSIVE) || noun.word("it"));
    }

    private void done() {
        s.unfilmed = false;
        s.verbSeen = true;
        s.framing = false;
        s.apposition = List.of();
        s.softBreak();
    }

    private @org.jspecify.annotations.Nullable Side skippedSide(Item item) {
        Side side = null;
        for (int i : item.skipped()) {
            String w = s.wordAt(i);
            side = switch (w) {
                case "left" -> Side.LEFT;
                case "right" -> Side.RIGHT;
                case "both" -> Side.BOTH;
                default -> side;
            };
            if (w.equals("slowly") || w.equals("gently")) {
                s.pace = Pace.SLOW;
            } else if (w.equals("quickly")) {
                s.pace = Pace.BRISK;
            }
        }
        return side;
    }

    /// "Stands" of a seated person is an action, of anybody else a posture.
    void posture(Item item, Entry e) {
        Posture posture = Posture.valueOf(e.value());
        boolean finite = e.form() == Entry.Form.FINITE || e.form() == Entry.Form.PLAIN && item.to() - item.from() == 1;
        List<Role> who = s.actors(item);
        if (who.isEmpty()) {
            s.ledger.ignored(item, "nobody is there");
            return;
        }
        boolean sits = who.stream().allMatch(r -> r.posture == Posture.SITTING);
        boolean stood = who.stream().allMatch(r -> r.posture == Posture.STANDING);
        boolean verb = finite
                && (item.first().is("sit")
                        || item.first().is("sits")
                        || item.first().is("stand")
                        || item.first().is("stands"));
        if (verb && posture == Posture.STANDING && sits) {
            action(item, new Entry(Slot.ACTION, "STAND_UP", e.phrase(), false, e.form()));
            return;
        }
        if (verb && posture == Posture.SITTING && stood && s.keyframe > 0) {
            action(item, new Entry(Slot.ACTION, "SIT_DOWN", e.phrase(), false, e.form()));
            return;
        }
        for (Role r : who) {
            s.notes.of(r).posture = posture;
            r.posture = posture;
            s.company.touch(r);
        }
        if (s.subject.isEmpty()) {
            s.subject = who;
        }
        s.ledger.used(item, Script.names(who) + ".posture", Names.of(posture), "a posture, true at the keyframe");
        s.last = Script.Last.POSTURE;
        done();
    }

    void gaze(Item item) {
        List<Role> who = s.actors(item);
        if (who.isEmpty()) {
            s.ledger.ignored(item, "nobody is there who looks");
            return;
        }
        s.ledger.used(item, Script.names(who) + ".gaze", "", "a gaze, true at the keyframe");
        s.last = Script.Last.GAZE;
        if (s.subject.isEmpty()) {
            s.subject = who;
        }
        done();
    }

    void expression(Item item, Entry e) {
        Expression x = Expression.valueOf(e.value());
        List<Role> who = s.nearest();
        if (who.isEmpty() && e.form() == Entry.Form.PLAIN && s.keyframe == 0) {
            s.ledger.ignored(item, "nobody is there whose face it could be");
            return;
        }
        if (who.isEmpty()) {
            who = s.actors(item);
        }
        boolean manner = item.first().key().endsWith("ly") && item.to() - item.from() == 1;
        if (manner && who.stream().allMatch(r -> s.notes.of(r).expression != null)) {
            s.ledger.ignored(item, "the face is told by the verb");
            return;
        }
        for (Role r : who) {
            s.notes.of(r).expression = x;
            s.company.touch(r);
        }
        if (s.subject.isEmpty() && e.form() != Entry.Form.PLAIN) {
            s.subject = who;
        }
        s.ledger.used(item, Script.names(who) + ".expression", Names.of(x), "a state of the face");
        s.verbSeen |= e.form() == Entry.Form.FINITE;
        if (s.last == Script.Last.CAMERA) {
            s.last = Script.Last.PERSON;
        }
    }

    /// A direction word, by what it follows.
    boolean direction(Item item, Direction d, boolean own) {
        if ((d == Direction.DOWN || d == Direction.UP)
                && s.last == Script.Last.DEED
                && !s.open.isEmpty()
                && !looks(s.open.getFirst().deed().kind)) {
            s.ledger.ignored(item, "the way follows the set");
            return true;
        }
        Target t = d == Direction.CAMERA ? new Target.Camera() : new Target.Toward(d, own);
        if (s.last == Script.Last.GAZE) {
            s.nearest().forEach(r -> s.notes.of(r).gaze = t);
            s.ledger.used(item, Script.names(s.nearest()) + ".gaze", Describe.target(t), reason(own));
            return true;
        }
        if (!s.open.isEmpty() && s.last == Script.Last.DEED) {
            ActionKind kind = s.open.getFirst().deed().kind;
            switch (kind) {
                case WALK,
                        RUN,
                        TURN,
                        ENTER,
                        EXIT,
                        APPROACH,
                        STEP_BACK,
                        LOOK,
                        GLANCE,
                        POINT,
                        TALK,
                        WAVE,
                        GESTURE,
                        LEAN_FORWARD,
                        LEAN_BACK,
                        TILT_HEAD,
                        LAUGH,
                        NOD,
                        THUMBS_UP,
                        OPEN_PALMS,
                        STOP_SIGN,
                        SHAKE_HEAD -> {
                    if (s.then && s.open.getFirst().deed().target != null) {
                        again(item, t, own);
                        return true;
                    }
                    boolean told = s.open.getFirst().deed().target instanceof Target.Thing
                            || s.open.getFirst().deed().target instanceof Target.Person;
                    if (told && (d == Direction.LEFT || d == Direction.RIGHT)) {
                        s.ledger.ignored(item, "the target is told more exactly");
                        return true;
                    }
                    s.open.forEach(o -> o.deed().target = t);
                    s.ledger.used(item, names() + ".target", Describe.target(t), reason(own));
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /// "Looks left, then right": the same act once more.
    private void again(Item item, Target t, boolean own) {
        List<Script.Open> more = new ArrayList<>();
        for (Script.Open o : s.open) {
            Notes.Deed deed = new Notes.Deed(o.deed().kind);
            deed.target = t;
            deed.then = true;
            s.notes.of(o.owner()).deeds.add(deed);
            more.add(new Script.Open(o.owner(), deed));
        }
        s.open = more;
        s.then = false;
        s.ledger.used(item, names() + ".target", Describe.target(t), reason(own));
    }

    /// "Past the camera": on without stopping before it.
    void past(Item item) {
        s.open.forEach(o -> o.deed().target = new Target.Toward(Direction.CAMERA, false));
        s.ledger.used(item, names() + ".target", "past the camera", "goes by the lens without stopping");
    }

    private static boolean looks(ActionKind kind) {
        return kind == ActionKind.LOOK || kind == ActionKind.GLANCE || kind == ActionKind.POINT;
    }

    private static String reason(boolean own) {
        return own ? "the person's own side" : "a side of the picture";
    }

    private String names() {
        return Script.names(s.open.stream().map(Script.Open::owner).toList());
    }

    /// A part of the picture: where somebody is, or where they come from or go.
    boolean sideOfFrame(Item item, String value) {
        Direction d = LookReader.side(value);
        boolean noun = s.peek(-1) instanceof Item b && b.any(Slot.PERSON, Slot.NAME, Slot.GROUP);
        if (s.last == Script.Last.DEED && !noun && !s.open.isEmpty()) {
            ActionKind kind = s.open.getFirst().deed().kind;
            if (kind == ActionKind.ENTER || kind == ActionKind.EXIT || kind == ActionKind.LOOK) {
                return direction(item, d, false);
            }
        }
        List<Role> who = s.last == Script.Last.PERSON || noun ? s.described : s.nearest();
        if (who.isEmpty() || s.last == Script.Last.THING || s.last == Script.Last.SET) {
            return false;
        }
        if (d == Direction.BACK || value.equals("FRONT")) {
            s.ledger.ignored(item, "depth is left to the framing");
            return true;
        }
        if (d == Direction.FORWARD && who.stream().allMatch(r -> s.notes.of(r).place != null)) {
            s.ledger.ignored(item, "the place is told more exactly");
            return true;
        }
        boolean told = who.stream().allMatch(r -> r.place == d);
        Place place = new Place(Relation.AT, new Target.Toward(d, false));
        for (Role r : who) {
            if (!told) {
                s.notes.of(r).place = place;
            }
            r.place = d;
        }
        if (told) {
            s.ledger.ignored(item, "tells again who is meant");
        } else {
            s.ledger.used(item, Script.names(who) + ".place", Names.of(d), "a side of the picture");
        }
        return true;
    }

    void hand(Item item, Side side) {
        if (s.last == Script.Last.DEED && !s.open.isEmpty()) {
            s.open.forEach(o -> o.deed().side = side);
            s.ledger.used(item, names() + ".side", Names.of(side), "the person's own side");
        } else {
            s.ledger.ignored(item, "no action is told for it");
        }
    }

    /// A pace after the verb.
    boolean pace(Item item, Pace pace) {
        if (s.open.isEmpty() || s.open.getFirst().deed().pace != null) {
            return false;
        }
        s.open.forEach(o -> o.deed().pace = pace);
        s.ledger.used(item, names() + ".pace", Names.of(pace), "how quickly");
        return true;
    }

    /// A spoken line: of who talks already, of who will, or of whoever the keyframe is about.
    void quote(Item item) {
        String text = item.first().key();
        Optional<Script.Open> talks = s.open.stream()
                .filter(o -> o.deed().kind == ActionKind.TALK && o.deed().line == null)
                .findFirst();
        if (talks.isPresent()) {
            talks.get().deed().line = text;
            s.ledger.used(item, talks.get().owner().name + ".line", text, "what is said");
            return;
        }
        for (int i = s.at + 1; i < s.items.size() && i < s.at + 5; i++) {
            if (s.items
                    .get(i)
                    .as(Slot.ACTION)
                    .filter(e -> e.value().equals("TALK"))
                    .isPresent()) {
                s.line = text;
                s.lineItem = item;
                return;
            }
        }
        List<Role> who = s.actors(item);
        if (who.isEmpty()) {
            s.ledger.ignored(item, "nobody is there who could say it");
            return;
        }
        Notes.Deed deed = new Notes.Deed(ActionKind.TALK);
        deed.line = text;
        s.notes.of(who.getFirst()).deeds.add(deed);
        s.open = List.of(new Script.Open(who.getFirst(), deed));
        s.last = Script.Last.DEED;
        s.ledger.used(item, who.getFirst().name + ".line", text, "what is said");
    }

    /// "To camera" where no verb takes it: a gaze.
    void gazeAtCamera(Item x) {
        List<Role> who = s.nearest();
        if (who.isEmpty() || s.last == Script.Last.MOVE || s.last == Script.Last.CAMERA) {
            s.ledger.ignored(x, "nobody is there who could look");
            return;
        }
        who.forEach(r -> s.notes.of(r).gaze = new Target.Camera());
        s.ledger.used(x, Script.names(who) + ".gaze", "camera", "into the lens");
    }
}
