package dev.beatboard.render.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.bsdf.LobeFit;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.raster.TestScenes;
import dev.beatboard.render.texture.Surface;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import java.util.List;
import org.junit.jupiter.api.Test;

class BounceTest {

    private static float gloss(Material m) {
        Mesh mesh = new Mesh();
        Finish finish = new Finish(mesh);
        finish.update(mesh.take(
                TestScenes.world(
                        List.of(TestScenes.quad(1, m, Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(0, 1, 0))),
                        Vec3.ZERO,
                        new Vec3(1, 1, 1)),
                List.of()));
        Surface p = new Surface();
        p.roughness = m.roughness();
        return Bounce.gloss(finish.of(0), p);
    }

    private static Material black(double roughness) {
        return Material.plain("black", new Pattern.Solid(Rgb.BLACK), roughness);
    }

    /// Over all directions, weighted by the cosine.
    private static double mean(double roughness) {
        float[] shares = new float[2];
        int n = 200;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double cos = (i + 0.5) / n;
            sum += 2 * cos * LobeFit.coat(0.04f, (float) roughness, (float) cos, shares) / n;
        }
        return sum;
    }

    @Test
    void blackThrowsBackItsGloss() {
        // A smooth coat by Schlick: 0.04 and a twenty-first of the rest.
        assertThat((double) Bounce.of(0, gloss(black(0)))).isCloseTo(0.04 + 0.96 / 21, within(0.006));
        for (double rough : new double[] {0.2, 0.4, 0.6, 0.8, 1}) {
            assertThat((double) Bounce.of(0, gloss(black(rough))))
                    .as("roughness %s", rough)
                    .isCloseTo(mean(rough), within(0.01));
        }
    }

    @Test
    void matteAndMetalThrowBackTheirColor() {
        assertThat(gloss(TestScenes.matte(0.5))).isZero();
        assertThat(gloss(Material.metal("gold", Rgb.grey(0.7), 0.2))).isZero();
        assertThat(Bounce.of(0.7f, 0)).isEqualTo(0.7f);
    }

    @Test
    void whiteThrowsBackLessThanAll() {
        assertThat(Bounce.of(1, gloss(black(0.1)))).isEqualTo(0.95f);
        assertThat(Bounce.of(1, 0)).isEqualTo(0.95f);
        assertThat(Bounce.of(-1, 0)).isZero();
    }
}
