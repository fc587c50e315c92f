package dev.beatboard.direction;

import dev.beatboard.shot.Build;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.FacialHair;
import dev.beatboard.shot.GarmentKind;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.NamedColor;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Stature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads what people look like: age, build, hair, clothes and their colors, before or after the noun.
final class LookReader {

    private static final Slot[] BETWEEN = {
        Slot.AGE,
        Slot.BUILD,
        Slot.STATURE,
        Slot.HERITAGE,
        Slot.HAIR_COLOR,
        Slot.HAIR,
        Slot.FACIAL_HAIR,
        Slot.COLOR,
        Slot.MATERIAL,
        Slot.EXPRESSION,
        Slot.POSTURE,
        Slot.AND,
        Slot.EVALUATIVE,
        Slot.AGE_UNIT,
        Slot.HAIR_NOUN,
        Slot.COLOR_WORD
    };

    private final Script s;
    private @Nullable Item color;
    /// Whether the words before this hair have told its length.
    private boolean hairTold;

    LookReader(Script s) {
        this.s = s;
    }

    static Direction side(String value) {
        return switch (value) {
            case "MIDDLE", "FRONT" -> Direction.FORWARD;
            case "BACK" -> Direction.BACK;
            default -> Direction.valueOf(value);
        };
    }

    /// "A short brunette": the color of the hair stands for the person.
    boolean byHair(int i) {
        Item x = s.items.get(i);
        Item next = i + 1 < s.items.size() ? s.items.get(i + 1) : null;
        boolean noun = x.word("brunette") || x.word("blonde") || x.word("blond") || x.word("redhead");
        boolean hair =
                next != null && (next.any(Slot.HAIR_NOUN, Slot.HAIR, Slot.COLOR, Slot.GARMENT) || next.sign(","));
        return noun && !hair && !personFrom(i + 1);
    }

    /// Whether the next noun is a person, so that an adjective here is that person's.
    boolean personAhead() {
        return personFrom(s.at + 1);
    }

    private boolean personFrom(int from) {
        for (int i = from; i < s.items.size(); i++) {
            Item x = s.items.get(i);
            if (x.any(Slot.PERSON, Slot.GROUP) || byHair(i)) {
                return true;
            }
            if (!x.any(BETWEEN) && !(x.sign(",") && i == from)) {
                return false;
            }
        }
        return false;
    }

    /// Whether somebody is named next: "on the left Anna", "on the left, a tall man".
    boolean someoneAhead() {
        for (int i = s.at + 1; i < s.items.size(); i++) {
            Item x = s.items.get(i);
            if (x.any(Slot.PERSON, Slot.GROUP, Slot.NAME)) {
                return true;
            }
            if (!x.any(BETWEEN) && !x.any(Slot.DETERMINER, Slot.COUNT) && !(x.sign(",") && i == s.at + 1)) {
                return false;
            }
        }
        return false;
    }

    void attribute(Item item) {
        if (personAhead()) {
            s.attributes.add(item);
            return;
        }
        List<Role> who = !s.described.isEmpty() ? s.described : s.nearest();
        if (who.isEmpty()) {
            s.ledger.ignored(item, "nobody is there whom it describes");
            return;
        }
        apply(item, who);
    }

    /// Whether somebody looks as the adjectives before the noun say: "the tall man".
    Predicate<Role> alike() {
        Predicate<Role> all = r -> true;
        for (Item i : s.attributes) {
            if (i.entries().isEmpty()) {
                continue;
            }
            Entry e = i.entries().getFirst();
            Predicate<Role> one = switch (e.slot()) {
                case STATURE -> r -> r.stature == Stature.valueOf(e.value());
                case BUILD -> r -> r.build == Build.valueOf(e.value());
                case HERITAGE -> r -> r.heritage == Heritage.valueOf(e.value());
                case HAIR -> r -> r.hair == HairStyle.valueOf(e.value());
                case FACIAL_HAIR -> r -> r.facialHair == FacialHair.valueOf(e.value());
                case HAIR_COLOR ->
                    r -> r.hairColor != null
                            && r.hairColor.name().equals(named(e.value()).name());
                case AGE -> r -> r.age != null && r.age == Integer.parseInt(e.value());
                default -> r -> true;
            };
            all = all.and(one);
        }
        return all;
    }

