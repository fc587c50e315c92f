package dev.beatboard.render.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BounceTest {

    @Test
    void whiteThrowsBackLessThanAll() {
        assertThat(Bounce.of(0.7f, 0)).isEqualTo(0.7f);
        assertThat(Bounce.of(0, 0.2f)).isEqualTo(0.2f);
        assertThat(Bounce.of(1, 0.1f)).isEqualTo(0.95f);
        assertThat(Bounce.of(1, 0)).isEqualTo(0.95f);
        assertThat(Bounce.of(-1, 0)).isZero();
    }
}
