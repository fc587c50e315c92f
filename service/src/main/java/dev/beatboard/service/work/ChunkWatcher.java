package dev.beatboard.service.work;

import java.time.Duration;

/// Is told of every chunk that a worker has left.
@FunctionalInterface
public interface ChunkWatcher {

    /// Nobody.
    ChunkWatcher NONE = (_, _) -> {};

    /// @param outcome `done`, `failed` or `abandoned`
    void left(String outcome, Duration took);
}
