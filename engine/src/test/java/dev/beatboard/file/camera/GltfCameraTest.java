package dev.beatboard.file.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Problem;
import dev.beatboard.time.FrameRate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GltfCameraTest {

    private static final FrameRate RATE = new FrameRate(24, 1);

    @TempDir
    Path folder;

    private static CameraTrack planned(int frames) {
        View v = new View(Vec3.ZERO, Quat.IDENTITY, 35, 36, 3, 4);
        return new CameraTrack(Collections.nCopies(frames, v), List.of(0), RATE, 1600, 900, 0);
    }

    private static ByteBuffer floats(double... values) {
        ByteBuffer b = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double v : values) {
            b.putFloat((float) v);
        }
        return b.flip();
    }

    /// A camera on a dolly that stands at x = 1: it moves 2 m along z in a second and turns by 90
    /// degrees about y.
    private static String json(String uri, String mode) {
        return """
                {"asset":{"version":"2.0"},"buffers":[{%s"byteLength":64}],
                 "bufferViews":[{"buffer":0,"byteLength":8},{"buffer":0,"byteOffset":8,"byteLength":24},
                  {"buffer":0,"byteOffset":32,"byteLength":32}],
                 "accessors":[{"bufferView":0,"componentType":5126,"count":2,"type":"SCALAR","min":[0],"max":[1]},
                  {"bufferView":1,"componentType":5126,"count":2,"type":"VEC3"},
                  {"bufferView":2,"componentType":5126,"count":2,"type":"VEC4"}],
                 "cameras":[{"type":"perspective","perspective":{"yfov":0.9272952180016122,"znear":0.1}}],
                 "nodes":[{"name":"dolly","translation":[1,0,0],"scale":[2,2,2],"children":[1]},
                  {"name":"lens","camera":0}],
                 "animations":[{"samplers":[{"input":0,"output":1,"interpolation":"%s"},{"input":0,"output":2}],
                  "channels":[{"sampler":0,"target":{"node":1,"path":"translation"}},
                   {"sampler":1,"target":{"node":1,"path":"rotation"}}]}]}
                """.formatted(uri, mode);
    }

    private static byte[] binary() {
        ByteBuffer all = ByteBuffer.allocate(64);
        double h = StrictMath.sqrt(0.5);
        all.put(floats(0, 1)).put(floats(0, 0, 0, 0, 0, 1)).put(floats(0, 0, 0, 1, 0, h, 0, h));
        return all.array();
    }

    private static byte[] glb(String json, byte[] bin) throws IOException {
        byte[] text = (json + " ".repeat((4 - json.length() % 4) % 4)).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(0x46546C67)
                .putInt(2)
                .putInt(28 + text.length + bin.length)
                .putInt(text.length)
                .putInt(0x4E4F534A);
        out.write(head.array());
        out.write(text);
        ByteBuffer chunk = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        out.write(chunk.putInt(bin.length).putInt(0x004E4942).array());
        out.write(bin);
        return out.toByteArray();
    }

    private CameraFile.Result read(String name, byte[] bytes, int frames, Optional<String> camera) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        return CameraFile.read(file, planned(frames), new CameraFile.Wanted(camera, Optional.empty()));
    }

    private static String refusal(CameraFile.Result r) {
        assertThat(r).isInstanceOf(CameraFile.Result.Refused.class);
        return ((CameraFile.Result.Refused) r)
                .problems().stream().map(Problem::message).collect(Collectors.joining("\n"));
    }

    private String refused(String json) throws IOException {
        return refusal(read("a.gltf", json.getBytes(StandardCharsets.UTF_8), 25, Optional.empty()));
    }

    private static void check(CameraFile.Result r) {
        assertThat(r).isInstanceOf(CameraFile.Result.Accepted.class);
        List<View> views = ((CameraFile.Result.Accepted) r).views();
        for (int n = 0; n <= 24; n++) {
            double t = n / 24.0;
            View v = views.get(n);
            assertThat(v.position().distanceTo(new Vec3(1, 0, 2 * t))).isLessThan(1e-6);
            double turn = StrictMath.PI / 2 * t;
            Vec3 axis = new Vec3(-StrictMath.sin(turn), 0, -StrictMath.cos(turn));
            assertThat(v.forward().distanceTo(axis)).isLessThan(1e-6);
            // tan(yfov / 2) = 1/2, so half the width is 8/9 of the distance.
            assertThat(v.tanHalfWidth()).isCloseTo(8 / 9.0, within(1e-9));
        }
    }

    @Test
    void glbBufferFileAndEmbeddedBufferGiveTheSameCamera() throws IOException {
        check(read("a.glb", glb(json("", "LINEAR"), binary()), 25, Optional.empty()));
        String data =
                "data:application/octet-stream;base64," + Base64.getEncoder().encodeToString(binary());
        String embedded = json("\"uri\":\"" + data + "\",", "LINEAR");
        check(read("a.gltf", embedded.getBytes(StandardCharsets.UTF_8), 25, Optional.of("lens")));
        Files.write(folder.resolve("a camera.bin"), binary());
        String beside = json("\"uri\":\"a%20camera.bin\",", "LINEAR");
        check(read("b.gltf", beside.getBytes(StandardCharsets.UTF_8), 25, Optional.empty()));
    }

    @Test
    void stepsStayAndWhatEndsEarlyRests() throws IOException {
        CameraFile.Result.Accepted a =
                (CameraFile.Result.Accepted) read("a.glb", glb(json("", "STEP"), binary()), 48, Optional.empty());
        assertThat(a.views().get(23).position().z()).isZero();
        assertThat(a.views().get(24).position().z()).isCloseTo(2, within(1e-6));
        assertThat(a.views().get(47).position().z()).isCloseTo(2, within(1e-6));
        assertThat(a.notices()).anyMatch(n -> n.contains("ends at 1.000 s") && n.contains("frame 24"));
        assertThat(a.cuts()).containsExactly(0, 24);
    }

    @Test
    void cubicSplinesFollowTheSpecification() {
        GltfCurve c = new GltfCurve(
                new double[] {0, 2},
                new double[] {0, 0, 0, 1, 0, 0, 1, 0, 0, /**/ 1, 0, 0, 3, 0, 0, 0, 0, 0},
                3,
                GltfCurve.Mode.CUBICSPLINE);
        // A straight line of slope one.
        assertThat(c.vector(0.5).x()).isCloseTo(1.5, within(1e-12));
        assertThat(c.vector(-1).x()).isEqualTo(1);
        assertThat(c.vector(9).x()).isEqualTo(3);
    }

    @Test
    void aCameraIsAskedForByName() throws IOException {
        String two = json("", "LINEAR").replace("\"camera\":0}", "\"camera\":0},{\"name\":\"witness\",\"camera\":0}");
        assertThat(refusal(read("a.glb", glb(two, binary()), 25, Optional.empty())))
                .contains("2 cameras", "\"lens\", \"witness\"");
        check(read("a.glb", glb(two, binary()), 25, Optional.of("lens")));
        assertThat(refusal(read("a.glb", glb(two, binary()), 25, Optional.of("witnes"))))
                .contains("no camera \"witnes\"", "Did you mean \"witness\"?");
    }

    @Test
    void whatIsNotPlainGltfIsRefusedWithItsReason() throws IOException {
        assertThat(refused("{")).contains("JSON cannot be read");
        assertThat(refused("[]")).contains("no JSON object");
        assertThat(refused("{\"asset\":{\"version\":\"1.0\"}}")).contains("not glTF 2.0");
        assertThat(refused("{\"asset\":{\"version\":\"2.0\"}}")).contains("no perspective camera");
        assertThat(refused("{\"asset\":{\"version\":\"2.0\"},\"extensionsRequired\":[\"ACME_warp\"]}"))
                .contains("ACME_warp");
        assertThat(refused(json("", "LINEAR"))).contains("Buffer 0 is not in the file");
        for (String uri :
                List.of("../secret.bin", "/etc/passwd", "file:///etc/passwd", "http://x/y", "none.bin", "%")) {
            assertThat(refused(json("\"uri\":\"" + uri + "\",", "LINEAR"))).contains("not beside the glTF file");
        }
        assertThat(refused(json("\"uri\":\"data:;base64,AAAA\",", "LINEAR"))).contains("too short");
        assertThat(refused(json("", "BEZIER"))).contains("Buffer 0");
        assertThat(refused(json("", "LINEAR").replace("\"camera\":0}", "\"camera\":0,\"children\":[0]}")))
                .contains("nested more than");
        assertThat(refused(json("", "LINEAR").replace("\"yfov\":0.9", "\"yfov\":9.9")))
                .contains("yfov is 9.9");
    }

    @Test
    void brokenNumbersAreRefused() throws IOException {
        byte[] nan = binary();
        ByteBuffer.wrap(nan).order(ByteOrder.LITTLE_ENDIAN).putFloat(12, Float.NaN);
        assertThat(refusal(read("a.glb", glb(json("", "LINEAR"), nan), 25, Optional.empty())))
                .contains("not finite");
        byte[] back = binary();
        ByteBuffer.wrap(back).order(ByteOrder.LITTLE_ENDIAN).putFloat(4, -1);
        assertThat(refusal(read("a.glb", glb(json("", "LINEAR"), back), 25, Optional.empty())))
                .contains("do not ascend");
        assertThat(refusal(read(
                        "a.glb",
                        glb(json("", "LINEAR").replace("\"count\":2", "\"count\":2000000000"), back),
                        25,
                        Optional.empty())))
                .contains("Accessor 0");
        String mirrored = json("", "LINEAR").replace("[2,2,2]", "[-2,2,2]");
        assertThat(refusal(read("a.glb", glb(mirrored, binary()), 25, Optional.empty())))
                .contains("mirrored");
    }

    @Test
    void cutOffFilesAreRefusedWhereverTheyEnd() throws IOException {
        byte[] whole = glb(json("", "LINEAR"), binary());
        List<Integer> ends = new ArrayList<>(List.of(0, 3, 11, 19, 20, 500));
        ends.add(whole.length - 1);
        for (int end : ends) {
            refusal(read("a.glb", Arrays.copyOf(whole, end), 25, Optional.empty()));
        }
    }
}
