package dev.beatboard.service.work;

import dev.beatboard.file.Chunk;
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
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Joins the chunks of a generation and delivers it. Chunks of different builds do not go together,
/// as when a service is brought up to date in the middle of an order: those of other builds than the
/// latest are rendered again.
final class AssemblyRun {

    private static final Logger LOG = LoggerFactory.getLogger(AssemblyRun.class);

    private final Database database;
    private final Chunks chunks;
    private final Studio studio;
    private final Delivery delivery;
    private final ObjectStore store;
    private final Path scratch;
    private final BooleanSupplier stopping;

    AssemblyRun(
            Database database,
            Chunks chunks,
            Studio studio,
            Delivery delivery,
            ObjectStore store,
            Path scratch,
            BooleanSupplier stopping) {
        this.database = database;
        this.chunks = chunks;
        this.studio = studio;
        this.delivery = delivery;
        this.store = store;
        this.scratch = scratch;
        this.stopping = stopping;
    }

    /// @return false if chunks are missing, so that it has to be tried again later
    /// @throws Abandoned if the worker stops
    boolean run(UUID id) throws IOException {
        record Parts(Generation generation, List<Chunks.Stored> stored) {}
        Optional<Parts> parts = database.read(h -> Generations.find(h, id)
                .filter(g -> g.state() == State.PROCESSING)
                .map(g -> new Parts(g, Chunks.stored(h, id))));
        if (parts.isEmpty()) {
            return true;
        }
        Generation g = parts.get().generation();
        List<Chunks.Stored> stored = parts.get().stored();
        if (stored.isEmpty()) {
            return false;
        }
        try (Scratch place = Scratch.in(scratch)) {
            List<Chunks.Stored> outdated = outdated(stored, place);
            if (!outdated.isEmpty()) {
                LOG.info("{} chunks of {} are of another build and are rendered again", outdated.size(), id);
                chunks.again(id, outdated.stream().map(Chunks.Stored::number).toList());
                for (Chunks.Stored s : outdated) {
                    store.deleteAll(s.folder());
                }
                return false;
            }
            List<Path> folders = new ArrayList<>();
            for (Chunks.Stored s : stored) {
                Path to = folder(place, s);
                for (String key : store.list(s.folder())) {
                    download(s, key.substring(s.folder().length() + 1), to);
                }
                folders.add(to);
            }
            Path out = place.folder().resolve("out");
            studio.assemble(g, folders, out, new Stoppable(stopping));
            boolean mine = delivery.deliver(g, out, h -> true);
            if (mine) {
                store.deleteAll(g.folder() + "/chunks");
            }
            return true;
        }
    }

    private static Path folder(Scratch place, Chunks.Stored s) {
        return place.folder().resolve("chunk-" + s.number());
    }

    private void download(Chunks.Stored s, String name, Path to) throws IOException {
        Path file = to.resolve(name);
        OutputFile.folder(file);
        store.download(s.folder() + "/" + name, file);
    }

    /// Those that another build made than the one that was finished last: known before any frame is fetched.
    private List<Chunks.Stored> outdated(List<Chunks.Stored> stored, Scratch place) throws IOException {
        List<String> builds = new ArrayList<>();
        int latest = 0;
        for (int i = 0; i < stored.size(); i++) {
            Path folder = folder(place, stored.get(i));
            download(stored.get(i), Chunk.NAME, folder);
            builds.add(Chunk.read(folder).term(Chunk.BUILD));
            latest = stored.get(i).finished().isAfter(stored.get(latest).finished()) ? i : latest;
        }
        String build = builds.get(latest);
        return IntStream.range(0, stored.size())
                .filter(i -> !builds.get(i).equals(build))
                .mapToObj(stored::get)
                .toList();
    }
}
