package dev.beatboard.render.mesh;

import static dev.beatboard.render.raster.TestScenes.ball;
import static dev.beatboard.render.raster.TestScenes.matte;
import static dev.beatboard.render.raster.TestScenes.quad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.raster.TestScenes;
import dev.beatboard.scene.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiftTest {

    private final Lift lift = new Lift();

    private static Mesh mesh(Shape shape) {
        Mesh mesh = new Mesh();
        mesh.take(TestScenes.world(List.of(shape), new Vec3(-1, -1, -1), new Vec3(1, 1, 1)), List.of());
        return mesh;
    }

    private static Vec3 corner(Mesh mesh, int t, int k) {
        int o = 3 * mesh.corners[3 * t + k];
        return new Vec3(mesh.positions[o], mesh.positions[o + 1], mesh.positions[o + 2]);
    }

    @Test
    void aFlatSurfaceStaysWhereItIs() {
        Mesh mesh = mesh(quad(1, matte(0.5), Vec3.ZERO, new Vec3(0, 0, 1), new Vec3(1, 0, 0)));
        lift.over(mesh, 0, 0.2, 0, 0.3, 0, 1, 0);
        assertThat(lift.x).isCloseTo(0.2, within(1e-9));
        assertThat(lift.y).isCloseTo(0, within(1e-9));
        assertThat(lift.z).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void theFacetsOfABallAreLiftedOverIt() {
        double radius = 0.1;
        Mesh mesh = mesh(ball(1, matte(0.5), Vec3.ZERO, radius, 12));
        int lifted = 0;
        for (int t = 0; t < mesh.fixedTriangles; t++) {
            Vec3 a = corner(mesh, t, 0);
            Vec3 b = corner(mesh, t, 1);
            Vec3 c = corner(mesh, t, 2);
            Vec3 g = b.minus(a).cross(c.minus(a));
            if (g.length() < 1e-9) {
                continue;
            }
            Vec3 middle = a.plus(b).plus(c).times(1 / 3.0);
            g = g.times((g.dot(middle) < 0 ? -1 : 1) / g.length());
            lift.over(mesh, t, middle.x(), middle.y(), middle.z(), g.x(), g.y(), g.z());
            double far = Math.sqrt(lift.x * lift.x + lift.y * lift.y + lift.z * lift.z);
            // The tangent planes of the corners stand over the ball, and the place between under their mean.
            assertThat(far).isGreaterThan(middle.length()).isLessThan(radius * 1.05);
            lifted++;
            // With the weights given it is the same place.
            double x = lift.x;
            double third = 1 / 3.0;
            lift.over(mesh, t, middle.x(), middle.y(), middle.z(), g.x(), g.y(), g.z(), third, third, third);
            assertThat(lift.x).isCloseTo(x, within(1e-6));
            // A corner is on the ball already.
            lift.over(mesh, t, a.x(), a.y(), a.z(), g.x(), g.y(), g.z(), 1, 0, 0);
            assertThat(lift.x).isCloseTo(a.x(), within(1e-9));
        }
        assertThat(lifted).isGreaterThan(100);
    }
}
