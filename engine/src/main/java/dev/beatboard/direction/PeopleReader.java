package dev.beatboard.direction;

import dev.beatboard.shot.Names;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads who is meant: nouns, names, pronouns and groups, new or known.
final class PeopleReader {

    private static final int GROUP_UNSAID = 4;

    private final Script s;
    private final LookReader looks;
    private final NounPhrase ahead;
    private final Arrival arrival;
    /// A noun right before a name: "her son Luis".
    private @Nullable Entry calling;

    PeopleReader(Script s, LookReader looks) {
        this.s = s;
        this.looks = looks;
        this.ahead = new NounPhrase(s);
        this.arrival = new Arrival(s);
    }

    void person(Item item, Entry entry) {
        Sex sex = sex(entry.value());
        Optional<Integer> age = age(entry.value());
        boolean plural = entry.form() == Entry.Form.PLURAL;
        boolean called = s.peek(1) instanceof Item n
                && n.is(Slot.NAME)
                && Character.isUpperCase(s.ledger.text(n).charAt(0));
        if (called && !plural && s.count <= 1) {
            calling = entry;
            s.ledger.used(item, "who", entry.phrase(), "says who the name after it is");
            return;
        }
        if (entry.phrase().equals("twin") && s.peek(1) instanceof Item noun && noun.is(Slot.PERSON)) {
            s.count = 2;
            s.ledger.used(item, "cast", "2", "how many");
            return;
        }
        if (plural || s.count > 1) {
            many(item, entry.phrase(), sex, plural && s.count == 0 ? unsaid(entry) : s.count, age);
            return;
        }
        Item before = s.peek(-1 - s.attributes.size());
        boolean comma =
                before != null && before.sign(",") || s.peek(-2 - s.attributes.size()) instanceof Item b && b.sign(",");
        boolean is = s.before(Slot.DETERMINER, Slot.EVALUATIVE) instanceof Item b
                && (b.word("is") || b.word("'s") || b.word("was"));
        if (is && s.determiner.equals("A") && s.subject.size() == 1) {
            s.apposition = s.subject;
        }
        if ((comma || is || s.describing)
                && !s.apposition.isEmpty()
                && !s.verbSeen
                && s.apposition.getFirst().canBe(sex)
                && !s.apposition.getFirst().name.equals(s.notes.camera.foreground)
                && (s.describing
                        || is
                        || s.apposition.getFirst().unnamed
                        || s.apposition.getFirst().sexNow() == null
                        || declaredByName(s.apposition.getFirst())
                        || renames(s.apposition.getFirst(), entry))
                && !s.determiner.equals("THE")) {
            Role same = s.apposition.getFirst();
            same.unnamed = false;
            boolean news = same.sex == null && sex != null || same.age == null && age.isPresent();
            told(same, sex, age);
            if (is && s.peekBack(Slot.BE) && s.before(Slot.DETERMINER, Slot.EVALUATIVE) instanceof Item b) {
                s.ledger.used(b, same.name, entry.phrase(), "says more about " + same.name);
            }
            if (news) {
                s.ledger.used(item, same.name, entry.phrase(), "says more about " + same.name);
            } else {
                s.ledger.ignored(item, "is known of " + same.name);
            }
            looks.pending(List.of(same));
            s.described = List.of(same);
            s.softBreak();
            return;
        }
        boolean indefinite = s.determiner.equals("A") || s.count == 1;
        Predicate<Role> told = looks.alike().and(ahead.spot());
        boolean known = s.company.met().stream().anyMatch(r -> r.canBe(sex) && told.test(r));
        boolean own = before != null && before.is(Slot.POSSESSIVE);
        Predicate<Role> meant = ahead.clothes()
                .and(known ? told : r -> true)
                .and(r -> !s.other || !spokenOf().contains(r))
                .and(r -> !own || relates(r, entry, age.isPresent()));
        Optional<Company.Found> found = indefinite
                ? Optional.empty()
                : s.ordinal != 0
                        ? s.company.nth(entry.phrase(), sex, s.ordinal)
                        : s.company.definite(entry.phrase(), sex, ahead.place(), meant);
        if (found.isEmpty() && !indefinite && s.ordinal == 0 && s.determiner.equals("THE")) {
            found = s.company
                    .definite(entry.phrase(), sex, ahead.place(), r -> true)
                    .filter(f -> s.company.met().stream().anyMatch(r -> r.sexNow() == sex || sex == null));
        }
        if (found.isPresent()) {
            Company.Found f = found.get();
            s.company.touch(f.role());
            if (f.role().sex == null && sex != null) {
                f.role().sex = sex;
                s.ledger.used(item, f.role().name + ".sex", Names.words(sex), "mentioned before");
            } else {
                means(item, List.of(f.role()), "mentioned before");
            }
            tie(item, f);
            looks.pending(List.of(f.role()));
            arrival.arrive(item, List.of(f.role()));
            return;
        }
        Optional<Role> member = s.elaborates || s.company.full() ? s.company.oneOfGroup(sex) : Optional.empty();
        Optional<Role> made =
                member.isPresent() || s.company.full() ? member : s.company.make(entry.phrase(), sex, false);
        if (made.isEmpty()) {
            full(item);
            return;
        }
        Role role = made.get();
        told(role, sex, age);
        role.description.add(s.ledger.text(item));
        s.ledger.used(item, role.name, role.name, "a person of the cast");
        looks.pending(List.of(role));
        s.apposition = List.of(role);
        arrival.arrive(item, List.of(role));
    }

