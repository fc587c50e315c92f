package dev.beatboard.direction;

import dev.beatboard.direction.Understanding.Suggestion;
import dev.beatboard.direction.Understanding.Warning;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the reading of one prompt stands: the items, what they have said, and the clause that is open. The readers of
/// people, acting, camera and light share it.
final class Script {

    /// What the last content was about, which is what a loose "left", "slowly" or "at the table" belongs to.
    enum Last {
        NOTHING,
        PERSON,
        DEED,
        GAZE,
        POSTURE,
        MOVE,
        CAMERA,
        LIGHT,
        THING,
        SET
    }

    /// An action told to one performer that later words may complete.
    record Open(Role owner, Notes.Deed deed) {}

    /// What earlier keyframes leave behind.
    static final class Memory {
        final Company company = new Company();
        List<Role> framed = List.of();
        List<Role> acted = List.of();

        @Nullable
        Composition composition;

        /// The noun of the thing that was named last.
        String thing = "";
    }

    final int keyframe;
    final List<Item> items;
    final Ledger ledger;
    final Memory memory;
    final Company company;
    final List<Warning> warnings;
    final Notes notes = new Notes();

    int at;
    List<Role> subject = List.of();
    List<Role> inherited = List.of();
    List<Role> described = List.of();
    /// Who stands before the subject in a list: the man in "a man, a woman and a child sit".
    List<Role> series = List.of();
    List<Role> apposition = List.of();
    Last last = Last.NOTHING;
    List<Open> open = List.of();

    @Nullable
    Item prep;

    boolean cameraActs;
    /// Whether the camera itself, or a word for it, is the subject of this clause.
    boolean cameraNamed;
    boolean framing;
    boolean verbSeen;
    boolean starting;
    boolean then;
    boolean ends;
    boolean reverse;
    /// Whether the last verb is one that cannot be filmed, so that what follows belongs to it.
    boolean unfilmed;
    /// Whether this clause is about something that cannot act.
    boolean thing;
    /// Whether a second set-up is told in this prompt: its framing is not the keyframe's.
    boolean second;
    boolean night;
    boolean negated;

    @Nullable
    Item negation;

    /// Whether the verb of this clause is negated, and with it what the verb is about.
    boolean negatedVerb;
    /// Whether this prompt made a group, and whether a colon now tells its members one by one.
    boolean grouped;
    boolean elaborates;
    /// Whether a description of somebody declared is read instead of a prompt.
    boolean describing;

    /// A side of the picture named before who stands there: "on the left a woman".
    @Nullable
    Item side;

    @Nullable
    Pace pace;

    @Nullable
    Item paceItem;

    @Nullable
    String line;

    @Nullable
    Item lineItem;

    String determiner = "";
    int count;
    /// Which of several is meant: 1 for the first, -1 for the last, 0 unsaid.
    int ordinal;
    /// Whether the noun that follows is about somebody else than who was spoken of.
    boolean other;
    final List<Item> attributes = new ArrayList<>();
    /// First tokens of the words that turned out to describe the noun after them.
    final Set<Integer> adjectives = new HashSet<>();

    /// Ages told as numbers before the noun.
    final List<Age> ages = new ArrayList<>();

    record Age(Item item, int years) {}

    Script(int keyframe, List<Item> items, Ledger ledger, Memory memory, List<Warning> warnings) {
        this.keyframe = keyframe;
        this.items = items;
        this.ledger = ledger;
        this.memory = memory;
        this.company = memory.company;
        this.warnings = warnings;
    }

    @Nullable
    Item peek(int ahead) {
        int i = at + ahead;
        return i >= 0 && i < items.size() ? items.get(i) : null;
    }

    /// The first item after the current one that is in none of the given slots.
    @Nullable
    Item beyond(Slot... skip) {
        for (int i = at + 1; i < items.size(); i++) {
            if (!items.get(i).any(skip) && !items.get(i).sign(",")) {
                return items.get(i);
            }
        }
        return null;
    }

    /// Whether what a verb here is about is something that cannot act: "steam rising", "a dog runs", "the curtains
    /// move".
    boolean lifeless() {
        thing |= (subject.isEmpty() || last == Last.CAMERA) && afterThing() || afterStranger();
        return thing;
    }

