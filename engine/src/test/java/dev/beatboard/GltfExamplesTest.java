package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.Library;
import dev.beatboard.file.gltf.GltfForm;
import dev.beatboard.file.gltf.GltfTools;
import dev.beatboard.file.gltf.GltfWriter;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.skin.LinearSkin;
import dev.beatboard.motion.skin.Skinning;
import dev.beatboard.scene.SkinnedShape;
import dev.beatboard.scene.View;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.track.Pose;
import dev.beatboard.track.SkinJoint;
import dev.beatboard.track.SkinMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// glTF files of the examples, read by the validator of Khronos, three.js and Blender.
@Tag("assets")
class GltfExamplesTest {

    private static final double ASPECT = 16 / 9.0;
    /// Megabytes that the small form of `eight`, 20 seconds of eight people, may have.
    private static final double EIGHT_MEGABYTES = 8;
    /// What hangs over the thighs is pushed out of them when we skin, which linear skinning cannot.
    private static final Set<String> PUSHED = Set.of("skirt", "dress");

    @TempDir
    Path folder;

    @BeforeEach
    void needsThePeople() throws IOException {
        Examples.needPeople();
    }

    private Path written(Take take, GltfForm form) throws IOException {
        Path glb = folder.resolve(form + ".glb");
        GltfWriter.write(glb, ShotModels.of(take, "draft"), form);
        return glb;
    }

    private static void assertValid(Path glb) throws Exception {
        JsonNode issues = GltfTools.validated(glb).get("issues");
        assertThat(issues.get("numErrors").intValue()).as(issues.toString()).isZero();
        assertThat(issues.get("numWarnings").intValue()).as(issues.toString()).isZero();
    }

