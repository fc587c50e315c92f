package dev.beatboard.service.review;

import dev.beatboard.service.account.AuditTrail;
import dev.beatboard.service.account.Caller;
import dev.beatboard.service.account.Secrets;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The links of projects: made, listed, ended, and opened by whoever brings a token.
public final class Reviews {

    /// How tokens begin.
    public static final String PREFIX = "br_";

    public static final int USUAL_DAYS = 30;
    public static final int MOST_DAYS = 365;

    private static final int MOST_TITLE = 80;

    /// Links of a project; of more, the oldest that do not open anything any more go.
    private static final int MOST = 100;

    private static final String COLUMNS = "id, project_id, title, comments, created_at, expires_at, ended_at";

    private final Database database;

    public Reviews(Database database) {
        this.database = database;
    }

    /// A link that has just been made. This is the only time that its token can be seen.
    public record Made(Review review, String token) {

        /// Leaves out the token, as it could end up in a log.
        @Override
        public String toString() {
            return "Made[" + review.id() + "]";
        }
    }

    /// What a token opens.
    public record Opened(Review review, UUID account) {}

    /// Makes a link.
    ///
    /// @param title for guests; empty for the project's own
    /// @param days that it lasts, 1 to [#MOST_DAYS]
    /// @param comments whether guests may say something
    /// @throws dev.beatboard.service.problem.RefusedException (NOT_FOUND) if the account has no such
    ///     project, (CONFLICT) if too many of its links are open
    public Made make(Caller caller, UUID project, Optional<String> title, int days, boolean comments, Instant now) {
        Optional<String> called = title.map(t -> Words.checked("/title", t, MOST_TITLE, false));
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.field("/expires_in_days", "A link lasts 1 to " + MOST_DAYS + " days.")
                    .exception();
        }
        String token = Secrets.next(PREFIX);
        Review made = database.<Review, RuntimeException>tenant(caller.account(), h -> {
            String own = Projects.lock(h, project);
            Review review = new Review(
                    Ids.next(now),
                    project,
                    called.orElse(own),
                    comments,
                    now,
                    now.plus(Duration.ofDays(days)),
                    Optional.empty());
            makeRoom(h, project, now);
            insert(h, caller.account(), review, token);
            AuditTrail.record(
                    h, caller, "review.made", review.id().toString(), Map.of("project", project.toString()), now);
            return review;
        });
        return new Made(made, token);
    }

    private static void makeRoom(Handle h, UUID project, Instant now) {
        h.createUpdate("""
                        delete from review where id in (
                          select id from review
                          where project_id = :project and (ended_at is not null or expires_at <= :now)
                          order by id desc offset :most)
                        """)
                .bind("project", project)
                .bind("now", now)
                .bind("most", MOST / 2)
                .execute();
        int open = h.createQuery("""
                        select count(*) from review
                        where project_id = :project and ended_at is null and expires_at > :now
                        """)
                .bind("project", project)
                .bind("now", now)
                .mapTo(int.class)
                .one();
        if (open >= MOST / 2) {
            throw Refusal.of(Code.CONFLICT, "A project has at most " + MOST / 2 + " open links; end one first.")
                    .exception();
        }
    }

    private static void insert(Handle h, UUID account, Review r, String token) {
        h.createUpdate("""
                        insert into review (id, account_id, project_id, title, token_hash, comments, created_at,
                          expires_at)
                        values (:id, :account, :project, :title, :hash, :comments, :created, :expires)
                        """)
                .bind("id", r.id())
                .bind("account", account)
                .bind("project", r.project())
                .bind("title", r.title())
                .bind("hash", Secrets.hash(token))
                .bind("comments", r.comments())
                .bind("created", r.created())
                .bind("expires", r.expires())
                .execute();
    }

    /// The links of a project, the latest first.
    public List<Review> list(Caller caller, UUID project) {
        return database.<List<Review>, RuntimeException>tenant(caller.account(), h -> {
            Projects.need(h, project);
            return h.createQuery("select " + COLUMNS + " from review where project_id = ? order by id desc")
                    .bind(0, project)
                    .map((r, _) -> review(r))
                    .list();
        });
    }

    /// Ends a link at once. What was said by it stays.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException (NOT_FOUND) if the account has none
    public void end(Caller caller, UUID id, Instant now) {
        database.<Integer, RuntimeException>tenant(caller.account(), h -> {
            int ended = h.createUpdate("update review set ended_at = coalesce(ended_at, :now) where id = :id")
                    .bind("now", now)
                    .bind("id", id)
                    .execute();
            if (ended == 0) {
                throw Refusal.of(Code.NOT_FOUND, "There is no review " + id + ".")
                        .exception();
            }
            AuditTrail.record(h, caller, "review.ended", id.toString(), Map.of(), now);
            return ended;
        });
    }

    /// What a guest's token opens.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException (NOT_FOUND) if it is none of ours,
    ///     (GONE) if it has expired or was ended, or if there is no project any more
    public Opened open(String token, Instant now) {
        if (!Secrets.wellFormed(PREFIX, token)) {
            throw none();
        }
        record Found(Opened opened, boolean there) {}
        Found found = database.<Optional<Found>, RuntimeException>read(h -> h.createQuery("""
                                select r.*, p.deleted_at is null and a.closed_at is null as there from review r
                                join project p on p.id = r.project_id join account a on a.id = r.account_id
                                where r.token_hash = ?
                                """)
                        .bind(0, Secrets.hash(token))
                        .map((r, _) -> new Found(
                                new Opened(review(r), r.getObject("account_id", UUID.class)), r.getBoolean("there")))
                        .findOne())
                .orElseThrow(Reviews::none);
        Review review = found.opened().review();
        if (!found.there()) {
            throw gone("What this link led to has been deleted.");
        }
        return switch (review.state(now)) {
            case "ended" -> throw gone("This link was ended by whoever made it; ask them for another.");
            case "expired" -> throw gone("This link has expired; ask whoever made it for another.");
            default -> found.opened();
        };
    }

    private static RuntimeException none() {
        return Refusal.of(Code.NOT_FOUND, "There is no such link; perhaps a part of it was lost on the way.")
                .exception();
    }

    private static RuntimeException gone(String why) {
        return Refusal.of(Code.GONE, why).exception();
    }

    private static Review review(ResultSet r) throws SQLException {
        return new Review(
                r.getObject("id", UUID.class),
                r.getObject("project_id", UUID.class),
                r.getString("title"),
                r.getBoolean("comments"),
                r.getTimestamp("created_at").toInstant(),
                r.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(r.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }
}
