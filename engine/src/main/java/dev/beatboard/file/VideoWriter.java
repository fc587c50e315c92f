package dev.beatboard.file;

import dev.beatboard.time.FrameRate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Writes a clip as MP4: H.264 High, yuv420p, tagged BT.709, the index in front so that it plays while it loads. The
/// encoder is a process that is fed raw pictures; its number of threads is fixed, so equal pictures give equal bytes.
///
/// Use: [#open], [#write] for every frame in order, [#finish]. Closing without finishing leaves no file.
public final class VideoWriter implements AutoCloseable {

    /// x264's constant rate factor: visually clean, about 5 Mbit/s at 1080p.
    private static final int RATE_FACTOR = 17;
    private static final int THREADS = 2;
    private static final int MOST_WORDS = 4000;
    private static final long PATIENCE_SECONDS = 120;

    /// A process that a signal ended has this much more than the signal's number as its exit code.
    private static final int ENDED_BY_SIGNAL = 128;
    /// Higher exit codes are errors of its own.
    private static final int LAST_SIGNAL = 64;
    /// SIGXFSZ, the answer to a write past the limit of `ulimit -f`.
    private static final int FILE_TOO_LARGE = 25;

    private final Path target;
    private final Path part;
    private final int width;
    private final int height;
    private final Process process;
    private final OutputStream pictures;
    private final StringBuffer words = new StringBuffer();
    private final Thread listener;
    private boolean finished;

    private VideoWriter(Path target, int width, int height, Process process) {
        this.target = target;
        this.part = OutputFile.part(target);
        this.width = width;
        this.height = height;
        this.process = process;
        this.pictures = process.getOutputStream();
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    /// @param width even, as is `height`
    /// @throws IOException with a message for people
    public static VideoWriter open(Ffmpeg ffmpeg, Path target, int width, int height, FrameRate rate, Slate slate)
            throws IOException {
        if (width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("yuv420p needs an even size, not " + width + "x" + height);
        }
        try {
            OutputFile.folder(target);
            List<String> arguments = arguments(OutputFile.part(target), width, height, rate, slate);
            Process process = ffmpeg.process("ffmpeg", arguments)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new VideoWriter(target, width, height, process);
        } catch (IOException e) {
            throw OutputFile.failure(target, e);
        }
    }

    private static List<String> arguments(Path part, int width, int height, FrameRate rate, Slate slate) {
        // Drafts are for looking at soon: less than half the work, about the same size.
        String preset = slate.quality().equals("draft") ? "veryfast" : "fast";
        String fps = rate.numerator() + "/" + rate.denominator();
        List<String> a = new ArrayList<>();
        a.addAll(List.of("-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-y"));
        a.addAll(List.of("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", width + "x" + height, "-framerate", fps));
        a.addAll(List.of("-i", "pipe:0", "-an"));
        // Without setparams at the end of the chain, recent versions leave the color tags unknown.
        a.addAll(List.of(
                "-vf",
                "scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int+bitexact,"
                        + "format=yuv420p,"
                        + "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"));
        a.addAll(List.of("-c:v", "libx264", "-preset", preset, "-crf", Integer.toString(RATE_FACTOR)));
        a.addAll(List.of("-profile:v", "high", "-threads", Integer.toString(THREADS)));
        a.addAll(List.of("-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1"));
        a.addAll(List.of("-metadata", "title=" + slate.title(), "-metadata", "comment=" + slate.line()));
        a.addAll(List.of("-movflags", "+faststart", "-f", "mp4", part.toString()));
        return a;
    }

    /// The next frame.
    ///
    /// @throws IOException with a message for people, if the encoder gave up
    public void write(Picture picture) throws IOException {
        if (picture.width() != width || picture.height() != height) {
            throw new IllegalArgumentException("This clip has pictures of " + width + "x" + height);
        }
        try {
            pictures.write(picture.rgb());
        } catch (IOException e) {
            throw gaveUp(e);
        }
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
        try {
            OutputFile.finish(part, target);
        } catch (IOException e) {
            throw OutputFile.failure(target, e);
        }
        finished = true;
    }

    /// Stops the encoder; without [#finish] before it, nothing is left of the clip.
    @Override
    public void close() {
        if (!finished) {
            process.destroyForcibly();
            await();
            OutputFile.discard(part);
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
