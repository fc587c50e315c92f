package dev.beatboard.stage.cast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.InstalledPeople;
import dev.beatboard.asset.People;
import dev.beatboard.shot.Build;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Stature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("assets")
class PoiseTest {

    @Test
    void noFaceAtRestFrownsOrTurnsItsMouthDown() throws Exception {
        People people = InstalledPeople.get();
        for (Sex sex : Sex.values()) {
            for (Heritage heritage : Heritage.values()) {
                for (int seed = 0; seed < 6; seed++) {
                    Performer p = person(sex, heritage, 22 + 9 * seed);
                    Figure f = Figure.of(people, BodyShape.of(p, seed, 0, people));
                    double tilt = Poise.browTilt(
                            f, people.piece(Face.of(p, 0, seed).brows()).orElseThrow(), people);
                    assertThat(tilt)
                            .as("brows of %s %s %d", sex, heritage, seed)
                            .isBetween(-0.0045, 0.0009);
                    assertThat(Poise.mouthCorners(f))
                            .as("mouth of %s %s %d", sex, heritage, seed)
                            .isBetween(0.0001, 0.0022);
                }
            }
        }
    }

    @Test
    void aBrowPulledDownAtTheNoseMeasuresAsTilted() throws Exception {
        People people = InstalledPeople.get();
        Performer p = person(Sex.MALE, Heritage.CAUCASIAN, 30);
        Map<String, Double> shape = new TreeMap<>(BodyShape.of(p, 1, 0, people));
        var brows = people.piece(Face.of(p, 0, 1).brows()).orElseThrow();
        double before = Poise.browTilt(Figure.of(people, shape), brows, people);
        shape.merge("eyebrows/eyebrows-angle-down", 1.0, Double::sum);

        assertThat(Poise.browTilt(Figure.of(people, shape), brows, people) - before)
                .isBetween(0.004, 0.012);
    }

    private static Performer person(Sex sex, Heritage heritage, int age) {
        return new Performer(
                "somebody",
                "",
                sex,
                age,
                Build.AVERAGE,
                Stature.AVERAGE,
                heritage,
                new Performer.Hair(HairStyle.SHORT, Optional.empty()),
                List.of());
    }
}
