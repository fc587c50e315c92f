package dev.beatboard.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SceneDigestTest {

    private static final View VIEW = new View(new Vec3(0, 1, 3), Quat.IDENTITY, 50, 36, 3, 2.8);
    private static final View MOVED = new View(new Vec3(0, 1, 3.0000001), Quat.IDENTITY, 50, 36, 3, 2.8);
    private static final Emitter BULB = new Emitter.Bulb(LightGroup.KEY, Vec3.Y, 0.05, Rgb.WHITE);
    private static final Emitter DIM = new Emitter.Bulb(LightGroup.KEY, Vec3.Y, 0.05, Rgb.grey(0.99));
    private static final Sky SKY = new Sky.Uniform(Rgb.WHITE);

    @Test
    void equalScenesBuiltTwiceHaveOneDigest() {
        assertThat(of(scene())).isEqualTo(of(scene())).hasSize(64);
    }

    @Test
    void tellsTheSmallestChangeOfEachPart() {
        Scene s = scene();
        World w = s.world();
        List<Scene> changed = List.of(
                s,
                with(world(material(), (byte) 1)),
                with(world(material().withTwoSided(true), (byte) 0)),
                with(shape(0, 0, Math.nextUp(0.5f))),
                with(shape(0, Math.nextUp(0.5f), 0.5f)),
                with(shape(Math.nextUp(0f), 0.5f, 0.5f)),
                new Scene(w, s.shapes(), List.of(DIM), s.bounced(), SKY, VIEW, VIEW, VIEW, 0.5, 1, 7),
                new Scene(w, s.shapes(), s.lights(), List.of(DIM), SKY, VIEW, VIEW, VIEW, 0.5, 1, 7),
                new Scene(
                        w,
                        s.shapes(),
                        s.lights(),
                        s.bounced(),
                        new Sky.Uniform(Rgb.BLACK),
                        VIEW,
                        VIEW,
                        VIEW,
                        0.5,
                        1,
                        7),
                new Scene(w, s.shapes(), s.lights(), s.bounced(), SKY, MOVED, VIEW, VIEW, 0.5, 1, 7),
                new Scene(w, s.shapes(), s.lights(), s.bounced(), SKY, VIEW, MOVED, VIEW, 0.5, 1, 7),
                new Scene(w, s.shapes(), s.lights(), s.bounced(), SKY, VIEW, VIEW, MOVED, 0.5, 1, 7),
                new Scene(w, s.shapes(), s.lights(), s.bounced(), SKY, VIEW, VIEW, VIEW, 0.6, 1, 7),
                new Scene(w, s.shapes(), s.lights(), s.bounced(), SKY, VIEW, VIEW, VIEW, 0.5, 2, 7),
                new Scene(w, s.shapes(), s.lights(), s.bounced(), SKY, VIEW, VIEW, VIEW, 0.5, 1, 8));
        Set<String> digests = new HashSet<>();
        SceneDigest digest = new SceneDigest();
        changed.forEach(c -> digests.add(digest.of(c)));
        assertThat(digests).hasSameSizeAs(changed);
        assertThat(digests).doesNotContain(digest.of(s, "draft"), digest.of(s, "final"));
    }

    @Test
    void refusesWhatItCannotRead() {
        Object unknown = new Object();
        assertThatThrownBy(() -> new SceneDigest().of(scene(), unknown)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String of(Scene s) {
        return new SceneDigest().of(s);
    }

    private static Scene scene() {
        return with(shape(0, 0.5f, 0.5f));
    }

    private static Scene with(Shape shape) {
        return new Scene(world(material(), (byte) 0), List.of(shape), List.of(BULB), SKY, VIEW, VIEW, VIEW, 0.5, 1, 7);
    }

    private static Scene with(World world) {
        return new Scene(world, List.of(shape(0, 0.5f, 0.5f)), List.of(BULB), SKY, VIEW, VIEW, VIEW, 0.5, 1, 7);
    }

    private static Material material() {
        return Material.plain("wall", new Pattern.Solid(Rgb.WHITE), 0.5);
    }

    private static Shape shape(float now, float before, float after) {
        Topology one = new Topology(3, new int[] {0, 1, 2}, new float[0]);
        return new Shape(
                1,
                material(),
                one,
                new float[] {now, 0, 0, 1, 0, 0, 0, 1, 0},
                new float[9],
                new float[] {before, 0, 0, 1, 0, 0, 0, 1, 0},
                new float[] {after, 0, 0, 1, 0, 0, 0, 1, 0});
    }

    private static World world(Material material, byte texel) {
        Texture texture = new Texture("t", 1, 1, new byte[] {texel, 0, 0, 0});
        Topology one = new Topology(3, new int[] {0, 1, 2}, new float[6]);
        Shape wall = Shape.fixed(
                1, material.withBase(new Pattern.Image(texture, Rgb.WHITE)), one, new float[9], new float[9]);
        return new World(
                "room", List.of(wall), List.of(new SceneObject("nothing", false)), Vec3.ZERO, new Vec3(1, 1, 1));
    }
}
