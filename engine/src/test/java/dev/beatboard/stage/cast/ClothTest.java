package dev.beatboard.stage.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;
import org.junit.jupiter.api.Test;

class ClothTest {

    @Test
    void noDyeIsAsPureOrAsBrightAsAScreen() {
        Rgb red = Cloth.dyed(0xff0000);
        Rgb white = Cloth.dyed(0xffffff);
        Rgb black = Cloth.dyed(0x000000);

        assertThat(red.r()).isBetween(0.25f, 0.4f);
        assertThat(red.g()).isBetween(0.012f, 0.05f);
        assertThat(white.r()).isCloseTo(0.78f, within(1e-4f));
        assertThat(white.g()).isEqualTo(white.b());
        assertThat(black.g()).isCloseTo(0.012f, within(1e-6f));
    }

    @Test
    void aDarkDullColorStaysWhatItIs() {
        Rgb asked = Rgb.ofSrgb(0x1f2a44);
        Rgb navy = Cloth.dyed(0x1f2a44);

        assertThat(navy.r()).isCloseTo(asked.r(), within(0.003f));
        assertThat(navy.g()).isCloseTo(asked.g(), within(0.003f));
        assertThat(navy.b()).isCloseTo(asked.b(), within(0.01f));
    }

    @Test
    void yarnVariesAboutOneAndLeavesTheMean() {
        double sum = 0;
        double off = 0;
        for (int i = 0; i < 65536; i++) {
            double y = Cloth.yarn(i % 256, i / 256);
            sum += y;
            off = Math.max(off, Math.abs(y - 1));
        }
        assertThat(sum / 65536).isCloseTo(1, within(0.01));
        assertThat(off).isBetween(0.1, 0.3);
        assertThat(Cloth.yarn(300, 7)).isEqualTo(Cloth.yarn(44, 263));
    }

    @Test
    void aFinerPictureKeepsFlatColorsAndHalvesSteps() {
        byte[] rgba = new byte[4 * 4 * 4];
        for (int i = 0; i < 16; i++) {
            rgba[4 * i] = (byte) (i % 4 < 2 ? 0 : 160);
            rgba[4 * i + 1] = 50;
            rgba[4 * i + 3] = (byte) 255;
        }
        Texture fine = Finer.twice(new Texture("step", 4, 4, rgba));

        assertThat(fine.width()).isEqualTo(8);
        for (int i = 0; i < 64; i++) {
            assertThat(fine.rgba()[4 * i + 1]).isEqualTo((byte) 50);
            assertThat(fine.rgba()[4 * i + 3]).isEqualTo((byte) 255);
        }
        // Texel centers lie a quarter from the step's middle on both sides: a quarter and three quarters of the way.
        assertThat(fine.rgba()[4 * (8 + 3)] & 255).isEqualTo(40);
        assertThat(fine.rgba()[4 * (8 + 4)] & 255).isEqualTo(120);
        assertThat(fine.rgba()[4 * (8 + 2)] & 255).isZero();
        assertThat(fine.rgba()[4 * (8 + 5)] & 255).isEqualTo(160);
        // And it is not mirrored: rows and columns behave alike.
        assertThat(fine.rgba()[4 * (4 * 8 + 4)] & 255).isEqualTo(120);
    }
}
