package dev.beatboard.direction;

import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the words that only have a meaning beside others: paces, directions, prepositions, articles, fillers, and the
/// ones that are not known.
final class GrammarReader {

    private final Script s;
    private final Lexicon lexicon;
    private final boolean skims;
    private final LookReader looks;
    private final PeopleReader people;
    private final ActingReader acting;
    private final CameraReader camera;
    private final PlaceReader place;

    GrammarReader(
            Script script,
            Lexicon lexicon,
            boolean skims,
            LookReader looks,
            PeopleReader people,
            ActingReader acting,
            CameraReader camera,
            PlaceReader place) {
        this.s = script;
        this.lexicon = lexicon;
        this.skims = skims;
        this.looks = looks;
        this.people = people;
        this.acting = acting;
        this.camera = camera;
        this.place = place;
    }

    void read(Item x) {
        Entry e = x.is(Slot.MOVE)
                ? x.as(Slot.UNSUPPORTED).orElse(x.entries().getFirst())
                : x.entries().getFirst();
        if (x.is(Slot.PACE)) {
            pace(x, Pace.valueOf(x.as(Slot.PACE).orElseThrow().value()));
            return;
        }
        if (x.is(Slot.SIDE_OF_FRAME)) {
            e = x.as(Slot.SIDE_OF_FRAME).orElseThrow();
            Direction d = LookReader.side(e.value());
            boolean opens = s.peek(-1) == null
                    || s.peek(-1) instanceof Item b && b.first().kind() == Token.Kind.SIGN;
            if (opens && looks.someoneAhead()) {
                s.side = x;
                return;
            }
            if (!place.from(x, d) && !acting.sideOfFrame(x, e.value())) {
                s.ledger.ignored(x, "where things stand is left to the set");
            }
            s.softBreak();
            return;
        }
        if (x.any(Slot.DIRECTION, Slot.OWN_DIRECTION)) {
            boolean own = !x.is(Slot.DIRECTION);
            e = x.as(own ? Slot.OWN_DIRECTION : Slot.DIRECTION).orElseThrow();
            Direction d = Direction.valueOf(e.value());
            if (!camera.direction(x, d)
                    && !((d == Direction.LEFT || d == Direction.RIGHT) && place.from(x, d))
                    && !acting.direction(x, d, own)) {
                if (d == Direction.CAMERA) {
                    acting.gazeAtCamera(x);
                } else {
                    s.ledger.ignored(x, "nothing is told that has a direction");
                }
            }
            s.softBreak();
            return;
        }
        if (x.is(Slot.FROM)) {
            if (!place.from(x, Direction.valueOf(x.as(Slot.FROM).orElseThrow().value()))) {
                s.ledger.ignored(x, "nothing is told that has a direction");
            }
            return;
        }
        if (x.is(Slot.AWAY)) {
            if (!acting.direction(x, Direction.AWAY, false)) {
                s.ledger.ignored(x, "nothing is told that has a direction");
            }
            return;
        }
        if (x.any(Slot.TOWARD, Slot.RELATION, Slot.AWAY_FROM)) {
            if (!x.is(Slot.RELATION) || s.prep == null) {
                s.prep = x;
            }
            s.ledger.ignored(x, "leads to the next noun");
            return;
        }
        switch (e.slot()) {
            case THEN -> {
                s.then = !s.open.isEmpty();
                if (s.then) {
                    s.ledger.used(x, "then", "true", "waits for what was told before");
                } else {
                    s.ledger.ignored(x, "nothing was told before it");
                }
                s.verbSeen = true;
            }
            case COUNT -> {
                s.count = Integer.parseInt(e.value());
                if (people.some(x, s.count)) {
                    return;
                }
                boolean noun = looks.personAhead();
                if (!noun
                        && e.value().equals("2")
                        && s.determiner.equals("THE")
                        && s.company.met().size() > 1) {
                    s.count = 0;
                    people.pronoun(x, new Entry(Slot.PRONOUN, "BOTH", "the two", false, Entry.Form.PLAIN));
                } else if (noun) {
                    s.ledger.used(x, "cast", e.value(), "how many");
                } else {
                    s.count = 0;
                    s.ledger.ignored(x, "counts nothing that is known");
                }
            }
            case DETERMINER -> {
                boolean verb = s.peek(1) instanceof Item next
                        && next.any(Slot.ACTION, Slot.POSTURE, Slot.EXPRESSION, Slot.GAZE);
                if (x.word("one") && verb && s.company.they().size() > 1) {
                    people.pronoun(x, new Entry(Slot.PRONOUN, "ONE", "one", false, Entry.Form.PLAIN));
                    return;
                }
                boolean no = e.value().equals("NO");
                s.negation = no ? x : s.negation;
                s.negated |= no;
                s.determiner = no ? "" : e.value();
                s.ledger.ignored(x, no ? "negates nothing that is known" : "an article");
            }
            case SUBORDINATE -> {
                if (s.last == Script.Last.MOVE) {
                    s.ledger.used(x, "clause", "new", "begins a clause of its own");
                } else {
                    s.ledger.ignored(x, "joins two clauses");
                }
                boolean camera = s.last == Script.Last.MOVE && lastingAhead();
                s.clauseBreak();
                s.cameraNamed = camera;
                s.cameraActs = camera;
                s.last = Script.Last.NOTHING;
            }
            case WHO -> {
                if (!s.described.isEmpty() && !s.subject.equals(s.described)) {
                    s.subject = s.described;
                    s.verbSeen = false;
                    s.ledger.used(x, "who", Script.names(s.described), "refers to the noun before it");
                } else {
                    s.ledger.ignored(x, "refers to the noun before it");
                }
            }
            case BODY -> body(x);
            case WEAR -> {
                Item noun = s.beyond(Slot.COLOR, Slot.MATERIAL, Slot.EVALUATIVE, Slot.FILLER);
                if (x.first().is("in") && noun != null && noun.is(Slot.THING) && !noun.is(Slot.GARMENT)) {
                    Entry in = new Entry(Slot.RELATION, "IN", "in", false, Entry.Form.PLAIN);
                    s.prep = new Item(x.from(), x.to(), List.of(in), List.of(), x.first());
                    s.ledger.ignored(x, "leads to the next noun");
                } else {
                    s.ledger.ignored(x, "a word of grammar");
                }
            }
            case AND, WITH, BE, LENS_NOUN, AGE_UNIT, UNIT, GARMENT_NOUN, FACE, SHOT, CAMERA ->
                s.ledger.ignored(x, "a word of grammar");
            case MATERIAL, PATTERN, COLOR_WORD -> {
                if (!looks.hairLength(x)) {
                    s.ledger.ignored(x, "cuts, patterns and materials are left to the wardrobe");
                }
            }
            case PLACE_WORD, DAY -> s.ledger.ignored(x, "follows from the set");
            case EVALUATIVE -> {
                s.ledger.ignored(x, "praise changes no picture");
                s.warn(
                        "evaluative",
                        x,
                        "\"" + s.ledger.text(x) + "\" changes nothing: say what should be seen",
                        new Understanding.Suggestion("remove it", ""));
            }
            case VAGUE -> {
                s.ledger.ignored(x, "too vague to be filmed");
                s.warn(
                        "vague",
                        x,
                        "\"" + s.ledger.text(x) + "\" can mean many things: name a size, a light, a pace or an action",
                        new Understanding.Suggestion("remove it", ""));
            }
            case NEVERMIND -> s.ledger.ignored(x, "takes nothing back");
            case UNSUPPORTED -> {
                s.sexed(s.ledger.text(x));
                if (e.value().startsWith("an action")) {
                    s.dropPace();
                    s.unfilmed = true;
                }
                s.ledger.unknown(x, "known, but it cannot be filmed yet: " + e.value());
                s.warn(
                        "not-supported",
                        x,
                        "\"" + s.ledger.text(x) + "\" cannot be filmed yet (" + e.value() + "): it is left out");
            }
            default -> {
                boolean angle = (x.word("high") || x.word("low"))
                        && s.peek(1) instanceof Item shot
                        && shot.any(Slot.SIZE, Slot.LENS_WORD, Slot.VIEW_SIDE);
                if (angle) {
                    camera.angle(
                            x,
                            new Entry(
                                    Slot.ANGLE,
                                    x.first().key().toUpperCase(java.util.Locale.ROOT),
                                    "",
                                    false,
                                    Entry.Form.PLAIN));
                } else if (!looks.hairLength(x)) {
                    s.ledger.ignored(x, "filler");
                }
            }
        }
    }

