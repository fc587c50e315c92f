package dev.beatboard.file;

import java.util.Optional;

/// Where several machines keep frames for each other, behind the cache that each has for itself.
/// Losing what is on it is no failure, nor is not finding it.
public interface FrameShelf {

    /// Nothing is shared.
    FrameShelf NONE = new FrameShelf() {
        @Override
        public Optional<byte[]> get(String name) {
            return Optional.empty();
        }

        @Override
        public void put(String name, byte[] content) {
            // Nobody else wants it.
        }
    };

    /// What was put there under that name, whole and as it was.
    ///
    /// @param name letters, digits and dashes, at least two
    Optional<byte[]> get(String name);

    void put(String name, byte[] content);
}
