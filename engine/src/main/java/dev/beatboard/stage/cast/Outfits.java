package dev.beatboard.stage.cast;

import dev.beatboard.math.Chance;
import dev.beatboard.shot.GarmentKind;
import dev.beatboard.shot.NamedColor;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Chooses what each of a cast wears. What is asked is worn; what is missing is added, so that everybody is dressed and
/// shod; what nobody asked for varies, so that no two look alike.
final class Outfits {

    private static final long DRAW = 43;
    private static final int WHITE = 0xe6e6e6;

    private static final List<List<GarmentKind>> MEN = List.of(
            List.of(GarmentKind.SHIRT, GarmentKind.TROUSERS),
            List.of(GarmentKind.SUIT),
            List.of(GarmentKind.SWEATER, GarmentKind.TROUSERS),
            List.of(GarmentKind.JACKET, GarmentKind.JEANS));
    private static final List<List<GarmentKind>> WOMEN = List.of(
            List.of(GarmentKind.SHIRT, GarmentKind.TROUSERS),
            List.of(GarmentKind.SHIRT, GarmentKind.SKIRT),
            List.of(GarmentKind.SWEATER, GarmentKind.TROUSERS),
            List.of(GarmentKind.DRESS));
    private static final List<List<GarmentKind>> CHILDREN =
            List.of(List.of(GarmentKind.T_SHIRT, GarmentKind.JEANS), List.of(GarmentKind.SWEATER, GarmentKind.JEANS));

    private final long seed;
    private final Set<String> taken = new HashSet<>();
    private final List<CastNote> notes;

    Outfits(long seed, List<CastNote> notes) {
        this.seed = seed;
        this.notes = notes;
    }

    /// Marks what people asked for in words and color as taken, before anybody chooses freely.
    void reserve(Performer p) {
        for (Performer.Garment g : p.wardrobe()) {
            g.color().ifPresent(color -> {
                Closet.Entry e = Closet.of(g.kind(), p.sex());
                taken.add(e.worn().dyed(e.dye(), color.srgb()).likeness());
            });
        }
    }

    List<Worn> choose(Performer p, int index) {
        Map<Closet.Place, Performer.Garment> asked = new EnumMap<>(Closet.Place.class);
        for (Performer.Garment g : p.wardrobe()) {
            Closet.Entry e = Closet.of(g.kind(), p.sex());
            if (!e.note().isEmpty()) {
                notes.add(new CastNote(index, "wardrobe", e.worn().label(), e.note(), true));
            }
            Performer.Garment before = asked.get(e.place());
            if (before == null || layer(g.kind()) > layer(before.kind())) {
                asked.put(e.place(), g);
            }
        }
        coatOverSuit(asked);
        complete(asked, p, index);
        unseen(asked, p, index);
        List<Worn> out = new ArrayList<>();
        asked.forEach((place, g) -> {
            if (place != Closet.Place.TIE) {
                out.add(place == Closet.Place.SHOES && bareLegs(asked) ? bare(worn(g, p, index)) : worn(g, p, index));
            }
        });
        boolean sports = asked.values().stream().anyMatch(g -> g.kind() == GarmentKind.SPORTSWEAR);
        boolean bottomAsked =
                p.wardrobe().stream().anyMatch(g -> Closet.of(g.kind(), p.sex()).place() == Closet.Place.BOTTOM);
        if (sports && !bottomAsked) {
            out.removeIf(w -> w.part() == PiecePart.BOTTOM);
            out.add(Worn.of("track pants", "female_sportsuit01", PiecePart.BOTTOM));
        }
        return layered(out, p, index);
    }

    /// A coat over a suit: of the suit only the trousers are seen.
    private static void coatOverSuit(Map<Closet.Place, Performer.Garment> asked) {
        Performer.Garment whole = asked.get(Closet.Place.WHOLE);
        Performer.Garment top = asked.get(Closet.Place.TOP);
        if (whole != null && top != null && whole.kind() == GarmentKind.SUIT && layer(top.kind()) >= 3) {
            asked.remove(Closet.Place.WHOLE);
            asked.put(Closet.Place.BOTTOM, new Performer.Garment(GarmentKind.TROUSERS, whole.color()));
        }
    }

    /// Notes what was asked for and is not worn because something else is worn in its place.
    private void unseen(Map<Closet.Place, Performer.Garment> asked, Performer p, int index) {
        boolean jacket =
                asked.values().stream().anyMatch(g -> g.kind() == GarmentKind.SUIT || g.kind() == GarmentKind.JACKET);
        for (Performer.Garment g : p.wardrobe()) {
            boolean under = jacket && (g.kind() == GarmentKind.SHIRT || g.kind() == GarmentKind.TIE);
            if (!asked.containsValue(g) && !under && g.kind() != GarmentKind.TIE) {
                String what = g.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                notes.add(new CastNote(index, "wardrobe", "no " + what, "something else is worn over it", true));
            }
        }
    }

    private static boolean bareLegs(Map<Closet.Place, Performer.Garment> asked) {
        return asked.values().stream().anyMatch(g -> switch (g.kind()) {
            case SKIRT, SKIRT_SUIT, DRESS, SHORTS -> true;
            default -> false;
        });
    }

    private static Worn bare(Worn shoes) {
        return shoes.piece().startsWith("shoes")
                ? new Worn(shoes.label(), shoes.piece(), PiecePart.BARE_SHOES, shoes.tints(), false)
                : shoes;
    }

    private static int layer(GarmentKind kind) {
        return switch (kind) {
            case COAT -> 4;
            case PUFFER_JACKET -> 3;
            case JACKET -> 2;
            case SWEATER -> 1;
            default -> 0;
        };
    }

