package dev.beatboard.file.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beatboard.file.OutputFile;
import dev.beatboard.file.Picture;
import dev.beatboard.file.Slate;
import dev.beatboard.file.Tools;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoWriterTest {

    private static final Slate SLATE = new Slate("Corridor", "abc123", 7, "0.1.0", "draft");
    private static final FrameRate RATE = new FrameRate(24000, 1001);

    @TempDir
    static Path cache;

    @TempDir
    Path folder;

    private static Ffmpeg ffmpeg;

    @BeforeAll
    static void unpack() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the encoder in the jar is for Linux");
        ffmpeg = Ffmpeg.installed(cache);
        // A second time finds it there.
        assertThat(Ffmpeg.installed(cache)).isEqualTo(ffmpeg);
    }

    @Test
    void writesAClipThatPlayersUnderstand() throws IOException, InterruptedException {
        Path clip = folder.resolve("out/clip.mp4");
        write(clip, 10);

        String said = Tools.output(ffmpeg.process(
                "ffprobe", List.of("-v", "error", "-count_frames", "-show_streams", "-show_format", clip.toString())));

        assertThat(said.lines())
                .contains("codec_name=h264", "profile=High", "pix_fmt=yuv420p", "width=64", "height=36")
                .contains("r_frame_rate=24000/1001", "nb_read_frames=10")
                .contains("color_range=tv", "color_space=bt709", "color_transfer=bt709", "color_primaries=bt709")
                .contains("TAG:title=Corridor", "TAG:comment=" + SLATE.line());
        String bytes = Files.readString(clip, StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("moov")).as("index in front").isLessThan(bytes.indexOf("mdat"));
        try (var left = Files.list(clip.getParent())) {
            assertThat(left).containsExactly(clip);
        }
    }

    @Test
    void keepsColorsAndTheSameBytes() throws IOException, InterruptedException {
        write(folder.resolve("a.mp4"), 5);
        write(folder.resolve("b.mp4"), 5);
        assertThat(folder.resolve("a.mp4")).hasSameBinaryContentAs(folder.resolve("b.mp4"));

        Path raw = folder.resolve("raw");
        Tools.output(ffmpeg.process(
                "ffmpeg",
                List.of(
                        "-v",
                        "error",
                        "-i",
                        folder.resolve("a.mp4").toString(),
                        "-frames:v",
                        "1",
                        "-vf",
                        "scale=in_color_matrix=bt709",
                        "-pix_fmt",
                        "rgb24",
                        "-f",
                        "rawvideo",
                        raw.toString())));
        byte[] rgb = Files.readAllBytes(raw);
        int center = 3 * (18 * 64 + 32);
        assertThat(rgb[center] & 0xff).isBetween(195, 205);
        assertThat(rgb[center + 1] & 0xff).isBetween(35, 45);
        assertThat(rgb[center + 2] & 0xff).isBetween(85, 95);
    }

    @Test
    void leavesNothingWhenNotFinished() throws IOException {
        Path clip = folder.resolve("clip.mp4");
        try (VideoWriter video = VideoWriter.open(ffmpeg, clip, 64, 36, RATE, SLATE)) {
            video.write(picture(0));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> write(file.resolve("clip.mp4"), 2))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot write")
                .hasMessageContaining("clip.mp4");
    }

    @Test
    void saysThatTheDiskIsFull() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full");
        assertThatThrownBy(() -> OutputFile.write(folder.resolve("a.bin"), part -> {
                    try (var out = Files.newOutputStream(full)) {
                        out.write(new byte[1 << 16]);
                    }
                }))
                .hasMessage("Cannot write " + folder.resolve("a.bin")
                        + ": the disk is full. Free some space or name another folder with -o.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhatTheEncoderComplainsOf() throws IOException {
        Path clip = folder.resolve("clip.mp4");
        assertThatThrownBy(() -> fail("Error writing trailer: No space left on device", clip))
                .hasMessage(
                        "Cannot write " + clip + ": the disk is full. Free some space or name another folder with -o.");
        assertThatThrownBy(() -> fail("Unknown encoder 'libx265'", clip))
                .hasMessageContaining("lacks the encoder")
                .hasMessageContaining("cache folder");
        assertThat(clip).doesNotExist();
    }

    /// With a program in the encoder's place that says this and gives up.
    private void fail(String words, Path clip) throws IOException {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        Path program = Files.writeString(
                programs.resolve("ffmpeg"), "#!/bin/sh\ncat >/dev/null\necho \"" + words + "\" >&2\nexit 1\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Clip about = Clip.of(Timecode.of(RATE), SLATE);
        try (VideoWriter video = VideoWriter.open(new Ffmpeg(programs), clip, VideoFormat.HDR10, 64, 36, about)) {
            video.write(picture(0));
            video.finish();
        }
    }

    private static void write(Path clip, int frames) throws IOException {
        try (VideoWriter video = VideoWriter.open(ffmpeg, clip, 64, 36, RATE, SLATE)) {
            for (int n = 0; n < frames; n++) {
                video.write(picture(n));
            }
            video.finish();
        }
    }

    private static Picture picture(int n) {
        byte[] rgb = new byte[3 * 64 * 36];
        for (int i = 0; i < rgb.length; i += 3) {
            boolean mark = i / 3 % 64 == n;
            rgb[i] = (byte) (mark ? 255 : 200);
            rgb[i + 1] = (byte) (mark ? 255 : 40);
            rgb[i + 2] = (byte) (mark ? 255 : 90);
        }
        return new Picture(64, 36, rgb);
    }
}