    /// Gives the adjectives that stood before a noun to the people it means.
    void pending(List<Role> who) {
        List<Item> waiting = List.copyOf(s.attributes);
        s.attributes.clear();
        waiting.forEach(i -> s.adjectives.add(i.from()));
        waiting.forEach(i -> apply(i, who));
        Item c = color;
        if (c != null) {
            String word = c.as(Slot.COLOR).orElseThrow().phrase();
            Heritage heritage =
                    word.equals("black") ? Heritage.AFRICAN : word.equals("white") ? Heritage.CAUCASIAN : null;
            color = null;
            if (heritage == null) {
                s.ledger.ignored(c, "a color of a person is read only as black or white");
            } else {
                set(c, who, "heritage", Names.of(heritage), r -> {
                    boolean free = r.heritage == null || r.heritage == heritage;
                    r.heritage = free ? heritage : r.heritage;
                    return free;
                });
            }
        }
    }

    private interface Setter {
        boolean to(Role role);
    }

    private void set(Item item, List<Role> who, String slot, String value, Setter setter) {
        boolean free = true;
        boolean fixed = true;
        for (Role r : who) {
            if (r.fixed == null) {
                fixed = false;
                free &= setter.to(r);
                r.description.add(s.ledger.text(item));
            }
        }
        if (fixed) {
            s.ledger.ignored(item, "a field says otherwise: the cast is given in the file");
        } else if (!free) {
            s.ledger.ignored(item, "told differently before");
            s.warn(
                    "conflict",
                    item,
                    "\"" + s.ledger.text(item) + "\": the " + slot + " of " + Script.names(who)
                            + " was told differently before; a person looks the same for the whole clip");
        } else {
            s.ledger.used(item, Script.names(who) + "." + slot, value, "what somebody looks like");
        }
    }

    private void apply(Item item, List<Role> who) {
        for (Script.Age a : s.ages) {
            if (a.item() == item) {
                age(item, a.years(), who);
                return;
            }
        }
        if (item.entries().isEmpty()) {
            s.ledger.ignored(item, "describes nothing that can be shown");
            return;
        }
        item.entries().forEach(e -> apply(item, e, who));
    }

    private void apply(Item item, Entry e, List<Role> who) {
        switch (e.slot()) {
            case AGE -> {
                int age = Integer.parseInt(e.value());
                if (who.stream().allMatch(r -> r.age != null && !r.ageSuggested && r.fixed == null)) {
                    s.ledger.ignored(item, "the years count");
                    return;
                }
                set(item, who, "age", e.value(), r -> {
                    boolean free = r.age == null || r.age == age || r.age < 18 && age <= 25;
                    r.ageSuggested |= r.age == null && !item.first().is("in");
                    r.age = r.age == null ? age : r.age;
                    return free;
                });
            }
            case BUILD -> {
                Build b = Build.valueOf(e.value());
                set(item, who, "build", Names.of(b), r -> {
                    boolean free = r.build == null || r.build == b;
                    r.build = free ? b : r.build;
                    return free;
                });
            }
            case STATURE -> {
                Stature t = Stature.valueOf(e.value());
                set(item, who, "stature", Names.of(t), r -> {
                    boolean free = r.stature == null || r.stature == t;
                    r.stature = free ? t : r.stature;
                    return free;
                });
            }
            case HERITAGE -> {
                Heritage h = Heritage.valueOf(e.value());
                set(item, who, "heritage", Names.of(h), r -> {
                    boolean free = r.heritage == null || r.heritage == h;
                    r.heritage = free ? h : r.heritage;
                    return free;
                });
                near(item, e, Names.of(h));
            }
            case HAIR -> hair(item, HairStyle.valueOf(e.value()), who);
            case FACIAL_HAIR -> {
                FacialHair f = FacialHair.valueOf(e.value());
                set(item, who, "facialHair", Names.of(f), r -> {
                    boolean free = r.facialHair == null || r.facialHair == f;
                    r.facialHair = free ? f : r.facialHair;
                    return free;
                });
                near(item, e, Names.of(f));
            }
            case HAIR_COLOR -> {
                hairColor(item, named(e.value()), who);
                hairTold = false;
            }
            case EXPRESSION -> {
                Expression x = Expression.valueOf(e.value());
                who.forEach(r -> s.notes.of(r).expression = x);
                s.ledger.used(item, Script.names(who) + ".expression", Names.of(x), "a state of the face");
            }
            case POSTURE -> {
                Posture p = Posture.valueOf(e.value());
                who.forEach(r -> {
                    s.notes.of(r).posture = p;
                    r.posture = p;
                });
                s.ledger.used(item, Script.names(who) + ".posture", Names.of(p), "a posture");
            }
            default -> {
                if (!s.ledger.settled(item)) {
                    s.ledger.ignored(item, "describes nothing that can be shown");
                }
            }
        }
    }

