package dev.beatboard.service.project;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Keeps things of one kind with their revisions: projects, people, sets.
public final class Shelf {

    /// The most revisions that are kept of a thing; older ones go.
    public static final int REVISIONS = 1000;

    /// The longest document, in characters.
    public static final int LONGEST = 1 << 20;

    private static final String DUPLICATE = "23505";
    private static final int MOST_THINGS = 10_000;

    private final Database database;
    private final Kind kind;

    /// What is kept.
    public enum Kind {
        PROJECT("project", "project_revision", "project_id", "title", "", "project"),
        CAST("library_item", "library_item_revision", "item_id", "name", "cast", "person"),
        SET("library_item", "library_item_revision", "item_id", "name", "set", "set");

        private final String table;
        private final String revisions;
        private final String reference;
        private final String name;
        private final String label;
        private final String noun;

        Kind(String table, String revisions, String reference, String name, String label, String noun) {
            this.table = table;
            this.revisions = revisions;
            this.reference = reference;
            this.name = name;
            this.label = label;
            this.noun = noun;
        }

        /// The part of a condition that tells these rows from others of the table.
        private String only() {
            return label.isEmpty() ? "" : " and kind = '" + label + "'";
        }
    }

    public Shelf(Database database, Kind kind) {
        this.database = database;
        this.kind = kind;
    }

    /// What is to be changed.
    ///
    /// @param name as it is if empty
    /// @param document as it is if empty
    /// @param revision on which the change is based
    public record Change(Optional<String> name, Optional<String> document, int revision) {}

    /// Keeps something new.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException (CONFLICT) if there is one of that name
    ///     in a library, or too many
    public Saved create(Caller caller, String name, String document, Instant now) {
        UUID id = Ids.next(now);
        try {
            return database.<Saved, RuntimeException>tenant(caller.account(), h -> {
                if (count(h) >= MOST_THINGS) {
                    throw Refusal.of(Code.CONFLICT, "An account keeps at most " + MOST_THINGS + " of them.")
                            .exception();
                }
                String column = kind.label.isEmpty() ? "" : ", kind";
                String value = kind.label.isEmpty() ? "" : ", '" + kind.label + "'";
                h.createUpdate("insert into " + kind.table + " (id, account_id, " + kind.name
                                + ", revision, document, created_at, updated_at" + column
                                + ") values (:id, :account, :name, 1, :document, :now, :now" + value + ")")
                        .bind("id", id)
                        .bind("account", caller.account())
                        .bind("name", name)
                        .bind("document", document)
                        .bind("now", now)
                        .execute();
                Saved made = new Saved(id, name, 1, document, now, now);
                remember(h, caller, made, now);
                return made;
            });
        } catch (UnableToExecuteStatementException e) {
            throw duplicate(e, name);
        }
    }

    private int count(Handle h) {
        return h.createQuery("select count(*) from " + kind.table + " where deleted_at is null" + kind.only())
                .mapTo(int.class)
                .one();
    }

    private RuntimeException duplicate(UnableToExecuteStatementException e, String name) {
        if (e.getCause() instanceof SQLException sql && DUPLICATE.equals(sql.getSQLState())) {
            return Refusal.of(
                            Code.CONFLICT, "There is a " + kind.noun + " called " + Refusal.quoted(name) + " already.")
                    .exception();
        }
        return e;
    }

    /// @throws dev.beatboard.service.problem.RefusedException (NOT_FOUND) if the account has none
    public Saved get(Caller caller, UUID id) {
        return database.<Saved, RuntimeException>tenant(caller.account(), h -> need(h, id));
    }

