package dev.beatboard.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.time.FrameRate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExrWriterTest {

    private static final Slate SLATE = new Slate("Corridor", "abc123", 7, "0.1.0", "draft");

    @TempDir
    Path folder;

    @Test
    void isReadByTheReferenceProgram() throws IOException, InterruptedException {
        Tools.need("exrheader");
        Path file = folder.resolve("clip.1030.exr");
        new ExrWriter(new FrameRate(24000, 1001), SLATE).write(file, frame(50, 37), 29);

        String said = Tools.output(List.of("exrheader", file.toString()));

        assertThat(said)
                .contains("compression (type compression): zip, multi-scanline")
                .contains("A, 16-bit floating-point", "B, 16-bit floating-point", "R, 16-bit floating-point")
                .contains("depth.Z, 32-bit floating-point", "id, 32-bit unsigned integer")
                .contains("dataWindow (type box2i): (0 0) - (49 36)")
                .contains("framesPerSecond (type rational): 24000/1001 (23.976)")
                .contains("time 00:00:01:05")
                .contains("beatboard.shot (type string): \"abc123\"")
                .contains("beatboard.seed (type string): \"7\"")
                .contains("red   (0.64 0.33)", "white (0.3127 0.329)");
    }

    @Test
    void keepsEveryValue() throws Exception {
        Frame frame = frame(50, 37);
        Path file = folder.resolve("a.exr");
        new ExrWriter(FrameRate.FILM, SLATE).write(file, frame, 0);

        ByteBuffer exr = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        // The first offset of the table, which follows the zero byte that ends the header, points to the first block.
        int table = headerEnd(exr);
        for (int block = 0; block < 3; block++) {
            int at = (int) exr.getLong(table + 8 * block);
            assertThat(exr.getInt(at)).isEqualTo(16 * block);
            int lines = Math.min(16, 37 - 16 * block);
            ByteBuffer raw = ByteBuffer.wrap(inflate(exr, at + 8, exr.getInt(at + 4), 16 * 50 * lines))
                    .order(ByteOrder.LITTLE_ENDIAN);
            for (int y = 16 * block; y < 16 * block + lines; y++) {
                for (String half : List.of("A", "B", "G", "R")) {
                    for (int x = 0; x < 50; x++) {
                        float v = frame.plane(half).at(x, y);
                        assertThat(Float.float16ToFloat(raw.getShort()))
                                .isCloseTo(Math.min(v, 65504), within(v / 1024));
                    }
                }
                for (int x = 0; x < 50; x++) {
                    assertThat(raw.getFloat())
                            .isEqualTo(frame.plane(Frame.DEPTH).at(x, y));
                }
                for (int x = 0; x < 50; x++) {
                    assertThat(raw.getInt())
                            .isEqualTo((int) frame.plane(Frame.OBJECT).at(x, y));
                }
            }
        }
    }

    @Test
    void writesTheSameBytesForTheSameFrame() throws IOException {
        ExrWriter writer = new ExrWriter(FrameRate.FILM, SLATE);
        writer.write(folder.resolve("a.exr"), frame(64, 33), 5);
        writer.write(folder.resolve("b.exr"), frame(64, 33), 5);

        assertThat(folder.resolve("a.exr")).hasSameBinaryContentAs(folder.resolve("b.exr"));
    }

    @Test
    void bringsWhatIsNoNumberBackIntoRange() {
        assertThat(Float.float16ToFloat(ExrWriter.half(Float.NaN))).isZero();
        assertThat(Float.float16ToFloat(ExrWriter.half(Float.POSITIVE_INFINITY)))
                .isEqualTo(65504);
        assertThat(Float.float16ToFloat(ExrWriter.half(-1e9f))).isEqualTo(-65504);
        assertThat(Float.float16ToFloat(ExrWriter.half(0.18f))).isCloseTo(0.18f, within(1e-4f));
    }

    private static int headerEnd(ByteBuffer exr) {
        byte[] mark = "beatboard.frame\0int\0".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; ; i++) {
            int at = i;
            boolean here = true;
            for (int k = 0; k < mark.length && here; k++) {
                here = exr.get(at + k) == mark[k];
            }
            if (here) {
                return at + mark.length + 8 + 1;
            }
        }
    }

    /// The reverse of OpenEXR's ZIP: inflate, undo the differences, interleave.
    private static byte[] inflate(ByteBuffer exr, int at, int length, int size) throws DataFormatException {
        byte[] raw = new byte[size];
        if (length == size) {
            exr.get(at, raw);
            return raw;
        }
        byte[] packed = new byte[length];
        exr.get(at, packed);
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        byte[] split = new byte[size];
        assertThat(inflater.inflate(split)).isEqualTo(size);
        inflater.end();
        for (int i = 1; i < size; i++) {
            split[i] = (byte) (split[i - 1] + split[i] - 128);
        }
        for (int i = 0; i < size; i++) {
            raw[i] = split[i % 2 == 0 ? i / 2 : (size + 1) / 2 + i / 2];
        }
        return raw;
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
        return new Frame(
                w,
                h,
                List.of(
                        new Plane("R", w, h, b),
                        new Plane("G", w, h, b),
                        new Plane("B", w, h, b),
                        new Plane("A", w, h, a),
                        new Plane(Frame.DEPTH, w, h, depth),
                        new Plane(Frame.OBJECT, w, h, id)));
    }
}