    void age(Item item, int years, List<Role> who) {
        int age = Math.clamp(years, 6, 90);
        set(item, who, "age", Integer.toString(age), r -> {
            boolean free = r.age == null || r.age == age || r.ageSuggested;
            r.age = free ? Integer.valueOf(age) : r.age;
            r.ageSuggested = false;
            return free;
        });
    }

    private void hair(Item item, HairStyle style, List<Role> who) {
        if (hairTold && item.is(Slot.HAIR)) {
            hairTold = false;
            s.ledger.ignored(item, "the length of the hair says it");
            s.warn("substituted", item, "\"" + s.ledger.text(item) + "\": hair is built by its length");
            return;
        }
        set(item, who, "hair", Names.of(style), r -> {
            boolean free = r.hair == null || r.hair == style;
            r.hair = free ? style : r.hair;
            return free;
        });
        item.as(Slot.HAIR).ifPresent(e -> near(item, e, Names.of(style)));
    }

    private void hairColor(Item item, NamedColor c, List<Role> who) {
        set(item, who, "hairColor", c.name(), r -> {
            boolean free = r.hairColor == null || r.hairColor.name().equals(c.name());
            r.hairColor = free ? c : r.hairColor;
            return free;
        });
    }

    private static NamedColor named(String value) {
        int colon = value.indexOf(':');
        return new NamedColor(value.substring(0, colon), Integer.parseInt(value.substring(colon + 1), 16));
    }

    private static NamedColor color(Entry e) {
        return new NamedColor(e.phrase(), Integer.parseInt(e.value(), 16));
    }

    void near(Item item, Entry e, String value) {
        if (e.near()) {
            s.warn(
                    "substituted",
                    item,
                    "\"" + s.ledger.text(item) + "\" is not available; the nearest is used: " + value,
                    new Understanding.Suggestion("say " + value, value.replace('-', ' ')));
        }
    }

    /// Whether the next noun is something worn.
    boolean garmentAhead() {
        Item noun = s.beyond(Slot.COLOR, Slot.MATERIAL, Slot.PATTERN, Slot.COLOR_WORD, Slot.EVALUATIVE);
        return noun != null && noun.is(Slot.GARMENT);
    }

