package dev.beatboard.stage.cast;

import dev.beatboard.shot.GarmentKind;
import dev.beatboard.shot.Sex;
import java.util.List;

/// What there is for each kind of garment: the piece for a man and for a woman, the part of the body it dresses, how it
/// takes color, and the colors it comes in when none is asked.
final class Closet {

    /// Where a garment goes; of each place one is worn.
    enum Place {
        WHOLE,
        TOP,
        BOTTOM,
        SHOES,
        HEAD,
        EYES,
        TIE
    }

    /// @param note what is not as asked, empty if it is
    record Entry(Place place, Worn worn, Dye dye, List<Integer> colors, String note) {}

    private static final List<Integer> SUITS = List.of(0x2d2e33, 0x1b2846, 0x55585e, 0x40342b, 0x1d1f22, 0x33414a);
    private static final List<Integer> SHIRTS =
            List.of(0xd5dae0, 0x8fabcb, 0xcdb9a0, 0x5d7180, 0xb2848a, 0x55685a, 0x7a5560, 0x3b4660);
    private static final List<Integer> KNITS =
            List.of(0x3d4f45, 0x6b2e35, 0x8a7558, 0x33465f, 0x7b7d80, 0x594a66, 0xa8663a, 0x2e5c63);
    private static final List<Integer> TEES =
            List.of(0xcfd2d4, 0x5b7f9c, 0x42464a, 0x8b4a45, 0x5d7453, 0xc2a35b, 0x6a5a86);
    private static final List<Integer> TROUSERS =
            List.of(0x303338, 0x6f6452, 0x232c40, 0x4a3d31, 0x6a6d70, 0x454f3f, 0x1e1f21);
    private static final List<Integer> SKIRTS = List.of(0x26272c, 0x4b2733, 0x2a3550, 0x6b5b49, 0x55585c, 0x2f4a44);
    private static final List<Integer> DRESSES = List.of(0x611f2c, 0x1f5049, 0x2b3f75, 0x4f3a58, 0x8a5a34, 0x30343b);
    private static final List<Integer> JACKETS = List.of(0x3d4638, 0x5a4030, 0x2a3348, 0x6e6250, 0x3a3d42, 0x6a2f2c);
    private static final List<Integer> NONE = List.of();

    private Closet() {}

