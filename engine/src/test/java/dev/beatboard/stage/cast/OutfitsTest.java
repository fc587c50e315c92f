package dev.beatboard.stage.cast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.shot.Build;
import dev.beatboard.shot.GarmentKind;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.NamedColor;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Stature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutfitsTest {

    private final List<CastNote> notes = new ArrayList<>();
    private final Outfits outfits = new Outfits(1, notes);

    @Test
    void aSuitTakesTheColorsOfItsShirtAndTie() {
        List<Worn> worn = outfits.choose(
                man(
                        garment(GarmentKind.SUIT, 0x101820),
                        garment(GarmentKind.SHIRT, 0xffffff),
                        garment(GarmentKind.TIE, 0xa01010)),
                0);

        assertThat(worn).extracting(Worn::label).containsExactly("suit", "shoes");
        assertThat(worn.getFirst().tints())
                .containsExactly(
                        new Worn.Tint(Dye.DARK_CLOTH, 0x101820),
                        new Worn.Tint(Dye.LIGHT_CLOTH, 0xffffff),
                        new Worn.Tint(Dye.TIE, 0xa01010));
        assertThat(notes).isEmpty();
    }

    @Test
    void underAPufferJacketOnlyTheSuitsTrousersAreSeen() {
        List<Worn> worn = outfits.choose(
                man(garment(GarmentKind.SUIT, 0x101820), garment(GarmentKind.PUFFER_JACKET, 0x804020)), 0);

        assertThat(worn).extracting(Worn::label).containsExactly("puffer jacket", "trousers", "shoes");
        assertThat(notes).anyMatch(n -> n.substituted() && n.value().equals("no suit"));
    }

    @Test
    void onlyTheOutermostOfTwoTopsIsWornAndTheOtherIsNoted() {
        List<Worn> worn =
                outfits.choose(man(garment(GarmentKind.SWEATER, 0x203040), garment(GarmentKind.T_SHIRT, 0xffffff)), 0);

        assertThat(worn).extracting(Worn::label).contains("sweater").doesNotContain("t-shirt");
        assertThat(notes).anyMatch(n -> n.value().equals("no t shirt"));
    }

    @Test
    void bareLegsWearNoSocks() {
        Performer woman = new Performer(
                "she",
                "",
                Sex.FEMALE,
                30,
                Build.AVERAGE,
                Stature.AVERAGE,
                Heritage.AFRICAN,
                new Performer.Hair(HairStyle.AFRO, Optional.empty()),
                List.of(garment(GarmentKind.DRESS, 0x305080)));

        List<Worn> worn = outfits.choose(woman, 0);

        assertThat(worn).extracting(Worn::part).containsExactly(PiecePart.ALL, PiecePart.BARE_SHOES);
    }

    @Test
    void whatIsChosenFreelyKeepsAwayFromWhatOthersAskedFor() {
        Performer asks = man(garment(GarmentKind.SHIRT, 0xd5dae0));
        Performer open = man();
        outfits.reserve(asks);

        List<String> taken = new ArrayList<>();
        taken.add(outfits.choose(asks, 0).getFirst().likeness());
        for (int i = 1; i < 6; i++) {
            String top = outfits.choose(open, i).getFirst().likeness();
            assertThat(taken).doesNotContain(top);
            taken.add(top);
        }
    }

    private static Performer.Garment garment(GarmentKind kind, int srgb) {
        return new Performer.Garment(kind, Optional.of(new NamedColor("color", srgb)));
    }

    private static Performer man(Performer.Garment... wardrobe) {
        return new Performer(
                "he",
                "",
                Sex.MALE,
                35,
                Build.AVERAGE,
                Stature.AVERAGE,
                Heritage.CAUCASIAN,
                new Performer.Hair(HairStyle.SHORT, Optional.empty()),
                Arrays.asList(wardrobe));
    }
}
