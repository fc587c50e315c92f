package dev.beatboard.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beatboard.asset.Library;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.skin.Skinning;
import dev.beatboard.shot.Build;
import dev.beatboard.shot.GarmentKind;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Stature;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.Casting;
import dev.beatboard.stage.cast.SkinnedSurface;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same as [PlantedFeetTest], on the shoes of real performers, vertices within 4 mm of the floor.
@Tag("assets")
class CastFeetTest {

    @ParameterizedTest
    @CsvSource({
        "MALE, AVERAGE, AVERAGE, SUIT, 35, 1.3",
        "FEMALE, SHORT, SLIM, SKIRT_SUIT, 30, 1.1",
        "MALE, TALL, HEAVY, SUIT, 50, 1.2",
        "FEMALE, TALL, AVERAGE, TROUSERS, 25, 1.5",
        "MALE, AVERAGE, AVERAGE, JEANS, 10, 1.0"
    })
    void shoesNeitherSlideNorSink(Sex sex, Stature stature, Build build, GarmentKind garment, int age, double speed)
            throws IOException {
        Library library = Library.open(Library.defaultRoot());
        assumeTrue(library.hasPeople(), "the pack of people is not installed");
        Performer performer = new Performer(
                "someone",
                "",
                sex,
                age,
                build,
                stature,
                Heritage.CAUCASIAN,
                new Performer.Hair(HairStyle.SHORT, Optional.empty()),
                List.of(new Performer.Garment(garment, Optional.empty())));
        Actor actor = Casting.cast(performer, 0, 5, library.people());
        int shoes = 0;
        while (!shoe(actor.surfaces().get(shoes))) {
            shoes++;
        }
        Performance p = Performance.of(
                actor,
                new Score(
                        0,
                        Vec3.ZERO,
                        0,
                        List.of(
                                new Cue.Walk(
                                        0.3,
                                        List.of(Vec3.ZERO, new Vec3(0, 0, 2.2)),
                                        speed,
                                        Cue.Style.PLAIN,
                                        Optional.empty()),
                                new Cue.Turn(3.4, 1.4, 1.3))),
                3);
        Skinning skin = Skinning.of(actor);
        float[] before = skin.positions(p.pose(0, Looks.FRONT)).get(shoes);
        double[] slide = new double[before.length / 3];
        double worst = 0;
        double lowest = 0;
        for (int frame = 1; frame < 300; frame++) {
            float[] now = skin.positions(p.pose(frame / 60.0, Looks.FRONT)).get(shoes);
            for (int v = 0; v < slide.length; v++) {
                lowest = Math.min(lowest, now[3 * v + 1]);
                boolean planted = now[3 * v + 1] < 0.004 && before[3 * v + 1] < 0.004;
                slide[v] = planted
                        ? slide[v] + StrictMath.hypot(now[3 * v] - before[3 * v], now[3 * v + 2] - before[3 * v + 2])
                        : 0;
                worst = Math.max(worst, slide[v]);
            }
            before = now;
        }
        assertThat(worst).as("slide of a vertex during one contact").isLessThan(0.01);
        assertThat(lowest).as("lowest vertex").isGreaterThan(-0.004);
    }

    private static boolean shoe(SkinnedSurface s) {
        return s.name().contains("shoe")
                || s.name().contains("sneaker")
                || s.name().contains("boot");
    }
}