    /// Whether a participle follows: "tilts up while moving backward" goes on about the camera.
    private boolean lastingAhead() {
        Item verb = s.beyond(Slot.PACE, Slot.FILLER);
        return verb != null && verb.entries().stream().anyMatch(e -> e.form() == Entry.Form.LASTING);
    }

    /// "Hands" as a verb has no motion yet; hands that are framed alone are an insert.
    private void body(Item x) {
        Item next = s.peek(1);
        boolean verb = x.word("hands")
                && !s.subject.isEmpty()
                && !s.verbSeen
                && next != null
                && next.any(Slot.NAME, Slot.PERSON, Slot.DETERMINER, Slot.PRONOUN, Slot.POSSESSIVE)
                && s.peek(-1) instanceof Item b
                && b.any(Slot.NAME, Slot.PERSON, Slot.PRONOUN);
        if (verb) {
            s.ledger.unknown(x, "known, but it cannot be filmed yet: handing something over");
            s.unfilmed = true;
            s.warn("not-supported", x, "Handing something over cannot be filmed yet: it is left out");
            return;
        }
        boolean alone = s.framing && s.notes.camera.size == null && s.notes.camera.composition == null;
        if (alone && !s.nearest().isEmpty()) {
            s.notes.camera.composition = dev.beatboard.shot.Composition.INSERT;
            s.whose(x).forEach(r -> s.frame(new Target.Person(r.name)));
            s.ledger.used(x, "camera.composition", "insert", "a detail of a body");
            return;
        }
        boolean owned = s.peek(-1) instanceof Item b && b.is(Slot.POSSESSIVE);
        if (s.framing
                && owned
                && s.described.isEmpty()
                && s.framedNow().isEmpty()
                && !s.whose(x).isEmpty()) {
            s.ledger.used(x, "camera.subjects", Script.names(s.whose(x)), "who is framed");
            s.whose(x).forEach(r -> s.frame(new Target.Person(r.name)));
            return;
        }
        s.ledger.ignored(x, "a word of grammar");
    }