    /// How many a plural without a number means.
    private static int unsaid(Entry entry) {
        return switch (entry.phrase()) {
            case "twin", "parent", "grandparent" -> 2;
            default -> 3;
        };
    }

    /// Whether "his wife" can be somebody known: one called so, or a woman who is not the one whose wife she is.
    private boolean relates(Role r, Entry entry, boolean aged) {
        return r.name.equals(entry.phrase())
                || !aged && Company.generic(r.name) && !s.nearest().contains(r) && !s.peekBack(Slot.AND);
    }

    /// Who was spoken of last, so that "the other man" is another.
    private List<Role> spokenOf() {
        String front = s.notes.camera.foreground;
        if (front != null) {
            return s.company.named(front).map(List::of).orElse(List.of());
        }
        return s.nearest();
    }

    /// "His grandson, a boy of ten", "the boss, an elderly woman": a noun that says what the noun before leaves open.
    private boolean renames(Role role, Entry entry) {
        Item next = s.peek(1);
        boolean more = !s.attributes.isEmpty() || next != null && (next.word("of") || next.word("about"));
        return more && Company.generic(entry.phrase()) && !Company.generic(role.name) && role.sex != null;
    }

    /// Whether a comma after a group begins to tell who its members are: "two kids, a girl of eight and a boy of ten".
    boolean elaborated() {
        boolean group = s.peek(-1) instanceof Item b && b.any(Slot.GROUP, Slot.PERSON);
        Item noun = s.beyond(Slot.DETERMINER, Slot.COUNT, Slot.AGE, Slot.BUILD, Slot.STATURE, Slot.HERITAGE);
        boolean counted = s.peek(1) instanceof Item d && d.any(Slot.DETERMINER, Slot.COUNT);
        int listed = 0;
        for (int i = s.at + 1; i < s.items.size() && !s.items.get(i).any(Slot.ACTION, Slot.POSTURE, Slot.GAZE); i++) {
            listed += s.items.get(i).any(Slot.PERSON, Slot.NAME) ? 1 : 0;
        }
        boolean names = s.peek(1) instanceof Item n && n.is(Slot.NAME);
        if (group && (counted || names) && listed == s.company.they().size()) {
            return true;
        }
        return group
                && counted
                && noun != null
                && noun.as(Slot.PERSON).filter(e -> Company.generic(e.phrase())).isPresent();
    }

    private static boolean declaredByName(Role role) {
        return Character.isUpperCase(role.name.charAt(0));
    }