    static Entry of(GarmentKind kind, Sex sex) {
        boolean man = sex == Sex.MALE;
        return switch (kind) {
            case SUIT ->
                entry(Place.WHOLE, Worn.of("suit", "male_elegantsuit01", PiecePart.ALL), Dye.DARK_CLOTH, SUITS);
            case SKIRT_SUIT ->
                man
                        ? new Entry(
                                Place.WHOLE,
                                Worn.of("suit", "male_elegantsuit01", PiecePart.ALL),
                                Dye.DARK_CLOTH,
                                SUITS,
                                "no skirt suit for men: a suit")
                        : new Entry(
                                Place.BOTTOM,
                                Worn.of("skirt", "female_elegantsuit01", PiecePart.BOTTOM)
                                        .asSkirt(),
                                Dye.DRESS,
                                SKIRTS,
                                "no skirt suit with a jacket: a pencil skirt and a blouse");
            case DRESS ->
                man
                        ? new Entry(
                                Place.TOP,
                                Worn.of("shirt", "male_casualsuit03", PiecePart.TOP),
                                Dye.PLAIN,
                                SHIRTS,
                                "no dress for men: a shirt")
                        : entry(
                                Place.WHOLE,
                                Worn.of("dress", "F_Dress_01", PiecePart.ALL).asSkirt(),
                                Dye.DRESS,
                                DRESSES);
            case SHIRT ->
                man
                        ? entry(Place.TOP, Worn.of("shirt", "male_casualsuit03", PiecePart.TOP), Dye.PLAIN, SHIRTS)
                        : entry(Place.TOP, Worn.of("blouse", "female_elegantsuit01", PiecePart.TOP), Dye.PLAIN, SHIRTS);
            case WORK_SHIRT ->
                man
                        ? entry(
                                Place.WHOLE,
                                Worn.of("work shirt and jeans", "male_casualsuit01", PiecePart.ALL),
                                Dye.WHOLE,
                                NONE)
                        : new Entry(
                                Place.TOP,
                                Worn.of("shirt", "female_elegantsuit01", PiecePart.TOP),
                                Dye.PLAIN,
                                SHIRTS,
                                "no work shirt for women: a shirt");
            case T_SHIRT ->
                entry(
                        Place.TOP,
                        Worn.of("t-shirt", man ? "male_casualsuit06" : "female_casualsuit01", PiecePart.TOP),
                        Dye.PLAIN,
                        TEES);
            case SWEATER -> entry(Place.TOP, Worn.of("sweater", "male_casualsuit02", PiecePart.TOP), Dye.PLAIN, KNITS);
            case JACKET ->
                entry(Place.TOP, Worn.of("jacket", "male_elegantsuit01", PiecePart.TOP), Dye.DARK_CLOTH, JACKETS);
            case PUFFER_JACKET ->
                entry(
                        Place.TOP,
                        Worn.of("puffer jacket", "male_casualsuit05", PiecePart.TOP),
                        Dye.OLIVE_CLOTH,
                        JACKETS);
            case COAT ->
                man
                        ? new Entry(
                                Place.TOP,
                                Worn.of("coat", "male_casualsuit05", PiecePart.TOP),
                                Dye.OLIVE_CLOTH,
                                JACKETS,
                                "no long coat for men: a jacket")
                        : entry(
                                Place.TOP,
                                Worn.of("coat", "Coat", PiecePart.ALL).asSkirt(),
                                Dye.DRESS,
                                JACKETS);
            case OVERALLS ->
                entry(Place.WHOLE, Worn.of("overalls", "male_worksuit01", PiecePart.ALL), Dye.SATURATED_CLOTH, NONE);
            case SPORTSWEAR ->
                entry(
                        Place.TOP,
                        Worn.of("sports shirt", man ? "male_casualsuit04" : "female_casualsuit01", PiecePart.TOP),
                        Dye.PLAIN,
                        TEES);
            case JEANS ->
                entry(
                        Place.BOTTOM,
                        Worn.of("jeans", man ? "male_casualsuit04" : "female_casualsuit01", PiecePart.BOTTOM),
                        Dye.WHOLE,
                        NONE);
            case TROUSERS ->
                entry(Place.BOTTOM, Worn.of("trousers", "male_elegantsuit01", PiecePart.BOTTOM), Dye.EVEN, TROUSERS);
            case SHORTS ->
                entry(
                        Place.BOTTOM,
                        Worn.of("shorts", man ? "male_casualsuit04" : "female_casualsuit01", PiecePart.SHORTS),
                        Dye.WHOLE,
                        NONE);
            case SKIRT ->
                man
                        ? new Entry(
                                Place.BOTTOM,
                                Worn.of("trousers", "male_elegantsuit01", PiecePart.BOTTOM),
                                Dye.EVEN,
                                TROUSERS,
                                "no skirt for men: trousers")
                        : entry(
                                Place.BOTTOM,
                                Worn.of("skirt", "female_elegantsuit01", PiecePart.BOTTOM)
                                        .asSkirt(),
                                Dye.DRESS,
                                SKIRTS);
            case DRESS_SHOES -> entry(Place.SHOES, Worn.of("shoes", "shoes03", PiecePart.ALL), Dye.WHOLE, NONE);
            case SHOES -> entry(Place.SHOES, Worn.of("shoes", "shoes04", PiecePart.ALL), Dye.WHOLE, NONE);
            case SNEAKERS -> entry(Place.SHOES, Worn.of("sneakers", "shoes05", PiecePart.ALL), Dye.WHOLE, NONE);
            case BOOTS -> entry(Place.SHOES, Worn.of("boots", "WinterBoots", PiecePart.ALL), Dye.WHOLE, NONE);
            case HAT -> entry(Place.HEAD, Worn.of("hat", "fedora", PiecePart.ALL), Dye.WHOLE, NONE);
            case TIE -> entry(Place.TIE, Worn.of("tie", "male_elegantsuit01", PiecePart.TOP), Dye.TIE, NONE);
            case GLASSES ->
                new Entry(
                        Place.EYES,
                        Worn.of("glasses", "glasses", PiecePart.ALL),
                        Dye.WHOLE,
                        NONE,
                        "no glasses with clear lenses: sunglasses");
        };
    }

    private static Entry entry(Place place, Worn worn, Dye dye, List<Integer> colors) {
        return new Entry(place, worn, dye, colors, "");
    }
}
