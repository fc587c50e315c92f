package dev.beatboard.service.generation;

import dev.beatboard.service.credit.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The end of a generation: state, books and messages in one transaction.
public final class Closing {

    private Closing() {}

    /// Ends it without delivering: all that was held is released, and chunks that nobody wants any
    /// more are dropped.
    ///
    /// @param g locked
    static void end(
            Handle h,
            Generation g,
            State state,
            Optional<FailureCode> code,
            Optional<String> reason,
            Ledger ledger,
            Announcer announcer,
            Instant now) {
        Generations.become(h, g, state, now);
        h.createUpdate("update generation set failure_code = ?, failure_reason = ? where id = ?")
                .bind(0, code.map(FailureCode::label).orElse(null))
                .bind(1, reason.orElse(null))
                .bind(2, g.id())
                .execute();
        dropChunks(h, g);
        ledger.release(h, g.id(), now);
        announcer.changed(h, Generations.need(h, g.id()), now);
    }

    /// Ends it as failed, if it has not ended yet.
    ///
    /// @return whether it was this call that ended it
    public static boolean fail(
            Handle h, UUID id, FailureCode code, String reason, Ledger ledger, Announcer announcer, Instant now) {
        Optional<Generation> g = Generations.lock(h, id);
        if (g.isEmpty() || g.get().state().isFinal()) {
            return false;
        }
        end(h, g.get(), State.FAILED, Optional.of(code), Optional.of(reason), ledger, announcer, now);
        return true;
    }

    /// Ends it as delivered: its price is settled.
    ///
    /// @return false if it has ended before, such as by a cancel; then nothing was done
    public static boolean complete(
            Handle h, UUID id, List<Output> outputs, Ledger ledger, Announcer announcer, Instant now) {
        Optional<Generation> found = Generations.lock(h, id);
        if (found.isEmpty() || found.get().state() != State.PROCESSING) {
            return false;
        }
        Generation g = found.get();
        Generations.keepOutputs(h, g, outputs);
        Generations.become(h, g, State.COMPLETED, now);
        h.createUpdate("update generation set charged = price, frames_done = ? where id = ?")
                .bind(0, g.frames())
                .bind(1, g.id())
                .execute();
        dropChunks(h, g);
        keepDigests(h, g);
        ledger.settle(h, g.id(), g.price(), now);
        announcer.changed(h, Generations.need(h, g.id()), now);
        return true;
    }

    /// What its frames show, for the price of an edit, if the workers of all chunks know it.
    private static void keepDigests(Handle h, Generation g) {
        h.createUpdate("""
                        insert into frame_digests (generation_id, account_id, digests)
                        select c.generation_id, c.account_id, array_agg(d.digest order by c.number, d.i)
                        from chunk c, unnest(c.digests) with ordinality d (digest, i)
                        where c.generation_id = :g group by 1, 2 having count(*) = :frames
                        on conflict do nothing
                        """).bind("g", g.id()).bind("frames", g.frames()).execute();
    }

    private static void dropChunks(Handle h, Generation g) {
        h.createUpdate("update chunk set state = 'dropped' where generation_id = ? and state <> 'done'")
                .bind(0, g.id())
                .execute();
    }
}
