package dev.beatboard.service.review;

import dev.beatboard.service.account.AuditTrail;
import dev.beatboard.service.account.Caller;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What members and guests say about the frames of a project.
public final class Comments {

    /// Of a project.
    public static final int MOST = 1000;

    private static final int MOST_AUTHOR = 60;
    private static final int MOST_TEXT = 2000;
    private static final int MOST_FRAME = 100_000;

    private final Database database;

    public Comments(Database database) {
        this.database = database;
    }

    /// What somebody wants to say.
    ///
    /// @param author needed of guests; members are called by their name otherwise
    /// @param x with `y` or not at all
    public record Said(
            int frame,
            Optional<UUID> generationId,
            Optional<String> author,
            String text,
            Optional<Double> x,
            Optional<Double> y) {}

    /// All comments of a project in the order in which they were made.
    public List<Comment> list(Caller caller, UUID project) {
        return database.<List<Comment>, RuntimeException>tenant(caller.account(), h -> {
            Projects.need(h, project);
            return h.createQuery("select * from review_comment where project_id = ? order by id")
                    .bind(0, project)
                    .map((r, _) -> comment(r))
                    .list();
        });
    }

    /// Those that guests with a link see: the members' and their own link's.
    public List<Comment> list(Reviews.Opened guest) {
        return database.<List<Comment>, RuntimeException>tenant(
                guest.account(),
                h -> h.createQuery("""
                                select * from review_comment
                                where project_id = ? and (review_id is null or review_id = ?) order by id
                                """)
                        .bind(0, guest.review().project())
                        .bind(1, guest.review().id())
                        .map((r, _) -> comment(r))
                        .list());
    }

    /// Keeps what a member says.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException if it is not sound, (NOT_FOUND) if the
    ///     account has no such project, (CONFLICT) if it has too many comments
    public Comment add(Caller caller, UUID project, Said said, Instant now) {
        return database.<Comment, RuntimeException>tenant(caller.account(), h -> {
            Projects.lock(h, project);
            String author = said.author().orElseGet(() -> name(h, caller));
            return kept(h, caller.account(), project, Optional.empty(), said, author, now);
        });
    }

    /// Keeps what a guest says.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException the same, and (FORBIDDEN) if the link is
    ///     for looking only
    public Comment add(Reviews.Opened guest, Said said, Instant now) {
        if (!guest.review().comments()) {
            throw Refusal.of(Code.FORBIDDEN, "This link is for looking only.").exception();
        }
        String author = said.author()
                .orElseThrow(() -> Refusal.field("/author", "Say who you are.").exception());
        return database.<Comment, RuntimeException>tenant(guest.account(), h -> {
            UUID project = guest.review().project();
            Projects.lock(h, project);
            return kept(h, guest.account(), project, Optional.of(guest.review().id()), said, author, now);
        });
    }

    private static String name(Handle h, Caller caller) {
        return caller.person()
                .flatMap(p -> h.createQuery("select name from person where id = ?")
                        .bind(0, p)
                        .mapTo(String.class)
                        .findOne())
                .map(n -> n.length() > MOST_AUTHOR ? n.substring(0, n.offsetByCodePoints(0, MOST_AUTHOR / 2)) : n)
                .orElse("Member");
    }

    private static Comment kept(
            Handle h, UUID account, UUID project, Optional<UUID> review, Said said, String author, Instant now) {
        Comment c = new Comment(
                Ids.next(now),
                project,
                review,
                said.generationId(),
                frame(said),
                spot(said),
                Words.checked("/author", author, MOST_AUTHOR, false),
                Words.checked("/text", said.text(), MOST_TEXT, true),
                now,
                Optional.empty());
        c.generation().ifPresent(g -> needGeneration(h, project, g));
        int there = h.createQuery("select count(*) from review_comment where project_id = ?")
                .bind(0, project)
                .mapTo(int.class)
                .one();
        if (there >= MOST) {
            throw Refusal.of(Code.CONFLICT, "A project has at most " + MOST + " comments; delete some that are done.")
                    .exception();
        }
        h.createUpdate("""
                        insert into review_comment (id, account_id, project_id, review_id, generation_id, frame, x, y,
                          author, content, created_at)
                        values (:id, :account, :project, :review, :generation, :frame, :x, :y, :author, :text, :now)
                        """)
                .bind("id", c.id())
                .bind("account", account)
                .bind("project", project)
                .bind("review", review.orElse(null))
                .bind("generation", c.generation().orElse(null))
                .bind("frame", c.frame())
                .bind("x", c.spot().map(Comment.Spot::x).orElse(null))
                .bind("y", c.spot().map(Comment.Spot::y).orElse(null))
                .bind("author", c.author())
                .bind("text", c.text())
                .bind("now", now)
                .execute();
        return c;
    }

