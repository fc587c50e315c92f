package dev.beatboard.service.generation;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.sql.Array;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Reads and writes generations, in the transaction of whoever calls.
public final class Generations {

    /// The channel on which changes are made known to all processes; the message is a [News].
    public static final String CHANNEL = "beatboard_generation";

    /// A row, with the frames of chunks that are not done yet.
    private static final String ROW = """
            select g.*, case when g.state <> 'processing' then g.frames_done
              else coalesce((select sum(c.frames_done) from chunk c where c.generation_id = g.id), 0) end as frames_now
            from generation g
            """;

    private Generations() {}

    /// What to list.
    ///
    /// @param before of which generation to go on, newest first
    /// @param limit 1 to 100
    public record Page(
            Optional<UUID> before,
            int limit,
            int offset,
            Optional<State> state,
            Optional<UUID> project,
            Optional<Dialect> dialect) {}

    public static Optional<Generation> find(Handle h, UUID id) {
        return h.createQuery(ROW + " where g.id = :id and g.deleted_at is null")
                .bind("id", id)
                .map(new GenerationRow())
                .findOne();
    }

    /// The generation, or a refusal that does not tell whether another account has it.
    public static Generation need(Handle h, UUID id) {
        return find(h, id)
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "There is no generation " + id + ".")
                        .exception());
    }

    /// The same, locked until the transaction ends.
    static Optional<Generation> lock(Handle h, UUID id) {
        boolean there = h.createQuery("select 1 from generation where id = ? for update")
                .bind(0, id)
                .mapTo(int.class)
                .findOne()
                .isPresent();
        return there ? find(h, id) : Optional.empty();
    }

    /// Newest first.
    public static List<Generation> list(Handle h, Page page) {
        return h.createQuery(ROW + """
                         where g.deleted_at is null
                          and (cast(:before as uuid) is null or g.id < :before)
                          and (cast(:state as text) is null or g.state = :state)
                          and (cast(:project as uuid) is null or g.project_id = :project)
                          and (cast(:dialect as text) is null or g.dialect = :dialect)
                        order by g.id desc limit :limit offset :offset
                        """)
                .bind("before", page.before().orElse(null))
                .bind("state", page.state().map(State::label).orElse(null))
                .bind("project", page.project().orElse(null))
                .bind("dialect", page.dialect().map(Dialect::label).orElse(null))
                .bind("limit", page.limit())
                .bind("offset", page.offset())
                .map(new GenerationRow())
                .list();
    }

    /// What it has delivered: nothing unless it is completed.
    public static List<Output> outputs(Handle h, Generation g) {
        return g.state() == State.COMPLETED ? outputs(h, g.id()) : List.of();
    }

    public static List<Output> outputs(Handle h, UUID generation) {
        return h.createQuery("select * from output where generation_id = ? order by name")
                .bind(0, generation)
                .map((r, c) -> new Output(
                        r.getObject("id", UUID.class),
                        r.getObject("generation_id", UUID.class),
                        r.getString("kind"),
                        r.getString("name"),
                        r.getString("object_key"),
                        r.getString("media_type"),
                        r.getLong("bytes"),
                        r.getString("sha256")))
                .list();
    }

    static void keepOutputs(Handle h, Generation g, List<Output> outputs) {
        if (outputs.isEmpty()) {
            return;
        }
        PreparedBatch batch = h.prepareBatch("""
                insert into output (id, generation_id, account_id, kind, name, object_key, media_type, bytes, sha256)
                values (:id, :g, :account, :kind, :name, :key, :type, :bytes, :sha256)
                """);
        for (Output o : outputs) {
            batch.bind("id", o.id())
                    .bind("g", g.id())
                    .bind("account", g.account())
                    .bind("kind", o.kind())
                    .bind("name", o.name())
                    .bind("key", o.key())
                    .bind("type", o.mediaType())
                    .bind("bytes", o.bytes())
                    .bind("sha256", o.sha256())
                    .add();
        }
        batch.execute();
    }

    /// Digests of what its frames show, if they were ever computed.
    static Optional<List<String>> digests(Handle h, UUID generation) {
        return h.createQuery("select digests from frame_digests where generation_id = ?")
                .bind(0, generation)
                .map((r, c) -> {
                    Array array = r.getArray("digests");
                    return Arrays.asList((String[]) array.getArray());
                })
                .findOne();
    }

    static void keepDigests(Handle h, Generation g, List<String> digests) {
        h.createUpdate("""
                        insert into frame_digests (generation_id, account_id, digests) values (:g, :account, :digests)
                        on conflict do nothing
                        """)
                .bind("g", g.id())
                .bind("account", g.account())
                .bindArray("digests", String.class, digests)
                .execute();
    }

    /// Moves it on; whoever listens is told when the transaction commits.
    ///
    /// @throws IllegalStateException if that state cannot follow
    static void become(Handle h, Generation g, State next, Instant now) {
        if (!g.state().mayBecome(next)) {
            throw new IllegalStateException(g.id() + " is " + g.state() + " and cannot become " + next);
        }
        h.createUpdate("""
                        update generation set state = :state,
                          started_at = case when :state = 'processing' then :now else started_at end,
                          finished_at = case when :final then :now else finished_at end
                        where id = :id
                        """)
                .bind("state", next.label())
                .bind("final", next.isFinal())
                .bind("now", now)
                .bind("id", g.id())
                .execute();
        tell(h, News.of(g));
    }

    /// Makes known that something is new, when the transaction commits.
    static void tell(Handle h, News news) {
        h.createQuery("select pg_notify(?, ?)")
                .bind(0, CHANNEL)
                .bind(1, news.text())
                .mapTo(String.class)
                .findOne();
    }

    /// Those that are deleted and whose files are there still.
    public static List<Generation> deleted(Database database, int limit) {
        return database.<List<Generation>, RuntimeException>read(h ->
                h.createQuery(ROW + """
                         where g.deleted_at is not null and not g.removed
                          and g.state not in ('queued', 'processing') limit ?
                        """).bind(0, limit).map(new GenerationRow()).list());
    }

    /// Notes that its files are gone.
    public static void removed(Database database, UUID id) {
        database.<Integer, RuntimeException>system(h -> {
            h.createUpdate("delete from output where generation_id = ?")
                    .bind(0, id)
                    .execute();
            return h.createUpdate("update generation set removed = true where id = ?")
                    .bind(0, id)
                    .execute();
        });
    }
}
