package dev.beatboard.file.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beatboard.file.Graphic;
import dev.beatboard.file.Slate;
import dev.beatboard.file.Tools;
import dev.beatboard.frame.ColorChart;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.HdrLook;
import dev.beatboard.frame.Plane;
import dev.beatboard.frame.ToneMap;
import dev.beatboard.frame.Transfer;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Clips of a color chart, a gray card and highlights, decoded again by ffmpeg.
class HdrClipTest {

    private static final Slate SLATE = new Slate("Chart", "abc123", 7, "0.1.0", "final");
    private static final Timecode TIMECODE =
            Timecode.of(new FrameRate(24000, 1001)).atHour(1);
    private static final int CELL = 32;
    private static final int WIDTH = 8 * CELL;
    private static final int HEIGHT = 4 * CELL;

    @TempDir
    static Path cache;

    @TempDir
    Path folder;

    private static Ffmpeg ffmpeg;
    private static final List<double[]> COLORS = new ArrayList<>();

    @BeforeAll
    static void prepare() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the encoder in the jar is for Linux");
        ffmpeg = Ffmpeg.installed(cache);
        ColorChart.PATCHES.forEach(p -> COLORS.add(p.rec709()));
        for (double gray : new double[] {0.18, 1, 4, 16, 0.02, 0.5, 2, 8}) {
            COLORS.add(new double[] {gray, gray, gray});
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = VideoFormat.class,
            names = {"HDR10", "HLG"})
    void hdrIsTaggedInStreamAndContainer(VideoFormat format) throws IOException, InterruptedException {
        Path clip = write(format, 5);

        String said = probe(clip, "-show_streams");
        assertThat(said.lines())
                .contains("codec_name=hevc", "profile=Main 10", "codec_tag_string=hvc1", "pix_fmt=yuv420p10le")
                .contains("color_range=tv", "color_space=bt2020nc", "color_primaries=bt2020")
                .contains("color_transfer=" + (format == VideoFormat.HDR10 ? "smpte2084" : "arib-std-b67"))
                .contains("chroma_location=topleft", "r_frame_rate=24000/1001", "avg_frame_rate=24000/1001")
                .contains("codec_tag_string=tmcd", "TAG:timecode=01:00:00:00")
                .contains("red_x=34000/50000", "white_point_y=16450/50000", "max_luminance=10000000/10000")
                .contains("min_luminance=50/10000");
        String light = "max_content=1000\nmax_average=" + (int) Math.ceil(mean());
        assertThat(said).as("boxes").contains("Mastering display metadata", light);
        Path stream = folder.resolve("stream.hevc");
        List<String> arguments = List.of("-v", "error", "-i", clip.toString(), "-c", "copy", stream.toString());
        Tools.output(ffmpeg.process("ffmpeg", arguments));
        assertThat(probe(stream, "-show_frames"))
                .as("messages in the stream")
                .contains("Mastering display metadata", light, "max_luminance=10000000/10000");
        Box moov = Mp4Boxes.moov(clip);
        assertThat(Mp4Boxes.sampleEntry(moov).children().stream().map(Box::type))
                .containsSubsequence("hvcC", "colr", "mdcv", "clli");
    }

    @ParameterizedTest
    @EnumSource(
            value = VideoFormat.class,
            names = {"HDR10", "HLG"})
    void theChartComesBack(VideoFormat format) throws IOException, InterruptedException {
        ShortBuffer codes = decode(write(format, 3), "yuv420p10le");

        double worst = 0;
        for (int i = 0; i < COLORS.size(); i++) {
            double[] expected = expected(COLORS.get(i), format);
            int x = i % 8 * CELL + CELL / 2;
            int y = i / 8 * CELL + CELL / 2;
            int chroma = WIDTH * HEIGHT + y / 2 * (WIDTH / 2) + x / 2;
            double[] found = {codes.get(y * WIDTH + x), codes.get(chroma), codes.get(chroma + WIDTH * HEIGHT / 4)};
            for (int c = 0; c < 3; c++) {
                worst = Math.max(worst, Math.abs(found[c] - expected[c]));
            }
            assertThat(found).as("patch " + i).containsExactly(expected, within(6.0));
        }
        // A highlight four times as bright as diffuse white stays apart from it, by far.
        int white = codes.get((3 * CELL + CELL / 2) * WIDTH + CELL + CELL / 2);
        int highlight = codes.get((3 * CELL + CELL / 2) * WIDTH + 2 * CELL + CELL / 2);
        assertThat(highlight - white).isGreaterThan(80);
    }

    /// By the formulas of the standards in double precision, from what the look shows.
    private static double[] expected(double[] rgb, VideoFormat format) {
        float[] nits = new float[3];
        HdrLook.display((float) rgb[0], (float) rgb[1], (float) rgb[2], nits);
        double[] s = new double[3];
        double y = (0.2627 * nits[0] + 0.6780 * nits[1] + 0.0593 * nits[2]) / 1000;
        for (int c = 0; c < 3; c++) {
            s[c] = format == VideoFormat.HDR10
                    ? Transfer.PQ.encode(nits[c] / 10000)
                    : Transfer.HLG.encode(y == 0 ? 0 : nits[c] / 1000 * Math.pow(y, -0.2 / 1.2));
        }
        double luma = 0.2627 * s[0] + 0.6780 * s[1] + 0.0593 * s[2];
        return new double[] {64 + 876 * luma, 512 + 896 * (s[2] - luma) / 1.8814, 512 + 896 * (s[0] - luma) / 1.4746};
    }