    private static int frame(Said said) {
        if (said.frame() < 0 || said.frame() > MOST_FRAME) {
            throw Refusal.field("/frame", "A frame is a number from 0 on.").exception();
        }
        return said.frame();
    }

    private static Optional<Comment.Spot> spot(Said said) {
        if (said.x().isPresent() != said.y().isPresent()) {
            throw Refusal.field(said.x().isPresent() ? "/y" : "/x", "A place has both x and y.")
                    .exception();
        }
        return said.x()
                .map(x -> new Comment.Spot(part("/x", x), part("/y", said.y().orElseThrow())));
    }

    private static double part(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw Refusal.field(field, "It is a part of the picture's size, from 0 to 1.")
                    .exception();
        }
        return value;
    }

    /// A generation of another project is as if it were not there.
    private static void needGeneration(Handle h, UUID project, UUID generation) {
        boolean ours = h.createQuery("""
                        select exists (select 1 from generation
                          where id = ? and project_id = ? and deleted_at is null and state = 'completed')
                        """)
                .bind(0, generation)
                .bind(1, project)
                .mapTo(boolean.class)
                .one();
        if (!ours) {
            throw Refusal.field("/generation_id", "The project has no finished generation " + generation + ".")
                    .exception();
        }
    }

    /// Says that a comment is done, or is not.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException (NOT_FOUND) if the account has none
    public Comment resolve(Caller caller, UUID id, boolean resolved, Instant now) {
        return database.<Comment, RuntimeException>tenant(caller.account(), h -> {
            h.createUpdate("update review_comment set resolved_at = :at where id = :id")
                    .bind("at", resolved ? now : null)
                    .bind("id", id)
                    .execute();
            return h.createQuery("select * from review_comment where id = ?")
                    .bind(0, id)
                    .map((r, _) -> comment(r))
                    .findOne()
                    .orElseThrow(() -> none(id));
        });
    }

    /// @throws dev.beatboard.service.problem.RefusedException (NOT_FOUND) if the account has none
    public void delete(Caller caller, UUID id, Instant now) {
        database.<Integer, RuntimeException>tenant(caller.account(), h -> {
            int gone = h.createUpdate("delete from review_comment where id = ?")
                    .bind(0, id)
                    .execute();
            if (gone == 0) {
                throw none(id);
            }
            AuditTrail.record(h, caller, "comment.deleted", id.toString(), Map.of(), now);
            return gone;
        });
    }

    private static RuntimeException none(UUID id) {
        return Refusal.of(Code.NOT_FOUND, "There is no comment " + id + ".").exception();
    }

    private static Comment comment(ResultSet r) throws SQLException {
        double x = r.getDouble("x");
        Optional<Comment.Spot> spot =
                r.wasNull() ? Optional.empty() : Optional.of(new Comment.Spot(x, r.getDouble("y")));
        return new Comment(
                r.getObject("id", UUID.class),
                r.getObject("project_id", UUID.class),
                Optional.ofNullable(r.getObject("review_id", UUID.class)),
                Optional.ofNullable(r.getObject("generation_id", UUID.class)),
                r.getInt("frame"),
                spot,
                r.getString("author"),
                r.getString("content"),
                r.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(r.getTimestamp("resolved_at")).map(Timestamp::toInstant));
    }
}
