package dev.beatboard.file.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.file.Decimal;
import dev.beatboard.file.Slate;
import dev.beatboard.file.Tools;
import dev.beatboard.math.Vec3;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.TrackPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrackFilesTest {

    private static final Slate SLATE = new Slate("Made up", "ab12", 3, "0.1.0", "draft");
    private static final ClipTrack CLIP = MadeUpClip.clip();

    @TempDir
    private Path folder;

    @Test
    void jsonHoldsWhatTheTracksHold() throws IOException {
        JsonTracks.write(folder.resolve("t.json"), CLIP, SLATE);
        JsonNode root = JsonMapper.builder().build().readTree(folder.resolve("t.json"));
        assertThat(root.get("format").asString()).isEqualTo("beatboard-tracks");
        assertThat(root.get("rate").get(0).asInt()).isEqualTo(24000);
        assertThat(root.get("handPoints").get(8).asString()).isEqualTo("index-finger-tip");
        assertThat(root.get("performers").get(0).get("name").asString()).isEqualTo("Jo, \"the\" one");
        assertThat(root.get("frames")).hasSize(5);
        JsonNode even = root.get("frames").get(0).get("performers").get(0);
        assertThat(root.get("frames").get(0).get("time").asDouble()).isEqualTo(10 * 1001 / 24000.0, within(1e-6));
        assertThat(even.get("visible").asDouble()).isEqualTo(0.5);
        assertThat(even.get("faceBox").get(3).asDouble()).isEqualTo(40.25);
        assertThat(even.get("gaze").get("target").get("kind").asString()).isEqualTo("lens");
        assertThat(even.get("landmarks").get(69)).hasSize(7);
        assertThat(even.get("joints").get(0).get(0).asDouble()).isEqualTo(1, within(1e-5));
        assertThat(even.get("coefficients").get("eyeBlinkLeft").asDouble()).isZero();
    }

    @Test
    void whatDoesNotApplyIsAbsentAndNotZero() throws IOException {
        JsonTracks.write(folder.resolve("t.json"), CLIP, SLATE);
        JsonNode frame = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("t.json"))
                .get("frames")
                .get(1);
        assertThat(frame.get("lens").has("fNumber")).isFalse();
        JsonNode odd = frame.get("performers").get(0);
        assertThat(odd.has("visible")).isFalse();
        assertThat(odd.has("faceBox")).isFalse();
        assertThat(odd.get("gaze").has("target")).isFalse();
        assertThat(odd.get("landmarks").get(0)).as("behind the lens").hasSize(3);
        assertThat(odd.get("coefficients").has("cheekPuff")).isFalse();
    }

    @Test
    void tablesHaveARowPerPointAndEmptyCellsForWhatIsAbsent() throws IOException {
        CsvTracks.write(folder, CLIP);
        List<String> points = Files.readAllLines(folder.resolve("track-points.csv"));
        assertThat(points).hasSize(1 + 5 * (7 + 70 + 2 * 21));
        assertThat(points.get(8))
                .isEqualTo(
                        "10,0.417083,00:00:00:10,\"Jo, \"\"the\"\" one\",face,0,jaw-0,0.12346,1,-2,355.91,180,2.2,1");
        assertThat(points.get(8 + 119)).endsWith("face,0,jaw-0,0.12346,1,2,,,,");
        List<String> rows = Files.readAllLines(folder.resolve("track-performers.csv"));
        assertThat(rows).hasSize(6);
        int columns = rows.getFirst().split(",", -1).length;
        assertThat(columns).isEqualTo(28 + 52);
        assertThat(rows.get(2).replace("\"Jo, \"\"the\"\" one\"", "Jo").split(",", -1))
                .hasSize(columns);
        assertThat(rows.get(2)).startsWith("11,0.458792,00:00:00:11,\"Jo, \"\"the\"\" one\",,,,,,");
    }

    @Test
    void aBvhFileGivesTheJointsBackWithinAMillimeter() throws IOException {
        Path file = folder.resolve("jo.bvh");
        BvhWriter.write(file, CLIP, 0);
        ReadBvh bvh = ReadBvh.of(file);
        assertThat(bvh.frames()).isEqualTo(5);
        assertThat(bvh.frameSeconds()).isEqualTo(1001 / 24000.0, within(1e-7));
        for (int f = 0; f < 5; f++) {
            List<TrackPoint> joints = CLIP.frame(10 + f).performers().getFirst().joints();
            for (int i = 0; i < joints.size(); i++) {
                Vec3 read = bvh.place(f, MadeUpClip.SKELETON.joints().get(i).name());
                assertThat(read.distanceTo(joints.get(i).world()))
                        .as("frame " + f + ", joint " + i)
                        .isLessThan(1e-3);
            }
        }
    }

    @Test
    void blenderReadsTheBvhFileAndHasTheJointsInTheSamePlaces() throws IOException, InterruptedException {
        Tools.need("blender");
        Path file = folder.resolve("jo.bvh");
        BvhWriter.write(file, CLIP, 0);
        Path script = folder.resolve("read.py");
        Files.writeString(script, """
                import bpy, builtins, sys
                import io_anim_bvh.import_bvh as importer
                # Debian's Blender 3.4 opens files in the mode 'rU', which its Python 3.11 no longer has.
                importer.open = lambda path, mode: builtins.open(path)
                bpy.ops.import_anim.bvh(filepath=sys.argv[-1], global_scale=0.01, axis_forward='-Z', axis_up='Y',
                                        use_fps_scale=False, update_scene_fps=True, update_scene_duration=True)
                o = bpy.context.object
                for f in range(1, 6):
                    bpy.context.scene.frame_set(f)
                    for b in o.pose.bones:
                        p = o.matrix_world @ b.head
                        print('JOINT %d %s %.6f %.6f %.6f' % (f - 1, b.name, p.x, p.z, -p.y))
                """);
        String said = Tools.output(List.of(
                "blender", "--background", "--factory-startup", "--python", script.toString(), "--", file.toString()));
        List<String> rows = said.lines().filter(l -> l.startsWith("JOINT ")).toList();
        assertThat(rows).as(said).hasSize(5 * 7);
        for (String row : rows) {
            String[] c = row.split(" ");
            int joint = MadeUpClip.SKELETON.joints().stream()
                    .map(j -> j.name())
                    .toList()
                    .indexOf(c[2]);
            Vec3 at = new Vec3(Double.parseDouble(c[3]), Double.parseDouble(c[4]), Double.parseDouble(c[5]));
            Vec3 ours = CLIP.frame(10 + Integer.parseInt(c[1]))
                    .performers()
                    .getFirst()
                    .joints()
                    .get(joint)
                    .world();
            assertThat(at.distanceTo(ours)).as(row).isLessThan(1e-3);
        }
    }

    @Test
    void filesDoNotDependOnTheCountry() throws IOException {
        Locale before = Locale.getDefault();
        List<Path> first = TrackFiles.write(folder.resolve("a"), CLIP, SLATE);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            List<Path> second = TrackFiles.write(folder.resolve("b"), CLIP, SLATE);
            assertThat(first).hasSize(4);
            assertThat(first.getLast().getFileName()).hasToString("01-jo-the-one.bvh");
            for (int i = 0; i < first.size(); i++) {
                assertThat(first.get(i)).hasSameBinaryContentAs(second.get(i));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersHaveNoExponentAndNoTrailingZeros() {
        assertThat(Decimal.of(-0.00001234, 5)).isEqualTo("-0.00001");
        assertThat(Decimal.of(-0.000001, 5)).isEqualTo("0");
        assertThat(Decimal.of(12.5, 5)).isEqualTo("12.5");
        assertThat(Decimal.of(0.050009, 4)).isEqualTo("0.05");
        assertThat(Decimal.of(-3e12, 2)).isEqualTo("-3000000000000");
        assertThatThrownBy(() -> Decimal.of(Double.NaN, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
