package dev.beatboard.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/// Files that appear under their final name only when they are whole. They are written under a
/// name that begins with a dot and ends in `.part`, then renamed; whoever is killed in between
/// leaves only that.
public final class OutputFile {

    private OutputFile() {}

    /// What writes the file, given the name to write to.
    @FunctionalInterface
    public interface Body {
        void write(Path temporary) throws IOException;
    }

    /// Lets `body` write the file and then gives it its name.
    ///
    /// @throws IOException with a message for people: what could not be written, why, and the
    ///     remedy
    public static void write(Path target, Body body) throws IOException {
        Path part = part(target);
        try {
            folder(target);
            body.write(part);
            finish(part, target);
        } catch (IOException e) {
            discard(part);
            throw failure(target, e);
        } catch (RuntimeException | Error e) {
            discard(part);
            throw e;
        }
    }

    public static void write(Path target, byte[] content) throws IOException {
        write(target, part -> Files.write(part, content));
    }

    public static void write(Path target, String content) throws IOException {
        write(target, content.getBytes(StandardCharsets.UTF_8));
    }

    /// Makes the folder and tries to write into it, so that a long work does not fail at its end.
    ///
    /// @throws IOException with a message for people
    public static void probe(Path folder) throws IOException {
        Path trial = folder.resolve(".beatboard.part");
        try {
            Files.createDirectories(folder);
            Files.write(trial, new byte[1]);
            Files.delete(trial);
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /// The name under which `target` is written. Its ending stays, for programs that go by it.
    public static Path part(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".part");
    }

    public static void folder(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }

    public static void finish(Path part, Path target) throws IOException {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // What made the writing fail is the news; a left-over part is harmless.
        }
    }

    /// The same failure in words that name the file, the cause and the remedy.
    public static IOException failure(Path target, IOException e) {
        if (e instanceof WriteFailure) {
            return e;
        }
        String cause = String.valueOf(e.getMessage());
        String lower = cause.toLowerCase(Locale.ROOT);
        String why;
        if (lower.contains("no space left") || lower.contains("disk quota") || lower.contains("file too large")) {
            why = "the disk is full. Free some space or name another folder with -o.";
        } else if (e instanceof AccessDeniedException
                || lower.contains("read-only")
                || lower.contains("permission denied")) {
            why = "writing is not allowed there. Name another folder with -o.";
        } else if (e instanceof FileSystemException f && f.getReason() != null) {
            why = f.getReason() + ".";
        } else {
            why = (cause.isBlank() ? e.getClass().getSimpleName() : cause) + ".";
        }
        return new WriteFailure("Cannot write " + target + ": " + why.replace("..", "."), e);
    }

    /// Already says all there is to say.
    static final class WriteFailure extends IOException {

        private static final long serialVersionUID = 1;

        WriteFailure(String message, IOException cause) {
            super(message, cause);
        }
    }
}
