package dev.beatboard.direction;

import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Side;
import java.util.List;
import java.util.Optional;

/// Reads the items of one prompt from left to right and hands each to the reader of its department. The order of the
/// tests in `dispatch` is the arbitration between readings of one phrase.
final class PromptReader {

    /// Words that say which way somebody goes, so that "her" before them is a person.
    private static final List<String> PATHS =
            List.of("through", "along", "across", "down", "up", "past", "around", "from", "out", "again");

    private final Script s;
    private final LookReader looks;
    private final PeopleReader people;
    private final ActingReader acting;
    private final CameraReader camera;
    private final PlaceReader place;
    private final GrammarReader grammar;

    /// @param skims whether words that are not known stay without the nearest one
    PromptReader(Script script, Lexicon lexicon, boolean skims) {
        this.s = script;
        this.looks = new LookReader(s);
        this.people = new PeopleReader(s, looks);
        this.acting = new ActingReader(s);
        this.camera = new CameraReader(s);
        this.place = new PlaceReader(s, looks);
        this.grammar = new GrammarReader(s, lexicon, skims, looks, people, acting, camera, place);
    }

    void read() {
        for (s.at = 0; s.at < s.items.size(); s.at++) {
            Item item = s.items.get(s.at);
            if (!s.ledger.settled(item)) {
                dispatch(item);
            }
        }
        close();
    }

    private void dispatch(Item item) {
        if (s.negated && negates(item)) {
            return;
        }
        if (item.word("over") && camera.shoulderAhead()) {
            camera.composition(
                    item,
                    new Entry(Slot.COMPOSITION, Composition.OVER_SHOULDER.name(), "over", false, Entry.Form.PLAIN));
            return;
        }
        if (item.first().kind() == Token.Kind.QUOTE) {
            acting.quote(item);
        } else if (item.first().kind() == Token.Kind.APERTURE) {
            camera.aperture(item, Double.parseDouble(item.first().key()));
        } else if (item.first().kind() == Token.Kind.SIGN) {
            sign(item);
        } else if (item.number() && number(item, Double.parseDouble(item.first().key()))) {
            return;
        } else if (item.is(Slot.COUNT)
                && item.first().kind() == Token.Kind.WORD
                && number(
                        item,
                        Double.parseDouble(item.as(Slot.COUNT).orElseThrow().value()))) {
            return;
        } else if (item.entries().isEmpty()) {
            grammar.unknown(item);
        } else if (!cameraItem(item) && !placeItem(item) && !peopleItem(item) && !actingItem(item)) {
            grammar.read(item);
        }
    }

    /// "Without glasses", "doesn't smile": what is not to be seen is not built, and that is said.
    private boolean negates(Item item) {
        if (item.first().kind() == Token.Kind.SIGN || item.is(Slot.AND) && s.negatedVerb) {
            s.negated = false;
            s.negatedVerb = false;
            return false;
        }
        if (s.negatedVerb) {
            s.ledger.ignored(item, "belongs to what is negated");
            return true;
        }
        boolean content = item.any(
                Slot.GARMENT,
                Slot.ACTION,
                Slot.POSTURE,
                Slot.EXPRESSION,
                Slot.HAIR,
                Slot.THING,
                Slot.PERSON,
                Slot.GROUP,
                Slot.LIGHT,
                Slot.MOVE,
                Slot.CUT,
                Slot.LIGHT_NOUN,
                Slot.UNSUPPORTED);
        if (!content) {
            return false;
        }
        Item no = s.negation;
        if (no != null) {
            s.ledger.used(no, "negation", "true", "negates what follows");
            s.negation = null;
        }
        s.negatedVerb = item.any(Slot.ACTION, Slot.POSTURE, Slot.GAZE, Slot.MOVE);
        s.negated = s.negatedVerb;
        s.ledger.ignored(item, "negated: only what should be seen is built");
        s.warn(
                "negation",
                item,
                "\"" + s.ledger.text(item) + "\" is negated and left out: say what should be seen instead");
        return true;
    }