    @Test
    void theWebFormatShowsTheSameChart() throws IOException, InterruptedException {
        Path clip = write(VideoFormat.MP4, 3);
        assertThat(probe(clip, "-show_streams").lines())
                .contains("codec_name=h264", "color_range=tv", "color_space=bt709", "color_transfer=bt709")
                .contains("color_primaries=bt709", "r_frame_rate=24000/1001", "TAG:timecode=01:00:00:00");
        ShortBuffer rgb = decode(clip, "rgb48le");
        float[] display = new float[3];
        for (int i = 0; i < COLORS.size(); i++) {
            double[] color = COLORS.get(i);
            ToneMap.display((float) color[0], (float) color[1], (float) color[2], display);
            int at = 3 * ((i / 8 * CELL + CELL / 2) * WIDTH + i % 8 * CELL + CELL / 2);
            for (int c = 0; c < 3; c++) {
                assertThat((rgb.get(at + c) & 0xffff) / 65535.0)
                        .as("patch " + i)
                        .isEqualTo(display[c], within(4 / 255.0));
            }
        }
    }

    @Test
    void proResHasTheChartAndItsAlpha() throws IOException, InterruptedException {
        Path clip = write(VideoFormat.PRORES, 3);
        assertThat(clip.toString()).endsWith(".mov");
        assertThat(probe(clip, "-show_streams").lines())
                .contains("codec_name=prores", "profile=4444", "codec_tag_string=ap4h", "color_space=bt709")
                .contains("color_transfer=bt709", "color_primaries=bt709", "r_frame_rate=24000/1001")
                .contains("TAG:timecode=01:00:00:00");
        ShortBuffer codes = decode(clip, "yuva444p10le");
        int plane = WIDTH * HEIGHT;
        float[] v = new float[3];
        for (int i = 0; i < COLORS.size(); i++) {
            double[] color = COLORS.get(i);
            ToneMap.display((float) color[0], (float) color[1], (float) color[2], v);
            double luma = 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
            int at = (i / 8 * CELL + CELL / 2) * WIDTH + i % 8 * CELL + CELL / 2;
            assertThat(new double[] {codes.get(at), codes.get(plane + at), codes.get(2 * plane + at)})
                    .as("patch " + i)
                    .containsExactly(
                            new double[] {
                                64 + 876 * luma, 512 + 896 * (v[2] - luma) / 1.8556, 512 + 896 * (v[0] - luma) / 1.5748
                            },
                            within(3.0));
            assertThat((double) codes.get(3 * plane + at)).isEqualTo(1023.0 * i / 31, within(1.0));
        }
    }

    @ParameterizedTest
    @EnumSource(VideoFormat.class)
    void sameFramesGiveTheSameBytes(VideoFormat format) throws IOException {
        byte[] first = Files.readAllBytes(write(format, 4));
        assertThat(Files.readAllBytes(write(format, 4))).isEqualTo(first);
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    private static double mean() {
        double sum = 0;
        float[] nits = new float[3];
        for (double[] c : COLORS) {
            HdrLook.display((float) c[0], (float) c[1], (float) c[2], nits);
            sum += Math.max(nits[0], Math.max(nits[1], nits[2]));
        }
        return sum / COLORS.size();
    }

    private Path write(VideoFormat format, int frames) throws IOException {
        Path clip = folder.resolve("clip" + format.ending());
        try (VideoWriter video = VideoWriter.open(ffmpeg, clip, format, WIDTH, HEIGHT, Clip.of(TIMECODE, SLATE))) {
            for (int n = 0; n < frames; n++) {
                video.write(chart(), Graphic.NONE);
            }
            video.finish();
        }
        return clip;
    }

    private static Frame chart() {
        float[][] planes = new float[4][WIDTH * HEIGHT];
        for (int p = 0; p < WIDTH * HEIGHT; p++) {
            int i = p / WIDTH / CELL * 8 + p % WIDTH / CELL;
            for (int c = 0; c < 3; c++) {
                planes[c][p] = (float) COLORS.get(i)[c];
            }
            planes[3][p] = i / 31f;
        }
        List<Plane> named = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
            named.add(new Plane("RGBA".substring(c, c + 1), WIDTH, HEIGHT, planes[c]));
        }
        return new Frame(WIDTH, HEIGHT, named);
    }

    private static String probe(Path clip, String... what) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(List.of(what));
        arguments.add(clip.toString());
        return Tools.output(ffmpeg.process("ffprobe", arguments));
    }

    /// The second frame as 16-bit numbers.
    private ShortBuffer decode(Path clip, String pixels) throws IOException, InterruptedException {
        Path raw = folder.resolve("raw");
        List<String> arguments = new ArrayList<>(List.of("-y", "-v", "error", "-ss", "0.042", "-i", clip.toString()));
        arguments.addAll(List.of("-frames:v", "1", "-sws_flags", "accurate_rnd+full_chroma_int"));
        arguments.addAll(List.of("-pix_fmt", pixels, "-f", "rawvideo", raw.toString()));
        Tools.output(ffmpeg.process("ffmpeg", arguments));
        return ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
    }
}