    /// A color waits for its noun: a garment, hair or a person.
    void color(Item item) {
        Item style = s.beyond(Slot.MATERIAL, Slot.EVALUATIVE, Slot.COLOR_WORD);
        if (style != null && style.is(Slot.HAIR) && !personAhead() && !whom().isEmpty()) {
            hairColor(item, hairTone(item.as(Slot.COLOR).orElseThrow()), whom());
            return;
        }
        Item noun = s.beyond(
                Slot.COLOR,
                Slot.MATERIAL,
                Slot.PATTERN,
                Slot.COLOR_WORD,
                Slot.HAIR,
                Slot.AGE,
                Slot.AND,
                Slot.WITH,
                Slot.EVALUATIVE,
                Slot.DETERMINER,
                Slot.BUILD);
        if (noun != null && noun.any(Slot.GARMENT, Slot.HAIR_NOUN, Slot.PERSON, Slot.GROUP)) {
            if (color != null && !s.ledger.settled(color)) {
                s.ledger.ignored(color, "only one color a garment");
            }
            color = item;
            return;
        }
        Role last = s.described.size() == 1 ? s.described.getFirst() : null;
        if (last != null && predicate()) {
            Entry e = item.as(Slot.COLOR).orElseThrow();
            hairColor(item, hairTone(e), s.described);
            return;
        }
        s.ledger.ignored(item, "the colors of things and places are not directed yet");
    }

    /// "Long hair", "brown hair", "long brown hair".
    void hairNoun(Item item) {
        List<Role> who = !s.described.isEmpty() ? s.described : s.nearest();
        Item c = color;
        color = null;
        if (personAhead() && c != null && item.word("haired")) {
            s.ledger.ignored(item, "belongs to the color before it");
            color = c;
            return;
        }
        if (who.isEmpty()) {
            s.ledger.ignored(item, "nobody is there whom it describes");
            return;
        }
        if (c != null) {
            hairColor(c, hairTone(c.as(Slot.COLOR).orElseThrow()), who);
        }
        boolean told = hairTold;
        hairTold = false;
        if (c == null && !told) {
            s.ledger.ignored(item, "no style or color is told");
        } else {
            s.ledger.used(item, Script.names(who) + ".hair", "hair", "the words before it say what hair");
        }
    }

    /// The length or shape of hair that is named after other words: "long blonde hair", "short curly dark hair".
    boolean hairLength(Item item) {
        boolean length = item.word("long") || item.word("short") || item.word("cropped");
        if (!length && !item.word("curly") && !item.word("wavy") && !item.word("straight")) {
            return false;
        }
        Item noun = predicate() ? s.before(Slot.BE, Slot.DETERMINER, Slot.AND, Slot.FILLER) : null;
        for (int i = s.at + 1; i < s.items.size() && noun == null; i++) {
            Item x = s.items.get(i);
            boolean hair = s.ledger.text(x).toLowerCase(java.util.Locale.ROOT).matches(".*\\bhair(ed)?\\b.*");
            if (hair && x.any(Slot.HAIR_NOUN, Slot.HAIR_COLOR, Slot.HAIR)) {
                noun = x;
            } else if (length && x.is(Slot.HAIR)) {
                s.ledger.ignored(item, "the style after it says it");
                return true;
            } else if (!x.any(Slot.COLOR, Slot.COLOR_WORD, Slot.EVALUATIVE, Slot.HAIR_COLOR, Slot.MATERIAL)
                    && !x.sign(",")
                    && !x.is(Slot.AND)) {
                return false;
            }
        }
        if (noun == null) {
            return false;
        }
        boolean ahead = s.ledger.text(noun).endsWith("ed") && personAhead();
        List<Role> who = whom();
        if (who.isEmpty() && !ahead) {
            return false;
        }
        if (hairTold) {
            s.ledger.ignored(item, "the length of the hair says it");
            s.warn("substituted", item, "\"" + s.ledger.text(item) + "\": hair is built by its length");
            return true;
        }
        HairStyle style = item.word("short") || item.word("cropped")
                ? HairStyle.SHORT
                : item.word("curly") ? HairStyle.AFRO : HairStyle.LONG;
        if (item.word("straight")) {
            return false;
        }
        boolean near = item.word("wavy") || item.word("curly");
        if (ahead) {
            Entry e = new Entry(Slot.HAIR, style.name(), item.first().key(), near, Entry.Form.PLAIN);
            s.attributes.add(new Item(item.from(), item.to(), List.of(e), List.of(), item.first()));
            return true;
        }
        hair(item, style, who);
        if (near) {
            near(item, new Entry(Slot.HAIR, style.name(), "", true, Entry.Form.PLAIN), Names.of(style));
        }
        hairTold = !noun.is(Slot.HAIR_COLOR) || length;
        return true;
    }

