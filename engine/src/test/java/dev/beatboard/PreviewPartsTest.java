package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.file.gltf.GltfTools;
import dev.beatboard.file.preview.MotionReader;
import dev.beatboard.file.preview.MotionWriter;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.Play;
import dev.beatboard.scene.View;
import dev.beatboard.shot.ShotReader;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.track.Pose;
import dev.beatboard.track.SkinJoint;
import dev.beatboard.track.SkinMotion;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("assets")
class PreviewPartsTest {

    private static final double HEIGHT = 1080;
    private static final double PIXELS = 0.3;

    private static final String TWO = """
            {"duration": "2s", "seed": %d, "set": "cafe",
             "cast": [{"name": "Anna", "description": "a woman of 30"}, {"name": "Tom", "description": "a %s man"}],
             "keyframes": [{"at": "0s", "prompt": "%s"}, {"at": "1s", "prompt": "Tom smiles."}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void needsThePeople() throws Exception {
        Examples.needPeople();
    }

    private static JsonNode gltf(byte[] glb) {
        ByteBuffer b = ByteBuffer.wrap(glb).order(ByteOrder.LITTLE_ENDIAN);
        return JsonMapper.builder().build().readTree(new String(glb, 20, b.getInt(12), StandardCharsets.UTF_8));
    }

    /// The skeleton as a reader of the file finds it, in the order of the skin.
    private static List<SkinJoint> skeleton(JsonNode gltf) {
        List<Integer> nodes = new ArrayList<>();
        gltf.at("/skins/0/joints").forEach(n -> nodes.add(n.asInt()));
        int[] parents = new int[nodes.size()];
        java.util.Arrays.fill(parents, -1);
        for (int j = 0; j < parents.length; j++) {
            for (JsonNode c : gltf.path("nodes").get(nodes.get(j)).path("children")) {
                parents[nodes.indexOf(c.asInt())] = j;
            }
        }
        List<SkinJoint> joints = new ArrayList<>();
        for (int j = 0; j < parents.length; j++) {
            JsonNode node = gltf.path("nodes").get(nodes.get(j));
            JsonNode t = node.path("translation");
            Vec3 own = t.isMissingNode()
                    ? Vec3.ZERO
                    : new Vec3((float) t.get(0).asDouble(), (float) t.get(1).asDouble(), (float)
                            t.get(2).asDouble());
            assertThat(node.has("rotation")).isFalse();
            Vec3 rest = parents[j] < 0 ? own : joints.get(parents[j]).rest().plus(own);
            joints.add(new SkinJoint(node.path("name").asString(), parents[j], rest));
        }
        return joints;
    }

    private static View view(MotionReader motion, int n) {
        JsonNode c = motion.header().path("camera");
        return new View(
                motion.vector(c.path("position"), n),
                motion.rotation(c.path("rotation"), n).normalized(),
                motion.at(c.path("focalLength"), n)[0],
                motion.at(c.path("sensorWidth"), n)[0],
                motion.at(c.path("focusDistance"), n)[0],
                motion.at(c.path("fNumber"), n)[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"corridor", "dialogue", "eight", "product", "sixteen", "talking-head", "walkthrough"})
    void jointsAreWhereTheEngineHasThem(String example) throws Exception {
        try (Director director = Examples.director(2)) {
            Take take = Examples.stage(director, example);
            Play play = take.play();
            PreviewParts.Parts parts = new PreviewParts().of(take);
            MotionReader motion = new MotionReader(parts.motion().bytes());
            JsonNode header = motion.header();
            assertThat(header.path("frames").asInt()).isEqualTo(take.shot().frames());
            double pixels = 0;
            double meters = 0;
            double face = 0;
            for (Actor a : play.stage().actors()) {
                JsonNode person = header.path("people").get(a.index());
                List<SkinJoint> joints =
                        skeleton(gltf(parts.people().get(a.index()).part().bytes()));
                List<String> names = new ArrayList<>();
                header.path("skeletons").get(person.path("skeleton").asInt()).forEach(s -> names.add(s.asString()));
                assertThat(joints.stream().map(SkinJoint::name)).isEqualTo(names);
                for (int n = 0; n < take.shot().frames(); n++) {
                    Pose pose = play.pose(a.index(), n);
                    List<Quat> turns = motion.turns(person, n);
                    List<Vec3> places = SkinMotion.places(turns, motion.vector(person.path("root"), n), joints);
                    View ours = play.camera().view(n);
                    View theirs = view(motion, n);
                    for (int b = 0; b < a.rig().count(); b++) {
                        Vec3 was = pose.joints().get(b);
                        meters = Math.max(meters, places.get(b).distanceTo(was));
                        Vec3 p = ours.project(was, play.camera().aspect());
                        if (p.z() > 0.1 && p.x() >= 0 && p.x() <= 1 && p.y() >= 0 && p.y() <= 1) {
                            Vec3 q = theirs.project(places.get(b), play.camera().aspect());
                            double dx = (q.x() - p.x()) * HEIGHT * play.camera().aspect();
                            pixels = Math.max(pixels, Math.hypot(dx, (q.y() - p.y()) * HEIGHT));
                        }
                    }
                    double[] weights = motion.at(person.path("weights"), n);
                    for (int m = 0; m < weights.length; m++) {
                        double w = pose.face()
                                .getOrDefault(person.path("morphs").get(m).asString(), 0.0);
                        face = Math.max(face, Math.abs(w - weights[m]));
                    }
                }
            }
            System.out.printf(
                    "MEASURED preview of %s: joints within %.4f pixels, %.6f m; motion %.2f MB%n",
                    example, pixels, meters, parts.motion().bytes().length / 1e6);
            assertThat(pixels).isLessThan(PIXELS);
            assertThat(face).isLessThan(1e-4);
        }
    }

    @Test
    void filesOfPeopleAndSetAreValidGltf() throws Exception {
        try (Director director = Examples.director(2)) {
            PreviewParts.Parts parts = new PreviewParts().of(Examples.stage(director, "corridor"));
            assertValid(parts.set());
            assertValid(parts.people().getFirst().part());
        }
    }

    private void assertValid(PreviewParts.Part part) throws Exception {
        Path glb = folder.resolve(part.digest() + ".glb");
        Files.write(glb, part.bytes());
        JsonNode issues = GltfTools.validated(glb).get("issues");
        assertThat(issues.get("numErrors").intValue()).as(issues.toString()).isZero();
        assertThat(issues.get("numWarnings").intValue()).as(issues.toString()).isZero();
    }

    @Test
    void motionIsMadeOnceForATakeThatIsAskedForAgain() throws Exception {
        PreviewParts maker = new PreviewParts();
        try (Director director = Examples.director(2)) {
            Take take = staged(director, 1, "young", "Medium two-shot. Anna waves.");
            assertThat(maker.of(take).motion()).isSameAs(maker.of(take).motion());
        }
    }

    private static Take staged(Director director, long seed, String age, String words) throws Exception {
        return switch (ShotReader.read(TWO.formatted(seed, age, words), "two.json")) {
            case ShotReader.Result.Accepted a -> director.stage(Director.understand(a.draft()));
            case ShotReader.Result.Refused r -> throw new AssertionError(r.problems());
        };
    }

    @Test
    void whatAnEditDoesNotChangeStaysTheSameAndWhatItChangesDoesNot() throws Exception {
        PreviewParts maker = new PreviewParts();
        try (Director director = Examples.director(2);
                Director other = Examples.director(2)) {
            String words = "Medium two-shot. Anna and Tom sit at a table.";
            PreviewParts.Parts first = maker.of(staged(director, 1, "young", words));
            PreviewParts.Parts edited = maker.of(staged(director, 1, "young", words + " Anna waves."));
            assertThat(edited.people().get(0).part().digest())
                    .isEqualTo(first.people().get(0).part().digest());
            assertThat(edited.people().get(1).part().digest())
                    .isEqualTo(first.people().get(1).part().digest());
            assertThat(edited.set().digest()).isEqualTo(first.set().digest());
            assertThat(edited.motion().digest()).isNotEqualTo(first.motion().digest());

            // Another person in Tom's place leaves Anna as she is.
            PreviewParts.Parts older = maker.of(staged(director, 1, "old", words));
            assertThat(older.people().get(0).part().digest())
                    .isEqualTo(first.people().get(0).part().digest());
            assertThat(older.people().get(1).part().digest())
                    .isNotEqualTo(first.people().get(1).part().digest());

            // Nothing that is kept makes a difference.
            PreviewParts.Parts anew = new PreviewParts().of(staged(other, 1, "young", words));
            assertThat(anew.motion().bytes()).isEqualTo(first.motion().bytes());
            assertThat(anew.set().digest()).isEqualTo(first.set().digest());
            assertThat(anew.set().bytes()).isEqualTo(first.set().bytes());
            for (int i = 0; i < 2; i++) {
                assertThat(anew.people().get(i).part().digest())
                        .isEqualTo(first.people().get(i).part().digest());
                assertThat(anew.people().get(i).part().bytes())
                        .isEqualTo(first.people().get(i).part().bytes());
            }
        }
    }

    @Test
    void everythingThatShinesHasItsLevel() throws Exception {
        try (Director director = Examples.director(2)) {
            for (String example : List.of("eight", "walkthrough")) {
                Take take = Examples.stage(director, example);
                MotionReader motion = new MotionReader(MotionWriter.encode(MotionModels.of(take)));
                Set<String> levels = new HashSet<>();
                motion.header()
                        .path("glows")
                        .forEach(g -> levels.add(g.path("name").asString()));
                JsonNode set = gltf(new PreviewParts().of(take).set().bytes());
                int glowing = 0;
                for (JsonNode m : set.path("materials")) {
                    if (m.has("emissiveFactor")) {
                        assertThat(levels).contains(m.at("/extras/glow").asString());
                        glowing++;
                    }
                }
                assertThat(glowing).as(example).isPositive();
                for (int n = 0; n < take.shot().frames(); n += 20) {
                    assertThat(motion.at(motion.header().path("exposure"), n)[0])
                            .isEqualTo((float) take.play().light().at(n).exposure());
                }
            }
        }
    }
}
