package dev.beatboard.render.mesh;

import static dev.beatboard.render.raster.TestScenes.matte;
import static dev.beatboard.render.raster.TestScenes.quad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.raster.TestScenes;
import dev.beatboard.render.ray.SurfaceAreaBuilder;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.work.Crew;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class DimmingTest {

    private static final float STEP = 1 / 254f;
    private static final float BLOCKED = -1;

    private static Material glass(Rgb color) {
        return Material.plain("glass", new Pattern.Solid(color), 0.03)
                .withKind(Material.Kind.GLASS)
                .withOpacity(Material.Opacity.CLEAR);
    }

    /// Across the x-axis.
    private static Shape wall(Material m, double x) {
        return quad(1, m, new Vec3(x, -4, -9), new Vec3(0, 9, 0), new Vec3(0, 0, 14));
    }

    /// What is left of light along a ray from the origin that turns by so much from the x-axis.
    private static float through(double degrees, Shape... shapes) {
        Mesh mesh = new Mesh();
        Finish finish = new Finish(mesh);
        finish.update(mesh.take(TestScenes.world(List.of(shapes), Vec3.ZERO, new Vec3(1, 1, 1)), List.of()));
        WideBvh tree = new WideBvh();
        try (Crew crew = new Crew(1)) {
            tree.take(
                    SurfaceAreaBuilder.build(mesh.positions, mesh.corners, mesh.fixedTriangles),
                    mesh.positions,
                    mesh.corners,
                    crew);
        }
        WideBvh.Ray r = new WideBvh.Ray();
        double turn = Math.toRadians(degrees);
        r.set(0, 0, 0, Math.cos(turn), Math.sin(turn), 0, 100);
        Dimming dimming = new Dimming(finish);
        dimming.toward(1, 0, 0);
        dimming.stops(0, 0, 0);
        // What was before is forgotten.
        dimming.toward(r.dx, r.dy, r.dz);
        return tree.blocks(r, dimming) ? BLOCKED : dimming.through();
    }

    private static void steps(float left, double exact) {
        assertThat((double) left).isCloseTo(exact, within(0.5001 * STEP));
        assertThat(left / STEP).isCloseTo(Math.round(left / STEP), within(1e-3f));
    }

    @Test
    void aPaneOfTwoFacesLeavesWhatNeitherMirrors() {
        Material white = glass(Rgb.WHITE);
        steps(through(0, wall(white, 1), wall(white, 1.01)), 0.96 * 0.96);
        // At 60 degrees 0.04 + 0.96 / 32 of the light is mirrored.
        steps(through(60, wall(white, 1), wall(white, 1.01)), 0.93 * 0.93);
        steps(through(0, wall(white, 1)), 0.96);
    }

    @Test
    void twoFacesTogetherHaveThePanesTint() {
        Material grey = glass(Rgb.grey(0.25));
        steps(through(0, wall(grey, 1), wall(grey, 1.01)), 0.96 * 0.96 * 0.5);
    }

    @Test
    void whatGlowsLeavesAllAndSoDoesNothing() {
        assertThat(through(0, wall(Material.emissive("lamp", Rgb.WHITE), 1))).isEqualTo(1);
        assertThat(through(0, wall(matte(0.5), -1))).isEqualTo(1);
    }

    @Test
    void aWallBlocksAlsoBehindAPane() {
        assertThat(through(0, wall(matte(0.5), 1))).isEqualTo(BLOCKED);
        assertThat(through(0, wall(glass(Rgb.WHITE), 1), wall(matte(0.5), 2))).isEqualTo(BLOCKED);
    }
}
