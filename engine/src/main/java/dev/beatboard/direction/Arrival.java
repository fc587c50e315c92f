package dev.beatboard.direction;

import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.PerformerDirection.Place;
import dev.beatboard.shot.PerformerDirection.Relation;
import dev.beatboard.shot.Target;
import java.util.ArrayList;
import java.util.List;

/// Puts whoever was just named where the sentence has them: the subject of what follows, the object of what came
/// before, framed by the camera, or beside somebody.
final class Arrival {

    private final Script s;

    Arrival(Script s) {
        this.s = s;
    }

    /// Puts people where the sentence has them: object of what came before, framed, or the subject of what follows.
    void arrive(Item item, List<Role> who) {
        Item verb = s.before(Slot.DETERMINER, Slot.COUNT, Slot.POSSESSIVE);
        if (s.unfilmed && verb != null && verb.is(Slot.UNSUPPORTED) && !s.subject.isEmpty()) {
            who.forEach(s.company::touch);
            s.subject.forEach(s.company::touch);
            s.softBreak();
            return;
        }
        s.described = who;
        s.thing = false;
        who.forEach(s.company::touch);
        Item prep = s.prep;
        boolean joined = s.peekBack(Slot.AND) && !s.verbSeen && !s.subject.isEmpty();
        if (over(item, who)) {
            s.softBreak();
            return;
        }
        if (s.last == Script.Last.MOVE && s.before(Slot.DETERMINER) instanceof Item b && b.word("from")) {
            s.softBreak();
            return;
        }
        if (s.last == Script.Last.MOVE && !s.verbSeen && (prep != null || s.cameraObject())) {
            who.forEach(r -> s.frame(new Target.Person(r.name)));
            s.last = Script.Last.PERSON;
            s.softBreak();
            return;
        }
        if (prep != null && s.verbSeen && s.nearest().equals(who)) {
            s.softBreak();
            return;
        }
        boolean handled = s.last == Script.Last.DEED && s.open.stream().anyMatch(o -> handles(o.deed().kind));
        if (prep != null && handled && prep.is(Slot.TOWARD)) {
            s.softBreak();
            return;
        }
        if (prep != null && (s.last == Script.Last.DEED || s.last == Script.Last.GAZE) && !s.framing) {
            target(who.size() == 1 ? new Target.Person(who.getFirst().name) : new Target.Everyone());
            s.softBreak();
            return;
        }
        if (s.last == Script.Last.DEED && takesPerson() && prep == null && s.peekVerb()) {
            target(who.size() == 1 ? new Target.Person(who.getFirst().name) : new Target.Everyone());
            s.softBreak();
            return;
        }
        if (prep != null
                && prep.is(Slot.TOWARD)
                && !s.framing
                && !s.unfilmed
                && s.last != Script.Last.POSTURE
                && !s.subject.isEmpty()) {
            Target t = who.size() == 1 ? new Target.Person(who.getFirst().name) : new Target.Everyone();
            s.subject.stream().filter(r -> !who.contains(r)).forEach(r -> s.notes.of(r).gaze = t);
            s.ledger.used(prep, Script.names(s.subject) + ".gaze", Describe.target(t), "toward whom");
            s.softBreak();
            return;
        }
        if (prep != null && prep.is(Slot.RELATION) && s.verbSeen && !s.nearest().isEmpty() && who.size() >= 1) {
            Relation relation = Relation.valueOf(
                    prep.as(Slot.RELATION).orElseThrow().value().equals("UNDER")
                            ? "AT"
                            : prep.as(Slot.RELATION).orElseThrow().value());
            Target t = who.size() == 1 ? new Target.Person(who.getFirst().name) : new Target.Everyone();
            for (Role r : s.nearest()) {
                s.notes.of(r).place = new Place(relation, t);
            }
            s.ledger.used(prep, "place", Names.of(relation), "where somebody is");
            s.last = Script.Last.PERSON;
            s.softBreak();
            return;
        }
        boolean eyes = s.notes.camera.composition == dev.beatboard.shot.Composition.POINT_OF_VIEW
                && !s.framedNow().isEmpty();
        if (s.framing && !eyes) {
            who.forEach(r -> s.frame(new Target.Person(r.name)));
        }
        if (joined) {
            Item and = s.before(Slot.DETERMINER, Slot.COUNT, Slot.POSSESSIVE);
            if (and != null) {
                s.ledger.used(and, "who", Script.names(who), "joins two subjects");
            }
            List<Role> both = new ArrayList<>(s.series);
            s.subject.stream().filter(r -> !both.contains(r)).forEach(both::add);
            who.stream().filter(r -> !both.contains(r)).forEach(both::add);
            s.subject = List.copyOf(both);
            s.company.formed(both);
            s.series = List.of();
        } else {
            boolean listed = s.before(Slot.DETERMINER, Slot.COUNT, Slot.POSSESSIVE) instanceof Item c
                    && c.sign(",")
                    && !s.verbSeen
                    && s.last == Script.Last.PERSON;
            List<Role> series = new ArrayList<>(listed ? s.series : List.of());
            s.subject.stream().filter(r -> listed && !series.contains(r)).forEach(series::add);
            s.series = List.copyOf(series);
            s.subject = who;
            s.verbSeen = false;
        }
        s.cameraActs = false;
        s.cameraNamed = false;
        s.last = Script.Last.PERSON;
        s.softBreak();
    }

