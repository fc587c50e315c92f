package dev.beatboard.service.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.beatboard.file.video.Ffmpeg;
import dev.beatboard.service.fetch.MediaException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class MediaProbeTest {

    @TempDir
    Path scratch;

    private Ffmpeg ffmpeg = new Ffmpeg(Path.of("."));
    private MediaProbe probe = new MediaProbe(ffmpeg, MediaLimits.standard());

    @BeforeAll
    void install(@TempDir Path cache) throws IOException {
        ffmpeg = Ffmpeg.installed(cache);
        probe = new MediaProbe(ffmpeg, MediaLimits.standard());
    }

    private Path make(String name, String... arguments) throws Exception {
        Path file = scratch.resolve(name);
        List<String> all = new ArrayList<>(List.of(
                "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=24:duration=2"));
        all.addAll(List.of(arguments));
        all.add(file.toString());
        Process process = ffmpeg.process("ffmpeg", all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).as(name).isZero();
        return file;
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(scratch.resolve(name), content);
    }

    private Reason refused(Path file) {
        MediaException e = catchThrowableOfType(MediaException.class, () -> probe.probe(file));
        assertThat(e).as(file.toString()).isNotNull();
        return e.reason();
    }

    @Test
    void tellsPicturesWhateverTheirNames() throws Exception {
        assertThat(probe.probe(make("a.png", "-frames:v", "1"))).isEqualTo(new Media("image/png", 320, 180, 0));
        assertThat(probe.probe(make("a.jpg", "-frames:v", "1"))).isEqualTo(new Media("image/jpeg", 320, 180, 0));
        assertThat(probe.probe(make("a.webp", "-frames:v", "1"))).isEqualTo(new Media("image/webp", 320, 180, 0));
        assertThat(probe.probe(make("l.webp", "-frames:v", "1", "-lossless", "1")))
                .isEqualTo(new Media("image/webp", 320, 180, 0));
        Path liar = Files.copy(scratch.resolve("a.png"), scratch.resolve("film -i x.mp4"));
        assertThat(probe.probe(liar).mediaType()).isEqualTo("image/png");
    }

    @Test
    void tellsFilms() throws Exception {
        assertThat(probe.probe(make("a.mp4", "-f", "lavfi", "-i", "sine=duration=2", "-c:a", "aac")))
                .isEqualTo(new Media("video/mp4", 320, 180, 2));
        assertThat(probe.probe(make("a.mov", "-c:v", "prores_ks")))
                .isEqualTo(new Media("video/quicktime", 320, 180, 2));
        assertThat(probe.probe(make("a.webm", "-c:v", "libvpx-vp9"))).isEqualTo(new Media("video/webm", 320, 180, 2));
        assertThat(probe.probe(make("a.mkv", "-c:v", "libx265")).video()).isTrue();
    }

    @Test
    void otherFormatsAreRefused() throws Exception {
        assertThat(refused(make("a.gif"))).isEqualTo(Reason.UNSUPPORTED_FORMAT);
        assertThat(refused(make("a.avi"))).isEqualTo(Reason.UNSUPPORTED_FORMAT);
        assertThat(refused(make("sound.mp4", "-f", "lavfi", "-i", "sine=duration=1", "-map", "1:a")))
                .isEqualTo(Reason.UNSUPPORTED_FORMAT);
        assertThat(refused(write("empty", new byte[0]))).isEqualTo(Reason.UNSUPPORTED_FORMAT);
        assertThat(refused(write("text", "hello, here is a text".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(Reason.UNSUPPORTED_FORMAT);
        // Lists of other files, local or far away, which ffmpeg would follow.
        for (String list : List.of(
                "#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile /etc/passwd\n",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")) {
            assertThat(refused(write("list", list.getBytes(StandardCharsets.US_ASCII))))
                    .isEqualTo(Reason.UNSUPPORTED_FORMAT);
        }
    }

    @Test
    void whatIsCutOffOrDamagedIsRefused() throws Exception {
        for (Path file : List.of(
                make("c.png", "-frames:v", "1"),
                make("c.jpg", "-frames:v", "1"),
                make("c.webp", "-frames:v", "1"),
                make("c.mp4"),
                make("f.mp4", "-movflags", "+faststart"),
                make("c.webm", "-c:v", "libvpx-vp9"))) {
            byte[] all = Files.readAllBytes(file);
            assertThat(refused(write("cut", Arrays.copyOf(all, all.length * 6 / 10))))
                    .as(file.toString())
                    .isEqualTo(Reason.CORRUPT);
        }
        for (String name : List.of("c.png", "c.jpg")) {
            byte[] all = Files.readAllBytes(scratch.resolve(name));
            Arrays.fill(all, all.length / 2, all.length / 2 + 8, (byte) 0xff);
            assertThat(refused(write("bad", all))).as(name).isEqualTo(Reason.CORRUPT);
        }
        for (int length : List.of(17, 20, 24)) {
            byte[] all = Files.readAllBytes(scratch.resolve("c.png"));
            assertThat(refused(write("head", Arrays.copyOf(all, length)))).isEqualTo(Reason.CORRUPT);
        }
    }

    @Test
    void noiseIsNeverTakenNorFatal() throws Exception {
        long seed = 20261128;
        Random random = new Random(seed);
        List<Path> samples = List.of(
                make("n.png", "-frames:v", "1"),
                make("n.jpg", "-frames:v", "1"),
                make("n.webp", "-frames:v", "1"),
                make("n.mp4"));
        for (int i = 0; i < 24; i++) {
            byte[] bytes = Files.readAllBytes(samples.get(i % samples.size()));
            for (int change = 0; change < 1 + i; change++) {
                bytes[random.nextInt(Math.min(bytes.length, 600))] = (byte) random.nextInt();
            }
            Path file = write("noise", bytes);
            try {
                assertThat(probe.probe(file).width()).as("seed %d, %d", seed, i).isPositive();
            } catch (MediaException e) {
                assertThat(e.reason()).as("seed %d, %d", seed, i).isNotNull();
            }
        }
    }

    /// A picture of one color, a thousand times smaller than its pixels.
    private static byte[] png(int width, int height, int scanlines) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.writeLong(0x89504e470d0a1a0aL);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream h = new DataOutputStream(header);
        h.writeInt(width);
        h.writeInt(height);
        h.write(new byte[] {8, 0, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(data, new Deflater(9))) {
            byte[] line = new byte[width + 1];
            for (int y = 0; y < scanlines; y++) {
                deflate.write(line);
            }
        }
        chunk(out, "IDAT", data.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }

    @Test
    void aBombIsRefusedBeforeItIsDecoded() throws Exception {
        assertThat(probe.probe(write("fine.png", png(8000, 8000, 8000))))
                .isEqualTo(new Media("image/png", 8000, 8000, 0));
        MediaProbe unable = new MediaProbe(new Ffmpeg(scratch.resolve("nowhere")), MediaLimits.standard());
        for (Path bomb : List.of(
                write("bomb1.png", png(30_000, 30_000, 3000)),
                write("bomb2.png", png(Integer.MAX_VALUE - 8, Integer.MAX_VALUE - 8, 0)),
                write("bomb3.png", png(8193, 8193, 1)))) {
            long start = System.nanoTime();
            MediaException e = catchThrowableOfType(MediaException.class, () -> unable.probe(bomb));
            assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
        byte[] jpeg = Files.readAllBytes(make("b.jpg", "-frames:v", "1"));
        for (int i = 0; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
                Arrays.fill(jpeg, i + 5, i + 9, (byte) 0xff);
                break;
            }
        }
        Path bomb = write("bomb.jpg", jpeg);
        assertThat(catchThrowableOfType(MediaException.class, () -> unable.probe(bomb))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void filmsAreBounded() throws Exception {
        Path film = make("long.mp4");
        MediaProbe strict = new MediaProbe(ffmpeg, new MediaLimits(1000, 1000, 100_000_000, 1_000_000, 1.5));
        assertThat(catchThrowableOfType(MediaException.class, () -> strict.probe(film))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
        MediaProbe small = new MediaProbe(ffmpeg, new MediaLimits(1000, 1000, 100_000_000, 1000, 100));
        assertThat(catchThrowableOfType(MediaException.class, () -> small.probe(film))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
        MediaProbe short_ = new MediaProbe(ffmpeg, new MediaLimits(1000, 1000, 100, 1_000_000, 100));
        assertThat(catchThrowableOfType(MediaException.class, () -> short_.probe(film))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void base64IsBoundedAndChecked() throws Exception {
        byte[] bytes = new byte[1000];
        new Random(1).nextBytes(bytes);
        String text = Base64.getEncoder().encodeToString(bytes);
        Path to = scratch.resolve("decoded");
        MediaProbe.decode(text, 1000, to);
        assertThat(to).hasBinaryContent(bytes);
        MediaProbe.decode("data:image/png;base64," + text, 1000, to);
        assertThat(to).hasBinaryContent(bytes);
        assertThat(catchThrowableOfType(MediaException.class, () -> MediaProbe.decode(text, 999, to))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(catchThrowableOfType(MediaException.class, () -> MediaProbe.decode("A".repeat(9_000_000), 999, to))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
        for (String bad : List.of("a b", "A", "AAAA=AAA", "ÄÄÄÄ", "data:text/html,hello", "AAA\nAAAA")) {
            assertThat(catchThrowableOfType(MediaException.class, () -> MediaProbe.decode(bad, 999, to))
                            .reason())
                    .as(bad)
                    .isEqualTo(Reason.CORRUPT);
        }
    }
}