    private void pace(Item x, Pace pace) {
        Item next = s.beyond(Slot.PACE, Slot.AND, Slot.FILLER, Slot.DETERMINER, Slot.EVALUATIVE);
        Item direct = s.peek(1);
        boolean movesNext = next != null
                && (next.any(Slot.MOVE, Slot.ACTION)
                        || direct != null && direct.is(Slot.BEGIN)
                        || next.as(Slot.UNSUPPORTED)
                                .filter(e -> e.value().startsWith("an action"))
                                .isPresent())
                && !(direct != null && direct.first().kind() == Token.Kind.SIGN);
        if (movesNext || next != null && next.number() && s.notes.camera.move == null && s.open.isEmpty()) {
            s.pace = pace;
            s.paceItem = x;
            return;
        }
        boolean cameraLast = s.cameraActs || s.last == Script.Last.MOVE;
        if (cameraLast && camera.pace(x, pace) || acting.pace(x, pace) || camera.pace(x, pace)) {
            return;
        }
        s.pace = pace;
        s.paceItem = x;
    }

    void unknown(Item item) {
        if (looks.hairLength(item)) {
            return;
        }
        if (item.word("short") && looks.personAhead()) {
            Entry small = new Entry(Slot.STATURE, "SHORT", "short", false, Entry.Form.PLAIN);
            s.attributes.add(new Item(item.from(), item.to(), List.of(small), List.of(), item.first()));
            return;
        }
        if (item.word("'s")) {
            s.ledger.ignored(item, "whose it is");
            return;
        }
        if (s.paceItem != null && s.peek(-1) == s.paceItem || s.starting) {
            s.dropPace();
        }
        String word = s.ledger.text(item);
        Optional<String> near = skims ? Optional.empty() : Phrases.nearest(word.toLowerCase(Locale.ROOT), lexicon);
        s.ledger.unknown(
                item,
                near.map(n -> "not known; the nearest known word is \"" + n + "\"")
                        .orElse("not known"));
        if (near.isPresent()) {
            s.warn(
                    "unknown-word",
                    item,
                    "\"" + word + "\" is not known and left out; did you mean \"" + near.get() + "\"?",
                    new Understanding.Suggestion(near.get(), near.get()));
        } else {
            s.warn("unknown-word", item, "\"" + word + "\" is not known and left out");
        }
    }
}
