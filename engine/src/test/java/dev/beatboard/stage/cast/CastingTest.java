package dev.beatboard.stage.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.asset.InstalledPeople;
import dev.beatboard.asset.People;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Texture;
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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("assets")
class CastingTest {

    private static final Performer.Garment NAVY_SUIT =
            new Performer.Garment(GarmentKind.SUIT, Optional.of(new NamedColor("navy", 0x1f2a44)));

    private People people;

    @BeforeEach
    void open() throws Exception {
        people = InstalledPeople.get();
    }

    @Test
    void standsOnItsSolesAndIsAsTallAsItsStature() {
        for (Stature stature : Stature.values()) {
            Actor a = Casting.cast(person(Sex.MALE, 30, stature), 0, 1, people);
            double low = a.surfaces().stream()
                    .mapToDouble(s -> lowest(s.rest()))
                    .min()
                    .orElseThrow();
            assertThat(low).isCloseTo(0, within(1e-6));
            double expected = switch (stature) {
                case SHORT -> 1.68;
                case AVERAGE -> 1.80;
                case TALL -> 1.91;
            };
            assertThat(a.height()).isCloseTo(expected, within(0.06));
            assertThat(a.joint("head").y()).isBetween(0.8 * a.height(), a.height());
        }
    }

    @Test
    void theSuitIsNavyAndTheShirtStaysWhite() {
        Actor a = Casting.cast(person(Sex.MALE, 34, Stature.AVERAGE, NAVY_SUIT), 0, 7, people);
        SkinnedSurface suit = surface(a, "suit");
        Texture dyed = ((Pattern.Image) suit.material().base()).texture();
        Texture before = people.texture("male_elegantsuit01/male_elegantsuit01_diffuse");
        double[] cloth = new double[4];
        double[] shirt = new double[4];
        for (int i = 0; i < before.rgba().length; i += 4) {
            int r = before.rgba()[i] & 255;
            int g = before.rgba()[i + 1] & 255;
            int b = before.rgba()[i + 2] & 255;
            int max = Math.max(r, Math.max(g, b));
            int min = Math.min(r, Math.min(g, b));
            double[] to = max > 165 && max - min < 20 ? shirt : max < 64 && max > 25 && max - min < 6 ? cloth : null;
            int x = i / 4 % before.width();
            int y = i / 4 / before.width();
            int at = 4 * (2 * y * dyed.width() + 2 * x);
            if (to != null) {
                for (int c = 0; c < 3; c++) {
                    to[c] += dyed.rgba()[at + c] & 255;
                }
                to[3]++;
            }
        }
        assertThat(cloth[0] / cloth[3]).isCloseTo(0x1f, within(6.0));
        assertThat(cloth[1] / cloth[3]).isCloseTo(0x2a, within(6.0));
        assertThat(cloth[2] / cloth[3]).isCloseTo(0x44, within(6.0));
        assertThat(shirt[0] / shirt[3]).isGreaterThan(180);
        assertThat(Math.abs(shirt[0] - shirt[2]) / shirt[3]).isLessThan(10);
    }

    @Test
    void aWhiteShirtUnderAGreySuitLeavesTheSuitGrey() {
        Performer.Garment grey = new Performer.Garment(GarmentKind.SUIT, Optional.of(new NamedColor("grey", 0x808285)));
        Performer.Garment white =
                new Performer.Garment(GarmentKind.SHIRT, Optional.of(new NamedColor("white", 0xf8f8f8)));
        Actor a = Casting.cast(person(Sex.FEMALE, 34, Stature.AVERAGE, grey, white), 0, 7, people);
        Texture dyed = ((Pattern.Image) surface(a, "suit").material().base()).texture();
        Texture before = people.texture("male_elegantsuit01/male_elegantsuit01_diffuse");
        int cloth = 0;
        int light = 0;
        for (int y = 0; y < before.height(); y++) {
            for (int x = 0; x < before.width(); x++) {
                int i = 4 * (y * before.width() + x);
                int max = Math.max(
                        before.rgba()[i] & 255, Math.max(before.rgba()[i + 1] & 255, before.rgba()[i + 2] & 255));
                if (max < 60 && max > 25) {
                    cloth++;
                    light += (dyed.rgba()[4 * (2 * y * dyed.width() + 2 * x)] & 255) > 190 ? 1 : 0;
                }
            }
        }
        // The tie, which is part of a woman's shirt here, has a few dark texels.
        assertThat((double) light / cloth).isLessThan(0.02);
    }