    /// "Past Tom onto Anna", "over the shoulder of the man".
    private boolean over(Item item, List<Role> who) {
        if (s.notes.camera.composition != dev.beatboard.shot.Composition.OVER_SHOULDER || s.verbSeen || !s.framing) {
            return false;
        }
        Item before = s.before(Slot.DETERMINER, Slot.PRONOUN);
        boolean past = before != null
                && (before.is(Slot.VIEW_SIDE)
                        || before.word("behind")
                        || before.word("past")
                        || before.word("of")
                        || before.word("over"));
        Role role = who.getFirst();
        if (before != null && past && s.notes.camera.foreground == null) {
            s.notes.camera.foreground = role.name;
            s.ledger.used(before, "camera.foreground", role.name, "past whom the lens looks");
            s.ledger.used(item, "camera.foreground", role.name, "whose shoulder is in front");
            s.last = Script.Last.CAMERA;
            return true;
        }
        s.frame(new Target.Person(role.name));
        s.subject = who;
        s.last = Script.Last.PERSON;
        return true;
    }

    /// Whether the hands are at a thing, so that "for her" is not what they are at.
    private static boolean handles(ActionKind kind) {
        return switch (kind) {
            case PICK_UP, PUT_DOWN, DRINK, TYPE, WRITE -> true;
            default -> false;
        };
    }

    private boolean takesPerson() {
        return s.open.stream()
                .anyMatch(o -> o.deed().target == null
                        && switch (o.deed().kind) {
                            case APPROACH, LOOK, GLANCE, TALK, WAVE, TURN, LISTEN, POINT, LEAN_FORWARD -> true;
                            default -> false;
                        });
    }

    void target(Target t) {
        if (s.last == Script.Last.GAZE) {
            s.nearest().forEach(r -> s.notes.of(r).gaze = t);
        } else {
            s.open.forEach(o -> o.deed().target = t);
            if (s.open.size() > 1 && t instanceof Target.Person p) {
                s.open.stream()
                        .filter(o -> o.owner().name.equals(p.name()))
                        .forEach(o -> s.notes.of(o.owner()).deeds.remove(o.deed()));
            }
        }
        if (s.prep != null) {
            s.ledger.used(s.prep, "target", Describe.target(t), "toward whom or what");
        }
    }

    void eachOther() {
        List<Role> who = s.nearest().size() > 1 ? s.nearest() : s.company.they();
        for (int i = 0; i < who.size(); i++) {
            Role me = who.get(i);
            Target t = new Target.Person(who.get((i + 1) % who.size()).name);
            if (s.last == Script.Last.DEED) {
                s.open.stream().filter(o -> o.owner() == me).forEach(o -> o.deed().target = t);
            } else {
                s.notes.of(me).gaze = t;
            }
        }
        s.softBreak();
    }
}
