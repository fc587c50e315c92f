package dev.beatboard.service.work;

import dev.beatboard.file.OutputFile;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Generations;
import dev.beatboard.service.generation.State;
import dev.beatboard.service.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// Joins the chunks of a generation and delivers it.
final class AssemblyRun {

    private final Database database;
    private final Studio studio;
    private final Delivery delivery;
    private final ObjectStore store;
    private final Path scratch;
    private final BooleanSupplier stopping;

    AssemblyRun(
            Database database,
            Studio studio,
            Delivery delivery,
            ObjectStore store,
            Path scratch,
            BooleanSupplier stopping) {
        this.database = database;
        this.studio = studio;
        this.delivery = delivery;
        this.store = store;
        this.scratch = scratch;
        this.stopping = stopping;
    }

    /// @throws Abandoned if the worker stops
    void run(UUID id) throws IOException {
        record Parts(Generation generation, List<String> folders) {}
        Optional<Parts> parts = database.read(h -> Generations.find(h, id)
                .filter(g -> g.state() == State.PROCESSING)
                .map(g -> new Parts(g, Chunks.folders(h, id))));
        if (parts.isEmpty()) {
            return;
        }
        Generation g = parts.get().generation();
        try (Scratch place = Scratch.in(scratch)) {
            List<Path> chunks = new ArrayList<>();
            for (String folder : parts.get().folders()) {
                Path to = place.folder().resolve("chunk-" + chunks.size());
                for (String key : store.list(folder)) {
                    Path file = to.resolve(key.substring(folder.length() + 1));
                    OutputFile.folder(file);
                    store.download(key, file);
                }
                chunks.add(to);
            }
            Path out = place.folder().resolve("out");
            studio.assemble(g, chunks, out, new Stoppable(stopping));
            boolean mine = delivery.deliver(g, out, h -> true);
            if (mine) {
                store.deleteAll(g.folder() + "/chunks");
            }
        }
    }
}