    @Test
    void blenderSeesTheCorridorThroughOurLensAndItsJointsWhereOursAre() throws Exception {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 2)) {
            Take take = Examples.stage(director, "corridor");
            Path glb = written(take, GltfForm.PLAIN);
            assertValid(glb);
            Path points = folder.resolve("points.json");
            double[][] world = {{0.1, 1.5, -11.3}, {0, 0.2, -15}, {0.9, 2.1, -13}};
            Files.writeString(points, "[[0.1,1.5,-11.3],[0,0.2,-15],[0.9,2.1,-13]]");
            JsonNode seen = GltfTools.inBlender(glb, points, List.of(0, 84, 150, 239));
            for (JsonNode f : seen.get("frames")) {
                int n = f.get("frame").intValue();
                View v = take.play().camera().view(n);
                for (int i = 0; i < world.length; i++) {
                    Vec3 ours = v.project(new Vec3(world[i][0], world[i][1], world[i][2]), ASPECT);
                    double dx = f.at("/points/" + i + "/0").doubleValue() - 1920 * ours.x();
                    double dy = f.at("/points/" + i + "/1").doubleValue() - 1080 * ours.y();
                    assertThat(Math.hypot(dx, dy))
                            .as("pixels at frame %d, point %d", n, i)
                            .isLessThan(0.1);
                }
                Actor man = take.play().stage().actors().getFirst();
                Pose pose = take.play().pose(0, n);
                JsonNode joints = f.at("/joints").get(man.performer().name());
                for (int b = 0; b < man.rig().count(); b++) {
                    assertThat(place(joints.get(man.rig().bones().get(b)))
                                    .distanceTo(pose.joints().get(b)))
                            .isLessThan(1e-4);
                }
            }
            assertThat(seen.get("shapeKeys").intValue()).isGreaterThan(34);
        }
    }

    @Test
    void threeJsSeesEveryJointOfTheCorridorOnAllFramesWithinAPixel() throws Exception {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 2)) {
            Take take = Examples.stage(director, "corridor");
            Path glb = written(take, GltfForm.COMPRESSED);
            assertValid(glb);
            JsonNode seen = GltfTools.inThree(glb, "all", folder);
            assertThat(seen.at("/frames").size()).isEqualTo(take.shot().frames());
            assertJointsAgree(take, seen);
        }
    }

    @Test
    void eightPeopleAreSmallEnoughForABrowserAndStandWhereTheyShould() throws Exception {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 2)) {
            Take take = Examples.stage(director, "eight");
            Path glb = written(take, GltfForm.COMPRESSED);
            assertThat(Files.size(glb) / 1e6).isLessThan(EIGHT_MEGABYTES);
            assertValid(glb);
            assertJointsAgree(take, GltfTools.inThree(glb, "0,47,48,131,132,200,311,312,400,479", folder));
        }
    }

    /// Within a pixel of a picture of 1920x1080, and within a millimeter.
    private static void assertJointsAgree(Take take, JsonNode seen) {
        for (JsonNode f : seen.get("frames")) {
            int n = f.get("frame").intValue();
            View view = take.play().camera().view(n);
            for (Actor a : take.play().stage().actors()) {
                Pose pose = take.play().pose(a.index(), n);
                for (int b = 0; b < a.rig().count(); b++) {
                    String bone = a.rig().bones().get(b);
                    Vec3 ours = pose.joints().get(b);
                    Vec3 theirs = place(f.at("/joints/" + a.index()).get(bone));
                    assertThat(theirs.distanceTo(ours))
                            .as("%s at frame %d", bone, n)
                            .isLessThan(1e-3);
                    Vec3 p = view.project(ours, ASPECT);
                    if (p.z() > 0.1 && p.x() >= 0 && p.x() <= 1 && p.y() >= 0 && p.y() <= 1) {
                        double[] q = projected(f, theirs);
                        assertThat(Math.hypot(q[0] - 1920 * p.x(), q[1] - 1080 * p.y()))
                                .as("pixels of %s at frame %d", bone, n)
                                .isLessThan(1);
                    }
                }
            }
        }
    }

    /// Through the camera that three.js had: columns of worldFromCamera, and the projection's scale.
    private static double[] projected(JsonNode frame, Vec3 p) {
        double[] c = new double[3];
        double[] d = new double[3];
        for (int i = 0; i < 3; i++) {
            d[i] = (i == 0 ? p.x() : i == 1 ? p.y() : p.z())
                    - frame.at("/lens/" + (12 + i)).doubleValue();
        }
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 3; i++) {
                c[k] += frame.at("/lens/" + (4 * k + i)).doubleValue() * d[i];
            }
        }
        double x = frame.at("/projection/0").doubleValue() * c[0] / -c[2];
        double y = frame.at("/projection/5").doubleValue() * c[1] / -c[2];
        return new double[] {1920 * (0.5 + 0.5 * x), 1080 * (0.5 - 0.5 * y)};
    }

    private static Vec3 place(JsonNode p) {
        return new Vec3(p.get(0).doubleValue(), p.get(1).doubleValue(), p.get(2).doubleValue());
    }

    @Test
    void linearSkinningComesCloseToOurs() throws IOException {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 2)) {
            Take take = Examples.stage(director, "eight");
            for (Actor a : take.play().stage().actors()) {
                LinearSkin linear = LinearSkin.of(a);
                List<SkinnedShape> surfaces = linear.surfaces();
                Skinning ours = Skinning.of(a);
                for (int n : new int[] {0, 140, 330, 440}) {
                    Pose pose = take.play().pose(a.index(), n);
                    List<float[]> expected = ours.positions(pose);
                    for (int s = 0; s < expected.size(); s++) {
                        SkinnedShape surface = surfaces.get(s);
                        if (!PUSHED.contains(surface.name())) {
                            assertThat(worst(linear, surface, pose, expected.get(s)))
                                    .as(
                                            "meters, %s of %s at frame %d",
                                            surface.name(), a.performer().name(), n)
                                    .isLessThan(0.003);
                        }
                    }
                }
            }
        }
    }

    private static double worst(LinearSkin linear, SkinnedShape s, Pose pose, float[] expected) {
        List<SkinJoint> joints = linear.joints();
        List<Quat> local = linear.rotations(pose);
        List<Vec3> places = SkinMotion.places(local, pose.joints().getFirst(), joints);
        Quat[] turn = new Quat[joints.size()];
        for (int j = 0; j < turn.length; j++) {
            int p = joints.get(j).parent();
            turn[j] = p < 0 ? local.get(j) : turn[p].times(local.get(j));
        }
        float[] rest = s.positions().clone();
        for (SkinnedShape.Morph m : s.morphs()) {
            double w = pose.face().getOrDefault(m.name(), 0.0);
            for (int i = 0; i < m.offsets().length && w != 0; i++) {
                rest[3 * m.vertices()[i / 3] + i % 3] += (float) (w * m.offsets()[i]);
            }
        }
        double worst = 0;
        for (int v = 0; v < s.topology().vertexCount(); v++) {
            Vec3 r = new Vec3(rest[3 * v], rest[3 * v + 1], rest[3 * v + 2]);
            Vec3 p = Vec3.ZERO;
            for (int i = 4 * v; i < 4 * v + 4; i++) {
                int j = s.joints()[i];
                p = p.plus(
                        places.get(j).plus(turn[j].rotate(r.minus(joints.get(j).rest()))), s.weights()[i]);
            }
            worst = Math.max(worst, p.distanceTo(new Vec3(expected[3 * v], expected[3 * v + 1], expected[3 * v + 2])));
        }
        return worst;
    }
}