    private void sign(Item item) {
        s.ledger.ignored(item, "punctuation");
        String k = item.first().key();
        if (".;:!?\u2014\u2013".contains(k)) {
            boolean colon = k.equals(":");
            s.elaborates = colon && s.grouped;
            boolean framing = s.framing;
            List<Role> described = s.described;
            s.clauseBreak();
            if (colon) {
                s.framing = framing;
                s.described = described;
            } else if (!k.equals("\u2014") && !k.equals("\u2013")) {
                s.last = Script.Last.NOTHING;
                s.described = List.of();
            }
        } else if (k.equals(",") || k.equals("(")) {
            s.prep = null;
            s.thing &= s.subject.isEmpty();
            Item pace = s.paceItem;
            if (pace != null
                    && s.peek(-1) == pace
                    && s.peek(-2) instanceof Item b
                    && b.first().kind() != Token.Kind.SIGN) {
                s.dropPace();
            }
            s.elaborates |= s.grouped && people.elaborated();
        }
    }

    /// A number in digits or in words, by the unit after it or the word before it.
    private boolean number(Item item, double value) {
        Item next = s.peek(1);
        String unit = next == null ? "" : next.as(Slot.UNIT).map(Entry::value).orElse("");
        if (next != null && unit.equals("MM")) {
            camera.lens(item, next, value);
        } else if (next != null && unit.equals("DEGREES")) {
            camera.degrees(item, next, value);
        } else if (next != null && unit.equals("KELVIN")) {
            place.kelvin(item, next, value);
        } else if (next != null && next.is(Slot.AGE_UNIT)) {
            s.ledger.used(next, "age", "years", "unit of the number before it");
            age(item, (int) value);
        } else if (s.last == Script.Last.PERSON
                && value >= 6
                && value <= 90
                && !s.described.isEmpty()
                && (s.peek(-1) instanceof Item b
                        && (b.sign(",")
                                || b.sign("(")
                                || b.word("of")
                                || b.word("about")
                                || b.word("around")
                                || b.word("perhaps")
                                || b.is(Slot.AGE_UNIT)))
                && !(next != null && next.any(Slot.PERSON, Slot.GROUP))) {
            looks.age(item, (int) value, s.described);
        } else if (item.is(Slot.COUNT)) {
            return false;
        } else {
            s.ledger.unknown(item, "a number without a unit that is known");
        }
        return true;
    }

    private void age(Item item, int years) {
        if (looks.personAhead()
                || s.beyond(Slot.AGE_UNIT, Slot.COLOR, Slot.BUILD, Slot.STATURE, Slot.HERITAGE) instanceof Item p
                        && p.any(Slot.PERSON, Slot.GROUP)) {
            s.ages.add(new Script.Age(item, years));
            s.attributes.add(item);
        } else if (!looks.whom().isEmpty()) {
            looks.age(item, years, looks.whom());
        } else {
            s.ledger.ignored(item, "nobody is there whose age it could be");
        }
    }

