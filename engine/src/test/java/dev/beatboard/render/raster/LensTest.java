package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.frame.Frame;
import dev.beatboard.math.Vec3;
import dev.beatboard.render.Quality;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.View;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the lens, the shutter, mirrors and panes do.
class LensTest {

    private static final Vec3 LOW = new Vec3(-4, -4, -12);
    private static final Vec3 HIGH = new Vec3(4, 4, 0);
    private final RasterRenderer renderer = new RasterRenderer(2);

    @AfterEach
    void close() {
        renderer.close();
    }

    private static View view(double focus, double fNumber) {
        return new View(Vec3.ZERO, View.looking(Vec3.ZERO, new Vec3(0, 0, -1), 0), 50, 36, focus, fNumber);
    }

    private static Shape lamp(double x, double width, double z) {
        return TestScenes.quad(
                1, Material.emissive("lamp", Rgb.WHITE), new Vec3(x, -3, z), new Vec3(width, 0, 0), new Vec3(0, 6, 0));
    }

    private static Scene scene(List<Shape> fixed, List<Shape> moving, View view) {
        return TestScenes.scene(
                TestScenes.world(fixed, LOW, HIGH), moving, List.of(), new Sky.Uniform(Rgb.BLACK), view);
    }

    /// How many pixels of the middle row are neither black nor white.
    private static int soft(Frame f) {
        int n = 0;
        for (int x = 0; x < f.width(); x++) {
            float v = f.plane("G").at(x, f.height() / 2);
            n += v > 0.03f && v < 0.97f ? 1 : 0;
        }
        return n;
    }

    @Test
    void whatIsInFocusIsSharpAndWhatIsBehindIsNot() {
        Quality q = Quality.draft(480, 270);
        Frame sharp = renderer.render(scene(List.of(lamp(0, 3, -10)), List.of(), view(10, 2)), q);
        Frame blurred = renderer.render(scene(List.of(lamp(0, 3, -10)), List.of(), view(1.5, 2)), q);
        assertThat(soft(sharp)).isLessThanOrEqualTo(2);
        // f^2 / (N (s - f)) (1 - s / z) on 36 mm of 480 pixels: 9.8 pixels across at each of the edges in the picture.
        assertThat(soft(blurred)).isBetween(6, 24);
    }

    @Test
    void theEdgeOfASharpSurfaceBeforeABlurredOneHasNoSteps() {
        Shape dark = TestScenes.quad(
                1,
                Material.emissive("dark", Rgb.grey(0.2)),
                new Vec3(-0.5, -3, -2),
                new Vec3(3, 0, 0),
                new Vec3(1.5, 6, 0));
        Shape bright = TestScenes.quad(
                2,
                Material.emissive("bright", Rgb.WHITE),
                new Vec3(-20, -20, -11),
                new Vec3(40, 0, 0),
                new Vec3(0, 40, 0));
        Frame f = renderer.render(scene(List.of(dark, bright), List.of(), view(2, 2)), Quality.draft(480, 270));
        // The edge crosses four rows per column, so three rows of four have a pixel that it divides.
        int divided = 0;
        for (int y = 20; y < 250; y++) {
            int n = 0;
            for (int x = 0; x < 480; x++) {
                float v = f.plane("G").at(x, y);
                n += v > 0.25f && v < 0.95f ? 1 : 0;
            }
            assertThat(n).as("row %d", y).isLessThanOrEqualTo(3);
            divided += n > 0 ? 1 : 0;
        }
        assertThat(divided).isGreaterThan(140);
    }

    @Test
    void anOpenShutterStreaksWhatMovesAndNothingElse() {
        Shape at = lamp(-0.5, 1, -5);
        float[] before = shifted(at.positions(), -0.3f);
        float[] after = shifted(at.positions(), 0.3f);
        Shape moving = new Shape(1, at.material(), at.topology(), at.positions(), at.normals(), before, after);
        Quality q = Quality.fine(320, 180);
        View view = view(5, Double.POSITIVE_INFINITY);
        Frame still = renderer.render(scene(List.of(), List.of(at), view), q);
        Frame streaked = renderer.render(scene(List.of(), List.of(moving), view), q);
        assertThat(soft(still)).isLessThanOrEqualTo(4);
        // 0.3 m a frame at 5 m is 26.7 pixels; half of it while the shutter is open, at two edges.
        assertThat(soft(streaked)).isBetween(14, 36);
        assertThat(streaked.plane("G").at(160, 90)).isCloseTo(1, within(0.02f));
        assertThat(streaked.plane("G").at(20, 90)).isZero();
    }

    private static float[] shifted(float[] p, float by) {
        float[] q = p.clone();
        for (int i = 0; i < q.length; i += 3) {
            q[i] += by;
        }
        return q;
    }

    @Test
    void aMirrorShowsWhatIsBehindTheLens() {
        Material mirror = Material.metal("mirror", Rgb.WHITE, 0.03).withKind(Material.Kind.MIRROR);
        Shape glass = TestScenes.quad(2, mirror, new Vec3(-3, -3, -4), new Vec3(6, 0, 0), new Vec3(0, 6, 0));
        Shape green = TestScenes.quad(
                3,
                Material.emissive("green", new Rgb(0, 2, 0)),
                new Vec3(-9, -9, 4),
                new Vec3(0, 18, 0),
                new Vec3(18, 0, 0));
        Frame f = renderer.render(
                scene(List.of(glass, green), List.of(), view(5, Double.POSITIVE_INFINITY)), Quality.draft(64, 36));
        assertThat(f.plane("G").at(32, 18)).isCloseTo(1.8f, within(0.1f));
        assertThat(f.plane("R").at(32, 18)).isCloseTo(0, within(0.01f));
        assertThat(f.plane(Frame.OBJECT).at(32, 18)).isEqualTo(2);
    }

    @Test
    void aPaneLetsThroughWhatIsBehindIt() {
        Material clear = Material.plain("pane", new dev.beatboard.scene.Pattern.Solid(Rgb.WHITE), 0.05)
                .withKind(Material.Kind.GLASS)
                .withOpacity(Material.Opacity.CLEAR);
        Shape pane = TestScenes.quad(2, clear, new Vec3(-3, -3, -4), new Vec3(6, 0, 0), new Vec3(0, 6, 0));
        Frame f = renderer.render(
                scene(List.of(lamp(-2, 4, -8), pane), List.of(), view(5, Double.POSITIVE_INFINITY)),
                Quality.draft(64, 36));
        // Two faces reflect 2 * 0.04 / 1.04.
        assertThat(f.plane("G").at(32, 18)).isCloseTo(0.923f, within(0.01f));
        assertThat(f.plane(Frame.OBJECT).at(32, 18)).isEqualTo(1);
        assertThat(f.plane(Frame.DEPTH).at(32, 18)).isCloseTo(8, within(1e-3f));
    }
}
