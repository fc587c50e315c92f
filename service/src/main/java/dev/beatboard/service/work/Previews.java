package dev.beatboard.service.work;

import dev.beatboard.file.Picture;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Progress;
import dev.beatboard.service.generation.SmallPicture;
import dev.beatboard.service.store.ObjectStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Small pictures of frames as they come, for whoever watches. Losing one is no failure, and the
/// rendering never waits for them.
final class Previews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    /// Pixels on the longer side.
    private static final int SIDE = 384;
    private static final int MOST_WAITING = 64;

    /// How often those who watch are told, at most.
    private static final Duration TELL = Duration.ofMillis(250);

    private final ObjectStore store;
    private final Database database;
    /// Of the writing thread: what is stored and not told yet, and of which generation.
    private final List<Integer> untold = new ArrayList<>();

    private Optional<Generation> of = Optional.empty();
    private long told;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("previews").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    Previews(ObjectStore store, Database database) {
        this.store = store;
        this.database = database;
    }

    /// Where the preview of a frame is.
    ///
    /// @param folder of the generation
    static String key(String folder, int n) {
        return folder + "/previews/" + n + ".jpg";
    }

    void show(Generation g, int n, Picture picture) {
        writer.execute(() -> {
            try {
                store.put(key(g.folder(), n), SmallPicture.jpeg(picture, SIDE), "image/jpeg");
                tell(g, n);
            } catch (IOException | RuntimeException e) {
                LOG.warn("The preview of frame {} could not be stored: {}", n, e.getMessage());
            }
        });
    }

    /// Tells those who watch, several frames at once where they come fast.
    private void tell(Generation g, int n) {
        if (of.filter(o -> o.id().equals(g.id())).isEmpty()) {
            flush();
            of = Optional.of(g);
        }
        untold.add(n);
        if (writer.getQueue().isEmpty() || System.nanoTime() - told > TELL.toNanos()) {
            flush();
        }
    }

    private void flush() {
        if (of.isPresent() && !untold.isEmpty()) {
            List<Integer> frames = List.copyOf(untold);
            untold.clear();
            told = System.nanoTime();
            Generation g = of.get();
            database.<Integer, RuntimeException>read(h -> {
                Progress.pictures(h, g, frames);
                return frames.size();
            });
        }
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            boolean done = writer.awaitTermination(5, TimeUnit.SECONDS);
            if (!done) {
                LOG.info("Some previews were left out.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
