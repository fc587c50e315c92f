package dev.beatboard.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HdrLookTest {

    private final float[] nits = new float[3];

    @Test
    void diffuseWhiteAndHighlightsAreWhereTheyShould() {
        assertThat(gray(0.18)).isEqualTo(39.4, within(0.3));
        assertThat(gray(1)).isEqualTo(203, within(0.5));
        assertThat(gray(4)).isEqualTo(615, within(5.0));
        assertThat(gray(16)).isEqualTo(1000, within(1.0));
        assertThat(gray(1000)).isEqualTo(1000, within(1.0));
        assertThat(gray(0)).isEqualTo(0);
    }

    @Test
    void darkTonesAreTheSdrPictures() {
        float[] sdr = new float[3];
        float[] graphics = new float[3];
        for (double light = 0.001; light < 0.11; light *= 1.1) {
            // Not a gray, so that saturation and primaries take part.
            float r = (float) light;
            float g = (float) (0.7 * light);
            float b = (float) (0.5 * light);
            ToneMap.display(r, g, b, sdr);
            HdrLook.graphics(sdr[0], sdr[1], sdr[2], graphics);
            HdrLook.display(r, g, b, nits);
            for (int c = 0; c < 3; c++) {
                assertThat(nits[c]).isEqualTo(graphics[c], within(0.002f * graphics[c] + 1e-4f));
            }
        }
    }

    @Test
    void brighterLightIsNeverDarker() {
        double before = 0;
        for (double light = 1e-4; light < 20; light *= 1.01) {
            double now = gray(light);
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }

    @Test
    void diffuseWhiteHasTheSignalsOfBt2408() {
        HdrLook.graphics(1, 1, 1, nits);
        assertThat(nits[1]).isEqualTo(203, within(0.3f));
        HdrSignal.PQ.encode(nits);
        assertThat(nits[1]).isEqualTo(0.5807f, within(2e-4f));
        HdrLook.graphics(1, 1, 1, nits);
        HdrSignal.HLG.encode(nits);
        assertThat(nits[1]).isEqualTo(0.75f, within(5e-4f));
    }

    @Test
    void theFastSignalsAreTheExactOnes() {
        for (double n = 0.01; n < 1000; n *= 1.07) {
            nits[0] = nits[1] = nits[2] = (float) n;
            HdrSignal.PQ.encode(nits);
            assertThat(nits[1]).isEqualTo((float) Transfer.PQ.encode(n / 10000), within(1e-4f));
            nits[0] = nits[1] = nits[2] = (float) n;
            HdrSignal.HLG.encode(nits);
            // A gray's way back: the OETF's inverse, then the OOTF with gamma 1.2 and a peak of 1000 nits.
            double back = 1000 * Math.pow(Transfer.HLG.decode(nits[1]), 1.2);
            assertThat(back).isEqualTo(n, within(0.002 * n));
        }
    }

    private double gray(double light) {
        HdrLook.display((float) light, (float) light, (float) light, nits);
        assertThat(nits[0]).isEqualTo(nits[1], within(0.002f * nits[1] + 1e-4f));
        assertThat(nits[2]).isEqualTo(nits[1], within(0.002f * nits[1] + 1e-4f));
        return nits[1];
    }
}
