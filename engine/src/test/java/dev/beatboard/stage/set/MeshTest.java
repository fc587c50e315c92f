package dev.beatboard.stage.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Shape;
import org.junit.jupiter.api.Test;

class MeshTest {

    @Test
    void aBoxHasItsVolume() {
        assertThat(volume(new Mesh(Placing.at(3, 1, 2, 30)).box(Paints.OAK, 0, 0, 0, 1, 2, 3)))
                .isCloseTo(6, within(1e-4));
    }

    @Test
    void aBevelledBoxIsClosedAndALittleSmaller() {
        double v = volume(new Mesh(Placing.ORIGIN).bevelled(Paints.OAK, 0, 0, 0, 1, 1, 1, 0.1));

        // a cube less 12 edge prisms and the corners they share: 1 - 12 (1 - 0.2) 0.005 - 8 (0.001 * 5 / 6)
        assertThat(v).isCloseTo(1 - 0.048 - 8 * 0.001 * 5 / 6, within(1e-4));
    }

    @Test
    void aRodHasTheVolumeOfItsPolygon() {
        double v = volume(new Mesh(Placing.ORIGIN).rod(Paints.OAK, Vec3.ZERO, new Vec3(0, 0, 2), 1, 12));

        assertThat(v).isCloseTo(2 * 3, within(1e-4));
    }

    /// By the divergence theorem; positive if the faces look outward.
    private static double volume(Mesh m) {
        double sum = 0;
        for (Shape s : m.shapes(1)) {
            int[] t = s.topology().triangles();
            for (int i = 0; i < t.length; i += 3) {
                sum += at(s, t[i]).dot(at(s, t[i + 1]).cross(at(s, t[i + 2]))) / 6;
            }
        }
        return sum;
    }

    private static Vec3 at(Shape s, int i) {
        return new Vec3(s.positions()[3 * i], s.positions()[3 * i + 1], s.positions()[3 * i + 2]);
    }
}
