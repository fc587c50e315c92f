package dev.beatboard.service.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The right to serve a data folder, which one living process has at a time: a lock on
/// `beatboard.lock` there, which the system takes away from a process that dies, however it does.
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws IOException if another process has it, saying which
    static FolderLock take(Path folder) throws IOException {
        Path file = folder.resolve("beatboard.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // This very process has it. Neither closing this channel nor reading the file would leave it that lock
            // (POSIX takes all of a process's locks on a file away when any of its handles is closed), so both stay.
            throw new IOException("This process serves " + folder + " already.", e);
        }
        String owner = Files.readString(file).strip();
        channel.close();
        throw new IOException("Another Beatboard serves " + folder + " already"
                + (owner.isEmpty() ? "" : " (process " + owner + ")")
                + ". Stop it, or choose another data folder.");
    }

    /// Whether a living process has it.
    static boolean isTaken(Path folder) throws IOException {
        Path file = folder.resolve("beatboard.lock");
        if (!Files.exists(file)) {
            return false;
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            boolean free = channel.tryLock() != null;
            channel.close();
            return !free;
        } catch (OverlappingFileLockException e) {
            // This very process has it, and would lose it if the channel were closed; see above.
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
