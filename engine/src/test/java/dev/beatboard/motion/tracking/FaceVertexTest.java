package dev.beatboard.motion.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.asset.BodyMesh;
import dev.beatboard.asset.InstalledPeople;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FaceVertexTest {

    @Test
    void theTableHasThe68PointsOfTheSkinAndThreeAtTheHairline() {
        assertThat(FaceVertex.table()).hasSize(71);
    }

    @Test
    @Tag("assets")
    void textureCoordinatesAndNumbersAreOfTheSameVertexAndFacesAreSymmetric() throws Exception {
        BodyMesh mesh = InstalledPeople.get().body();
        List<FaceVertex> table = FaceVertex.table();
        for (FaceVertex v : table) {
            int found = 0;
            for (int i = 0; i < mesh.sources().length; i++) {
                boolean there =
                        Math.abs(mesh.uvs()[2 * i] - v.u()) < 1e-4 && Math.abs(mesh.uvs()[2 * i + 1] - v.v()) < 1e-4;
                if (there) {
                    found++;
                    assertThat(mesh.sources()[i]).as(v.where()).isEqualTo(v.vertex());
                }
            }
            assertThat(found).as(v.where()).isOne();
        }
        for (int i = 0; i < 17; i++) {
            float[] p = mesh.positions();
            int right = 3 * table.get(i).vertex();
            int left = 3 * table.get(16 - i).vertex();
            assertThat(p[right]).as("jaw " + i).isEqualTo(-p[left], within(2e-4f));
            assertThat(p[right + 1]).as("jaw " + i).isEqualTo(p[left + 1], within(2e-4f));
        }
    }
}
