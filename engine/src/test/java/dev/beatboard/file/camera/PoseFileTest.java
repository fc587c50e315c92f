package dev.beatboard.file.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PoseFileTest {

    @Test
    void pointsProjectedByTheMatrixFallWhereTheViewSeesThem() {
        CameraTrack track = Cameras.moving(24);
        String[] lines = PoseFile.text(track, "a\ntitle").split("\n");
        assertThat(lines).hasSize(25);
        assertThat(lines[0]).isEqualTo("a title");
        assertThat(lines[2]).startsWith("41708 ");
        Vec3 p = new Vec3(0.2, 1.3, -0.4);
        for (int n = 0; n < 24; n++) {
            double[] v = Arrays.stream(lines[n + 1].split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(v).hasSize(19);
            double[] c = new double[3];
            for (int r = 0; r < 3; r++) {
                c[r] = v[7 + 4 * r] * p.x() + v[8 + 4 * r] * p.y() + v[9 + 4 * r] * p.z() + v[10 + 4 * r];
            }
            Vec3 seen = track.views().get(n).project(p, track.aspect());
            assertThat(v[1] * c[0] / c[2] + v[3]).isCloseTo(seen.x(), within(1e-7));
            assertThat(v[2] * c[1] / c[2] + v[4]).isCloseTo(seen.y(), within(1e-7));
            assertThat(c[2]).isCloseTo(seen.z(), within(1e-7));
        }
    }
}