    private static void told(Role role, @Nullable Sex sex, Optional<Integer> age) {
        if (role.sex == null) {
            role.sex = sex;
        }
        if (role.age == null) {
            age.ifPresent(a -> {
                role.age = a;
                role.ageSuggested = true;
            });
        }
    }

    void name(Item item, Entry entry) {
        String text = s.ledger.text(item);
        String name = Character.isUpperCase(entry.value().charAt(0)) ? entry.value() : text;
        Sex sex = entry.value().equals("F") ? Sex.FEMALE : entry.value().equals("M") ? Sex.MALE : null;
        String wanted = entry.value().length() == 1 ? text : name;
        Optional<Role> known = s.company.named(wanted);
        boolean met = known.isPresent() && known.get().met;
        Optional<Role> member = known.isEmpty() && s.elaborates ? s.company.oneOfGroup(sex) : Optional.empty();
        member.ifPresent(r -> rename(r, wanted));
        Optional<Role> role = known.or(() -> member).or(() -> s.company.make(wanted, sex, false));
        if (role.isEmpty()) {
            full(item);
            return;
        }
        Role r = role.get();
        s.company.touch(r);
        told(r, sex, Optional.empty());
        Entry noun = calling;
        if (noun != null) {
            told(r, sex(noun.value()), age(noun.value()));
            calling = null;
        }
        if (met) {
            means(item, List.of(r), "a name");
        } else {
            s.ledger.used(item, "who", r.name, "a name");
        }
        looks.pending(List.of(r));
        s.apposition = List.of(r);
        arrival.arrive(item, List.of(r));
    }

    /// "Two sisters, Ada and Bo": what was said of the group so far keeps holding.
    private void rename(Role role, String name) {
        s.notes.camera.subjects.replaceAll(t -> t.equals(new Target.Person(role.name)) ? new Target.Person(name) : t);
        role.name = name;
    }

    void pronoun(Item item, Entry entry) {
        switch (entry.value()) {
            case "M", "F" -> {
                Sex sex = entry.value().equals("M") ? Sex.MALE : Sex.FEMALE;
                boolean object = item.word("him") || item.word("her");
                single(item, sex, object);
            }
            case "THEY", "ALL", "BOTH" -> {
                if (s.peek(1) instanceof Item noun && noun.any(Slot.PERSON, Slot.GROUP)) {
                    s.count = entry.value().equals("BOTH") ? 2 : s.count;
                    s.determiner = "THE";
                    s.ledger.used(item, "cast", "all", "all of whom the noun says");
                    return;
                }
                boolean mutual = item.first().is("each") || item.first().is("one");
                if (mutual && s.last == Script.Last.NOTHING) {
                    s.ledger.ignored(item, "nobody is named before");
                    return;
                }
                if (mutual) {
                    s.ledger.used(item, Script.names(s.nearest()) + ".gaze", "each other", "each toward the other");
                    arrival.eachOther();
                    return;
                }
                List<Role> all = s.company.present();
                List<Role> who = entry.value().equals("THEY")
                        ? s.company.they()
                        : entry.value().equals("BOTH") && all.size() > 2 ? s.company.they() : all;
                if (who.isEmpty() && (item.word("them") || s.prep != null)) {
                    s.ledger.ignored(item, "nobody was named before");
                    s.warn("pronoun-without-person", item, "\"" + s.ledger.text(item) + "\": nobody was named before");
                    return;
                }
                if (who.isEmpty()) {
                    boolean two = entry.value().equals("BOTH");
                    many(item, "person", null, two ? 2 : 3, Optional.empty());
                    s.warn("pronoun-without-person", item, "\"" + s.ledger.text(item) + "\": nobody was named before");
                    return;
                }
                means(item, who, "everybody meant by the word");
                who.forEach(s.company::touch);
                if (who.size() == s.company.roles().size() && s.prep != null) {
                    arrival.target(new Target.Everyone());
                    return;
                }
                arrival.arrive(item, who);
            }
            case "OTHER" -> {
                List<Role> others = s.company.met().stream()
                        .filter(r -> !s.nearest().contains(r))
                        .toList();
                boolean noun = s.peek(1) instanceof Item next && next.any(Slot.PERSON, Slot.GROUP);
                if (item.word("another")) {
                    s.ledger.ignored(item, noun ? "an article" : "says no more than who is meant");
                    s.determiner = "A";
                    return;
                }
                if (noun) {
                    s.ledger.used(item, "who", "other", "somebody else than who was spoken of");
                    s.determiner = "THE";
                    s.other = true;
                    return;
                }
                if (others.isEmpty()) {
                    s.ledger.ignored(item, "nobody else is there");
                    return;
                }
                boolean several =
                        item.first().is("others") || s.ledger.text(item).endsWith("s");
                List<Role> who = several || item.word("rest") ? others : List.of(others.getFirst());
                s.ledger.used(item, "who", Script.names(who), "whoever was not spoken of");
                arrival.arrive(item, who);
            }
            case "ONE" -> {
                Optional<Role> one = s.company.oneOfGroup(null);
                if (one.isEmpty()) {
                    s.ledger.ignored(item, "no group is there");
                } else {
                    s.ledger.used(item, "who", one.get().name, "one of the group");
                    arrival.arrive(item, List.of(one.get()));
                    s.apposition = List.of(one.get());
                }
            }
            default -> {
                int ordinal = Integer.parseInt(entry.value());
                if (counted(item, ordinal)) {
                    return;
                }
                if (!(s.peek(1) instanceof Item noun && noun.is(Slot.PERSON))) {
                    s.ledger.ignored(item, "counts along");
                    return;
                }
                s.determiner = "THE";
                s.ordinal = ordinal;
                s.ledger.used(item, "who", entry.value(), "which of them");
            }
        }
    }