    private boolean cameraItem(Item x) {
        Optional<Entry> move = x.as(Slot.MOVE);
        boolean several = s.peek(-1) instanceof Item b
                && b.as(Slot.THING).filter(e -> e.form() == Entry.Form.PLURAL).isPresent();
        boolean verb = move.isPresent() && (several || move.get().form() != Entry.Form.PLAIN);
        if (verb && !s.cameraActs && s.lifeless()) {
            s.ledger.ignored(x, "only people and the camera are told what to do");
            return true;
        }
        if (verb && !x.any(Slot.ACTION, Slot.UNSUPPORTED) && !s.cameraActs && s.afterPerson()) {
            s.ledger.unknown(x, "known, but only of the camera");
            s.warn(
                    "not-supported",
                    x,
                    "\"" + s.ledger.text(x) + "\" is filmed of the camera, not yet of a person: it is left out");
            s.unfilmed = true;
            return true;
        }
        if (move.isPresent() && x.to() - x.from() == 1 && !verb && s.peek(-1) instanceof Item b && Script.noun(b)) {
            s.ledger.ignored(x, "belongs to the noun before it");
            return true;
        }
        boolean person = !s.subject.isEmpty() && !s.cameraActs;
        boolean both = move.isPresent() && x.any(Slot.ACTION, Slot.PERSON, Slot.THING, Slot.EXPRESSION);
        boolean stay = x.word("hold")
                && (s.peek(1) == null
                        || s.peek(1) instanceof Item n && n.first().kind() == Token.Kind.SIGN);
        if (move.isPresent() && (stay || !(both && (person || x.is(Slot.PERSON))))) {
            boolean hold = move.get().value().equals(CameraMoveKind.NONE.name());
            boolean acts =
                    x.is(Slot.ACTION) && !stay && !s.cameraActs && !s.nearest().isEmpty();
            boolean hands = x.is(Slot.UNSUPPORTED)
                    && person
                    && s.last == Script.Last.PERSON
                    && (move.get().form() != Entry.Form.PLAIN || s.subject.size() > 1);
            if (acts || hands || hold && !stay && person && s.verbSeen) {
                return false;
            }
            camera.move(x, move.get());
            return true;
        }
        if (x.is(Slot.SIZE)) {
            camera.size(x, x.as(Slot.SIZE).orElseThrow());
        } else if (x.is(Slot.COMPOSITION)
                && x.is(Slot.OWN_DIRECTION)
                && (s.last == Script.Last.DEED || s.last == Script.Last.GAZE)) {
            return false;
        } else if (x.is(Slot.COMPOSITION)) {
            camera.composition(x, x.as(Slot.COMPOSITION).orElseThrow());
        } else if (x.is(Slot.ANGLE)) {
            camera.angle(x, x.as(Slot.ANGLE).orElseThrow());
        } else if (x.is(Slot.VIEW_SIDE) && s.notes.camera.composition == Composition.OVER_SHOULDER) {
            s.ledger.ignored(x, "follows from the framing");
        } else if (x.is(Slot.VIEW_SIDE) && x.first().is("from") && arrives()) {
            s.ledger.ignored(x, "how somebody comes there follows from the set");
        } else if (x.is(Slot.VIEW_SIDE)
                && x.first().is("head")
                && s.peek(-1) instanceof Item h
                && h.is(Slot.POSSESSIVE)) {
            s.ledger.ignored(x, "a part of the body");
        } else if (x.is(Slot.VIEW_SIDE) && x.first().is("from") && litFrom(x)) {
            return true;
        } else if (x.is(Slot.VIEW_SIDE)) {
            camera.side(x, x.as(Slot.VIEW_SIDE).orElseThrow());
        } else if (x.is(Slot.LENS_WORD)) {
            camera.lensWord(x, x.as(Slot.LENS_WORD).orElseThrow());
        } else if (x.is(Slot.APERTURE_WORD)) {
            camera.apertureWord(x, x.as(Slot.APERTURE_WORD).orElseThrow());
        } else if (x.is(Slot.DUTCH)) {
            s.notes.camera.dutch = true;
            s.ledger.used(x, "camera.dutch", "true", "the horizon leans");
        } else if (x.is(Slot.SUPPORT)) {
            camera.support(x, x.as(Slot.SUPPORT).orElseThrow());
        } else if (x.is(Slot.CUT)) {
            camera.cut(x, x.as(Slot.CUT).orElseThrow());
        } else if (x.is(Slot.LENS_TARGET)) {
            if (!acting.direction(x, Direction.CAMERA, false)) {
                acting.gazeAtCamera(x);
            }
        } else if (x.is(Slot.CAMERA)) {
            if (s.last == Script.Last.DEED && s.before(Slot.DETERMINER) instanceof Item b && b.word("past")) {
                acting.past(x);
            } else if (s.prep == null
                    && s.peekVerb()
                    && !s.cameraActs
                    && acting.direction(x, Direction.CAMERA, false)) {
                s.softBreak();
            } else if (s.prep != null && (s.prep.is(Slot.TOWARD) || s.prep.is(Slot.AWAY_FROM))) {
                boolean away = s.prep.is(Slot.AWAY_FROM);
                if (acting.direction(x, away ? Direction.AWAY : Direction.CAMERA, false)) {
                    s.ledger.ignored(s.prep, "leads to the camera");
                } else {
                    acting.gazeAtCamera(x);
                }
                s.softBreak();
            } else if (s.prep != null && !s.verbSeen) {
                camera.camera(x);
            } else if (s.prep != null) {
                s.ledger.ignored(x, "where the lens is follows from the framing");
                s.softBreak();
            } else {
                camera.camera(x);
            }
        } else if (x.is(Slot.FACE)
                && (!x.is(Slot.ACTION)
                        || s.peek(-1) instanceof Item p && (p.word("'s") || p.is(Slot.POSSESSIVE))
                        || s.framing
                        || !s.determiner.isEmpty()
                        || x.word("face") && s.nearest().size() == 1 && s.peek(-1) instanceof Item c && c.sign(","))) {
            camera.face(x);
        } else if (x.is(Slot.SHOT) && !(x.is(Slot.ACTION) && !s.subject.isEmpty() && !s.cameraActs)) {
            camera.shot(x);
        } else {
            return false;
        }
        return true;
    }

