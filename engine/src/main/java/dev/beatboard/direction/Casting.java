package dev.beatboard.direction;

import dev.beatboard.direction.Understanding.Decision;
import dev.beatboard.math.Chance;
import dev.beatboard.shot.Build;
import dev.beatboard.shot.FacialHair;
import dev.beatboard.shot.GarmentKind;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.NamedColor;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Stature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Completes the people whom the words left open, so that no two share clothes and hue, or hair and hue. What is chosen
/// depends on the seed and the place in the cast only, and is listed.
final class Casting {

    private static final int CAST = 4201;

    private static final List<HairStyle> HIS =
            List.of(HairStyle.SHORT, HairStyle.SIDE_PARTED, HairStyle.BUZZ, HairStyle.AFRO, HairStyle.BALD);
    private static final List<HairStyle> HERS =
            List.of(HairStyle.LONG, HairStyle.BOB, HairStyle.PONYTAIL, HairStyle.BRAID, HairStyle.BOB_ASYMMETRIC);
    private static final List<NamedColor> HAIR = List.of(
            new NamedColor("dark brown", 0x2E1D14),
            new NamedColor("black", 0x15120F),
            new NamedColor("light brown", 0x7A5636),
            new NamedColor("auburn", 0x7A3420),
            new NamedColor("blonde", 0xB8935A));
    private static final List<NamedColor> HUES = List.of(
            new NamedColor("charcoal", 0x3A3D40),
            new NamedColor("teal", 0x1C7C7D),
            new NamedColor("burgundy", 0x6B1F3A),
            new NamedColor("light blue", 0x8FB3DB),
            new NamedColor("olive", 0x6B6B35),
            new NamedColor("cream", 0xF1EDE2),
            new NamedColor("rust", 0xA84432),
            new NamedColor("navy", 0x1F2A44));

    private static final List<NamedColor> TROUSERS = List.of(
            new NamedColor("dark grey", 0x3A3D40),
            new NamedColor("navy", 0x1F2A44),
            new NamedColor("black", 0x1A1A1C),
            new NamedColor("beige", 0xB9A98C),
            new NamedColor("brown", 0x4A3628),
            new NamedColor("grey", 0x6E7175),
            new NamedColor("dark olive", 0x44452E),
            new NamedColor("slate", 0x55606A));
    private static final List<NamedColor> DENIMS = List.of(
            new NamedColor("denim blue", 0x49637E),
            new NamedColor("dark denim", 0x27364A),
            new NamedColor("black denim", 0x1E1F22),
            new NamedColor("grey denim", 0x63676C),
            new NamedColor("light denim", 0x7F97AE),
            new NamedColor("brown denim", 0x5B4636),
            new NamedColor("olive denim", 0x55563C),
            new NamedColor("washed denim", 0x93A4B3));

    private final long seed;
    private final SetKind set;
    private final int size;
    private final List<Decision> decisions;
    private final Set<String> taken = new HashSet<>();

    Casting(long seed, SetKind set, int size, List<Decision> decisions) {
        this.seed = seed;
        this.set = set;
        this.size = size;
        this.decisions = decisions;
    }

