package dev.beatboard.service.project;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.fetch.FetchException;
import dev.beatboard.service.fetch.Fetcher;
import dev.beatboard.service.fetch.Media;
import dev.beatboard.service.fetch.MediaException;
import dev.beatboard.service.fetch.MediaProbe;
import dev.beatboard.service.plan.Plan;
import dev.beatboard.service.plan.Plans;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;
import org.jdbi.v3.core.Handle;

/// Takes in files, says what they are, keeps and gives them back. A file passes through a folder of
/// this machine, where it is looked at before anything of it is kept.
public final class Uploads {

    /// The largest file: that of a film ([dev.beatboard.service.fetch.MediaLimits]).
    public static final long MOST_BYTES = 500_000_000;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int STEP = 1 << 16;

    private final Database database;
    private final ObjectStore store;
    private final Fetcher fetcher;
    private final MediaProbe probe;
    private final Plans plans;
    private final Path incoming;

    /// @param incoming a folder for what is being looked at
    public Uploads(
            Database database, ObjectStore store, Fetcher fetcher, MediaProbe probe, Plans plans, Path incoming) {
        this.database = database;
        this.store = store;
        this.fetcher = fetcher;
        this.probe = probe;
        this.plans = plans;
        this.incoming = incoming;
    }

    /// Brings a file's bytes.
    private interface Bringer {
        void bring(Path to, long most) throws IOException;
    }

    /// Keeps what a stream holds.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException if it is too large, more than the plan
    ///     keeps, or no medium that we know
    public Upload take(Caller caller, String name, InputStream content, Instant now) throws IOException {
        return take(caller, name, (to, most) -> copy(content, to, most), now);
    }

    /// Keeps what is behind a URL.
    public Upload fetch(Caller caller, String name, String url, Instant now) throws IOException {
        return take(
                caller,
                name,
                (to, most) -> {
                    try {
                        fetcher.get(url, to, most, PATIENCE);
                    } catch (FetchException e) {
                        Code code = e.reason() == FetchException.Reason.TOO_LARGE ? Code.TOO_LARGE : Code.INVALID_MEDIA;
                        throw Refusal.of(code, String.valueOf(e.getMessage()))
                                .at("/url", String.valueOf(e.getMessage()))
                                .exception();
                    }
                },
                now);
    }

