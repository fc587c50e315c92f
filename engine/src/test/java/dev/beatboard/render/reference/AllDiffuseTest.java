package dev.beatboard.render.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.raster.TestScenes;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllDiffuseTest {

    @Test
    void leavesPlainDiffuseSurfacesOnlyAndKeepsTheWorld() {
        List<Shape> shapes = List.of(
                quad(Material.metal("tin", new Rgb(0.5f, 0.4f, 0.3f), 0.2)),
                quad(Material.emissive("lamp", Rgb.WHITE)),
                quad(Material.plain("pane", new Pattern.Solid(Rgb.WHITE), 0.1).withOpacity(Material.Opacity.CLEAR)),
                quad(Material.plain("wood", new Pattern.WoodGrain(Rgb.grey(0.4), Rgb.grey(0.2), 1), 0.5)));
        World world = TestScenes.world(shapes, new Vec3(-5, -5, -5), new Vec3(5, 5, 5));
        Scene scene = TestScenes.scene(
                world,
                List.of(),
                List.of(),
                new Sky.Uniform(Rgb.WHITE),
                TestScenes.view(new Vec3(0, 0, 3), new Vec3(0, 0, 0)));
        AllDiffuse diffuse = new AllDiffuse();
        Scene made = diffuse.of(scene);
        assertThat(made.world().shapes()).extracting(s -> s.material().name()).containsExactly("tin", "wood");
        assertThat(made.world().shapes()).allSatisfy(s -> {
            assertThat(s.material().specular()).isZero();
            assertThat(s.material().metalness()).isZero();
            assertThat(s.material().base()).isInstanceOf(Pattern.Solid.class);
        });
        assertThat(made.world().shapes().getFirst().material().base())
                .isEqualTo(new Pattern.Solid(new Rgb(0.5f, 0.4f, 0.3f)));
        assertThat(diffuse.of(scene).world()).isSameAs(made.world());
    }

    private static Shape quad(Material m) {
        return TestScenes.quad(1, m, new Vec3(0, 0, 0), new Vec3(1, 0, 0), new Vec3(0, 1, 0));
    }
}