    /// Adds what is missing: a top and a bottom, or an outfit of one piece, and shoes.
    private void complete(Map<Closet.Place, Performer.Garment> asked, Performer p, int index) {
        boolean whole = asked.containsKey(Closet.Place.WHOLE);
        if (whole) {
            asked.remove(Closet.Place.BOTTOM);
            asked.remove(Closet.Place.TOP);
        }
        boolean top = asked.containsKey(Closet.Place.TOP);
        boolean bottom = asked.containsKey(Closet.Place.BOTTOM);
        if (!whole && !top && !bottom) {
            List<List<GarmentKind>> choices = p.age() < 15 ? CHILDREN : p.sex() == Sex.MALE ? MEN : WOMEN;
            int first = (int) (Chance.unit(seed, 0, DRAW, 1) * choices.size());
            for (GarmentKind kind : choices.get((first + index) % choices.size())) {
                asked.put(Closet.of(kind, p.sex()).place(), new Performer.Garment(kind, Optional.empty()));
            }
            notes.add(new CastNote(index, "wardrobe", describe(asked), "nothing was said about clothes", false));
        } else if (!whole && !top) {
            asked.put(
                    Closet.Place.TOP,
                    new Performer.Garment(formal(asked) ? GarmentKind.SHIRT : GarmentKind.T_SHIRT, Optional.empty()));
        } else if (!whole && !bottom) {
            boolean casual = p.age() < 15
                    || asked.values().stream()
                            .anyMatch(g -> g.kind() == GarmentKind.T_SHIRT || g.kind() == GarmentKind.PUFFER_JACKET);
            asked.put(
                    Closet.Place.BOTTOM,
                    new Performer.Garment(casual ? GarmentKind.JEANS : GarmentKind.TROUSERS, Optional.empty()));
        }
        if (!asked.containsKey(Closet.Place.SHOES)) {
            asked.put(
                    Closet.Place.SHOES,
                    new Performer.Garment(
                            formal(asked) ? GarmentKind.DRESS_SHOES : GarmentKind.SNEAKERS, Optional.empty()));
        }
    }

    private static boolean formal(Map<Closet.Place, Performer.Garment> asked) {
        return asked.values().stream().anyMatch(g -> switch (g.kind()) {
            case SUIT, SKIRT_SUIT, DRESS, SHIRT, JACKET, COAT, TROUSERS, SKIRT -> true;
            default -> false;
        });
    }

    private static String describe(Map<Closet.Place, Performer.Garment> asked) {
        List<String> words = new ArrayList<>();
        asked.values()
                .forEach(g -> words.add(g.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        return String.join(", ", words);
    }

    private Worn worn(Performer.Garment g, Performer p, int index) {
        Closet.Entry e = Closet.of(g.kind(), p.sex());
        Worn plain = variant(e.worn(), g.kind(), p.age() > 45 ? 0 : index);
        Worn out = plain;
        if (g.color().isPresent()) {
            out = plain.dyed(e.dye(), g.color().get().srgb());
        } else if (!e.colors().isEmpty()) {
            int n = e.colors().size();
            int first = index + (int) (Chance.unit(seed, g.kind().ordinal(), DRAW, 2) * n);
            for (int i = 0; i < n; i++) {
                out = plain.dyed(e.dye(), e.colors().get((first + i) % n));
                if (!taken.contains(out.likeness())) {
                    break;
                }
            }
        }
        taken.add(out.likeness());
        return g.kind() == GarmentKind.SUIT || g.kind() == GarmentKind.JACKET ? suit(out, p) : out;
    }

    /// A suit's shirt and tie take the colors that were asked for them; a woman's tie that nobody asked for becomes
    /// part
    /// of the shirt.
    private static Worn suit(Worn suit, Performer p) {
        Worn out = suit;
        for (Performer.Garment g : p.wardrobe()) {
            Optional<NamedColor> color = g.color();
            if (color.isPresent() && g.kind() == GarmentKind.SHIRT) {
                out = out.dyed(Dye.LIGHT_CLOTH, color.get().srgb());
            } else if (color.isPresent() && g.kind() == GarmentKind.TIE) {
                out = out.dyed(Dye.TIE, color.get().srgb());
            }
        }
        boolean tie = p.wardrobe().stream().anyMatch(g -> g.kind() == GarmentKind.TIE);
        if (p.sex() == Sex.FEMALE && !tie) {
            int shirt = p.wardrobe().stream()
                    .filter(g -> g.kind() == GarmentKind.SHIRT)
                    .flatMap(g -> g.color().stream())
                    .map(NamedColor::srgb)
                    .findFirst()
                    .orElse(WHITE);
            out = out.dyed(Dye.PLACKET, shirt);
        }
        return out;
    }

    /// Another cut of the same kind for another person.
    private static Worn variant(Worn worn, GarmentKind kind, int index) {
        List<String> cuts = switch (kind) {
            case DRESS -> List.of("F_Dress_01", "F_Dress_02");
            case SNEAKERS -> List.of("shoes05", "shoes06", "shoes02");
            default -> List.of(worn.piece());
        };
        return worn.piece().equals(cuts.getFirst())
                ? new Worn(worn.label(), cuts.get(index % cuts.size()), worn.part(), worn.tints(), worn.skirt())
                : worn;
    }

    private List<Worn> layered(List<Worn> worn, Performer p, int index) {
        boolean tieAsked = p.wardrobe().stream().anyMatch(g -> g.kind() == GarmentKind.TIE);
        boolean tieThere =
                worn.stream().anyMatch(w -> w.piece().equals("male_elegantsuit01") && w.part() != PiecePart.BOTTOM);
        if (tieAsked && !tieThere) {
            notes.add(new CastNote(index, "wardrobe", "no tie", "a tie only comes with a suit or a jacket", true));
        }
        return worn;
    }
}
