package dev.beatboard.service.generation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// How a generation gets from being queued to its end, as far as workers bring it there.
public final class Progress {

    private Progress() {}

    /// Marks a generation as begun, if it is wanted still, and tells those who asked for it.
    ///
    /// @return it, if it is under way
    public static Optional<Generation> begin(Handle h, UUID id, Announcer announcer, Instant now) {
        Optional<Generation> g = Generations.find(h, id);
        if (g.isPresent() && g.get().state() == State.QUEUED) {
            g = Generations.lock(h, id);
            if (g.isPresent() && g.get().state() == State.QUEUED) {
                Generations.become(h, g.get(), State.PROCESSING, now);
                g = Generations.find(h, id);
                g.ifPresent(begun -> announcer.changed(h, begun, now));
            }
        }
        return g.filter(f -> f.state() == State.PROCESSING);
    }

    /// Locks it until the transaction ends.
    ///
    /// @return whether it is under way
    public static boolean lock(Handle h, UUID id) {
        return Generations.lock(h, id)
                .filter(g -> g.state() == State.PROCESSING)
                .isPresent();
    }

    /// Makes known to all processes that there is news of it.
    public static void tell(Handle h, Generation g) {
        Generations.tell(h, News.of(g));
    }

    /// Makes known that small pictures of these frames are in the store.
    public static void pictures(Handle h, Generation g, List<Integer> frames) {
        Generations.tell(h, new News(g.id(), g.account(), frames));
    }
}