    /// Whether a verb of the third person follows a word that is not known and opens the clause: "autumn leaves fall".
    private boolean afterStranger() {
        boolean finite = items.get(at).entries().stream().anyMatch(e -> e.form() == Entry.Form.FINITE);
        boolean strange = peek(-1) instanceof Item b && noun(b) && b.entries().isEmpty();
        boolean limb = peek(-1) instanceof Item h
                && h.any(Slot.BODY, Slot.BODY_SIDE)
                && peek(-2) instanceof Item p
                && p.is(Slot.POSSESSIVE);
        boolean opens = peek(-2) == null || peek(-2) instanceof Item c && (c.sign(",") || c.is(Slot.DETERMINER));
        return finite && (limb || strange && opens);
    }

    /// Whether a person, and no comma, stands right before: "a man follows her".
    boolean afterPerson() {
        int i = at - 1;
        while (i >= 0 && items.get(i).any(Slot.PACE, Slot.FILLER, Slot.BE)) {
            i--;
        }
        return i >= 0
                && !subject.isEmpty()
                && items.get(i).any(Slot.PERSON, Slot.NAME, Slot.PRONOUN, Slot.GROUP, Slot.WHO);
    }

    private boolean afterThing() {
        int i = at - 1;
        while (i >= 0 && items.get(i).any(Slot.PACE, Slot.BE, Slot.FILLER, Slot.THEN, Slot.BEGIN)) {
            if (items.get(i).word("it")) {
                return true;
            }
            i--;
        }
        if (i < 0 || !noun(items.get(i))) {
            return false;
        }
        while (i > 0 && (noun(items.get(i)) || items.get(i).any(Slot.DETERMINER, Slot.COUNT, Slot.EVALUATIVE))) {
            i--;
        }
        return !items.get(i)
                .any(Slot.RELATION, Slot.TOWARD, Slot.AWAY_FROM, Slot.WITH, Slot.ACTION, Slot.GAZE, Slot.MOVE);
    }

    /// A noun of a thing or an animal, or a word that is not known and may be one.
    static boolean noun(Item x) {
        boolean unknown = x.entries().isEmpty()
                && x.first().kind() == Token.Kind.WORD
                && !x.first().key().endsWith("ly")
                && !x.word("'s");
        return unknown
                || x.any(Slot.THING, Slot.LIGHT_NOUN)
                || x.as(Slot.UNSUPPORTED)
                        .filter(e -> !e.value().startsWith("an action"))
                        .isPresent();
    }

    /// Whether "we" or the viewer does what the verb here says: "we look down on", "we walk through".
    Optional<Item> viewer() {
        int i = at - 1;
        while (i >= 0
                && items.get(i).any(Slot.PACE, Slot.FILLER, Slot.THEN, Slot.BE)
                && !items.get(i).word("we")) {
            i--;
        }
        return i >= 0 && items.get(i).word("we") ? Optional.of(items.get(i)) : Optional.empty();
    }

    /// The key of a token.
    String wordAt(int token) {
        return ledger.key(token);
    }

    /// Whether the item before this noun phrase is in a slot.
    boolean peekBack(Slot slot) {
        Item b = before(Slot.DETERMINER, Slot.COUNT, Slot.POSSESSIVE);
        return b != null && b.is(slot);
    }

    /// The item before the current one, adjectives and the given slots passed over.
    @Nullable
    Item before(Slot... skip) {
        for (int i = at - 1; i >= 0; i--) {
            Item x = items.get(i);
            boolean adjective = x.any(
                    Slot.AGE,
                    Slot.BUILD,
                    Slot.STATURE,
                    Slot.HERITAGE,
                    Slot.HAIR_COLOR,
                    Slot.FACIAL_HAIR,
                    Slot.COLOR,
                    Slot.MATERIAL);
            if (!adjective && !adjectives.contains(x.from()) && !x.any(skip)) {
                return x;
            }
        }
        return null;
    }

    /// Whether a verb stands right before this noun phrase.
    boolean peekVerb() {
        Item b = before(Slot.DETERMINER, Slot.COUNT, Slot.PACE);
        return b != null && b.is(Slot.ACTION);
    }

