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
            int lamp, float px, float py, float pz, float dx, float dy, float dz, float slope, Glare.Lobe lobe) {
        glare.turn(
                px, py, pz, dx, dy, dz, dx, dy, dz, lobe == Glare.Lobe.GGX ? (slope - LEAST) / 2 : slope / 1.6f, lobe);
        return glare.share(LAMPS, lamp);
    }

    @Test
    void aConeInsideOfARectangleIsFull() {
        assertThat(share(0, 0, 0, 0, 0, 1, 0, 0.1f, Glare.Lobe.CONE)).isEqualTo(1);
        assertThat(glare.y).isEqualTo(1);
        assertThat(glare.reach).isCloseTo(1.993f, within(1e-3f));
    }

    @Test
    void aWiderConeIsFilledByAsMuchAsTheRectangleIsOfIt() {
        assertThat(share(0, 0, 0, 0, 0, 1, 0, 1, Glare.Lobe.CONE)).isCloseTo(0.25f, within(1e-6f));
    }

    @Test
    void aConeOrALobeOverAnEdgeIsHalfFullAndItsRayGoesToThatHalf() {
        for (Glare.Lobe lobe : Glare.Lobe.values()) {
            assertThat(share(0, 1, 0, 0, 0, 1, 0, 0.01f, lobe)).isCloseTo(0.5f, within(1e-3f));
            assertThat(glare.x).isNegative();
        }
    }

    /// The marginal of the slopes of GGX is a / 2 (a^2 + x^2)^(3/2), and what is mirrored turns twice as far.
    @Test
    void aRectangleCutsTheMarginalsOutOfALobe() {
        double edge = 1 / Math.sqrt(1 + 0.36);
        assertThat(share(0, 0, 0, 0, 0, 1, 0, 0.3f, Glare.Lobe.GGX)).isCloseTo((float) (edge * edge), within(1e-5f));
        double beside = 0.5 * (1.5 / Math.sqrt(2.25 + 0.36) + 0.5 / Math.sqrt(0.25 + 0.36));
        assertThat(share(0, 0.5f, 0, 0, 0, 1, 0, 0.3f, Glare.Lobe.GGX))
                .isCloseTo((float) (edge * beside), within(1e-5f));
    }

    /// Half vectors turn by the cosine less across the plane of incidence.
    @Test
    void aLobeAtASlantIsNarrowerAcross() {
        float cos = 0.5f;
        glare.turn(0, 0, 0, (float) Math.sqrt(1 - cos * cos), cos, 0, 0, 1, 0, (0.3f - LEAST) / 2, Glare.Lobe.GGX);
        double along = 1 / Math.sqrt(1 + 0.36);
        double across = 1 / Math.sqrt(1 + cos * cos * 0.36);
        assertThat(glare.share(LAMPS, 0)).isCloseTo((float) (along * across), within(1e-5f));
    }

    /// So a rectangle that lies beside all of them is none of what they reach, though a cone of that width does reach
    /// it.
    @Test
    void scatteredRaysAreNarrowerAcross() {
        float cos = 0.5f;
        // The rectangle's near edge is 1.2 beside the axis across the plane of incidence, and its half width is 1.
        for (Glare.Lobe lobe : Glare.Lobe.values()) {
            glare.turn(0, 0, 2.2f, (float) Math.sqrt(1 - cos * cos), cos, 0, 0, 1, 0, 0.5f, lobe);
            float share = glare.share(LAMPS, 0);
            if (lobe == Glare.Lobe.SCATTER) {
                assertThat(share).isZero();
            } else {
                assertThat(share).isGreaterThan(0.02f);
            }
        }
        glare.turn(0, 0, 1, (float) Math.sqrt(1 - cos * cos), cos, 0, 0, 1, 0, 0.5f, Glare.Lobe.SCATTER);
        // Half of it across, where it is 0.8 wide to each side; along, 1 of 1.6.
        assertThat(glare.share(LAMPS, 0)).isCloseTo(0.5f * 1 / 1.6f, within(1e-5f));
    }

    @Test
    void nothingIsSeenFromBehindOrBeside() {
        for (Glare.Lobe lobe : Glare.Lobe.values()) {
            assertThat(share(0, 0, 3, 0, 0, -1, 0, 0.1f, lobe)).isZero();
            assertThat(share(0, 5, 0, 0, 0, 1, 0, 0.1f, lobe)).isZero();
            assertThat(share(1, 0, 0, 0, 0, 0, -1, 0.1f, lobe)).isZero();
            assertThat(share(1, 0.5f, 0, 0, 0, 0, 1, 0.1f, lobe)).isZero();
        }
    }

    @Test
    void aBallFillsAConeByItsCrossSection() {
        assertThat(share(1, 0, 0, 0, 0, 0, 1, 0.05f, Glare.Lobe.CONE)).isEqualTo(1);
        assertThat(share(1, 0, 0, 0, 0, 0, 1, 0.2f, Glare.Lobe.CONE)).isCloseTo(0.25f, within(1e-6f));
    }
}
