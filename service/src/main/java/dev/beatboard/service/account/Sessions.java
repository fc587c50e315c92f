package dev.beatboard.service.account;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Who is signed in, in a browser. A session is in one account at a time and ends [#IDLE] after it
/// was last used (to the half), [#LONGEST] after it was begun, or when it is revoked.
public final class Sessions {

    /// How sessions' tokens begin.
    public static final String PREFIX = "bs_";

    /// How long a session lives without use.
    public static final Duration IDLE = Duration.ofDays(14);

    /// How long a session lives in all.
    public static final Duration LONGEST = Duration.ofDays(90);

    private static final int MOST = 50;

    private final Database database;

    public Sessions(Database database) {
        this.database = database;
    }

    /// A session that has just been begun. This is the only time that its token can be seen.
    ///
    /// @param account which it is in
    /// @param ends the latest that a cookie should live
    public record Made(UUID id, UUID person, UUID account, String token, Instant ends) {

        /// Leaves out the token, as it could end up in a log.
        @Override
        public String toString() {
            return "Made[" + id + ", " + person + ", " + account + ", " + ends + "]";
        }
    }

    /// @param current whether it is the one that asks
    public record Session(UUID id, UUID account, Instant created, Instant expires, boolean current) {}

    /// Signs in a person who has proved who they are, in the account that they joined first.
    ///
    /// @throws Refusal (FORBIDDEN) if they belong to no open account
    public Made begin(UUID person, Optional<String> request, Instant now) {
        return database.system(h -> {
            UUID account = h.createQuery("""
                            select a.id from membership m join account a on a.id = m.account_id
                            where m.person_id = ? and a.closed_at is null order by m.created_at, a.id limit 1
                            """)
                    .bind(0, person)
                    .mapTo(UUID.class)
                    .findOne()
                    .orElseThrow(() -> Refusal.of(
                            Refusal.Kind.FORBIDDEN,
                            "You belong to no account. Accept an invitation, or sign up for one of your own."));
            Made made = new Made(Ids.next(now), person, account, Secrets.next(PREFIX), now.plus(LONGEST));
            h.createUpdate("""
                            insert into session (id, token_hash, person_id, account_id, created_at, expires_at)
                            values (:id, :hash, :person, :account, :now, :expires)
                            """)
                    .bind("id", made.id())
                    .bind("hash", Secrets.hash(made.token()))
                    .bind("person", person)
                    .bind("account", account)
                    .bind("now", now)
                    .bind("expires", now.plus(IDLE))
                    .execute();
            // Whoever signs in without end has the latest ones only.
            h.createUpdate("""
                            delete from session where id in
                              (select id from session where person_id = :person order by id desc offset :most)
                            """).bind("person", person).bind("most", MOST).execute();
            AuditTrail.record(
                    h, account, "person:" + person, "session.begun", made.id().toString(), Map.of(), request, now);
            return made;
        });
    }

    /// Who is signed in by a token, or empty if nobody is (any more). Costs one statement, and one
    /// more in a week to put the end off.
    public Optional<Caller> authenticate(String token, Instant now) {
        if (!Secrets.wellFormed(PREFIX, token)) {
            return Optional.empty();
        }
        byte[] hash = Secrets.hash(token);
        record Found(Caller caller, Instant created, Instant expires) {}
        Optional<Found> found = database.read(h -> h.createQuery("""
                        select s.person_id, s.account_id, s.created_at, s.expires_at, m.role,
                          a.plan, a.store, a.time_zone
                        from session s
                        join account a on a.id = s.account_id
                        join membership m on m.account_id = s.account_id and m.person_id = s.person_id
                        where s.token_hash = :hash and s.expires_at > :now and a.closed_at is null
                        """)
                .bind("hash", hash)
                .bind("now", now)
                .map((row, context) -> new Found(
                        caller(row),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .findOne());
        found.ifPresent(f -> {
            Instant end = f.created.plus(LONGEST);
            if (Duration.between(now, f.expires).compareTo(IDLE.dividedBy(2)) < 0 && f.expires.isBefore(end)) {
                Instant later = now.plus(IDLE);
                database.<Integer, RuntimeException>system(
                        h -> h.createUpdate("update session set expires_at = :expires where token_hash = :hash")
                                .bind("expires", later.isBefore(end) ? later : end)
                                .bind("hash", hash)
                                .execute());
            }
        });
        return found.map(Found::caller);
    }

    private static Caller caller(ResultSet row) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        Role role = Role.of(row.getString("role")).orElseThrow();
        return new Caller(
                row.getObject("account_id", UUID.class),
                "person:" + person,
                Optional.empty(),
                Optional.of(person),
                Optional.of(role),
                role.scopes(),
                row.getString("plan"),
                row.getString("store"),
                ZoneId.of(row.getString("time_zone")),
                Optional.empty());
    }

    /// Takes a session to another of the person's accounts.
    public void enter(String token, UUID account, Instant now) {
        int done = database.<Integer, RuntimeException>system(h -> h.createUpdate("""
                        update session s set account_id = :account
                        where s.token_hash = :hash and s.expires_at > :now and exists (
                          select 1 from membership m join account a on a.id = m.account_id
                          where m.account_id = :account and m.person_id = s.person_id and a.closed_at is null)
                        """)
                .bind("account", account)
                .bind("hash", Secrets.hash(token))
                .bind("now", now)
                .execute());
        if (done == 0) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "You belong to no account " + account + ".");
        }
    }

    /// The sessions of whoever is signed in by a token, the latest first.
    public List<Session> list(Caller caller, String token, Instant now) {
        return database.read(h -> h.createQuery("""
                        select id, account_id, created_at, expires_at, token_hash = :hash as own from session
                        where person_id = :person and expires_at > :now order by id desc
                        """)
                .bind("hash", Secrets.hash(token))
                .bind("person", signedIn(caller))
                .bind("now", now)
                .map((row, context) -> new Session(
                        row.getObject("id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getBoolean("own")))
                .list());
    }

    /// Signs out.
    public void end(String token) {
        database.<Integer, RuntimeException>system(h -> h.createUpdate("delete from session where token_hash = ?")
                .bind(0, Secrets.hash(token))
                .execute());
    }

    /// Ends one of the caller's own sessions.
    ///
    /// @throws Refusal (NOT_FOUND) if the caller has no such session
    public void end(Caller caller, UUID id) {
        int ended = database.<Integer, RuntimeException>system(
                h -> h.createUpdate("delete from session where id = :id and person_id = :person")
                        .bind("id", id)
                        .bind("person", signedIn(caller))
                        .execute());
        if (ended == 0) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "You have no session " + id + ".");
        }
    }

    /// Ends all of the caller's own sessions, the asking one included.
    public void endAll(Caller caller) {
        database.<Integer, RuntimeException>system(h -> endAll(h, signedIn(caller)));
    }

    static int endAll(Handle h, UUID person) {
        return h.createUpdate("delete from session where person_id = ?")
                .bind(0, person)
                .execute();
    }

    /// The person behind a session; keys do not manage what is a person's.
    static UUID signedIn(Caller caller) {
        if (caller.key().isPresent() || caller.person().isEmpty()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "This is for people who are signed in, not for keys.");
        }
        return caller.person().get();
    }

    /// Removes what has ended. To be called now and then.
    public int sweep(Instant now) {
        return database.<Integer, RuntimeException>system(
                h -> h.createUpdate("delete from session where expires_at <= ?")
                        .bind(0, now)
                        .execute());
    }
}