    List<Performer> complete(List<Role> roles) {
        roles.forEach(r -> r.wardrobe.forEach(g -> g.color().ifPresent(c -> taken.add(g.kind() + c.name()))));
        List<Performer> out = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            out.add(complete(roles.get(i), i));
        }
        return out;
    }

    private int pick(int i, int what, int n) {
        return (int) (Chance.unit(seed, CAST, i, what) * n);
    }

    private Performer complete(Role r, int i) {
        if (r.fixed != null) {
            return r.fixed;
        }
        Sex sex = r.sex != null ? r.sex : (i + pick(0, 1, 2)) % 2 == 0 ? Sex.FEMALE : Sex.MALE;
        boolean male = sex == Sex.MALE;
        decide(r.sex == null, r, "sex", Names.words(sex), "not said", List.of(male ? "female" : "male"));
        int age = r.age != null ? r.age : 26 + (i * 7 + pick(i, 2, 8)) % 30;
        decide(r.age == null, r, "age", Integer.toString(age), "not said", List.of("25", "45", "65"));
        Heritage heritage =
                r.heritage != null ? r.heritage : Heritage.values()[(pick(0, 3, 3) + i) % Heritage.values().length];
        decide(r.heritage == null, r, "heritage", Names.words(heritage), "not said", others(heritage));
        Build build = r.build != null ? r.build : Build.AVERAGE;
        decide(r.build == null, r, "build", Names.words(build), "not said", others(build));
        Stature stature = r.stature != null ? r.stature : Stature.AVERAGE;
        Performer.Hair hair = hair(r, i, male, age, heritage);
        return new Performer(
                r.name,
                String.join(", ", r.description.stream().distinct().toList()),
                sex,
                age,
                build,
                stature,
                heritage,
                hair,
                wardrobe(r, i, male, age));
    }

    private Performer.Hair hair(Role r, int i, boolean male, int age, Heritage heritage) {
        List<HairStyle> styles = male ? HIS : HERS;
        int n = male && (age < 40 || size == 1) ? styles.size() - 1 : styles.size();
        int tones = heritage == Heritage.CAUCASIAN ? HAIR.size() : 2;
        HairStyle style = HairStyle.SHORT;
        Optional<NamedColor> color = Optional.empty();
        for (int k = 0; k < styles.size() * HAIR.size(); k++) {
            style = r.hair != null ? r.hair : styles.get(size == 1 ? pick(i, 4, 2) : (i / 2 + pick(0, 4, n) + k) % n);
            if (r.hair == null && style == HairStyle.AFRO && heritage != Heritage.AFRICAN) {
                style = HairStyle.SHORT;
            }
            if (r.hair == null && style == HairStyle.SIDE_PARTED && heritage == Heritage.AFRICAN) {
                style = HairStyle.BUZZ;
            }
            color = Optional.ofNullable(r.hairColor);
            if (color.isEmpty() && age >= 60) {
                color = Optional.of(new NamedColor("grey", 0x8E8E8C));
            } else if (color.isEmpty() && size > 1 && style != HairStyle.BALD) {
                color = Optional.of(HAIR.get((i / 3 + pick(0, 5, tones) + k / n) % tones));
            }
            if (taken.add(style + color.map(NamedColor::name).orElse(""))) {
                break;
            }
        }
        List<String> names = styles.stream().map(Names::words).toList();
        decide(r.hair == null, r, "hair", Names.words(style), "not said", names);
        if (r.hairColor == null && color.isPresent()) {
            decide(true, r, "hairColor", color.get().name(), "not said", List.of("brown", "black", "blonde"));
        }
        return new Performer.Hair(style, color, Objects.requireNonNullElse(r.facialHair, FacialHair.NONE));
    }

    private List<Performer.Garment> wardrobe(Role r, int i, boolean male, int age) {
        List<Performer.Garment> out = new ArrayList<>();
        boolean top = has(
                r,
                GarmentKind.SUIT,
                GarmentKind.SKIRT_SUIT,
                GarmentKind.DRESS,
                GarmentKind.SHIRT,
                GarmentKind.WORK_SHIRT,
                GarmentKind.T_SHIRT,
                GarmentKind.SWEATER,
                GarmentKind.JACKET,
                GarmentKind.PUFFER_JACKET,
                GarmentKind.COAT,
                GarmentKind.OVERALLS,
                GarmentKind.SPORTSWEAR);
        boolean bottom = has(
                r,
                GarmentKind.SUIT,
                GarmentKind.SKIRT_SUIT,
                GarmentKind.DRESS,
                GarmentKind.OVERALLS,
                GarmentKind.SPORTSWEAR,
                GarmentKind.JEANS,
                GarmentKind.TROUSERS,
                GarmentKind.SHORTS,
                GarmentKind.SKIRT);
        boolean shoes = has(r, GarmentKind.DRESS_SHOES, GarmentKind.SHOES, GarmentKind.SNEAKERS, GarmentKind.BOOTS);
        for (Performer.Garment g : r.wardrobe) {
            out.add(g.color().isPresent() || g.kind() == GarmentKind.GLASSES || !main(g.kind()) ? g : colored(r, i, g));
        }
        boolean business = set == SetKind.OFFICE || set == SetKind.MEETING_ROOM || set == SetKind.OFFICE_CORRIDOR;
        if (!top) {
            List<GarmentKind> tops = business
                    ? male || bottom
                            ? List.of(GarmentKind.SHIRT, GarmentKind.SWEATER, GarmentKind.JACKET)
                            : List.of(GarmentKind.SHIRT, GarmentKind.SKIRT_SUIT, GarmentKind.SWEATER)
                    : List.of(GarmentKind.SWEATER, GarmentKind.SHIRT, GarmentKind.T_SHIRT);
            GarmentKind kind = tops.get((i + pick(0, 6, tops.size())) % tops.size());
            out.add(colored(r, i, new Performer.Garment(kind, Optional.empty())));
            bottom |= kind == GarmentKind.SKIRT_SUIT;
        }
        if (!bottom) {
            boolean smart = business || out.getFirst().kind() == GarmentKind.JACKET;
            List<NamedColor> hues = smart ? TROUSERS : DENIMS;
            GarmentKind kind = smart ? GarmentKind.TROUSERS : GarmentKind.JEANS;
            NamedColor hue = hues.getFirst();
            for (NamedColor h : hues) {
                hue = h;
                if (taken.add(kind + h.name())) {
                    break;
                }
            }
            add(r, out, kind, hue);
        }
        if (!shoes) {
            boolean formal = out.stream()
                    .anyMatch(g -> g.kind() == GarmentKind.SUIT
                            || g.kind() == GarmentKind.SKIRT_SUIT
                            || g.kind() == GarmentKind.DRESS
                            || g.kind() == GarmentKind.TROUSERS);
            GarmentKind kind = !formal ? GarmentKind.SNEAKERS : male ? GarmentKind.DRESS_SHOES : GarmentKind.SHOES;
            add(r, out, kind, formal ? new NamedColor("black", 0x141414) : new NamedColor("white", 0xF8F8F8));
        }
        return out;
    }

    private void add(Role r, List<Performer.Garment> out, GarmentKind kind, NamedColor color) {
        out.add(new Performer.Garment(kind, Optional.of(color)));
        decide(true, r, "wardrobe", color.name() + " " + Names.words(kind), "not said", List.of());
    }

    private Performer.Garment colored(Role r, int i, Performer.Garment g) {
        for (int k = 0; k < HUES.size(); k++) {
            NamedColor hue = HUES.get((i + k + pick(0, 7, HUES.size())) % HUES.size());
            if (taken.add(g.kind() + hue.name()) || k == HUES.size() - 1) {
                decide(
                        true,
                        r,
                        "wardrobe",
                        hue.name() + " " + Names.words(g.kind()),
                        "color not said",
                        HUES.stream().map(NamedColor::name).limit(4).toList());
                return new Performer.Garment(g.kind(), Optional.of(hue));
            }
        }
        return g;
    }

    private static boolean main(GarmentKind kind) {
        return switch (kind) {
            case DRESS_SHOES, SHOES, SNEAKERS, BOOTS, HAT, TIE, GLASSES, JEANS -> false;
            default -> true;
        };
    }

    private static boolean has(Role r, GarmentKind... kinds) {
        for (GarmentKind kind : kinds) {
            if (r.wardrobe.stream().anyMatch(g -> g.kind() == kind)) {
                return true;
            }
        }
        return false;
    }

    private static <E extends Enum<E>> List<String> others(E value) {
        List<String> out = new ArrayList<>();
        for (E e : value.getDeclaringClass().getEnumConstants()) {
            if (e != value) {
                out.add(Names.words(e));
            }
        }
        return out;
    }

    private void decide(boolean unasked, Role r, String slot, String value, String reason, List<String> alternatives) {
        if (unasked) {
            decisions.add(new Decision(-1, r.name + "." + slot, value, reason, alternatives));
        }
    }
}
