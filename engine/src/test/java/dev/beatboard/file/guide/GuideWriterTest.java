package dev.beatboard.file.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.file.Picture;
import dev.beatboard.file.Slate;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.SceneObject;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Shot;
import dev.beatboard.time.FrameRange;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.DepthRange;
import dev.beatboard.track.DepthSpan;
import dev.beatboard.track.FrameTrack;
import dev.beatboard.track.LensTrack;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GuideWriterTest {

    private static final int W = 6;
    private static final int H = 4;
    private static final Slate SLATE = new Slate("Guided", "ab12", 3, "0.1.0", "draft");
    /// Looks along +x: its right is +z.
    private static final LensTrack LENS =
            new LensTrack(Vec3.ZERO, Quat.about(Vec3.Y, -Math.PI / 2), 50, 36, 3, Double.POSITIVE_INFINITY);

    private static final Shot SHOT = new Shot(
            "Guided",
            Time.seconds(1),
            FrameRate.FILM,
            16,
            9,
            1,
            SetKind.OFFICE_CORRIDOR,
            List.of(),
            List.of(Keyframe.words(Time.ZERO, "an empty corridor"), Keyframe.words(Time.milliseconds(125), "push in")));

    private static final ClipTrack CLIP = new ClipTrack(
            "Guided", FrameRate.FILM, W, H, new FrameRange(1, 3), List.of(), n -> new FrameTrack(n, LENS, List.of()));

    private static final List<SceneObject> OBJECTS =
            List.of(new SceneObject("nothing", false), new SceneObject("chair", false), new SceneObject("Anna", true));

    private static final List<DepthSpan> DEPTHS = List.of(new DepthSpan(new FrameRange(0, 9), new DepthRange(1, 10)));

    @TempDir
    private Path folder;

    @Test
    void everyGuideHasAPicturePerFrameThatReadsBack() throws IOException {
        List<Path> files = write(Set.of(), Optional.empty());
        assertThat(files).allMatch(Files::exists);
        // Inverse depth: 1 m is near, 10 m far, and 2 m is (1/2 - 1/10) / (1 - 1/10) of the way.
        BufferedImage depth = read("depth/1002.png");
        assertThat(depth.getRGB(0, 0) & 255).isEqualTo(Math.round(255 * 0.4f / 0.9f));
        assertThat(depth.getRGB(5, 3) & 0xffffff).as("nothing").isZero();
        Raster metric = read("depth16/1002.png").getRaster();
        assertThat(metric.getNumBands()).isOne();
        assertThat(metric.getSample(0, 0, 0)).isEqualTo(2000);
        assertThat(metric.getSample(1, 0, 0)).as("80 m").isEqualTo(65_535);
        assertThat(metric.getSample(5, 3, 0)).as("nothing").isZero();
        // A wall that faces the lens, which looks along +x, has the normal -x: all blue. The floor is green.
        BufferedImage normals = read("normals/1002.png");
        assertThat(normals.getRGB(0, 0) & 0xffffff).isEqualTo(0x8080ff);
        assertThat(normals.getRGB(0, 3) & 0xffffff).isEqualTo(0x80ff80);
        assertThat(normals.getRGB(5, 3) & 0xffffff).as("nothing").isZero();
        BufferedImage segments = read("segmentation/1002.png");
        assertThat(segments.getRGB(0, 0) & 0xffffff).isEqualTo(Guides.Segments.color(2));
        assertThat(segments.getRGB(5, 3) & 0xffffff).isZero();
        // KITTI: 1.5 pixels right and 2 up are 32768 + 96 and 32768 - 128.
        Raster motion = read("motion/1002.png").getRaster();
        assertThat(motion.getNumBands()).isEqualTo(3);
        assertThat(motion.getPixel(0, 0, (int[]) null)).containsExactly(32_864, 32_640, 1);
        assertThat(motion.getPixel(1, 0, (int[]) null)).as("600 pixels").containsExactly(0, 0, 0);
    }

    @Test
    void whatTheFramesLackIsAbsentAndTheManifestSaysWhy() throws IOException {
        write(Set.of("N.X", "N.Y", "N.Z", "forward.u"), Optional.empty());
        assertThat(folder.resolve("normals")).doesNotExist();
        assertThat(folder.resolve("motion")).doesNotExist();
        JsonNode normals = guide("normals");
        assertThat(normals.get("present").asBoolean()).isFalse();
        assertThat(normals.get("why").asString()).isEqualTo("frame 1 was rendered without N.X, N.Y, N.Z");
        assertThat(guide("motion").get("why").asString()).endsWith("forward.u");
        assertThat(guide("depth").get("present").asBoolean()).isTrue();
    }

    @Test
    void manifestAndPromptsNameFramesFilesAndObjects() throws IOException {
        write(Set.of(), Optional.empty());
        JsonNode m = json("manifest.json");
        assertThat(m.get("frames").asInt()).isEqualTo(3);
        assertThat(m.get("depthRanges").get(0).get("far").asDouble()).isEqualTo(10, within(1e-9));
        assertThat(guide("depth").get("files").asString()).isEqualTo("depth/1002.png .. 1004.png");
        assertThat(m.get("objects").get(2).get("name").asString()).isEqualTo("Anna");
        assertThat(m.get("objects").get(2).get("color").asString())
                .isEqualTo(String.format("#%06x", Guides.Segments.color(2)));
        assertThat(m.get("stills")).hasSize(2);
        assertThat(m.get("pipelines")).hasSize(4);
        JsonNode keys = json("prompts.json").get("keyframes");
        assertThat(keys.get(0).has("still")).as("frame 0 is not among these").isFalse();
        assertThat(keys.get(0).has("index")).isFalse();
        assertThat(keys.get(1).get("frame").asInt()).isEqualTo(3);
        assertThat(keys.get(1).get("index").asInt()).isEqualTo(2);
        assertThat(keys.get(1).get("prompt").asString()).isEqualTo("push in");
        assertThat(folder.resolve(keys.get(1).get("still").asString())).exists();
    }

    @Test
    void videosGetEveryPictureAndAreEndedOnce() throws IOException {
        List<String> said = new ArrayList<>();
        write(Set.of(), Optional.of((target, w, h) -> new GuideVideos.Video() {
            @Override
            public void write(Picture picture) {
                said.add("write " + target.getFileName());
            }

            @Override
            public void finish() {
                said.add("finish " + target.getFileName());
            }

            @Override
            public void close() {
                said.add("close " + target.getFileName());
            }
        }));
        for (String name : List.of("depth", "pose", "normals", "segmentation")) {
            assertThat(said.stream().filter(s -> s.endsWith(" " + name + ".mp4")))
                    .containsExactly(
                            "write " + name + ".mp4",
                            "write " + name + ".mp4",
                            "write " + name + ".mp4",
                            "finish " + name + ".mp4",
                            "close " + name + ".mp4");
        }
        assertThat(guide("depth").get("video").asString()).isEqualTo("depth.mp4");
        assertThat(guide("motion").has("video")).isFalse();
    }

    @Test
    void framesOutOfOrderOrMissingAreRefused() throws IOException {
        try (GuideWriter w = open(Optional.empty())) {
            assertThatThrownBy(() -> w.frame(2, frame(Set.of()), picture()))
                    .hasMessage("Frame 2 comes where frame 1 is due");
            w.frame(1, frame(Set.of()), picture());
            assertThatThrownBy(w::finish).hasMessage("Frames 2-3 have not come");
        }
        assertThat(folder.resolve("manifest.json")).doesNotExist();
    }

    @Test
    void colorsOfObjectsDiffer() {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 700; i++) {
            assertThat(seen.add(Guides.Segments.color(i))).as("object " + i).isTrue();
        }
    }

    @Test
    void huesRunFromRedOverGreenToBlue() {
        assertThat(PosePictures.hue(0)).isEqualTo(0xff0000);
        assertThat(PosePictures.hue(1 / 6.0)).isEqualTo(0xffff00);
        assertThat(PosePictures.hue(1 / 3.0)).isEqualTo(0x00ff00);
        assertThat(PosePictures.hue(2 / 3.0)).isEqualTo(0x0000ff);
    }

    private GuideWriter open(Optional<GuideVideos> videos) {
        return GuideWriter.open(folder, CLIP, SHOT, OBJECTS, DEPTHS, SLATE, videos);
    }

    private List<Path> write(Set<String> without, Optional<GuideVideos> videos) throws IOException {
        try (GuideWriter w = open(videos)) {
            for (int n = 1; n <= 3; n++) {
                w.frame(n, frame(without), picture());
            }
            return w.finish();
        }
    }

    /// A wall in the upper rows, 80 m off in the second pixel, the floor in the lowest, and nothing
    /// in the last pixel.
    private static Frame frame(Set<String> without) {
        List<Plane> planes = new ArrayList<>();
        for (String color : List.of("R", "G", "B")) {
            planes.add(plane(color, 0.5f));
        }
        Plane depth = plane(Frame.DEPTH, 2);
        depth.values()[1] = 80;
        depth.values()[W * H - 1] = Float.POSITIVE_INFINITY;
        Plane ids = plane(Frame.OBJECT, 2);
        ids.values()[W * H - 1] = 0;
        Plane nx = plane("N.X", -1);
        Plane ny = plane("N.Y", 0);
        for (int x = 0; x < W; x++) {
            nx.values()[(H - 1) * W + x] = 0;
            ny.values()[(H - 1) * W + x] = x == W - 1 ? 0 : 1;
        }
        Plane u = plane("forward.u", 1.5f);
        u.values()[1] = 600;
        planes.addAll(List.of(depth, ids, nx, ny, plane("N.Z", 0), u, plane("forward.v", 2)));
        planes.removeIf(p -> without.contains(p.name()));
        return new Frame(W, H, planes);
    }

    private static Plane plane(String name, float value) {
        float[] values = new float[W * H];
        Arrays.fill(values, value);
        return new Plane(name, W, H, values);
    }

    private static Picture picture() {
        return new Picture(W, H, new byte[3 * W * H]);
    }

    private BufferedImage read(String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    private JsonNode json(String name) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve(name)));
    }

    private JsonNode guide(String name) throws IOException {
        for (JsonNode g : json("manifest.json").get("guides")) {
            if (g.get("name").asString().equals(name)) {
                return g;
            }
        }
        throw new AssertionError(name);
    }
}