    /// Whether a camera move stands right before this noun phrase: "follows the man".
    boolean cameraObject() {
        Item b = before(Slot.DETERMINER, Slot.COUNT, Slot.PACE, Slot.RELATION);
        return b != null && b.is(Slot.MOVE);
    }

    void warn(String code, Item item, String message, Suggestion... suggestions) {
        warnings.add(new Warning(code, keyframe, ledger.start(item), ledger.end(item), message, List.of(suggestions)));
    }

    void warn(String code, String message, Suggestion... suggestions) {
        warnings.add(new Warning(code, keyframe, -1, -1, message, List.of(suggestions)));
    }

    /// Who a verb without a subject of its own is about (keyframe rule 11); makes somebody if nobody is there.
    List<Role> actors(Item item) {
        List<Role> who = nearest();
        if (!who.isEmpty()) {
            return who;
        }
        List<Role> made = company.make("person", null, false).map(List::of).orElse(List.of());
        if (!made.isEmpty()) {
            warn(
                    "no-subject",
                    item,
                    "Nobody is named who does \"" + ledger.text(item) + "\": somebody was cast",
                    new Suggestion("say who", "a man " + ledger.text(item)));
        }
        return made;
    }

    /// The same, but nobody is made.
    List<Role> nearest() {
        if (!subject.isEmpty()) {
            return subject;
        }
        if (!inherited.isEmpty()) {
            return inherited;
        }
        List<Role> framed = framedNow();
        if (!framed.isEmpty()) {
            return framed;
        }
        if (!described.isEmpty()) {
            return described;
        }
        if (!memory.acted.isEmpty()) {
            return memory.acted;
        }
        List<Role> all = company.present();
        return all.size() == 1 ? all : all.isEmpty() ? List.of() : List.of(all.getFirst());
    }

    /// "The doctor checks his watch": a possessive tells the sex of whoever acts, if it can be of nobody else.
    void sexed(String text) {
        Sex sex = text.matches("(?i).*\\bhis\\b.*") ? Sex.MALE : text.matches("(?i).*\\bher\\b.*") ? Sex.FEMALE : null;
        if (sex == null || subject.size() != 1) {
            return;
        }
        Role role = subject.getFirst();
        boolean taken = company.met().stream().anyMatch(r -> r != role && r.sexNow() == sex);
        if (role.sex == null && role.fixed == null && !taken) {
            role.sex = sex;
        }
    }

    /// Whose face or hands are meant: of him or her if the words say so, else of whoever is nearest.
    List<Role> whose(Item item) {
        Item b = peek(-1);
        Item says = b != null && b.is(Slot.POSSESSIVE) ? b : item;
        Sex sex = says.first().is("his") ? Sex.MALE : says.first().is("her") ? Sex.FEMALE : null;
        List<Role> near = nearest();
        if (sex == null || near.size() == 1 && near.getFirst().canBe(sex)) {
            return near;
        }
        return company.pronoun(sex, List.of()).map(f -> List.of(f.role())).orElse(near);
    }

    /// Performers whom this keyframe's framing names.
    List<Role> framedNow() {
        List<Role> out = new ArrayList<>();
        for (Target t : notes.camera.subjects) {
            if (t instanceof Target.Person p) {
                company.named(p.name()).ifPresent(out::add);
            }
        }
        return out;
    }

    void frame(Target target) {
        if (!notes.camera.subjects.contains(target)) {
            notes.camera.subjects.add(target);
        }
    }

    /// A pace whose verb is not known tells nothing about another.
    void dropPace() {
        if (paceItem != null) {
            ledger.ignored(paceItem, "what is done so is not known");
        }
        pace = null;
        paceItem = null;
        starting = false;
    }

    void softBreak() {
        prep = null;
        determiner = "";
        count = 0;
        ordinal = 0;
        other = false;
    }

    void clauseBreak() {
        softBreak();
        if (!subject.isEmpty()) {
            inherited = subject;
        }
        subject = List.of();
        series = List.of();
        apposition = List.of();
        cameraActs = false;
        cameraNamed = false;
        framing = false;
        verbSeen = false;
        starting = false;
        ends = false;
        unfilmed = false;
        thing = false;
    }

    static String names(List<Role> roles) {
        return String.join(", ", roles.stream().map(r -> r.name).toList());
    }
}
