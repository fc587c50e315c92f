package dev.beatboard.file.exr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.file.Slate;
import dev.beatboard.file.Tools;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Cryptomatte;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.time.FrameRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExrWriterTest {

    private static final Slate SLATE = new Slate("Corridor", "abc123", 7, "0.1.0", "draft");
    private static final View VIEW = new View(new Vec3(1, 2, 3), Quat.about(Vec3.Y, 0.3), 50, 36, 4, 2.8);
    private static final int WIDTH = 50;
    private static final int HEIGHT = 37;

    @TempDir
    Path folder;

    private static ExrShot shot(FrameRate rate) {
        return new ExrShot(rate, SLATE, List.of("set", "Ann", "chair"), List.of("Ann"), WIDTH, HEIGHT);
    }

    private static ExrShot.Moment moment(int n) {
        return new ExrShot.Moment(n, VIEW, 1 / 48.0);
    }

    private static ExrOptions options(ColorSpace space, boolean many, ExrOptions.Compression compression) {
        return new ExrOptions(space, many, compression);
    }

    @Test
    void isReadByTheReferenceProgram() throws IOException, InterruptedException {
        Tools.need("exrheader");
        Path file = folder.resolve("clip.1030.exr");
        new ExrWriter(shot(new FrameRate(24000, 1001))).write(file, frame(WIDTH, HEIGHT), ExrOptions.PLAIN, moment(29));

        String said = Tools.output(List.of("exrheader", file.toString()));

        assertThat(said)
                .contains("compression (type compression): zip, multi-scanline")
                .contains("A, 16-bit floating-point", "B, 16-bit floating-point", "R, 16-bit floating-point")
                .contains("depth.Z, 32-bit floating-point", "id.X, 32-bit floating-point")
                .contains("forward.u, 32-bit floating-point", "CryptoActor00.R, 32-bit floating-point")
                .contains("N.X, 16-bit floating-point")
                .contains("dataWindow (type box2i): (0 0) - (49 36)")
                .contains("framesPerSecond (type rational): 24000/1001 (23.976)")
                .contains("time 00:00:01:05")
                .contains("beatboard.shot (type string): \"abc123\"")
                .contains("beatboard.seed (type string): \"7\"")
                .contains("focus (type float): 4", "aperture (type float): 2.8", "nominalFocalLength (type float): 50")
                .contains("worldToCamera (type m44f)", "worldToNDC (type m44f)")
                .contains("cryptomatte/" + Cryptomatte.key("CryptoActor") + "/manifest")
                .contains("xmp (type string)", "digitalsourcetype/algorithmicMedia")
                .contains("red   (0.64 0.33)", "white (0.3127 0.329)");
    }

    @ParameterizedTest
    @CsvSource({"false, ZIP", "false, ZIPS", "true, ZIP", "true, ZIPS"})
    void whatIsReadIsWhatWasWritten(boolean many, ExrOptions.Compression compression) throws IOException {
        Frame frame = frame(WIDTH, HEIGHT);
        Path file = folder.resolve("a.exr");
        new ExrWriter(shot(FrameRate.FILM))
                .write(file, frame, options(ColorSpace.LINEAR_REC709, many, compression), moment(0));

        ExrReader.Image read = ExrReader.read(file);

        assertThat(read.frame().planes()).hasSameSizeAs(frame.planes());
        for (Plane p : frame.planes()) {
            float[] back = read.frame().plane(p.name()).values();
            for (int i = 0; i < back.length; i++) {
                float v = p.values()[i];
                boolean half = Channel.of(p.name()).sample() == Channel.Sample.HALF;
                assertThat(back[i]).as(p.name()).isEqualTo(half ? Float.float16ToFloat(PackedFrame.half(v)) : v);
            }
        }
        assertThat(read.attributes()).containsEntry("beatboard.frame", "0").containsEntry("framesPerSecond", "24/1");
    }

    @ParameterizedTest
    @CsvSource({"LINEAR_REC709, false", "ACESCG, false", "ACES2065_1, true"})
    void anotherProgramReadsTheSamePixels(ColorSpace space, boolean many) throws IOException, InterruptedException {
        Tools.need("oiiotool");
        Path file = folder.resolve("a.exr");
        Frame frame = frame(WIDTH, HEIGHT);
        new ExrWriter(shot(FrameRate.FILM))
                .write(file, frame, options(space, many, ExrOptions.Compression.ZIP), moment(3));

        ExrReader.Image ours = ExrReader.read(file);
        String text = Tools.output(List.of("oiiotool", "-a", "-v", "--dumpdata", file.toString()));
        int compared = 0;
        List<String> channels = List.of();
        for (String line : text.lines().toList()) {
            if (line.strip().startsWith("channel list:")) {
                channels = Arrays.stream(
                                line.strip().substring("channel list:".length()).split(","))
                        .map(c -> c.strip().split(" ")[0])
                        .toList();
            }
            if (line.strip().startsWith("Pixel (")) {
                String[] at =
                        line.substring(line.indexOf('(') + 1, line.indexOf(')')).split(",");
                int i = Integer.parseInt(at[1].strip()) * WIDTH + Integer.parseInt(at[0].strip());
                String[] values =
                        line.substring(line.lastIndexOf(':') + 1).strip().split("\\s+");
                for (int k = 0; k < Math.min(values.length, channels.size()); k++) {
                    float theirs = values[k].equals("inf") ? Float.POSITIVE_INFINITY : Float.parseFloat(values[k]);
                    float own = ours.frame().plane(channels.get(k)).values()[i];
                    assertThat(own == theirs || Math.abs(own - theirs) <= 2e-6f * Math.max(1, Math.abs(own)))
                            .as(channels.get(k) + " at " + i + ": " + own + " and " + theirs)
                            .isTrue();
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(WIDTH * HEIGHT * frame.planes().size());
    }

    @Test
    void everyReaderSeesThePartsByName() throws IOException, InterruptedException {
        Tools.need("exrheader");
        Path file = folder.resolve("a.exr");
        new ExrWriter(shot(FrameRate.FILM))
                .write(
                        file,
                        frame(WIDTH, HEIGHT),
                        options(ColorSpace.ACESCG, true, ExrOptions.Compression.ZIPS),
                        moment(3));

        assertThat(Tools.output(List.of("exrheader", file.toString())))
                .contains("name (type string): \"rgba\"", "name (type string): \"depth\"")
                .contains("name (type string): \"CryptoActor00\"", "name (type string): \"diffuse\"")
                .contains("compression (type compression): zip, individual scanlines")
                .contains("red   (0.713 0.293)");
    }

    /// White stays white, and a red of Rec.709 has the coordinates that the ACES documents give.
    @ParameterizedTest
    @CsvSource({"ACESCG, 0.6131, 0.0702, 0.0206", "ACES2065_1, 0.4396, 0.0898, 0.0175"})
    void colorsAreThoseOfTheirSpace(ColorSpace space, float r, float g, float b) throws IOException {
        Path file = folder.resolve("a.exr");
        Frame frame = colors();
        new ExrWriter(new ExrShot(FrameRate.FILM, SLATE, List.of(), List.of(), 2, 1))
                .write(file, frame, options(space, false, ExrOptions.Compression.ZIP), moment(0));

        Frame read = ExrReader.read(file).frame();

        for (String layer : List.of("", "diffuse.")) {
            assertThat(read.plane(layer + "R").at(0, 0)).isCloseTo(r, within(1e-3f));
            assertThat(read.plane(layer + "G").at(0, 0)).isCloseTo(g, within(1e-3f));
            assertThat(read.plane(layer + "B").at(0, 0)).isCloseTo(b, within(1e-3f));
            assertThat(read.plane(layer + "G").at(1, 0)).isCloseTo(4, within(4e-3f));
        }
        assertThat(read.plane("shadow.R").at(0, 0))
                .as("shares have no color space")
                .isEqualTo(1);
    }

    private static Frame colors() {
        List<Plane> planes = new ArrayList<>();
        for (String layer : List.of("", "diffuse.", "shadow.")) {
            planes.add(new Plane(layer + "R", 2, 1, new float[] {1, 4}));
            planes.add(new Plane(layer + "G", 2, 1, new float[] {0, 4}));
            planes.add(new Plane(layer + "B", 2, 1, new float[] {0, 4}));
        }
        return new Frame(2, 1, planes);
    }

    @Test
    void overscanLiesAroundTheDisplayWindow() throws IOException {
        Path file = folder.resolve("a.exr");
        new ExrWriter(new ExrShot(FrameRate.FILM, SLATE, List.of(), List.of(), 40, 27))
                .write(file, frame(WIDTH, HEIGHT), ExrOptions.PLAIN, moment(0));

        ExrReader.Image read = ExrReader.read(file);

        assertThat(read.left()).isEqualTo(-5);
        assertThat(read.top()).isEqualTo(-5);
        assertThat(read.displayWidth()).isEqualTo(40);
        assertThat(read.displayHeight()).isEqualTo(27);
        assertThat(read.frame().width()).isEqualTo(WIDTH);
    }

    @Test
    void matricesTakeAPointOfTheWorldToItsPlaceInThePicture() throws IOException {
        Path file = folder.resolve("a.exr");
        new ExrWriter(shot(FrameRate.FILM)).write(file, frame(WIDTH, HEIGHT), ExrOptions.PLAIN, moment(0));
        Vec3 point = new Vec3(0.3, 2.2, -1);

        double[] ndc = apply(ExrReader.read(file).attributes().getOrDefault("worldToNDC", ""), point);

        Vec3 seen = VIEW.project(point, (double) WIDTH / HEIGHT);
        assertThat(0.5 + 0.5 * ndc[0] / ndc[3]).isCloseTo(seen.x(), within(1e-5));
        assertThat(0.5 - 0.5 * ndc[1] / ndc[3]).isCloseTo(seen.y(), within(1e-5));
        double[] camera = apply(ExrReader.read(file).attributes().getOrDefault("worldToCamera", ""), point);
        assertThat(-camera[2]).isCloseTo(seen.z(), within(1e-5));
    }

    private static double[] apply(String matrix, Vec3 p) {
        double[] m = Arrays.stream(matrix.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] row = {p.x(), p.y(), p.z(), 1};
        double[] out = new double[4];
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < 4; i++) {
                out[j] += row[i] * m[4 * i + j];
            }
        }
        return out;
    }

    @Test
    void writesTheSameBytesForTheSameFrameKeptOrNot() throws IOException {
        ExrWriter writer = new ExrWriter(shot(FrameRate.FILM));
        PackedFrame packed = PackedFrame.of(frame(WIDTH, HEIGHT), ExrOptions.PLAIN);
        writer.write(folder.resolve("a.exr"), packed, moment(5));
        writer.write(folder.resolve("b.exr"), PackedFrame.of(packed.bytes(), ExrOptions.PLAIN), moment(5));

        assertThat(folder.resolve("a.exr")).hasSameBinaryContentAs(folder.resolve("b.exr"));
    }

    @Test
    void bringsWhatIsNoNumberBackIntoRange() {
        assertThat(Float.float16ToFloat(PackedFrame.half(Float.NaN))).isZero();
        assertThat(Float.float16ToFloat(PackedFrame.half(Float.POSITIVE_INFINITY)))
                .isEqualTo(65504);
        assertThat(Float.float16ToFloat(PackedFrame.half(-1e9f))).isEqualTo(-65504);
        assertThat(Float.float16ToFloat(PackedFrame.half(0.18f))).isCloseTo(0.18f, within(1e-4f));
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        Path file = folder.resolve("broken.exr");
        new ExrWriter(shot(FrameRate.FILM)).write(file, frame(WIDTH, HEIGHT), ExrOptions.PLAIN, moment(0));
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 3, 9, 300, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> ExrReader.read(file))
                    .isInstanceOf(IOException.class)
                    .satisfiesAnyOf(
                            e -> assertThat(e).hasMessageContaining("broken.exr"),
                            e -> assertThat(e).hasMessageContaining("block of pixels"));
        }
    }

    private static Frame frame(int w, int h) {
        float[] a = new float[w * h];
        float[] b = new float[w * h];
        float[] depth = new float[w * h];
        float[] id = new float[w * h];
        for (int i = 0; i < w * h; i++) {
            a[i] = 1;
            b[i] = i == 7 ? 100000 : (i % 97) * 0.37f;
            depth[i] = i % w == 0 ? Float.POSITIVE_INFINITY : 1 + i * 0.001f;
            id[i] = i / 3;
        }
        List<Plane> planes = new ArrayList<>(List.of(
                new Plane("R", w, h, b),
                new Plane("G", w, h, b),
                new Plane("B", w, h, b),
                new Plane("A", w, h, a),
                new Plane(Frame.DEPTH, w, h, depth),
                new Plane(Frame.OBJECT, w, h, id)));
        for (String name : List.of("N.X", "forward.u", "P.X", "diffuse.R", "diffuse.G", "diffuse.B")) {
            planes.add(new Plane(name, w, h, b));
        }
        for (String name : Cryptomatte.planes(Cryptomatte.ACTORS)) {
            planes.add(new Plane(name, w, h, a));
        }
        return new Frame(w, h, planes);
    }
}
