package dev.beatboard.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngWriterTest {

    @Test
    void isReadBackPixelByPixel() throws IOException {
        byte[] rgb = new byte[3 * 31 * 17];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 37 + i / 31);
        }

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngWriter.encode(new Picture(31, 17, rgb))));

        assertThat(read.getWidth()).isEqualTo(31);
        assertThat(read.getHeight()).isEqualTo(17);
        for (int i = 0; i < 31 * 17; i++) {
            int expected = (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | rgb[3 * i + 2] & 0xff;
            assertThat(read.getRGB(i % 31, i / 31) & 0xffffff).isEqualTo(expected);
        }
    }
}