    /// "His hair is long and red": what hair is said after the verb.
    private boolean predicate() {
        boolean is = false;
        for (int i = s.at - 1; i >= 0; i--) {
            Item x = s.items.get(i);
            if (x.is(Slot.HAIR_NOUN)) {
                return is;
            }
            is |= x.word("is") || x.word("are") || x.word("was");
            if (!x.any(Slot.BE, Slot.DETERMINER, Slot.AND, Slot.FILLER, Slot.COLOR, Slot.COLOR_WORD, Slot.MATERIAL)) {
                return false;
            }
        }
        return false;
    }

    private static NamedColor hairTone(Entry e) {
        return switch (e.phrase()) {
            case "grey", "gray" -> new NamedColor(e.phrase(), 0x8E8E8C);
            case "white" -> new NamedColor("white", 0xE4E2DC);
            case "red" -> new NamedColor("red", 0xA5482A);
            case "black" -> new NamedColor("black", 0x15120F);
            case "golden", "gold" -> new NamedColor("golden", 0xC99B55);
            default -> color(e);
        };
    }

    void garment(Item item, Entry e) {
        s.prep = null;
        GarmentKind kind = GarmentKind.valueOf(e.value());
        Item c = color;
        color = null;
        List<Role> who = !s.described.isEmpty() ? s.described : s.nearest();
        if (who.isEmpty()) {
            s.ledger.ignored(item, "nobody is there who wears it");
            if (c != null) {
                s.ledger.ignored(c, "nobody is there who wears it");
            }
            return;
        }
        Optional<NamedColor> tone = c != null
                ? c.as(Slot.COLOR).map(LookReader::color)
                : e.phrase().equals("lab coat") ? Optional.of(new NamedColor("white", 0xF8F8F8)) : Optional.empty();
        boolean again = who.stream()
                .allMatch(r -> r.wears(kind, tone.map(NamedColor::name).orElse(null)));
        boolean fixed = who.stream().allMatch(r -> r.fixed != null);
        if (again || fixed) {
            String reason =
                    again ? "tells again who is meant" : "a field says otherwise: the cast is given in the file";
            s.ledger.ignored(item, reason);
            if (c != null) {
                s.ledger.ignored(c, reason);
            }
            return;
        }
        boolean other = who.stream().anyMatch(r -> r.wardrobe.stream().anyMatch(g -> g.kind() == kind));
        if (other) {
            s.ledger.ignored(item, "told differently before");
            if (c != null) {
                s.ledger.ignored(c, "told differently before");
            }
            s.warn("conflict", item, "Clothes stay the same for the whole clip: the first mention counts");
            return;
        }
        String names = Script.names(who);
        for (Role r : who) {
            if (r.fixed == null) {
                r.wardrobe.add(new Performer.Garment(kind, tone));
                r.description.add((c == null ? "" : s.ledger.text(c) + " ") + s.ledger.text(item));
            }
        }
        s.ledger.used(item, names + ".wardrobe", Names.of(kind), "clothes");
        if (c != null) {
            s.ledger.used(
                    c, names + ".wardrobe", tone.map(NamedColor::name).orElse(""), "color of the " + Names.of(kind));
        }
        near(item, e, Names.of(kind));
    }

    /// Whoever is described wears or is something in a plain list: "man, 40, glasses".
    List<Role> whom() {
        return new ArrayList<>(!s.described.isEmpty() ? s.described : s.nearest());
    }
}