    /// Whether the words before tell of somebody who comes in or up to somebody: "approaches him from behind".
    private boolean arrives() {
        boolean sign = s.peek(-1) instanceof Item b && b.first().kind() == Token.Kind.SIGN;
        return !sign
                && s.last == Script.Last.DEED
                && !s.open.isEmpty()
                && (s.open.getFirst().deed().kind == ActionKind.APPROACH
                        || s.open.getFirst().deed().kind == ActionKind.ENTER);
    }

    /// "Lit from behind", "rim light from the side".
    private boolean litFrom(Item x) {
        boolean close = s.peek(-1) instanceof Item b && b.first().kind() != Token.Kind.SIGN;
        String side = x.as(Slot.VIEW_SIDE).orElseThrow().value();
        return close
                && place.from(
                        x,
                        switch (side) {
                            case "BACK" -> Direction.BACK;
                            case "FRONT" -> Direction.CAMERA;
                            default -> side.endsWith("RIGHT") ? Direction.RIGHT : Direction.LEFT;
                        });
    }

    private boolean placeItem(Item x) {
        if (x.word("it") && place.it(x)) {
            return true;
        }
        if (x.is(Slot.LIGHT)) {
            place.light(x, x.as(Slot.LIGHT).orElseThrow());
        } else if (x.is(Slot.SET) && x.as(Slot.SET).orElseThrow().near() && adjective()) {
            s.ledger.ignored(x, "belongs to the noun after it");
        } else if (x.is(Slot.SET)) {
            place.set(x, x.as(Slot.SET).orElseThrow());
        } else if (x.is(Slot.NIGHT)) {
            place.night(x);
        } else if (x.any(Slot.LIGHT_TINT, Slot.LIGHT_LEVEL) && !(x.is(Slot.COLOR) && looks.garmentAhead())) {
            place.tint(
                    x,
                    x.entries().stream()
                            .filter(e -> e.slot() == Slot.LIGHT_TINT || e.slot() == Slot.LIGHT_LEVEL)
                            .findFirst()
                            .orElseThrow());
        } else if (x.is(Slot.LIGHT_NOUN)) {
            s.ledger.ignored(x, "the words beside it say what light");
            s.last = Script.Last.LIGHT;
        } else if (x.is(Slot.THING)
                && !(x.is(Slot.GARMENT) && s.last != Script.Last.DEED)
                && !(x.is(Slot.ACTION) && !thingHere())) {
            place.thing(x, x.as(Slot.THING).orElseThrow());
        } else {
            return false;
        }
        return true;
    }

    /// "A flat tire", "a bank clerk": a place before a noun says what the noun is, not where it is.
    private boolean adjective() {
        return s.peek(1) instanceof Item n
                && (n.any(Slot.PERSON, Slot.GARMENT, Slot.BODY)
                        || n.entries().isEmpty()
                                && n.first().kind() == Token.Kind.WORD
                                && !n.first().key().endsWith("ing")
                                && !n.word("'s"));
    }

    /// "A drink", "the exit": nouns after a determiner, verbs otherwise.
    private boolean thingHere() {
        boolean alone = s.at == 0 && s.peek(1) instanceof Item n && n.first().kind() == Token.Kind.SIGN;
        return !s.determiner.isEmpty() || s.prep != null || alone;
    }

    private boolean peopleItem(Item x) {
        boolean read = people(x);
        Item side = s.side;
        if (side != null && read && x.any(Slot.NAME, Slot.PERSON, Slot.GROUP) && !s.described.isEmpty()) {
            s.side = null;
            s.last = Script.Last.PERSON;
            acting.sideOfFrame(side, side.as(Slot.SIDE_OF_FRAME).orElseThrow().value());
        }
        return read;
    }

