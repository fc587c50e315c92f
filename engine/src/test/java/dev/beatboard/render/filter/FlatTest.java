package dev.beatboard.render.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.render.work.Crew;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FlatTest {

    private static final int WIDTH = 200;
    private static final int HEIGHT = 120;

    /// All seen 2 m away, with something 30 m away to the right.
    private static Picture picture(boolean layer) {
        float[][] planes = new float[6][WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            boolean right = i % WIDTH > 150;
            planes[0][i] = right ? 0.7f : 1 / 3f;
            planes[3][i] = right ? 30 : 2;
            planes[4][i] = 1;
            planes[5][i] = planes[3][i];
        }
        return new Picture(WIDTH, HEIGHT, planes[0], planes[1], planes[2], planes[3], planes[4], planes[5], layer);
    }

    @Test
    void tilesAreFlatAsFarFromAnEdgeAsAFilterReaches() {
        try (Crew crew = new Crew(2)) {
            Flat.Map near = new Flat(picture(true), crew).around(1);
            Flat.Map far = new Flat(picture(true), crew).around(40);
            // The edge lies in the tile of columns 144 to 159.
            assertThat(near.at(127, 5)).isTrue();
            assertThat(near.at(128, 5)).isFalse();
            assertThat(near.at(175, 119)).isFalse();
            assertThat(near.at(176, 119)).isTrue();
            assertThat(far.at(95, 60)).isTrue();
            assertThat(far.at(96, 60)).isFalse();
            assertThat(new Flat(picture(false), crew).around(1).at(5, 5)).isFalse();
        }
    }

    /// A layer that is the picture itself has to become what the picture becomes, though the one is filtered everywhere
    /// and the other where it is not flat; where it is, not a bit changes.
    @Test
    void lensAndShutterDoTheSameToALayerThatIsFlatInPlaces() {
        try (Crew crew = new Crew(2)) {
            float[] vx = new float[WIDTH * HEIGHT];
            float[] vy = new float[WIDTH * HEIGHT];
            Arrays.fill(vx, 6);
            LensBlur.Aperture lens = new LensBlur.Aperture(5, 2.2f, 4);
            LensBlur blur = new LensBlur();
            MotionBlur shutter = new MotionBlur();
            Picture picture = picture(false);
            Picture layer = picture(true);
            blur.apply(picture, lens, true, crew);
            shutter.apply(picture, vx, vy, crew);
            blur.apply(layer, lens, true, crew);
            shutter.apply(layer, vx, vy, crew);
            float most = 0;
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                most = Math.max(most, Math.abs(layer.r()[i] - picture.r()[i]));
            }
            assertThat(most).isLessThan(2e-6f);
            assertThat(layer.r()[0]).isEqualTo(1 / 3f);
            assertThat(picture.r()[HEIGHT / 2 * WIDTH + 151])
                    .as("there is something to blur")
                    .isBetween(0.4f, 0.69f);
        }
    }
}
