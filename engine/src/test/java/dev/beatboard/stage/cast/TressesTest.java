package dev.beatboard.stage.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.scene.Rgb;
import org.junit.jupiter.api.Test;

class TressesTest {

    @Test
    void hairIsLessYellowThanItsNameAndGreyStaysGrey() {
        Rgb yellow = Tresses.color(0xffe060);
        Rgb named = Rgb.ofSrgb(0xffe060);
        Rgb grey = Tresses.color(0x909090);

        assertThat(yellow.b() / yellow.r()).isGreaterThan(1.8f * named.b() / named.r());
        assertThat(grey.r()).isEqualTo(grey.b());
        assertThat(grey.g()).isCloseTo(Rgb.ofSrgb(0x909090).g(), within(1e-5f));
    }

    @Test
    void locksRunAlongTheHair() {
        double along = 0;
        double across = 0;
        double sum = 0;
        for (int y = 0; y < 255; y++) {
            for (int x = 0; x < 255; x++) {
                sum += Tresses.streak(x, y);
                along += Math.abs(Tresses.streak(x, y + 1) - Tresses.streak(x, y));
                across += Math.abs(Tresses.streak(x + 1, y) - Tresses.streak(x, y));
            }
        }
        assertThat(sum / (255 * 255)).isCloseTo(1, within(0.03));
        assertThat(across).isGreaterThan(5 * along);
    }
}