    private boolean people(Item x) {
        if (x.is(Slot.NAME) && named(x)) {
            people.name(x, x.as(Slot.NAME).orElseThrow());
        } else if (x.is(Slot.PERSON)) {
            people.person(x, x.as(Slot.PERSON).orElseThrow());
        } else if (!s.determiner.isEmpty() && looks.byHair(s.at)) {
            people.person(x, new Entry(Slot.PERSON, "?/-", "person", false, Entry.Form.PLAIN));
            looks.attribute(x);
        } else if (x.is(Slot.GROUP)) {
            people.group(x, x.as(Slot.GROUP).orElseThrow());
        } else if (x.is(Slot.POSSESSIVE)) {
            Item next = s.peek(1);
            boolean object = x.word("her")
                    && (next == null
                            || next.entries().isEmpty()
                            || next.any(
                                    Slot.AND,
                                    Slot.SUBORDINATE,
                                    Slot.THEN,
                                    Slot.PACE,
                                    Slot.WITH,
                                    Slot.RELATION,
                                    Slot.TOWARD,
                                    Slot.VIEW_SIDE,
                                    Slot.FROM,
                                    Slot.AWAY,
                                    Slot.AWAY_FROM,
                                    Slot.SIDE_OF_FRAME,
                                    Slot.LIGHT)
                            || PATHS.contains(next.first().key()));
            if (object) {
                people.pronoun(x, new Entry(Slot.PRONOUN, "F", "her", false, Entry.Form.PLAIN));
            } else {
                if (s.company.roles().isEmpty()
                        && next != null
                        && next.any(Slot.HAIR, Slot.HAIR_NOUN, Slot.HAIR_COLOR, Slot.GARMENT, Slot.BODY, Slot.FACE)) {
                    people.pronoun(x, new Entry(Slot.PRONOUN, x.word("his") ? "M" : "F", "", false, Entry.Form.PLAIN));
                    return true;
                }
                s.sexed(s.ledger.text(x));
                owner(x);
                s.ledger.ignored(x, "whose it is follows from who acts");
                s.determiner = "";
            }
        } else if (x.is(Slot.PRONOUN)) {
            people.pronoun(x, x.as(Slot.PRONOUN).orElseThrow());
        } else if (x.any(
                Slot.HAIR, Slot.AGE, Slot.STATURE, Slot.BUILD, Slot.HERITAGE, Slot.HAIR_COLOR, Slot.FACIAL_HAIR)) {
            looks.attribute(x);
        } else if (x.is(Slot.HAIR_NOUN)) {
            looks.hairNoun(x);
        } else if (x.is(Slot.GARMENT)) {
            looks.garment(x, x.as(Slot.GARMENT).orElseThrow());
        } else if (x.is(Slot.COLOR)) {
            looks.color(x);
        } else {
            return false;
        }
        return true;
    }

    /// "Her hair" after a man was described goes on about her.
    private void owner(Item x) {
        Sex sex = x.word("his") ? Sex.MALE : x.word("her") ? Sex.FEMALE : null;
        if (sex != null
                && !s.described.isEmpty()
                && s.described.stream().noneMatch(r -> r.canBe(sex))
                && s.peek(1) instanceof Item next
                && next.any(Slot.HAIR, Slot.HAIR_NOUN, Slot.HAIR_COLOR, Slot.COLOR, Slot.GARMENT)) {
            s.company.pronoun(sex, List.of()).ifPresent(f -> s.described = List.of(f.role()));
        }
    }

    /// A first name that is also a word needs its capital letter.
    private boolean named(Item x) {
        return Character.isUpperCase(s.ledger.text(x).charAt(0))
                || x.as(Slot.NAME).orElseThrow().value().length() > 1;
    }

