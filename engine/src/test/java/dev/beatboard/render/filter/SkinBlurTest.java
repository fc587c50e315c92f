package dev.beatboard.render.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.render.bsdf.SkinProfile;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SkinBlurTest {

    private static final byte SKIN = 0;
    private static final byte HAIR = 1;
    private static final byte WALL = 2;
    private static final int WIDTH = 200;
    /// Where the left half ends.
    private static final int EDGE = WIDTH / 2;
    /// Meters; the lens is a meter above the row's middle.
    private static final float PIXEL = 5e-4f;

    /// Within what taps two pixels apart can tell, light on one half of a plane of skin leaves the other half with the
    /// integral of the profile.
    @Test
    void lightSpreadsByTheProfile() {
        Row row = new Row();
        Arrays.fill(row.light, 0, EDGE, 0);
        row.blur();
        row.isHalfPlane();
    }

    /// Where hair lies on the skin there is no light: at its edge the skin is as dark as beside a shadow.
    @Test
    void skinGoesOnInTheDarkUnderWhatLiesOnIt() {
        Row row = new Row();
        Arrays.fill(row.kind, 0, EDGE, HAIR);
        row.raise(0.001f);
        row.blur();
        row.isHalfPlane();
    }

    @Test
    void whatHangsHighOverSkinOrIsNoCoverLeavesItAsItIs() {
        Row high = new Row();
        Arrays.fill(high.kind, 0, EDGE, HAIR);
        high.raise(0.05f);
        high.blur();
        high.isEven();
        Row wall = new Row();
        Arrays.fill(wall.kind, 0, EDGE, WALL);
        wall.raise(0.001f);
        wall.blur();
        wall.isEven();
    }

    private static final class Row {
        final float[] x = new float[WIDTH];
        final float[] y = new float[WIDTH];
        final float[] z = new float[WIDTH];
        final float[] nz = new float[WIDTH];
        final float[] depth = new float[WIDTH];
        final byte[] kind = new byte[WIDTH];
        final float[] light = new float[WIDTH];
        final float[][] out = new float[3][WIDTH];

        Row() {
            for (int i = 0; i < WIDTH; i++) {
                x[i] = (i + 0.5f - EDGE) * PIXEL;
            }
            Arrays.fill(nz, 1);
            Arrays.fill(depth, 1);
            Arrays.fill(light, 1);
        }

        /// Moves the left half toward the lens.
        void raise(float by) {
            for (int i = 0; i < EDGE; i++) {
                x[i] *= 1 - by;
                z[i] = by;
                depth[i] = 1 - by;
            }
        }

        void blur() {
            float[] none = new float[WIDTH];
            SkinBlur.Geometry g =
                    new SkinBlur.Geometry(0, 0, 1, x, y, z, none, none, nz, depth, kind, SKIN, new float[] {0, 1, 0});
            SkinBlur.pass(new float[][] {light, light, light}, out, g, 40, WIDTH - 40, 1, 1 / PIXEL);
        }

        void isHalfPlane() {
            float[] k = {SkinProfile.RED, SkinProfile.GREEN, SkinProfile.BLUE};
            for (int color = 0; color < 3; color++) {
                for (int i = EDGE; i < WIDTH - 40; i++) {
                    double d = x[i] / SkinProfile.WIDTH * Math.sqrt(k[color]);
                    assertThat(out[color][i]).as("color %d, pixel %d", color, i).isCloseTo(half(d), within(0.09f));
                }
            }
        }

        void isEven() {
            for (float[] plane : out) {
                for (int i = EDGE; i < WIDTH - 40; i++) {
                    assertThat(plane[i]).isCloseTo(1, within(1e-5f));
                }
            }
        }

        /// The integral of exp(-t^2) / sqrt(pi) up to `d`.
        private static float half(double d) {
            double sum = 0.5;
            int n = 1000;
            for (int i = 0; i < n; i++) {
                double t = (i + 0.5) * d / n;
                sum += d / n * Math.exp(-t * t) / Math.sqrt(Math.PI);
            }
            return (float) sum;
        }
    }
}
