package dev.beatboard.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beatboard.asset.Library;
import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.Penetration.Part;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Build;
import dev.beatboard.shot.GarmentKind;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Side;
import dev.beatboard.shot.Stature;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.Casting;
import dev.beatboard.stage.set.FilmSet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hands of real performers, measured on the vertices of skin and clothes.
@Tag("assets")
class CastHandsTest {

    private static final double TABLE = 0.74;

    @ParameterizedTest
    @CsvSource({
        "MALE, AVERAGE, AVERAGE, SUIT, 35",
        "FEMALE, SHORT, SLIM, TROUSERS, 30",
        "FEMALE, TALL, AVERAGE, SUIT, 40",
        "MALE, TALL, HEAVY, SUIT, 50"
    })
    void handsLieOnTheTableAndNotInIt(Sex sex, Stature stature, Build build, GarmentKind garment, int age)
            throws IOException {
        Actor actor = actor(sex, stature, build, garment, age);
        var seat = new FilmSet.Seat(new Vec3(0, 0.45, 0), Vec3.Z, 0.45, true);
        Box table = new Box(new Vec3(-1, TABLE - 0.03, 0.34), new Vec3(1, TABLE, 1.4));
        for (long seed = 1; seed < 5; seed++) {
            Performance p = Performance.of(
                    actor,
                    new Score(0, Vec3.ZERO, 0, List.of(new Cue.Sit(-60, seat, 1.4))),
                    seed,
                    List.of(table),
                    List.of());
            Penetration skin = Penetration.of(actor, p.pose(2, Looks.FRONT));
            for (Part hand : List.of(Part.LEFT_HAND, Part.RIGHT_HAND)) {
                assertThat(skin.lowest(hand))
                        .as("%s of %s, seed %d", hand, sex, seed)
                        .isBetween(TABLE - 0.012, TABLE + 0.05);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MALE, AVERAGE, AVERAGE, SUIT, 35", "FEMALE, SHORT, SLIM, TROUSERS, 30"})
    void theArmOnTopOfFoldedArmsIsNotInTheOther(Sex sex, Stature stature, Build build, GarmentKind garment, int age)
            throws IOException {
        Actor actor = actor(sex, stature, build, garment, age);
        Performance p = Performance.of(
                actor,
                new Score(
                        0,
                        Vec3.ZERO,
                        0,
                        List.of(new Cue.Gesture(
                                0, Double.POSITIVE_INFINITY, ActionKind.FOLD_ARMS, Side.BOTH, Optional.empty(), 1))),
                3);
        Penetration skin = Penetration.of(actor, p.pose(3, Looks.FRONT));
        assertThat(skin.deepest(Part.RIGHT_HAND, Part.TRUNK)).isLessThan(0.02);
        assertThat(skin.deepest(Part.RIGHT_HAND, Part.LEFT_UPPER_ARM)).isLessThan(0.03);
        assertThat(skin.deepest(Part.RIGHT_FOREARM, Part.LEFT_FOREARM)).isLessThan(0.03);
    }

    private static Actor actor(Sex sex, Stature stature, Build build, GarmentKind garment, int age) throws IOException {
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
        return Casting.cast(performer, 0, 5, library.people());
    }
}
