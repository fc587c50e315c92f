package dev.beatboard.render.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlareTest {

    private static final Lights LAMPS = new Lights(List.of(
            new Emitter.Rectangle(LightGroup.KEY, new Vec3(0, 2, 0), new Vec3(1, 0, 0), new Vec3(0, 0, 1), Rgb.WHITE),
            new Emitter.Bulb(LightGroup.PRACTICAL, new Vec3(0, 0, 1), 0.1, Rgb.WHITE)));

    /// The half width of an even cone is 1.6 alpha, and the width of a marginal of GGX 2 alpha and a little more.
    private static final float LEAST = 0.004f;

    private final Glare glare = new Glare();

    /// Of a mirror that faces the unit vector d.
    private float share(
            int lamp, float px, float py, float pz, float dx, float dy, float dz, float slope, boolean even) {
        glare.turn(px, py, pz, dx, dy, dz, dx, dy, dz, even ? slope / 1.6f : (slope - LEAST) / 2, even);
        return glare.share(LAMPS, lamp);
    }

    @Test
    void aConeInsideOfARectangleIsFull() {
        assertThat(share(0, 0, 0, 0, 0, 1, 0, 0.1f, true)).isEqualTo(1);
        assertThat(glare.y).isEqualTo(1);
        assertThat(glare.reach).isCloseTo(1.993f, within(1e-3f));
    }

    @Test
    void aWiderConeIsFilledByAsMuchAsTheRectangleIsOfIt() {
        assertThat(share(0, 0, 0, 0, 0, 1, 0, 1, true)).isCloseTo(0.25f, within(1e-6f));
    }

    @Test
    void aConeOrALobeOverAnEdgeIsHalfFullAndItsRayGoesToThatHalf() {
        for (boolean even : new boolean[] {true, false}) {
            assertThat(share(0, 1, 0, 0, 0, 1, 0, 0.01f, even)).isCloseTo(0.5f, within(1e-3f));
            assertThat(glare.x).isNegative();
        }
    }

    /// The marginal of the slopes of GGX is a / 2 (a^2 + x^2)^(3/2), and what is mirrored turns twice as far.
    @Test
    void aRectangleCutsTheMarginalsOutOfALobe() {
        double edge = 1 / Math.sqrt(1 + 0.36);
        assertThat(share(0, 0, 0, 0, 0, 1, 0, 0.3f, false)).isCloseTo((float) (edge * edge), within(1e-5f));
        double beside = 0.5 * (1.5 / Math.sqrt(2.25 + 0.36) + 0.5 / Math.sqrt(0.25 + 0.36));
        assertThat(share(0, 0.5f, 0, 0, 0, 1, 0, 0.3f, false)).isCloseTo((float) (edge * beside), within(1e-5f));
    }

    /// Half vectors turn by the cosine less across the plane of incidence.
    @Test
    void aLobeAtASlantIsNarrowerAcross() {
        float cos = 0.5f;
        glare.turn(0, 0, 0, (float) Math.sqrt(1 - cos * cos), cos, 0, 0, 1, 0, (0.3f - LEAST) / 2, false);
        double along = 1 / Math.sqrt(1 + 0.36);
        double across = 1 / Math.sqrt(1 + cos * cos * 0.36);
        assertThat(glare.share(LAMPS, 0)).isCloseTo((float) (along * across), within(1e-5f));
    }

    @Test
    void nothingIsSeenFromBehindOrBeside() {
        for (boolean even : new boolean[] {true, false}) {
            assertThat(share(0, 0, 3, 0, 0, -1, 0, 0.1f, even)).isZero();
            assertThat(share(0, 5, 0, 0, 0, 1, 0, 0.1f, even)).isZero();
            assertThat(share(1, 0, 0, 0, 0, 0, -1, 0.1f, even)).isZero();
            assertThat(share(1, 0.5f, 0, 0, 0, 0, 1, 0.1f, even)).isZero();
        }
    }

    @Test
    void aBallFillsAConeByItsCrossSection() {
        assertThat(share(1, 0, 0, 0, 0, 0, 1, 0.05f, true)).isEqualTo(1);
        assertThat(share(1, 0, 0, 0, 0, 0, 1, 0.2f, true)).isCloseTo(0.25f, within(1e-6f));
    }
}