    /// "Two of them", "three of the men".
    boolean some(Item item, int n) {
        boolean of = s.peek(1) instanceof Item b && b.word("of");
        int the = of && s.peek(2) instanceof Item d && d.is(Slot.DETERMINER) ? 1 : 0;
        Item noun = s.peek(2 + the);
        if (!of || noun == null || !noun.any(Slot.PRONOUN, Slot.PERSON, Slot.GROUP)) {
            return false;
        }
        Sex sex = noun.as(Slot.PERSON)
                .or(() -> noun.as(Slot.GROUP))
                .map(e -> sex(e.value()))
                .orElse(null);
        List<Role> all = s.company.they().stream().filter(r -> r.canBe(sex)).toList();
        if (all.size() <= n) {
            return false;
        }
        List<Role> who = all.subList(0, n);
        s.ledger.used(item, "who", Script.names(who), "some of the group");
        for (int i = 1; i <= 2 + the; i++) {
            s.ledger.used(s.items.get(s.at + i), "who", Script.names(who), "of whom");
        }
        s.at += 2 + the;
        List<Role> group = s.company.they();
        arrival.arrive(item, who);
        s.company.formed(group);
        return true;
    }

    /// "The third from the left": people stand in the order in which they were cast.
    private boolean counted(Item item, int ordinal) {
        Item next = s.peek(1);
        boolean side = next != null && next.is(Slot.SIDE_OF_FRAME);
        boolean verb = next != null && next.any(Slot.ACTION, Slot.POSTURE, Slot.EXPRESSION, Slot.GAZE);
        List<Role> all = side ? s.company.met() : s.company.they();
        int n = Math.max(1, ordinal);
        if (next == null || !side && !verb || n > all.size()) {
            return false;
        }
        boolean back = ordinal < 0
                || side && next.as(Slot.SIDE_OF_FRAME).orElseThrow().value().equals("RIGHT");
        Role role = back ? all.get(all.size() - n) : all.get(n - 1);
        s.ledger.used(item, "who", role.name, "counted in the order of the cast");
        if (side) {
            s.ledger.used(next, "who", role.name, "from where it is counted");
            s.at++;
        }
        arrival.arrive(item, List.of(role));
        s.company.formed(all);
        return true;
    }

