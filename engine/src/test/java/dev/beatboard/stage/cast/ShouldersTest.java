package dev.beatboard.stage.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShouldersTest {

    private static final float[] NEUTRAL = {
        0.0f,
        0.45f,
        0.05f, // breastbone
        0.06f,
        0.60f,
        0.0f, // neck
        0.20f,
        0.10f,
        0.0f, // hip
        0.43f,
        0.24f,
        0.17f, // wrist
        -0.43f,
        0.24f,
        0.17f // the other
    };

    @Test
    void armsComeInByTwoCentimetersAndTheTrunkStays() {
        float[] shaped = NEUTRAL.clone();
        Shoulders.bringIn(shaped, NEUTRAL, 1);

        for (int i = 0; i < 9; i++) {
            assertThat(shaped[i]).isEqualTo(NEUTRAL[i]);
        }
        assertThat(shaped[9]).isCloseTo(0.43f - 0.019f, within(1e-5f));
        assertThat(shaped[10]).isCloseTo(0.24f - 0.010f, within(1e-5f));
        assertThat(shaped[12]).isEqualTo(-shaped[9]);
        assertThat(shaped[13]).isEqualTo(shaped[10]);
    }

    @Test
    void aChildsArmsComeInByItsOwnMeasure() {
        float[] shaped = NEUTRAL.clone();
        Shoulders.bringIn(shaped, NEUTRAL, 0.5);

        assertThat(shaped[9]).isCloseTo(0.43f - 0.0095f, within(1e-5f));
    }
}
