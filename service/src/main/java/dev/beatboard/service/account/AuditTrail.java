package dev.beatboard.service.account;

import dev.beatboard.service.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/// Who did what and when. Events are only added, each in the transaction of what it tells, so that
/// there is none without the other.
public final class AuditTrail {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 200;

    private final Database database;

    public AuditTrail(Database database) {
        this.database = database;
    }

    /// @param actor as of [Caller#actor]
    /// @param action such as `key.revoked`
    /// @param subject on what: an identifier
    /// @param detail as JSON
    public record Event(
            long number,
            String actor,
            String action,
            String subject,
            String detail,
            Optional<String> request,
            Instant at) {}

    /// @param next what to ask for to get earlier ones, if there are
    public record Page(List<Event> events, OptionalLong next) {}

    /// Adds an event to what the caller does in this transaction.
    ///
    /// @param detail without secrets
    public static void record(
            Handle handle, Caller caller, String action, String subject, Map<String, ?> detail, Instant now) {
        record(handle, caller.account(), caller.actor(), action, subject, detail, caller.request(), now);
    }

    /// Adds an event for whoever is no [Caller], such as somebody who signs up.
    public static void record(
            Handle handle,
            UUID account,
            String actor,
            String action,
            String subject,
            Map<String, ?> detail,
            Optional<String> request,
            Instant now) {
        handle.createUpdate("""
                        insert into audit_event (account_id, actor, action, subject, detail, request_id, at)
                        values (:account, :actor, :action, :subject, cast(:detail as jsonb), :request, :at)
                        """)
                .bind("account", account)
                .bind("actor", actor)
                .bind("action", action)
                .bind("subject", subject)
                .bind("detail", JSON.writeValueAsString(detail))
                .bind("request", request)
                .bind("at", now)
                .execute();
    }

    /// Events of the caller's account, the latest first.
    ///
    /// @param before [Page#next] of an earlier page; empty for the first
    /// @param limit 1 to 200
    public Page list(Caller caller, OptionalLong before, int limit) {
        caller.needs(Scope.AUDIT_READ);
        int most = Math.clamp(limit, 1, MOST);
        List<Event> found = database.tenant(
                caller.account(),
                h -> h.createQuery("""
                                select id, actor, action, subject, detail::text, request_id, at from audit_event
                                where account_id = :account and id < :before order by id desc limit :limit
                                """)
                        .bind("account", caller.account())
                        .bind("before", before.orElse(Long.MAX_VALUE))
                        .bind("limit", most + 1)
                        .map((row, context) -> new Event(
                                row.getLong("id"),
                                row.getString("actor"),
                                row.getString("action"),
                                row.getString("subject"),
                                row.getString("detail"),
                                Optional.ofNullable(row.getString("request_id")),
                                row.getTimestamp("at").toInstant()))
                        .list());
        if (found.size() <= most) {
            return new Page(List.copyOf(found), OptionalLong.empty());
        }
        List<Event> page = List.copyOf(found.subList(0, most));
        return new Page(page, OptionalLong.of(page.getLast().number()));
    }
}