    private Upload take(Caller caller, String name, Bringer bringer, Instant now) throws IOException {
        long left = left(caller);
        if (left <= 0) {
            throw full(caller);
        }
        Files.createDirectories(incoming);
        Path file = Files.createTempFile(incoming, "upload", ".part");
        try {
            bringer.bring(file, Math.min(left, MOST_BYTES));
            return keep(caller, name, file, now);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void copy(InputStream in, Path to, long most) throws IOException {
        long all = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[STEP];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all += n;
                if (all > most) {
                    throw Refusal.of(Code.TOO_LARGE, "The file has more than the " + most + " bytes that may come.")
                            .exception();
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private Upload keep(Caller caller, String name, Path file, Instant now) throws IOException {
        Media media;
        try {
            media = probe.probe(file);
        } catch (MediaException e) {
            Code code = e.reason() == MediaException.Reason.TOO_LARGE ? Code.TOO_LARGE : Code.INVALID_MEDIA;
            throw Refusal.of(code, String.valueOf(e.getMessage())).exception();
        }
        UUID id = Ids.next(now);
        Upload upload = new Upload(
                id,
                name,
                media.mediaType(),
                Files.size(file),
                new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file),
                media.width(),
                media.height(),
                media.seconds(),
                "accounts/" + caller.account() + "/uploads/" + id,
                now);
        store.put(upload.key(), file, media.mediaType());
        boolean kept = false;
        try {
            database.<Integer, RuntimeException>tenant(caller.account(), h -> insert(h, caller, upload));
            kept = true;
            return upload;
        } finally {
            if (!kept) {
                store.delete(upload.key());
            }
        }
    }

    private int insert(Handle h, Caller caller, Upload u) {
        // One at a time for an account, so that its limit is exact.
        h.createQuery("select pg_advisory_xact_lock(hashtext(?))")
                .bind(0, "uploads " + caller.account())
                .mapTo(String.class)
                .findOne();
        if (used(h) + u.bytes() > most(caller)) {
            throw full(caller);
        }
        return h.createUpdate("""
                        insert into upload (id, account_id, name, media_type, bytes, sha256, width, height, seconds,
                          object_key, created_at)
                        values (:id, :account, :name, :type, :bytes, :sha256, :width, :height, :seconds, :key, :now)
                        """)
                .bind("id", u.id())
                .bind("account", caller.account())
                .bind("name", u.name())
                .bind("type", u.mediaType())
                .bind("bytes", u.bytes())
                .bind("sha256", u.sha256())
                .bind("width", u.width())
                .bind("height", u.height())
                .bind("seconds", u.seconds())
                .bind("key", u.key())
                .bind("now", u.createdAt())
                .execute();
    }

    private long most(Caller caller) {
        return plans.plan(caller.plan()).map(p -> p.limits().uploadBytes()).orElse(0L);
    }

    private long left(Caller caller) {
        return most(caller) - database.<Long, RuntimeException>tenant(caller.account(), Uploads::used);
    }

    private static long used(Handle h) {
        return h.createQuery("select coalesce(sum(bytes), 0) from upload where deleted_at is null")
                .mapTo(long.class)
                .one();
    }

    private RuntimeException full(Caller caller) {
        return Refusal.of(
                        Code.PLAN_LIMIT,
                        "The " + plans.plan(caller.plan()).map(Plan::title).orElse("") + " plan keeps " + most(caller)
                                + " bytes of uploads; delete some first.")
                .exception();
    }

    /// @throws dev.beatboard.service.problem.RefusedException (NOT_FOUND) if the account has none
    public Upload get(Caller caller, UUID id) {
        return database.<Upload, RuntimeException>tenant(caller.account(), h -> need(h, id));
    }

    private static Upload need(Handle h, UUID id) {
        return h.createQuery("select * from upload where id = ? and deleted_at is null")
                .bind(0, id)
                .map((r, c) -> upload(r))
                .findOne()
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "There is no upload " + id + ".")
                        .exception());
    }

    private static Upload upload(ResultSet r) throws SQLException {
        return new Upload(
                r.getObject("id", UUID.class),
                r.getString("name"),
                r.getString("media_type"),
                r.getLong("bytes"),
                r.getString("sha256"),
                r.getInt("width"),
                r.getInt("height"),
                r.getDouble("seconds"),
                r.getString("object_key"),
                r.getTimestamp("created_at").toInstant());
    }

    /// Newest first.
    ///
    /// @param before of which to go on
    public List<Upload> list(Caller caller, Optional<UUID> before, int limit) {
        return database.<List<Upload>, RuntimeException>tenant(
                caller.account(),
                h -> h.createQuery("""
                        select * from upload
                        where deleted_at is null and (cast(:before as uuid) is null or id < :before)
                        order by id desc limit :limit
                        """)
                        .bind("before", before.orElse(null))
                        .bind("limit", limit)
                        .map((r, c) -> upload(r))
                        .list());
    }

    /// How many bytes the account keeps.
    public long used(Caller caller) {
        return database.<Long, RuntimeException>tenant(caller.account(), Uploads::used);
    }

    /// Some of its bytes, to be closed by the caller.
    public InputStream open(Upload upload, long from, long count) throws IOException {
        return store.open(upload.key(), from, count);
    }

    /// Forgets it and its bytes.
    public void delete(Caller caller, UUID id, Instant now) throws IOException {
        Upload upload = database.<Upload, RuntimeException>tenant(caller.account(), h -> {
            Upload u = need(h, id);
            h.createUpdate("update upload set deleted_at = ? where id = ?")
                    .bind(0, now)
                    .bind(1, id)
                    .execute();
            return u;
        });
        store.delete(upload.key());
    }
}