    @Test
    void everybodyIsDressedAndShod() {
        for (GarmentKind kind : GarmentKind.values()) {
            for (Sex sex : Sex.values()) {
                Actor a = Casting.cast(
                        person(sex, 30, Stature.AVERAGE, new Performer.Garment(kind, Optional.empty())), 0, 3, people);
                assertThat(reaches(a, 0.0, 0.05)).as("%s %s: shoes", sex, kind).isTrue();
                assertThat(reaches(a, 0.5, 0.55)).as("%s %s: hips", sex, kind).isTrue();
                assertThat(reaches(a, 0.72, 0.76)).as("%s %s: chest", sex, kind).isTrue();
            }
        }
    }

    @Test
    void noTwoOfACastWearTheSame() {
        List<Performer> eight = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            eight.add(person(i % 2 == 0 ? Sex.MALE : Sex.FEMALE, 25 + 3 * i, Stature.AVERAGE));
        }
        Outfits outfits = new Outfits(5, new ArrayList<>());
        Set<String> tops = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            String top = outfits.choose(eight.get(i), i).getFirst().likeness();
            assertThat(tops.add(top)).as("top of person %d: %s", i, top).isTrue();
        }
    }

    @Test
    void facesDifferByPlaceInTheCastAndBySeed() {
        Performer p = person(Sex.FEMALE, 30, Stature.AVERAGE);
        float[] one = surface(Casting.cast(p, 0, 1, people), "eyes").rest();
        float[] again = surface(Casting.cast(p, 0, 1, people), "eyes").rest();
        float[] other = surface(Casting.cast(p, 1, 1, people), "eyes").rest();
        float[] seeded = surface(Casting.cast(p, 0, 2, people), "eyes").rest();

        assertThat(again).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
        assertThat(seeded).isNotEqualTo(one);
    }

    @Test
    void faceShapesMoveEverySurfaceOfTheFace() {
        Actor a = Casting.cast(person(Sex.FEMALE, 30, Stature.AVERAGE), 0, 1, people);

        assertThat(surface(a, "body").faceShapes()).hasSize(34).containsKeys("mouth-open", "eye-left-closure");
        assertThat(surface(a, "teeth").faceShapes()).containsKey("mouth-open");
        assertThat(surface(a, "tongue").faceShapes()).containsKey("mouth-open");
        assertThat(surface(a, "lashes").faceShapes()).containsKey("eye-left-closure");
        assertThat(surface(a, "brows").faceShapes()).containsKey("eyebrows-left-up");
        SkinnedSurface.Displacement open =
                Objects.requireNonNull(surface(a, "teeth").faceShapes().get("mouth-open"));
        double down = 0;
        for (int i = 1; i < open.offsets().length; i += 3) {
            down += open.offsets()[i];
        }
        assertThat(down).isNegative();
    }

    @Test
    void whatTheClosetLacksIsNoted() {
        Cast cast = Casting.castAll(
                List.of(person(
                        Sex.MALE, 40, Stature.AVERAGE, new Performer.Garment(GarmentKind.COAT, Optional.empty()))),
                1,
                people);

        assertThat(cast.notes()).anyMatch(n -> n.substituted() && n.reason().contains("coat"));
    }

    private static boolean reaches(Actor a, double from, double to) {
        return a.surfaces().stream()
                .filter(s -> !Set.of("body", "eyes", "teeth", "tongue", "brows", "lashes", "hair")
                        .contains(s.name()))
                .anyMatch(s -> {
                    for (int i = 1; i < s.rest().length; i += 3) {
                        double h = s.rest()[i] / a.height();
                        if (h >= from && h <= to) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    private static SkinnedSurface surface(Actor a, String name) {
        return a.surfaces().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double lowest(float[] rest) {
        double low = Double.MAX_VALUE;
        for (int i = 1; i < rest.length; i += 3) {
            low = Math.min(low, rest[i]);
        }
        return low;
    }

    private static Performer person(Sex sex, int age, Stature stature, Performer.Garment... wardrobe) {
        return new Performer(
                "somebody",
                "",
                sex,
                age,
                Build.AVERAGE,
                stature,
                Heritage.CAUCASIAN,
                new Performer.Hair(HairStyle.SHORT, Optional.empty()),
                Arrays.asList(wardrobe));
    }
}