    private Saved need(Handle h, UUID id) {
        return h.createQuery("select * from " + kind.table + " where id = ? and deleted_at is null" + kind.only())
                .bind(0, id)
                .map((r, c) -> saved(r))
                .findOne()
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "There is no " + kind.noun + " " + id + ".")
                        .exception());
    }

    private Saved saved(ResultSet r) throws SQLException {
        return new Saved(
                r.getObject("id", UUID.class),
                r.getString(kind.name),
                r.getInt("revision"),
                r.getString("document"),
                r.getTimestamp("created_at").toInstant(),
                r.getTimestamp("updated_at").toInstant());
    }

    /// Newest first.
    ///
    /// @param before of which to go on
    /// @param named a part of the name, whatever its capitals
    /// @param documents whether to read them; they are empty otherwise
    public List<Saved> list(
            Caller caller, Optional<UUID> before, int limit, Optional<String> named, boolean documents) {
        String pattern = named.map(
                        n -> "%" + n.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .orElse("%");
        return database.<List<Saved>, RuntimeException>tenant(
                caller.account(),
                h -> h.createQuery("select id, "
                                + kind.name + ", revision, " + (documents ? "document" : "'' as document")
                                + ", created_at, updated_at from " + kind.table
                                + " where deleted_at is null and (cast(:before as uuid) is null or id < :before) and "
                                + kind.name + " ilike :pattern" + kind.only() + " order by id desc limit :limit")
                        .bind("before", before.orElse(null))
                        .bind("pattern", pattern)
                        .bind("limit", limit)
                        .map((r, c) -> saved(r))
                        .list());
    }

    /// Changes something, if it is as whoever changes it has seen it. A change that changes nothing
    /// makes no revision.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException (REVISION_CONFLICT) with what is there
    ///     now and what was sent, if somebody else was faster
    public Saved update(Caller caller, UUID id, Change change, Instant now) {
        try {
            return database.<Saved, RuntimeException>tenant(caller.account(), h -> {
                Optional<Saved> current = h.createQuery("select * from " + kind.table
                                + " where id = ? and deleted_at is null" + kind.only() + " for update")
                        .bind(0, id)
                        .map((r, c) -> saved(r))
                        .findOne();
                Saved is = current.orElseGet(() -> need(h, id));
                String name = change.name().orElse(is.name());
                String document = change.document().orElse(is.document());
                if (is.revision() != change.revision()) {
                    throw conflict(is, change, name, document, base(h, id, change.revision()));
                }
                if (name.equals(is.name()) && document.equals(is.document())) {
                    return is;
                }
                Saved next = new Saved(id, name, is.revision() + 1, document, is.createdAt(), now);
                h.createUpdate(
                                "update " + kind.table + " set " + kind.name
                                        + " = :name, document = :document, revision = :revision, updated_at = :now where id = :id")
                        .bind("name", name)
                        .bind("document", document)
                        .bind("revision", next.revision())
                        .bind("now", now)
                        .bind("id", id)
                        .execute();
                remember(h, caller, next, now);
                return next;
            });
        } catch (UnableToExecuteStatementException e) {
            throw duplicate(e, change.name().orElse(""));
        }
    }

    private Optional<Revision> base(Handle h, UUID id, int revision) {
        return h.createQuery("select * from " + kind.revisions + " where " + kind.reference + " = ? and revision = ?")
                .bind(0, id)
                .bind(1, revision)
                .map((r, c) -> revision(r, r.getString("document")))
                .findOne();
    }

    private RuntimeException conflict(Saved is, Change change, String name, String document, Optional<Revision> base) {
        Refusal refusal = Refusal.of(
                        Code.REVISION_CONFLICT,
                        "The change is based on revision " + change.revision() + ", but there is revision "
                                + is.revision() + ". Both are here: merge them and send the outcome with revision "
                                + is.revision() + ".")
                .with("current", version(is.revision(), is.name(), is.document()))
                .with("yours", version(change.revision(), name, document));
        return base.map(b -> refusal.with("base", version(b.revision(), b.name(), b.document())))
                .orElse(refusal)
                .exception();
    }

    private Map<String, Object> version(int revision, String name, String document) {
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("revision", revision);
        version.put(kind.name, name);
        version.put("document", Documents.tree(document));
        return version;
    }

    private void remember(Handle h, Caller caller, Saved s, Instant now) {
        h.createUpdate("insert into " + kind.revisions + " (" + kind.reference + ", account_id, revision, " + kind.name
                        + ", document, actor, at) values (:id, :account, :revision, :name, :document, :actor, :now)")
                .bind("id", s.id())
                .bind("account", caller.account())
                .bind("revision", s.revision())
                .bind("name", s.name())
                .bind("document", s.document())
                .bind("actor", caller.actor())
                .bind("now", now)
                .execute();
        h.createUpdate("delete from " + kind.revisions + " where " + kind.reference + " = ? and revision <= ?")
                .bind(0, s.id())
                .bind(1, s.revision() - REVISIONS)
                .execute();
    }

    /// Its revisions without their documents, newest first.
    ///
    /// @param before of which to go on
    public List<Revision> revisions(Caller caller, UUID id, Optional<Integer> before, int limit) {
        return database.<List<Revision>, RuntimeException>tenant(caller.account(), h -> {
            need(h, id);
            return h.createQuery(
                            "select revision, " + kind.name + ", actor, at from " + kind.revisions + " where "
                                    + kind.reference
                                    + " = :id and (cast(:before as int) is null or revision < :before) order by revision desc limit :limit")
                    .bind("id", id)
                    .bind("before", before.orElse(null))
                    .bind("limit", limit)
                    .map((r, c) -> revision(r, ""))
                    .list();
        });
    }

    /// @throws dev.beatboard.service.problem.RefusedException (NOT_FOUND) if it is not kept
    public Revision revision(Caller caller, UUID id, int revision) {
        return database.<Revision, RuntimeException>tenant(caller.account(), h -> {
            need(h, id);
            return base(h, id, revision)
                    .orElseThrow(() -> Refusal.of(
                                    Code.NOT_FOUND,
                                    "There is no revision " + revision + " of it, or not any more: the last "
                                            + REVISIONS + " are kept.")
                            .exception());
        });
    }

    private Revision revision(ResultSet r, String document) throws SQLException {
        return new Revision(
                r.getInt("revision"),
                r.getString(kind.name),
                document,
                r.getString("actor"),
                r.getTimestamp("at").toInstant());
    }

    /// Removes it from sight, with all its revisions.
    public void delete(Caller caller, UUID id, Instant now) {
        database.<Integer, RuntimeException>tenant(caller.account(), h -> {
            need(h, id);
            h.createUpdate("delete from " + kind.revisions + " where " + kind.reference + " = ?")
                    .bind(0, id)
                    .execute();
            return h.createUpdate("update " + kind.table + " set deleted_at = ?, document = '' where id = ?")
                    .bind(0, now)
                    .bind(1, id)
                    .execute();
        });
    }
}
