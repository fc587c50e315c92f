package dev.beatboard.stage.cast;

import dev.beatboard.math.Chance;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.NamedColor;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a head shows besides its shape.
///
/// @param skin the texture of the whole skin
/// @param hair the hair's piece, empty where there is none
/// @param crop length of hair that stands up from the skull all around, meters; 0 for none
/// @param hairColor `0xRRGGBB`
/// @param eyes color of the irises, `0xRRGGBB`
record Face(String skin, Optional<String> hair, double crop, int hairColor, int eyes, String brows, String lashes) {

    private static final long DRAW = 44;
    private static final double BUZZ = 0.005;
    private static final double CURLS = 0.008;
    private static final double AFRO = 0.034;
    private static final int COPPER = 0x94481f;
    private static final List<Integer> FAIR =
            List.of(0x3b2a1d, 0x59402a, 0x2a1f18, 0x80613d, 0x6a3a22, 0xa98758, 0x1f1a17);
    private static final List<Integer> BLACK = List.of(0x231d1a, 0x2a221d, 0x32271f);
    private static final List<Integer> VERY_BLACK = List.of(0x241c18, 0x2a211b, 0x30251d);
    private static final List<Integer> LIGHT_EYES =
            List.of(0x5a3a22, 0x5d7387, 0x68604a, 0x4a2f1d, 0x627466, 0x6d5030, 0x6b777e, 0x52331f, 0x4f6c86, 0x5f4a2c);
    private static final List<Integer> DARK_EYES = List.of(0x3a2417, 0x452b1a, 0x33201a, 0x4a301e);

    static Face of(Performer p, int index, long seed) {
        String sex = p.sex().name().toLowerCase(Locale.ROOT);
        String heritage = p.heritage().name().toLowerCase(Locale.ROOT);
        String age = p.age() < 38 ? "young" : p.age() < 60 ? "middleage" : "old";
        boolean second = p.heritage() == Heritage.CAUCASIAN && p.age() < 38 && p.age() > 15 && index % 2 == 1;
        boolean fair = p.heritage() == Heritage.CAUCASIAN;
        int color = p.hair().color().map(Face::dyed).orElseGet(() -> natural(p, index, seed));
        List<Integer> eyes = fair ? LIGHT_EYES : DARK_EYES;
        int brow = p.sex() == Sex.MALE
                ? pick(seed, index, 3, List.of(1, 12, 10, 9))
                : pick(seed, index, 3, List.of(1, 5, 10, 11));
        return new Face(
                "skin/" + age + "_" + heritage + "_" + sex + (second ? "2" : ""),
                piece(p),
                crop(p),
                color,
                eyes.get((int) (Chance.unit(seed, index, DRAW, 2) * eyes.size())),
                String.format(Locale.ROOT, "eyebrow%03d", brow),
                p.sex() == Sex.MALE ? "eyelashes02" : "eyelashes03");
    }

    /// Red hair is copper.
    private static int dyed(NamedColor color) {
        return color.name().equals("red") ? COPPER : color.srgb();
    }

    private static int pick(long seed, int index, long what, List<Integer> from) {
        return from.get((int) (Chance.unit(seed, index, DRAW, what) * from.size()));
    }

    /// A natural hair color by heritage, greying with age.
    private static int natural(Performer p, int index, long seed) {
        List<Integer> colors = switch (p.heritage()) {
            case CAUCASIAN -> FAIR;
            case ASIAN -> BLACK;
            case AFRICAN -> VERY_BLACK;
        };
        int first = (int) (Chance.unit(seed, 0, DRAW, 1) * colors.size());
        int young = colors.get((first + index) % colors.size());
        double grey = Math.max(0, Math.min(1, (p.age() - 44 + 8 * Chance.signed(seed, index, DRAW, 4)) / 28));
        int white = 0xb9b6b0;
        int out = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = young >> shift & 255;
            int b = white >> shift & 255;
            out |= (int) Math.round(a + (b - a) * grey) << shift;
        }
        return out;
    }

    private static double crop(Performer p) {
        return switch (p.hair().style()) {
            case BUZZ -> BUZZ;
            case SHORT -> p.heritage() == Heritage.AFRICAN ? CURLS : 0;
            case AFRO -> AFRO;
            default -> 0;
        };
    }

    private static Optional<String> piece(Performer p) {
        if (crop(p) > 0) {
            return Optional.empty();
        }
        return switch (p.hair().style()) {
            case BALD, BUZZ, AFRO -> Optional.empty();
            case SHORT -> Optional.of("short02");
            case SIDE_PARTED -> Optional.of("short01");
            case FRINGE -> Optional.of("short03");
            case BOB -> Optional.of("bob02");
            case BOB_ASYMMETRIC -> Optional.of("bob01");
            case BRAID -> Optional.of("Braid01");
            case LONG -> Optional.of("long01");
            case PONYTAIL -> Optional.of("ponytail01");
        };
    }
}
