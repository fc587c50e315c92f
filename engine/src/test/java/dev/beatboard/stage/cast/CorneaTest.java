package dev.beatboard.stage.cast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.InstalledPeople;
import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Texture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorneaTest {

    private static final double IRIS = 0.005;

    @Test
    void theIrisIsHollowAsItComesAndBulgesAsItIsWorn() throws Exception {
        People people = InstalledPeople.get();
        Piece eyes = people.piece("HighPolyEyes").orElseThrow();
        Texture picture = people.texture(eyes.looks().getFirst().texture());
        Figure neutral = new Figure(people.body().positions(), 1, 1);
        Vec3 eye = neutral.joint(people, "eye.L");
        float[] rest = neutral.fit(eyes);
        int[] drawn = Cornea.off(eyes, picture).triangles();

        assertThat(rise(rest, drawn, eye)).isGreaterThan(0.0005);
        Cornea.dome(rest, eyes, picture, eye);
        assertThat(rise(rest, drawn, eye)).isLessThan(-0.0015);
        assertThat(steps(rest, drawn, eye)).allMatch(step -> step <= 1e-5);
    }

    /// How much farther forward the rim of the iris is than its middle, meters.
    private static double rise(float[] at, int[] drawn, Vec3 eye) {
        List<double[]> rings = rings(at, drawn, eye);
        return rings.getLast()[1] - rings.getFirst()[1];
    }

    private static List<Double> steps(float[] at, int[] drawn, Vec3 eye) {
        List<double[]> rings = rings(at, drawn, eye);
        List<Double> out = new ArrayList<>();
        for (int i = 1; i < rings.size(); i++) {
            out.add(rings.get(i)[1] - rings.get(i - 1)[1]);
        }
        return out;
    }

    /// Distance from the axis and depth of the vertices of one iris, from the middle outward.
    private static List<double[]> rings(float[] at, int[] drawn, Vec3 eye) {
        List<double[]> out = new ArrayList<>();
        for (int v : drawn) {
            double away = Math.hypot(at[3 * v] - eye.x(), at[3 * v + 1] - eye.y());
            if (away < IRIS && at[3 * v + 2] > eye.z()) {
                out.add(new double[] {away, at[3 * v + 2]});
            }
        }
        out.sort((a, b) -> Double.compare(a[0], b[0]));
        return out;
    }
}