    private void single(Item item, Sex sex, boolean object) {
        List<Role> framed = object ? List.of() : s.framedNow();
        Optional<Company.Found> found =
                object ? other(sex) : s.company.pronoun(sex, framed.isEmpty() ? s.memory.framed : framed);
        if (found.isEmpty()) {
            Optional<Role> made = s.company.make(sex == Sex.MALE ? "man" : "woman", sex, false);
            if (made.isEmpty()) {
                full(item);
                return;
            }
            told(made.get(), sex, Optional.empty());
            made.get().unnamed = true;
            s.apposition = List.of(made.get());
            s.ledger.used(item, made.get().name, made.get().name, "nobody was named before, so somebody was cast");
            s.warn(
                    "pronoun-without-person",
                    item,
                    "\"" + s.ledger.text(item) + "\": nobody was named before, so a " + made.get().name + " was cast",
                    new Understanding.Suggestion("name the person", "the " + made.get().name));
            arrival.arrive(item, List.of(made.get()));
            return;
        }
        Role role = found.get().role();
        if (role.sex == null) {
            role.sex = sex;
        }
        means(item, List.of(role), "the pronoun");
        tie(item, found.get());
        s.company.touch(role);
        arrival.arrive(item, List.of(role));
    }

    /// Accounts for a word that says who; one that only confirms who would be understood without it changes nothing.
    private void means(Item item, List<Role> who, String reason) {
        boolean target = s.prep != null && s.prep.any(Slot.TOWARD, Slot.RELATION, Slot.AWAY_FROM);
        boolean frames = s.framing && !s.framedNow().containsAll(who);
        boolean after = s.last == Script.Last.MOVE || s.last == Script.Last.DEED || s.last == Script.Last.GAZE;
        boolean known = who.stream().allMatch(r -> r.met) && s.attributes.isEmpty();
        if (known && !target && !frames && !after && s.nearest().equals(who) && !s.peekBack(Slot.AND)) {
            s.ledger.ignored(item, "means " + Script.names(who) + ", as would be understood without it");
        } else {
            s.ledger.used(item, "who", Script.names(who), reason);
        }
    }

    private Optional<Company.Found> other(Sex sex) {
        List<Role> doing = s.open.stream().map(Script.Open::owner).toList();
        Role last = null;
        for (Role r : s.company.met()) {
            if (r.canBe(sex) && !doing.contains(r)) {
                last = r;
            }
        }
        return last == null ? s.company.pronoun(sex, List.of()) : Optional.of(new Company.Found(last, false, null));
    }

    private void tie(Item item, Company.Found f) {
        Role rival = f.rival();
        if (f.tie() && rival != null) {
            s.warn(
                    "ambiguous-person",
                    item,
                    "\"" + s.ledger.text(item) + "\" could be " + f.role().name + " or " + rival.name + ": taken as "
                            + f.role().name,
                    new Understanding.Suggestion("name " + f.role().name, f.role().name),
                    new Understanding.Suggestion("name " + rival.name, rival.name));
        }
    }

