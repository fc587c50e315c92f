package dev.beatboard.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.scene.Material;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FurnitureFileTest {

    private static final String QUAD = """
            mtllib a.mtl
            v 0 0 0
            v 4 0 0
            v 4 2 0
            v 0 2 1
            usemtl chrome
            f 1 2 3 4
            """;
    private static final String TEXTURED = """
            mtllib a.mtl
            usemtl chrome
            v 0 0 0
            v 1 0 0
            v 1 1 0
            vt 0.25 3443870976
            vt 0.5 0.5
            f 1/1 2/2 3/1
            """;
    private static final String PAINTS = "newmtl chrome\nKd 0.5 0.5 0.5\nNs 200\n";

    @Test
    void aModelIsFittedToItsCatalogueSizeAndFanned() throws IOException {
        ObjModel m = ObjModel.read(QUAD, name -> name.equals("a.mtl") ? PAINTS : "");
        m.fit(null, new float[] {1, 1, 0.5f});

        ObjModel.Group g = m.groups().getFirst();
        assertThat(g.triangles()).hasSize(6);
        assertThat(g.positions()[0]).isCloseTo(-0.5f, within(1e-6f));
        assertThat(g.positions()[1]).isEqualTo(0);
        assertThat(g.positions()[2]).isCloseTo(-0.25f, within(1e-6f));
    }

    @Test
    void whatIsWrittenIsReadAgain(@TempDir Path folder) throws IOException {
        ObjModel m = ObjModel.read(QUAD, name -> PAINTS);
        FurnitureFile.write(folder.resolve("a.prop"), m.groups(), Map.of());
        Files.writeString(folder.resolve("catalog.tsv"), "a\ttable\tdesk, wood\t1\t2\t3\t0.7\t\"A\" by B\n");

        List<Prop.Part> parts = FurnitureFile.read(folder.resolve("a.prop"), folder, new HashMap<>());
        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().material().metalness()).isEqualTo(1);
        assertThat(parts.getFirst().material().kind()).isEqualTo(Material.Kind.PLAIN);
        FurnitureLibrary library = FurnitureLibrary.open(folder);
        assertThat(library.search("table")).containsExactly("a");
        assertThat(library.search("desk")).containsExactly("a");
        assertThat(library.named("a").orElseThrow().surfaceHeight()).isEqualTo(0.7);
        assertThat(library.named("b")).isEmpty();
    }

    @Test
    void aTextureCoordinateBeyondAllPicturesIsNone(@TempDir Path folder) throws IOException {
        ObjModel m = ObjModel.read(TEXTURED, name -> PAINTS + "map_Kd a.png\n");
        FurnitureFile.write(folder.resolve("a.prop"), m.groups(), Map.of());

        Prop.Part part = FurnitureFile.read(folder.resolve("a.prop"), folder, new HashMap<>())
                .getFirst();
        assertThat(part.topology().uvs()).contains(0.25f).doesNotContain(3443870976f);
    }

    @Test
    void aNounIsTheLastWordOfAName(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("catalog.tsv"),
                "a\twall flat tv\telectronics\t1\t1\t1\t0\t\nb\twine bottle\tdrink\t1\t1\t1\t0\t\n");
        FurnitureLibrary library = FurnitureLibrary.open(folder);
        assertThat(library.search("wall")).isEmpty();
        assertThat(library.search("bottle")).containsExactly("b");
    }
}
