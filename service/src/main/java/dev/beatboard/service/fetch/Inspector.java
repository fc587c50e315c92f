package dev.beatboard.service.fetch;

import dev.beatboard.file.video.Ffmpeg;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// ffmpeg and ffprobe on files of strangers: processes of their own, which the system bounds in
/// memory, processor time and what they may write, and which open local files only.
final class Inspector {

    /// Kilobytes of address space, seconds of processor time, blocks of 512 bytes per file.
    private static final String BOUNDS = "ulimit -v 4000000; ulimit -t 60; ulimit -f 2048; exec \"$0\" \"$@\"";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration QUEUE = Duration.ofSeconds(120);

    private final Ffmpeg ffmpeg;
    /// Each may need hundreds of megabytes.
    private final Semaphore places = new Semaphore(4, true);

    Inspector(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /// @param good whether it ended well
    /// @param out what it wrote, at most a megabyte
    record Outcome(boolean good, String out, String errors) {}

    /// Runs a program; taking too long is a bad end like others.
    Outcome run(String program, List<String> arguments) throws IOException {
        try {
            if (!places.tryAcquire(QUEUE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("Too many files are being looked at.");
            }
            try {
                return runNow(program, arguments);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while looking at a file.", e);
        }
    }

    private Outcome runNow(String program, List<String> arguments) throws IOException, InterruptedException {
        ProcessBuilder plain = ffmpeg.process(program, arguments);
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", BOUNDS));
        command.addAll(plain.command());
        Path out = Files.createTempFile("inspect", ".out");
        Path errors = Files.createTempFile("inspect", ".err");
        try {
            Process process = plain.command(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile())
                    .start();
            boolean ended;
            try {
                ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } finally {
                process.destroyForcibly();
            }
            return new Outcome(ended && process.exitValue() == 0, text(out), text(errors));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(errors);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
