package dev.beatboard.service.work;

import dev.beatboard.file.FrameShelf;
import dev.beatboard.service.store.ObjectStore;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Frames that workers keep for each other in the object store. The names are digests of what the
/// frames show, so whoever has the name has the shot.
final class SharedFrames implements FrameShelf {

    private static final Logger LOG = LoggerFactory.getLogger(SharedFrames.class);
    private static final int LARGEST = 512_000_000;

    private final ObjectStore store;

    SharedFrames(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Optional<byte[]> get(String name) {
        try {
            String key = key(name);
            return store.head(key).isPresent() ? Optional.of(store.read(key, LARGEST)) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("A kept frame could not be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void put(String name, byte[] content) {
        try {
            store.put(key(name), content, "application/octet-stream");
        } catch (IOException e) {
            LOG.warn("A frame could not be kept for others: {}", e.getMessage());
        }
    }

    private static String key(String name) {
        return "frames/" + name.substring(0, 2) + "/" + name;
    }
}