    void group(Item item, Entry entry) {
        int n = s.count;
        Item of = s.peek(1);
        if (n == 0 && of != null && of.word("of") && s.peek(2) instanceof Item number && number.is(Slot.COUNT)) {
            n = Integer.parseInt(number.as(Slot.COUNT).orElseThrow().value());
            s.ledger.used(number, "cast", Integer.toString(n), "how many");
            s.ledger.used(of, "cast", "of", "leads to how many");
            s.at += 2;
            if (s.peek(1) instanceof Item noun && noun.any(Slot.GROUP, Slot.PERSON)) {
                s.ledger.used(noun, "cast", s.ledger.text(noun), "who they are");
                s.at++;
            }
        } else if (of != null && of.word("of") && s.peek(2) instanceof Item noun && noun.any(Slot.GROUP, Slot.PERSON)) {
            s.ledger.ignored(item, "the noun after it says who");
            s.at++;
            s.count = n;
            return;
        }
        List<Role> known = s.company.met();
        if (entry.value().equals("couple")) {
            couple(item);
            return;
        }
        if (n == 0 && known.size() > 1 && !s.determiner.equals("A")) {
            List<Role> who = entry.value().equals("?")
                    ? known
                    : known.stream().filter(r -> r.canBe(sex(entry.value()))).toList();
            s.ledger.used(item, "who", Script.names(who), "mentioned before");
            arrival.arrive(item, who);
            return;
        }
        String noun = switch (entry.value()) {
            case "M" -> "man";
            case "F" -> "woman";
            case "child" -> "child";
            default -> "person";
        };
        if (n == 0) {
            n = GROUP_UNSAID;
            s.warn(
                    "no-count",
                    item,
                    "\"" + s.ledger.text(item) + "\" does not say how many: " + n + " people were cast",
                    new Understanding.Suggestion("four people", "four people"));
        }
        many(item, noun, sex(entry.value()), n, noun.equals("child") ? Optional.of(10) : Optional.empty());
    }

    private void couple(Item item) {
        List<Role> known = s.company.met();
        List<Role> two = new ArrayList<>();
        if (known.size() == 2) {
            two.addAll(known);
        } else {
            s.company.make("man", Sex.MALE, false).ifPresent(two::add);
            s.company.make("woman", Sex.FEMALE, false).ifPresent(two::add);
            two.forEach(r -> told(r, r.name.equals("man") ? Sex.MALE : Sex.FEMALE, Optional.empty()));
        }
        s.ledger.used(item, "cast", Script.names(two), "two people");
        s.company.formed(two);
        looks.pending(two);
        arrival.arrive(item, two);
    }

    private void many(Item item, String noun, @Nullable Sex sex, int n, Optional<Integer> age) {
        List<Role> known = s.company.met().stream().filter(r -> r.canBe(sex)).toList();
        boolean uncounted = s.count == 0 && !s.determiner.equals("A") && known.size() > 1;
        if (uncounted || s.determiner.equals("THE") && known.size() >= n && n > 0) {
            List<Role> exact =
                    known.stream().filter(r -> sex == null || r.sexNow() == sex).toList();
            List<Role> who = uncounted ? (exact.size() > 1 ? exact : known) : known.subList(0, n);
            s.ledger.used(item, "who", Script.names(who), "mentioned before");
            arrival.arrive(item, who);
            return;
        }
        if (s.elaborates
                && s.company.they().size() == n
                && s.company.they().stream().allMatch(r -> r.canBe(sex))) {
            List<Role> same = s.company.they();
            same.forEach(r -> told(r, sex, age));
            s.ledger.used(item, "cast", Script.names(same), "says more about the group");
            looks.pending(same);
            arrival.arrive(item, same);
            return;
        }
        List<Role> made = new ArrayList<>();
        for (int i = 0; i < Math.max(1, n); i++) {
            s.company.make(noun, sex, n > 1).ifPresent(r -> {
                told(r, sex, age);
                made.add(r);
            });
        }
        s.grouped = true;
        if (made.size() < n) {
            full(item);
        }
        s.ledger.used(item, "cast", made.size() + " people", "a group");
        s.company.formed(made);
        looks.pending(made);
        arrival.arrive(item, made);
    }

    private void full(Item item) {
        s.ledger.ignored(item, "a shot has at most " + Company.MOST + " people");
        if (s.warnings.stream().noneMatch(w -> w.code().equals("too-many-people"))) {
            s.warn("too-many-people", item, "A shot has at most " + Company.MOST + " people: the others are left out");
        }
        s.softBreak();
    }

    private static @Nullable Sex sex(String value) {
        return value.startsWith("M") ? Sex.MALE : value.startsWith("F") ? Sex.FEMALE : null;
    }

    private static Optional<Integer> age(String value) {
        int slash = value.indexOf('/');
        return slash < 0 || value.endsWith("-")
                ? Optional.empty()
                : Optional.of(Integer.parseInt(value.substring(slash + 1)));
    }
}
