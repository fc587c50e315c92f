package dev.beatboard.file.video;

import dev.beatboard.file.Graphic;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.Picture;
import dev.beatboard.file.Slate;
import dev.beatboard.frame.Frame;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Writes a clip as video, see [VideoFormat]. The encoder is a process that is fed raw pictures; its number of threads
/// is fixed, so equal frames give equal bytes. Every file has the index in front, exact rates and a timecode track.
///
/// Use: [#open], [#write] for every frame in order, [#finish]. Closing without finishing leaves no file. While it is
/// being finished a clip takes twice its size on the disk.
public final class VideoWriter implements AutoCloseable {

    private static final int MOST_WORDS = 4000;
    private static final long PATIENCE_SECONDS = 120;

    /// A process that a signal ended has this much more than the signal's number as its exit code.
    private static final int ENDED_BY_SIGNAL = 128;
    /// Higher exit codes are errors of its own.
    private static final int LAST_SIGNAL = 64;
    /// SIGXFSZ, the answer to a write past the limit of `ulimit -f`.
    private static final int FILE_TOO_LARGE = 25;

    private final Path target;
    /// The encoder's file.
    private final Path raw;
    private final int width;
    private final int height;
    private final Clip clip;
    private final Raster raster;
    private final Process process;
    private final OutputStream pictures;
    private final StringBuffer words = new StringBuffer();
    private final Thread listener;
    private boolean finished;

    private VideoWriter(Path target, Path raw, int width, int height, Clip clip, Raster raster, Process process) {
        this.target = target;
        this.raw = raw;
        this.width = width;
        this.height = height;
        this.clip = clip;
        this.raster = raster;
        this.process = process;
        this.pictures = process.getOutputStream();
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    /// H.264 for the web, without markings, timecode from midnight.
    ///
    /// @param width even, as is `height`
    /// @throws IOException with a message for people
    public static VideoWriter open(Ffmpeg ffmpeg, Path target, int width, int height, FrameRate rate, Slate slate)
            throws IOException {
        return open(ffmpeg, target, VideoFormat.MP4, width, height, Clip.of(Timecode.of(rate), slate));
    }

    /// @param target its name should end in [VideoFormat#ending]
    /// @param width even, as is `height`, in all formats but ProRes
    /// @throws IOException with a message for people
    public static VideoWriter open(Ffmpeg ffmpeg, Path target, VideoFormat format, int width, int height, Clip clip)
            throws IOException {
        if (format.needsEvenSize() && (width % 2 != 0 || height % 2 != 0)) {
            throw new IllegalArgumentException(format.label() + " needs an even size, not " + width + "x" + height);
        }
        try {
            OutputFile.folder(target);
            Path raw = target.resolveSibling("." + target.getFileName() + ".raw.part");
            Raster raster = format.raster(width, height);
            List<String> arguments = arguments(raw, format, raster.pixelFormat(), width, height, clip);
            Process process = ffmpeg.process("ffmpeg", arguments)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new VideoWriter(target, raw, width, height, clip, raster, process);
        } catch (IOException e) {
            throw OutputFile.failure(target, e);
        }
    }

    private static List<String> arguments(
            Path raw, VideoFormat format, String pixels, int width, int height, Clip clip) {
        FrameRate rate = clip.timecode().rate();
        String fps = rate.numerator() + "/" + rate.denominator();
        List<String> a = new ArrayList<>();
        a.addAll(List.of("-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-y"));
        a.addAll(List.of("-f", "rawvideo", "-pix_fmt", pixels, "-s", width + "x" + height, "-framerate", fps));
        a.addAll(List.of("-i", "pipe:0", "-an"));
        // Drafts are for looking at soon: less than half the work, about the same size.
        a.addAll(format.encoder(clip.slate().quality().equals("draft")));
        a.addAll(List.of("-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1"));
        a.addAll(List.of("-metadata", "title=" + clip.slate().title()));
        a.addAll(List.of("-metadata", "comment=" + clip.slate().line()));
        a.addAll(List.of("-timecode", clip.timecode().text(0), "-write_tmcd", "1"));
        // One whole second is as many ticks as the rate's numerator: every frame stands where it should, exactly.
        a.addAll(List.of("-video_track_timescale", Integer.toString(rate.numerator()), raw.toString()));
        return a;
    }

    /// The next frame.
    ///
    /// @param graphic drawn over it, or [Graphic#NONE]
    /// @throws IOException with a message for people, if the encoder gave up
    public void write(Frame frame, Graphic graphic) throws IOException {
        fits(frame.width(), frame.height());
        graphic.fits(width, height);
        feed(raster.of(frame, graphic));
    }

    /// The next frame, as a finished SDR picture: a slate, or in the web format any frame. In HDR its white is diffuse
    /// white.
    public void write(Picture picture) throws IOException {
        fits(picture.width(), picture.height());
        feed(raster.of(picture));
    }

    private void fits(int w, int h) {
        if (w != width || h != height) {
            throw new IllegalArgumentException("This clip has pictures of " + width + "x" + height);
        }
    }

    private void feed(byte[] bytes) throws IOException {
        try {
            pictures.write(bytes);
        } catch (IOException e) {
            throw gaveUp(e);
        }
    }

    /// How bright the frames so far were, in HDR formats.
    public Optional<ContentLight> light() {
        return raster.light();
    }

    /// Ends the clip and gives the file its name.
    public void finish() throws IOException {
        try {
            pictures.close();
        } catch (IOException e) {
            throw gaveUp(e);
        }
        if (await() != 0) {
            throw gaveUp(new IOException("the encoder ended with an error"));
        }
        Mp4File.Additions additions = new Mp4File.Additions(raster.light(), clip.xmp(), clip.seal());
        OutputFile.write(target, part -> Mp4File.write(raw, part, additions));
        OutputFile.discard(raw);
        finished = true;
    }

    /// Stops the encoder; without [#finish] before it, nothing is left of the clip.
    @Override
    public void close() {
        if (!finished) {
            process.destroyForcibly();
            await();
            OutputFile.discard(raw);
        }
    }

    private IOException gaveUp(IOException cause) {
        int signal = await() - ENDED_BY_SIGNAL;
        // The stand-ins of Ffmpeg have no versions, which the system's loader mentions.
        String said = words.toString()
                .lines()
                .filter(l -> !l.contains("no version information available"))
                .collect(Collectors.joining("\n"))
                .strip();
        // A full disk is named in any of the lines, the last one is about its consequences.
        if (signal == FILE_TOO_LARGE || said.contains("No space left")) {
            return OutputFile.failure(target, new IOException("No space left on device"));
        }
        if (signal > 0 && signal <= LAST_SIGNAL) {
            return OutputFile.failure(target, new IOException("the video encoder was ended by signal " + signal));
        }
        if (said.contains("Unknown encoder")) {
            return OutputFile.failure(
                    target,
                    new IOException("this ffmpeg lacks the encoder. Delete the folder ffmpeg-* in the cache folder and"
                            + " let it be unpacked again"));
        }
        String last = said.lines().reduce((a, b) -> b).orElse("");
        return OutputFile.failure(target, last.isEmpty() ? cause : new IOException("the video encoder says: " + last));
    }

    private int await() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            listener.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /// Reads what the encoder says, so that it never waits for us to listen.
    private void listen() {
        try (var errors = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                if (words.length() < MOST_WORDS) {
                    words.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            // The process is gone; its exit code tells the rest.
        }
    }
}
