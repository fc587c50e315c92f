package dev.beatboard.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColorSpaceTest {

    private static final Offset<Double> TINY = within(1e-6);

    @ParameterizedTest
    @EnumSource(ColorSpace.class)
    void whiteStaysWhiteAndAGrayCardStaysGray(ColorSpace space) {
        for (double gray : new double[] {1, 0.18, 4}) {
            for (double c : space.fromRec709().apply(gray, gray, gray)) {
                assertThat(c).isEqualTo(gray, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ColorSpace.class)
    void primariesAndWhiteHaveTheirChromaticities(ColorSpace space) {
        Chromaticities c = space.chromaticities();
        ColorMatrix xyz = c.toXyz();
        assertThat(xy(xyz.apply(1, 0, 0))).containsExactly(new double[] {c.redX(), c.redY()}, TINY);
        assertThat(xy(xyz.apply(0, 1, 0))).containsExactly(new double[] {c.greenX(), c.greenY()}, TINY);
        assertThat(xy(xyz.apply(0, 0, 1))).containsExactly(new double[] {c.blueX(), c.blueY()}, TINY);
        assertThat(xy(xyz.apply(1, 1, 1))).containsExactly(new double[] {c.whiteX(), c.whiteY()}, TINY);
        assertThat(xyz.apply(1, 1, 1)[1]).isEqualTo(1, TINY);
    }

    @Test
    void agreesWithPublishedMatrices() {
        // The OpenColorIO configurations for ACES; six digits are what they agree on among themselves.
        assertRows(
                ColorSpace.ACESCG.fromRec709(),
                1e-5,
                0.613097,
                0.339523,
                0.047379,
                0.070194,
                0.916354,
                0.013452,
                0.020616,
                0.109570,
                0.869815);
        // S-2014-004, appendix: AP0 to AP1.
        assertRows(
                Chromaticities.AP0.to(Chromaticities.AP1),
                1e-9,
                1.4514393161,
                -0.2365107469,
                -0.2149285693,
                -0.0765537734,
                1.1762296998,
                -0.0996759264,
                0.0083161484,
                -0.0060324498,
                0.9977163014);
        // ITU-R BT.2087-0, section 2.
        assertRows(
                Chromaticities.REC709.to(Chromaticities.REC2020),
                5e-5,
                0.6274,
                0.3293,
                0.0433,
                0.0691,
                0.9195,
                0.0114,
                0.0164,
                0.0880,
                0.8956);
        // ST 2065-1, section 4: luminance of AP0.
        assertThat(Chromaticities.AP0.toXyz().rows().subList(3, 5))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(0.3439664498, 0.7281660966);
    }

    @ParameterizedTest
    @EnumSource(ColorSpace.class)
    void theChartComesBack(ColorSpace space) {
        ColorMatrix there = space.fromRec709();
        for (ColorChart.Patch patch : ColorChart.PATCHES) {
            double[] rgb = patch.rec709();
            double[] in = there.apply(rgb);
            assertThat(there.inverse().apply(in)).as(patch.name()).containsExactly(rgb, within(1e-12));
            // Straight from the published values, not by way of Rec.709.
            double[] straight = space.chromaticities().toXyz().inverse().apply(patch.seenUnder(space.chromaticities()));
            assertThat(in).as(patch.name()).containsExactly(straight, TINY);
        }
    }

    @Test
    void planesBecomeWhatSingleColorsBecome() {
        float[] r = {0.1f, 4};
        float[] g = {0.2f, 0};
        float[] b = {0.3f, -0.01f};
        double[] first = ColorSpace.ACESCG.fromRec709().apply(0.1f, 0.2f, 0.3f);
        ColorSpace.ACESCG.fromRec709().apply(r, g, b, new float[][] {r, g, b});
        assertThat(new double[] {r[0], g[0], b[0]}).containsExactly(first, TINY);
    }

    @Test
    void labelsAreFound() {
        assertThat(ColorSpace.labels()).isEqualTo(List.of("linear-rec709", "acescg", "aces2065-1"));
        assertThat(ColorSpace.of("acescg")).contains(ColorSpace.ACESCG);
        assertThat(ColorSpace.of("ACEScg ")).isEmpty();
    }

    private static double[] xy(double[] xyz) {
        double sum = xyz[0] + xyz[1] + xyz[2];
        return new double[] {xyz[0] / sum, xyz[1] / sum};
    }

    private static void assertRows(ColorMatrix matrix, double error, double... rows) {
        for (int i = 0; i < 9; i++) {
            assertThat(matrix.rows().get(i)).as("number " + i).isEqualTo(rows[i], within(error));
        }
    }
}
