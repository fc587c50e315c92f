package dev.beatboard.file.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.math.Quat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedTurnTest {

    private static double angle(Quat a, Quat b) {
        return a.inverse().times(b).toRotationVector().length();
    }

    @Test
    void turnsAreKeptToAFewMillionthsOfARadian() {
        Random random = new Random(3);
        double worst = 0;
        for (int i = 0; i < 100_000; i++) {
            Quat q = new Quat(
                            random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                    .normalized();
            worst = Math.max(worst, angle(q, MotionReader.turn(PackedTurn.of(q.x(), q.y(), q.z(), q.w()))));
        }
        assertThat(worst).isLessThan(4e-6);
    }

    @Test
    void turnsAboutAnAxisComeBackExactlyWhereTheyCan() {
        assertThat(MotionReader.turn(PackedTurn.of(0, 0, 0, 1))).isEqualTo(Quat.IDENTITY);
        assertThat(MotionReader.turn(PackedTurn.of(0, 0, 0, -1))).isEqualTo(Quat.IDENTITY);
        assertThat(MotionReader.turn(PackedTurn.of(0, -1, 0, 0))).isEqualTo(new Quat(0, 1, 0, 0));
        double half = Math.sqrt(0.5);
        assertThat(angle(new Quat(half, 0, 0, -half), MotionReader.turn(PackedTurn.of(half, 0, 0, -half))))
                .isLessThan(4e-6);
    }
}
