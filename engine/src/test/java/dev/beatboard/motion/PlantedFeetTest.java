package dev.beatboard.motion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.math.Vec3;
import dev.beatboard.motion.skin.Skinning;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.set.FilmSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Measured on the vertices of the soles at 60 frames a second: what touches the floor stays where it is, and nothing
/// goes through it.
class PlantedFeetTest {

    private static final double RATE = 60;
    /// A vertex this near to the floor bears weight, meters. The mannequin has a hard sole.
    private static final double CONTACT = 0.0015;

    static Stream<Arguments> bodiesAndWays() {
        List<Cue> stroll = List.of(
                new Cue.Walk(0.3, List.of(Vec3.ZERO, new Vec3(0, 0, 2.4)), 1.3, Cue.Style.PLAIN, Optional.empty()));
        List<Cue> corner = List.of(new Cue.Walk(
                0.3,
                List.of(Vec3.ZERO, new Vec3(0, 0, 1.5), new Vec3(1.5, 0, 1.7)),
                1.1,
                Cue.Style.SLOW,
                Optional.empty()));
        List<Cue> turns =
                List.of(new Cue.Turn(0.2, StrictMath.PI / 2, 1.3), new Cue.Turn(2.2, -StrictMath.PI / 2, 2.1));
        FilmSet.Seat seat = new FilmSet.Seat(new Vec3(0, 0.45, -0.42), Vec3.Z, 0.45, true);
        List<Cue> chair = List.of(new Cue.Sit(0.3, seat, 1.4), new Cue.Stand(2.4, 1.5));
        return Stream.of(stroll, corner, turns, chair)
                .flatMap(cues -> Stream.of(
                                Mannequin.of(1, 1),
                                Mannequin.of(0.78, 1),
                                Mannequin.of(1.1, 1.04),
                                Mannequin.of(0.92, 0.97))
                        .map(a -> Arguments.of(a, cues)));
    }

    @DisplayName("planted soles neither slide nor sink")
    @ParameterizedTest(name = "{index}")
    @MethodSource("bodiesAndWays")
    void plantedSolesNeitherSlideNorSink(Actor actor, List<Cue> cues) {
        Performance p = Performance.of(actor, new Score(0, Vec3.ZERO, 0, cues), 3);
        Skinning skin = Skinning.of(actor);
        int n = actor.surfaces().getFirst().topology().vertexCount();
        double[] slide = new double[n];
        double worst = 0;
        double lowest = 0;
        float[] before = skin.positions(p.pose(0, Looks.FRONT)).getFirst();
        for (int frame = 1; frame < 4.4 * RATE; frame++) {
            float[] now = skin.positions(p.pose(frame / RATE, Looks.FRONT)).getFirst();
            for (int v = 0; v < n; v++) {
                lowest = Math.min(lowest, now[3 * v + 1]);
                if (now[3 * v + 1] < CONTACT && before[3 * v + 1] < CONTACT) {
                    slide[v] += StrictMath.hypot(now[3 * v] - before[3 * v], now[3 * v + 2] - before[3 * v + 2]);
                    worst = Math.max(worst, slide[v]);
                } else {
                    slide[v] = 0;
                }
            }
            before = now;
        }
        assertThat(worst).as("slide of a vertex during one contact").isLessThan(0.01);
        assertThat(lowest).as("lowest vertex").isGreaterThan(-0.003);
    }
}
