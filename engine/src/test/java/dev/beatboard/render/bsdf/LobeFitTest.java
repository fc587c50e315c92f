package dev.beatboard.render.bsdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.render.work.Lanes;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class LobeFitTest {

    private static final double NEAR = 0.03;
    private static final double[] ROUGH = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};
    private static final double[] COSINES = {0.08, 0.12, 0.2, 0.35, 0.5, 0.7, 0.9, 1};
    private final float[] shares = new float[2];

    @Test
    void bothSharesAreNearTheTables() {
        for (double rough : ROUGH) {
            double alpha = rough * rough;
            for (double cos : COSINES) {
                String at = "roughness " + rough + ", cosine " + cos;
                double normal = LobeAlbedo.at(alpha, cos, 1, 0);
                double grazing = LobeAlbedo.at(alpha, cos, 0, 1);
                LobeFit.at((float) rough, (float) cos, shares);
                assertThat((double) shares[0]).as(at).isCloseTo(normal, within(NEAR));
                assertThat((double) shares[1]).as(at).isCloseTo(grazing, within(NEAR));
                assertThat((double) shares[0] + shares[1]).as(at).isCloseTo(normal + grazing, within(NEAR));
            }
        }
    }

    @Test
    void whiteMetalReflectsAllAndGreyMetalWhatTheReferenceDoes() {
        for (double rough : ROUGH) {
            double alpha = rough * rough;
            double mean = LobeAlbedo.mean(alpha, 1, 1);
            for (double cos : COSINES) {
                LobeFit.at((float) rough, (float) cos, shares);
                assertThat(LobeFit.metal(1, (float) rough, shares)).isCloseTo(1, within(0.02f));
                for (double color : new double[] {0.3, 0.6, 0.9}) {
                    double f = (20 * color + 1) / 21;
                    double again = f * f * mean / (1 - f * (1 - mean));
                    double exact = LobeAlbedo.at(alpha, cos, color, 1) + (1 - LobeAlbedo.at(alpha, cos, 1, 1)) * again;
                    assertThat((double) LobeFit.metal((float) color, (float) rough, shares))
                            .as("color %s, roughness %s, cosine %s", color, rough, cos)
                            .isCloseTo(exact, within(NEAR));
                }
            }
        }
    }

    @Test
    void vectorsAreEqualToSingleNumbers() {
        int n = Lanes.COUNT;
        int roughness = 0;
        int cosine = n;
        int normal = 2 * n;
        int grazing = 3 * n;
        int lost = 4 * n;
        int mean = 5 * n;
        float[] s = new float[6 * n];
        for (double cos : COSINES) {
            for (int i = 0; i < n; i++) {
                s[roughness + i] = (i + 0.5f) / n;
                s[cosine + i] = (float) cos;
            }
            LobeFit.at(s, roughness, cosine, normal, grazing);
            LobeFit.lost(s, roughness, normal, grazing, lost, mean);
            float color = 0.6f;
            FloatVector again =
                    LobeFit.again(FloatVector.broadcast(Lanes.F, color), FloatVector.fromArray(Lanes.F, s, mean));
            for (int i = 0; i < n; i++) {
                LobeFit.at(s[roughness + i], s[cosine + i], shares);
                assertThat(s[normal + i]).isCloseTo(shares[0], within(1e-5f));
                assertThat(s[grazing + i]).isCloseTo(shares[1], within(1e-5f));
                assertThat(color * s[normal + i] + s[grazing + i] + s[lost + i] * again.lane(i))
                        .isCloseTo(LobeFit.metal(color, s[roughness + i], shares), within(1e-5f));
            }
        }
    }
}
