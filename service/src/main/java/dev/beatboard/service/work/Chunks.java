package dev.beatboard.service.work;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TransactionalScheduling;
import dev.beatboard.service.generation.Announcer;
import dev.beatboard.service.generation.Chunk;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The chunks of the database. Every start of one has a number, its attempt, which all that follows
/// has to name; as soon as there is a later one, an earlier attempt changes nothing any more.
final class Chunks {

    private final Database database;
    private final Announcer announcer;
    private final InstantSource clock;

    Chunks(Database database, Announcer announcer, InstantSource clock) {
        this.database = database;
        this.announcer = announcer;
        this.clock = clock;
    }

    /// A chunk that was begun.
    ///
    /// @param of how many chunks the generation has
    record Begun(Generation generation, Chunk chunk, int of, int attempt) {}

    /// Begins an attempt; empty if nobody wants the chunk any more.
    Optional<Begun> begin(Tasks.ChunkId id, UUID worker) {
        Instant now = clock.instant();
        return database.system(h -> {
            Optional<Generation> g = Progress.begin(h, id.generation(), announcer, now);
            if (g.isEmpty()) {
                return Optional.empty();
            }
            return h.createQuery("""
                            update chunk set attempt = attempt + 1, worker_id = :worker, frames_done = 0
                            where generation_id = :g and number = :number and state = 'released'
                            returning attempt, first_frame, last_frame,
                              (select count(*) from chunk where generation_id = :g) as of
                            """)
                    .bind("worker", worker)
                    .bind("g", id.generation())
                    .bind("number", id.number())
                    .map((r, c) -> new Begun(
                            g.get(),
                            new Chunk(id.number(), r.getInt("first_frame"), r.getInt("last_frame")),
                            r.getInt("of"),
                            r.getInt("attempt")))
                    .findOne();
        });
    }

    /// Notes how many frames are done.
    ///
    /// @return false if this attempt is of no use any more
    boolean progress(Begun b, int framesDone) {
        return database.system(h -> {
            boolean mine = h.createUpdate("update chunk set frames_done = :done" + MINE)
                            .bind("done", framesDone)
                            .bind("g", b.generation().id())
                            .bind("number", b.chunk().number())
                            .bind("attempt", b.attempt())
                            .execute()
                    == 1;
            if (mine) {
                Progress.tell(h, b.generation());
            }
            return mine;
        });
    }

    private static final String MINE =
            " where generation_id = :g and number = :number and attempt = :attempt and state = 'released'";

    /// Commits a chunk whose files are in the store; with the last one, the assembly is scheduled.
    ///
    /// @param folder of its files in the store
    /// @param digests of what its frames show; empty if they are not known
    /// @return false if this attempt is of no use any more
    boolean commit(Begun b, String folder, List<String> digests) {
        Instant now = clock.instant();
        return database.system(h -> {
            boolean mine = done(h, b, folder, digests, now);
            if (mine && left(h, b.generation().id()) == 0) {
                TransactionalScheduling.in(h)
                        .scheduleIfNotExists(
                                Tasks.ASSEMBLY
                                        .instance(b.generation().id().toString())
                                        .priority(Tasks.PRIORITY_ASSEMBLY)
                                        .build(),
                                now);
            }
            if (mine) {
                Progress.tell(h, b.generation());
            }
            return mine;
        });
    }

    /// Marks the only chunk of a generation as done, in the transaction that completes it.
    ///
    /// @return false if this attempt is of no use any more
    boolean finish(Handle h, Begun b, List<String> digests) {
        return done(h, b, "", digests, clock.instant());
    }

    private static boolean done(Handle h, Begun b, String folder, List<String> digests, Instant now) {
        // The generation is locked before its chunks, here and wherever it ends: two last chunks come one after the
        // other, and nobody waits for each other.
        return Progress.lock(h, b.generation().id())
                && h.createUpdate("""
                                        update chunk set state = 'done', folder = :folder, frames_done = :frames,
                                          digests = :digests, finished_at = :now
                                        """ + MINE)
                                .bind("folder", folder)
                                .bind("frames", b.chunk().frames())
                                .bindArray("digests", String.class, digests)
                                .bind("now", now)
                                .bind("g", b.generation().id())
                                .bind("number", b.chunk().number())
                                .bind("attempt", b.attempt())
                                .execute()
                        == 1;
    }

    private static int left(Handle h, UUID generation) {
        return h.createQuery("select count(*) from chunk where generation_id = ? and state <> 'done'")
                .bind(0, generation)
                .mapTo(int.class)
                .one();
    }

    /// Notes that an attempt failed.
    ///
    /// @return how often the chunk has failed; 0 if this attempt is of no use any more
    int failed(Begun b) {
        return database.system(
                h -> h.createQuery("update chunk set failures = failures + 1" + MINE + " returning failures")
                        .bind("g", b.generation().id())
                        .bind("number", b.chunk().number())
                        .bind("attempt", b.attempt())
                        .mapTo(int.class)
                        .findOne()
                        .orElse(0));
    }

    /// A chunk that is in the store.
    record Stored(int number, String folder, Instant finished) {}

    /// The chunks of a generation in the order of frames, once all of them are in the store; empty before.
    static List<Stored> stored(Handle h, UUID generation) {
        return left(h, generation) > 0
                ? List.of()
                : h.createQuery("select number, folder, finished_at from chunk where generation_id = ? order by number")
                        .bind(0, generation)
                        .map((r, c) -> new Stored(
                                r.getInt("number"),
                                r.getString("folder"),
                                r.getTimestamp("finished_at").toInstant()))
                        .list();
    }

    /// Has chunks rendered once more, though they were done.
    void again(UUID generation, List<Integer> numbers) {
        database.system(h -> Progress.lock(h, generation)
                && h.createUpdate("""
                                update chunk set state = 'waiting', folder = null, frames_done = 0, digests = null,
                                  finished_at = null, released_at = null
                                where generation_id = :g and number in (<numbers>) and state = 'done'
                                """)
                                .bind("g", generation)
                                .bindList("numbers", numbers)
                                .execute()
                        > 0);
    }
}
