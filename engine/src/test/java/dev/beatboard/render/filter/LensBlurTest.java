package dev.beatboard.render.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.render.work.Crew;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LensBlurTest {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 32;
    private static final float NEAR = 0.2f;
    private static final float FAR = 0.8f;
    /// The column that shows both.
    private static final int EDGE = 47;

    /// A dark surface at 2 m on the left, a light one at 50 m on the right, and between them a column that shows
    /// `share` of the near one.
    private static Picture edge(float share) {
        int n = WIDTH * HEIGHT;
        Picture p = new Picture(
                WIDTH, HEIGHT, new float[n], new float[n], new float[n], new float[n], new float[n], new float[n]);
        Arrays.fill(p.share(), 1);
        for (int i = 0; i < n; i++) {
            int x = i % WIDTH;
            float near = x < EDGE ? 1 : x > EDGE ? 0 : share;
            p.r()[i] = near * NEAR + (1 - near) * FAR;
            p.depth()[i] = x > EDGE ? 50 : 2;
            p.far()[i] = x < EDGE ? 2 : 50;
            p.share()[i] = x == EDGE ? share : 1;
        }
        return p;
    }

    @Test
    void anEdgeBeforeABlurredGroundKeepsItsShare() {
        try (Crew crew = new Crew(1)) {
            for (float share : new float[] {0.25f, 0.5f, 0.75f}) {
                // The near surface in focus, and a little behind the plane of focus: blurred by one pixel.
                for (float focus : new float[] {2, 1.9f}) {
                    Picture p = edge(share);
                    new LensBlur().apply(p, new LensBlur.Aperture(20, focus, 12), true, crew);
                    // The part of a disk on one side of a line.
                    double d = 0.5 - share;
                    double cover = focus == 2 ? share : (Math.acos(d) - d * Math.sqrt(1 - d * d)) / Math.PI;
                    float at = p.r()[HEIGHT / 2 * WIDTH + EDGE];
                    assertThat(at)
                            .as("share %s, focus %s", share, focus)
                            .isCloseTo((float) (cover * NEAR + (1 - cover) * FAR), within(focus == 2 ? 0.01f : 0.08f));
                }
            }
        }
    }

    @Test
    void whatIsBlurredBeforeThePlaneOfFocusSpreadsOverWhatIsSharp() {
        try (Crew crew = new Crew(1)) {
            Picture p = edge(0.5f);
            // The right side in focus, the left one blurred by 12 pixels.
            new LensBlur().apply(p, new LensBlur.Aperture(0.5f, 50, 12), true, crew);
            for (int x = EDGE - 10; x <= EDGE + 10; x++) {
                // The part of a disk on one side of a line at the distance d from its middle, in radii.
                double d = (x - EDGE) / 12.0;
                double cover = (Math.acos(d) - d * Math.sqrt(1 - d * d)) / Math.PI;
                double expected = cover * NEAR + (1 - cover) * FAR;
                assertThat(p.r()[HEIGHT / 2 * WIDTH + x])
                        .as("%d pixels from the edge", x - EDGE)
                        .isCloseTo((float) expected, within(0.06f));
            }
            // Nothing tells where its outline is.
            double steepest = (FAR - NEAR) * 2 / (Math.PI * 12);
            for (int x = EDGE - 12; x < EDGE + 12; x++) {
                int at = HEIGHT / 2 * WIDTH + x;
                assertThat(p.r()[at + 1] - p.r()[at]).as("step at %d", x).isBetween(-0.005f, (float) (2 * steepest));
            }
        }
    }

    /// A light half of a wall beside a dark one, blurred by up to a few pixels: the step becomes the part of a disk on
    /// one side of a line.
    @Test
    void aStepIsSpreadAsByADiskHoweverSmall() {
        try (Crew crew = new Crew(2)) {
            for (float radius : new float[] {0.3f, 1, 1.5f, 2, 2.5f, 3, 3.5f, 4.5f, 6}) {
                for (float side : new float[] {-1, 1}) {
                    Picture p = edge(0.5f);
                    Arrays.fill(p.share(), 1);
                    Arrays.fill(p.depth(), 4);
                    Arrays.fill(p.far(), 4);
                    new LensBlur().apply(p, new LensBlur.Aperture(4 * radius, 4 + side, 12), true, crew);
                    for (int x = EDGE - 10; x <= EDGE + 10; x++) {
                        double d = Math.clamp((x - EDGE) / radius, -1, 1);
                        double cover = (Math.acos(d) - d * Math.sqrt(1 - d * d)) / Math.PI;
                        assertThat(p.r()[HEIGHT / 2 * WIDTH + x])
                                .as("radius %s, %d pixels from the edge", side * radius, x - EDGE)
                                .isCloseTo((float) (cover * NEAR + (1 - cover) * FAR), within(0.05f));
                    }
                }
            }
        }
    }

    /// A thing before the plane of focus veils what is behind it to both sides of its outline; one behind it never
    /// smears over what is sharp.
    @Test
    void whatIsSlightlyBlurredCoversOnlyWhatLiesBehindIt() {
        try (Crew crew = new Crew(1)) {
            Picture before = edge(0.5f);
            // The right side in focus, the left one blurred by 2 pixels.
            new LensBlur().apply(before, new LensBlur.Aperture(2 / 24f, 50, 12), true, crew);
            Picture behind = edge(0.5f);
            // The left side in focus, the right one blurred by 2 pixels.
            new LensBlur().apply(behind, new LensBlur.Aperture(2 / 0.96f, 2, 12), true, crew);
            int row = HEIGHT / 2 * WIDTH;
            for (int x = 1; x <= 2; x++) {
                double d = x / 2.0;
                double cover = (Math.acos(d) - d * Math.sqrt(1 - d * d)) / Math.PI;
                assertThat(before.r()[row + EDGE + x])
                        .as("%d pixels beside a thing before", x)
                        .isCloseTo((float) (cover * NEAR + (1 - cover) * FAR), within(0.08f));
                assertThat(behind.r()[row + EDGE - x])
                        .as("%d pixels inside a sharp thing", x)
                        .isCloseTo(NEAR, within(1e-3f));
            }
        }
    }

    @Test
    void anEvenPictureStaysEven() {
        try (Crew crew = new Crew(2)) {
            Picture p = edge(0.5f);
            Arrays.fill(p.r(), 0.5f);
            new LensBlur().apply(p, new LensBlur.Aperture(20, 2, 12), true, crew);
            for (float v : p.r()) {
                assertThat(v).isCloseTo(0.5f, within(1e-4f));
            }
        }
    }
}
