package dev.beatboard.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkyPhotoTest {

    private static final int W = 64;
    private static final int H = 32;

    /// A grey sky of 0.25 over a black ground, with a sun of 5000 in one pixel at a quarter turn to the right.
    private static float[] photographed() {
        float[] rgb = new float[3 * W * H];
        for (int p = 0; p < W * H / 2; p++) {
            for (int c = 0; c < 3; c++) {
                rgb[3 * p + c] = p == 5 * W + 48 ? 5000 : 0.25f;
            }
        }
        return rgb;
    }

    @Test
    void theSunIsTakenOutAndTheSkyHasTheMeanOne() {
        SkyPhoto sky = SkyPhoto.of(W, H, photographed());

        assertThat(sky.rgb()[3 * (5 * W + 48) + 1]).isCloseTo(1, within(1e-4f));
        assertThat(sky.rgb()[0]).isCloseTo(1, within(1e-4f));
        assertThat(sky.rgb()[3 * (W * H - 1)]).isZero();
    }

    @Test
    void whatIsBrokenAtTheSunBecomesWhite() {
        float[] photographed = photographed();
        int burnt = 5 * W + 49;
        photographed[3 * burnt] = 0;
        photographed[3 * burnt + 1] = 0;
        photographed[3 * burnt + 2] = 3.9f;

        float[] rgb = SkyPhoto.of(W, H, photographed).rgb();

        assertThat(rgb[3 * burnt]).isCloseTo(1, within(1e-3f));
        assertThat(rgb[3 * burnt + 2]).isCloseTo(1, within(1e-3f));
    }

    @Test
    void whereTheSunWasIsKept() {
        SkyPhoto sky = SkyPhoto.of(W, H, photographed());

        // the middle of column 48 of 64 lies a quarter turn and half a column right of the middle
        assertThat((double) sky.sun()).isCloseTo(StrictMath.PI / 2 + StrictMath.PI / W, within(1e-5));
    }

    @Test
    void aFileGivesBackWhatWasWritten(@TempDir Path folder) throws IOException {
        SkyPhoto sky = SkyPhoto.of(W, H, photographed());
        sky.write(SkyPhotos.Weather.FAIR.file(folder));

        SkyPhotos photos = SkyPhotos.open(folder);

        SkyPhoto read = photos.of(SkyPhotos.Weather.FAIR).orElseThrow();
        assertThat(read.rgb()).isEqualTo(sky.rgb());
        assertThat(read.sun()).isEqualTo(sky.sun());
        assertThat(photos.of(SkyPhotos.Weather.TWILIGHT)).isEmpty();
        assertThat(photos.credits()).hasSize(1);
        assertThat(SkyPhotos.NONE.credits()).isEmpty();
    }

    @Test
    void theFileWithinAScriptIsFound() throws IOException {
        byte[] script = "export default 'data:application/exr;base64,di8xAQ=='\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(SkySource.exr(script)).containsExactly(0x76, 0x2f, 0x31, 0x01);
    }
}
