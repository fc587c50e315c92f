package dev.beatboard.stage.cast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.InstalledPeople;
import dev.beatboard.asset.People;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;
import dev.beatboard.shot.FacialHair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FuzzTest {

    private static final int LAYERS = 6;

    private People people;

    @BeforeEach
    void open() throws java.io.IOException {
        people = InstalledPeople.get();
    }

    private Fuzz.Coat grow(FacialHair cut) {
        Beard b = new Beard(cut);
        return Fuzz.of("beard", b, LAYERS, 512, 256, b.length(), 0.5, Rgb.grey(0.1), people, "");
    }

    @Test
    void aBeardGrowsOnTheChinAndNotOnLipsNoseOrThroat() {
        Beard b = new Beard(FacialHair.BEARD);

        assertThat(b.at(0.01, 0.635, 0.15)).isGreaterThan(0.9);
        assertThat(b.at(0.01, 0.6605, 0.155)).isLessThan(0.05);
        assertThat(b.at(0, 0.70, 0.17)).isZero();
        assertThat(b.at(0.01, 0.57, 0.06)).isZero();
        assertThat(b.at(0.04, 0.72, 0.12)).isZero();
    }

    @Test
    void noCutCoversMoreThanABeard() {
        for (double y = 0.6; y < 0.7; y += 0.004) {
            for (double x = 0; x < 0.06; x += 0.004) {
                double z = 0.155 - 15 * x * x;
                double most = new Beard(FacialHair.BEARD).at(x, y, z);
                assertThat(new Beard(FacialHair.MOUSTACHE).at(x, y, z)).isLessThanOrEqualTo(most + 1e-9);
                assertThat(new Beard(FacialHair.GOATEE).at(x, y, z)).isLessThanOrEqualTo(most + 1e-9);
            }
        }
    }

    @Test
    void everyLayerHasFewerDotsThanTheOneBelow() {
        Texture t = grow(FacialHair.BEARD).texture();
        int layer = t.width() * t.height() / LAYERS;
        long before = Long.MAX_VALUE;
        for (int k = 0; k < LAYERS; k++) {
            long sum = 0;
            for (int i = k * layer; i < (k + 1) * layer; i++) {
                int alpha = t.rgba()[4 * i + 3] & 255;
                sum += alpha;
                if (k > 0) {
                    assertThat(alpha).isLessThanOrEqualTo(t.rgba()[4 * (i - layer) + 3] & 255);
                }
            }
            assertThat(sum).isPositive().isLessThan(before);
            before = sum;
        }
    }

    @Test
    void strandsStandOffTheSkinByNoMoreThanTheirLength() {
        Fuzz.Coat coat = grow(FacialHair.GOATEE);
        float[] o = coat.piece().offsets();
        double most = 0;
        for (int i = 0; i < o.length; i += 3) {
            most = Math.max(most, Math.hypot(o[i], Math.hypot(o[i + 1], o[i + 2])));
        }
        assertThat(most).isBetween(0.003, 0.007 * 1.4);
        assertThat(coat.piece().triangles().length).isPositive();
    }
}