    private boolean actingItem(Item x) {
        boolean does = x.any(Slot.ACTION, Slot.POSTURE, Slot.GAZE, Slot.EXPRESSION, Slot.BEGIN);
        Optional<Item> we = does ? s.viewer() : Optional.empty();
        if (we.isPresent()) {
            camera.viewer(x, we.get());
            return true;
        }
        boolean comma = s.peek(-1) instanceof Item b && b.sign(",");
        Optional<Entry> act = x.as(Slot.ACTION).or(() -> x.as(Slot.GAZE)).or(() -> x.as(Slot.POSTURE));
        if (act.isPresent()
                && s.cameraNamed
                && s.last != Script.Last.PERSON
                && (!comma || act.get().form() == Entry.Form.LASTING)) {
            camera.acts(x, act.get());
            return true;
        }
        if (does && !x.is(Slot.BEGIN) && s.lifeless()) {
            s.ledger.ignored(x, "only people and the camera are told what to do");
            return true;
        }
        boolean participle = x.entries().stream().anyMatch(e -> e.form() == Entry.Form.LASTING)
                && s.peek(-1) instanceof Item noun
                && noun.any(Slot.PERSON, Slot.GROUP, Slot.NAME);
        if (participle && !s.described.isEmpty() && !s.subject.isEmpty()) {
            s.subject = s.described;
        }
        if (x.is(Slot.QUIT)) {
            Item next = s.beyond(Slot.FILLER);
            boolean lasting = next != null
                    && next.as(Slot.ACTION)
                            .filter(e -> e.form() == Entry.Form.LASTING)
                            .isPresent();
            if (lasting && next != null) {
                s.ledger.used(next, Script.names(s.nearest()) + ".action", "stops", "what comes to an end");
                acting.action(x, new Entry(Slot.ACTION, "WAIT", "stop", false, Entry.Form.FINITE));
                return true;
            }
        }
        if (x.is(Slot.BEGIN)) {
            s.starting = true;
            s.ledger.used(x, "starting", "true", "it is not under way before");
            return true;
        }
        boolean over = s.notes.camera.composition == Composition.OVER_SHOULDER
                && s.notes.camera.foreground != null
                && !s.verbSeen
                && s.subject.isEmpty();
        if (x.is(Slot.GAZE) && over) {
            s.framing = true;
            s.ledger.ignored(x, "where the lens looks");
        } else if (x.is(Slot.GAZE)) {
            acting.gaze(x);
        } else if (x.is(Slot.POSTURE)) {
            if (looks.personAhead()) {
                s.attributes.add(x);
            } else {
                acting.posture(x, x.as(Slot.POSTURE).orElseThrow());
            }
        } else if (x.is(Slot.ACTION) && !noun(x)) {
            acting.action(x, x.as(Slot.ACTION).orElseThrow());
        } else if (x.is(Slot.EXPRESSION)) {
            if (looks.personAhead() && x.as(Slot.EXPRESSION).orElseThrow().form() != Entry.Form.FINITE) {
                s.attributes.add(x);
            } else {
                acting.expression(x, x.as(Slot.EXPRESSION).orElseThrow());
            }
        } else if (x.is(Slot.ANCHOR_END)) {
            s.ends = true;
            s.ledger.used(x, "anchor", "end", "what follows is finished on the frame");
        } else if (x.is(Slot.BODY_SIDE)) {
            acting.hand(x, Side.valueOf(x.as(Slot.BODY_SIDE).orElseThrow().value()));
        } else {
            return false;
        }
        return true;
    }

    /// A bare verb form after an article is a noun: "the walk", "a turn".
    private boolean noun(Item x) {
        Entry e = x.as(Slot.ACTION).orElseThrow();
        boolean bare = e.form() == Entry.Form.PLAIN
                && !e.phrase().contains(" ")
                && x.skipped().isEmpty();
        boolean owned = s.peek(-1) instanceof Item p && p.is(Slot.POSSESSIVE);
        if (x.is(Slot.BODY) && (owned || !s.determiner.isEmpty())) {
            return true;
        }
        if (bare && (s.determiner.equals("THE") || s.peek(-1) instanceof Item b && b.word("of"))) {
            return true;
        }
        return bare && s.determiner.equals("A") && s.nearest().isEmpty();
    }

    private void close() {
        camera.close();
        place.close();
        if (s.paceItem != null && s.pace != null && !s.ledger.settled(s.paceItem)) {
            if (!acting.pace(s.paceItem, s.pace) && !camera.pace(s.paceItem, s.pace)) {
                s.ledger.ignored(s.paceItem, "nothing moves that it could be about");
            }
        }
        for (Item item : s.items) {
            if (!s.ledger.settled(item)) {
                s.ledger.ignored(item, "describes nothing that is told");
            }
        }
        List<Role> framed = s.framedNow();
        if (!framed.isEmpty()) {
            s.memory.framed = framed;
        } else if (s.notes.camera.composition != null || !s.notes.camera.subjects.isEmpty()) {
            s.memory.framed = List.of();
        }
        List<Role> last = !s.subject.isEmpty() ? s.subject : s.inherited;
        if (!last.isEmpty()) {
            s.memory.acted = last;
        }
    }
}
