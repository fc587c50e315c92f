package dev.beatboard.service.work;

import dev.beatboard.file.Picture;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.store.MediaTypes;
import dev.beatboard.service.store.ObjectStore;
import dev.beatboard.time.FrameRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// Renders chunks: begins one, draws its frames, stores its files, commits.
final class ChunkRun {

    /// How often the database is told of finished frames, and asked whether they are wanted still.
    private static final Duration REPORT = Duration.ofMillis(400);

    private final Chunks chunks;
    private final Studio studio;
    private final Delivery delivery;
    private final ObjectStore store;
    private final Previews previews;
    private final Path scratch;
    private final UUID worker;
    private final BooleanSupplier stopping;

    /// @param stopping whether the worker is to end
    ChunkRun(
            Chunks chunks,
            Studio studio,
            Delivery delivery,
            ObjectStore store,
            Previews previews,
            Path scratch,
            UUID worker,
            BooleanSupplier stopping) {
        this.chunks = chunks;
        this.studio = studio;
        this.delivery = delivery;
        this.store = store;
        this.previews = previews;
        this.scratch = scratch;
        this.worker = worker;
        this.stopping = stopping;
    }

    Optional<Chunks.Begun> begin(Tasks.ChunkId id) {
        return chunks.begin(id, worker);
    }

    /// @throws Abandoned if the frames are of no use any more, or the worker stops
    void run(Chunks.Begun b) throws IOException {
        Generation g = b.generation();
        boolean alone = b.of() == 1;
        try (Scratch place = Scratch.in(scratch)) {
            List<String> digests = studio.render(
                    g,
                    new FrameRange(b.chunk().firstFrame(), b.chunk().lastFrame()),
                    alone,
                    place.folder(),
                    new Reporting(b));
            boolean mine;
            if (alone) {
                mine = delivery.deliver(g, place.folder(), h -> chunks.finish(h, b, digests));
            } else {
                String folder = g.folder() + "/chunks/" + b.chunk().number() + "-" + b.attempt();
                upload(place.folder(), folder);
                mine = chunks.commit(b, folder, digests);
                if (!mine) {
                    store.deleteAll(folder);
                }
            }
            if (!mine) {
                throw new Abandoned("it was called off or begun anew", false);
            }
        }
    }

    private void upload(Path from, String folder) throws IOException {
        for (Map.Entry<String, Path> e : Scratch.files(from).entrySet()) {
            String name = e.getKey();
            // Joining makes all files anew but those of single frames.
            if (name.startsWith("frames/")
                    || name.startsWith("light/")
                    || name.startsWith("exr")
                    || name.startsWith("source.")
                    || name.equals("chunk.json")) {
                store.put(folder + "/" + name, e.getValue(), MediaTypes.ofEnding(name));
            }
        }
    }

    /// Tells the database and whoever watches.
    private final class Reporting extends Stoppable {

        private final Chunks.Begun begun;
        private long told;

        Reporting(Chunks.Begun begun) {
            super(stopping);
            this.begun = begun;
        }

        @Override
        public void frame(int done, int of) {
            super.frame(done, of);
            long now = System.nanoTime();
            if (done == of || now - told > REPORT.toNanos()) {
                told = now;
                if (!chunks.progress(begun, done)) {
                    throw new Abandoned("it was called off or begun anew", false);
                }
            }
        }

        @Override
        public void picture(int n, Picture picture) {
            previews.show(begun.generation(), n, picture);
        }
    }
}
