package dev.beatboard.service.idempotency;

import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Remembers requests and their answers. All methods want a transaction of the service itself
/// (`Database.system`), best the one that does the work.
public final class Idempotency {

    /// How long a named request is recognized.
    public static final Duration KEPT = Duration.ofHours(24);

    /// How long one is recognized by its bytes: longer than the vendors' clients try.
    public static final Duration FOLDED = Duration.ofSeconds(60);

    /// How long a claim that was committed without an answer stands, if its process died.
    public static final Duration CLAIMED = Duration.ofMinutes(2);

    /// Claims a request, or finds how it was answered.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException 422 if the key came with another
    ///     request, 409 if the request is being done right now
    public Claim claim(Handle handle, Repeat repeat, Instant now) {
        if (repeat.kind() == Repeat.Kind.FIRST) {
            begin(handle, repeat, now);
            return new Claim.Fresh();
        }
        // A retry waits for the row instead: its first attempt ends in a moment.
        if (repeat.kind() == Repeat.Kind.NAMED && !lock(handle, repeat)) {
            throw busy();
        }
        Duration kept = repeat.kind() == Repeat.Kind.NAMED ? KEPT : FOLDED;
        boolean fresh = handle.createUpdate("""
                insert into idempotency as i (account_id, key, request_hash, created_at)
                values (:account, :key, :hash, :now)
                on conflict (account_id, key) do update
                  set request_hash = excluded.request_hash, generation_id = null, status = null, body = null,
                      created_at = excluded.created_at
                  where i.created_at < :expired or (i.status is null and i.created_at < :abandoned)""")
                        .bind("account", repeat.account())
                        .bind("key", repeat.key())
                        .bind("hash", HexFormat.of().parseHex(repeat.hash()))
                        .bind("now", now)
                        .bind("expired", now.minus(kept))
                        .bind("abandoned", now.minus(CLAIMED))
                        .execute()
                == 1;
        return fresh ? new Claim.Fresh() : found(handle, repeat);
    }

    private static void begin(Handle handle, Repeat repeat, Instant now) {
        handle.createUpdate("""
                insert into idempotency (account_id, key, request_hash, created_at)
                values (:account, :key, :hash, :now)
                on conflict (account_id, key) do update
                  set generation_id = null, status = null, body = null, created_at = excluded.created_at""")
                .bind("account", repeat.account())
                .bind("key", repeat.key())
                .bind("hash", HexFormat.of().parseHex(repeat.hash()))
                .bind("now", now)
                .execute();
    }

    /// Taken until the end of the transaction, by one at a time.
    private static boolean lock(Handle handle, Repeat repeat) {
        return handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended(?, 20261128))")
                .bind(0, repeat.account() + " " + repeat.key())
                .mapTo(boolean.class)
                .one();
    }

    private static Claim found(Handle handle, Repeat repeat) {
        record Row(byte[] hash, Optional<Integer> status, Optional<String> body, Optional<UUID> generation) {}
        Row row = handle.createQuery("""
                select request_hash, status, body, generation_id from idempotency
                where account_id = :account and key = :key""")
                .bind("account", repeat.account())
                .bind("key", repeat.key())
                .map((rs, _) -> new Row(
                        rs.getBytes(1),
                        Optional.ofNullable(rs.getObject(2, Integer.class)),
                        Optional.ofNullable(rs.getString(3)),
                        Optional.ofNullable(rs.getObject(4, UUID.class))))
                .findOne()
                .orElseThrow(Idempotency::busy);
        if (!HexFormat.of().formatHex(row.hash()).equals(repeat.hash())) {
            throw Refusal.of(
                            Code.IDEMPOTENCY_MISMATCH,
                            "This Idempotency-Key came with another request before; a new request needs a new key.")
                    .exception();
        }
        return new Claim.Done(
                row.status().orElseThrow(Idempotency::busy), row.body().orElse(""), row.generation());
    }

    /// Keeps the answer to a fresh claim.
    ///
    /// @param body JSON, without secrets
    public void complete(Handle handle, Repeat repeat, int status, String body, Optional<UUID> generation) {
        int rows = handle.createUpdate("""
                update idempotency set status = :status, body = :body, generation_id = :generation
                where account_id = :account and key = :key""")
                .bind("status", status)
                .bind("body", body)
                .bind("generation", generation.orElse(null))
                .bind("account", repeat.account())
                .bind("key", repeat.key())
                .execute();
        if (rows != 1) {
            throw new IllegalStateException("The request was not claimed");
        }
    }

    /// Gives a committed claim back because nothing was done.
    public void release(Handle handle, Repeat repeat) {
        handle.createUpdate("delete from idempotency where account_id = ? and key = ? and status is null")
                .bind(0, repeat.account())
                .bind(1, repeat.key())
                .execute();
    }

    /// Forgets what is a day old.
    ///
    /// @return how many
    public int sweep(Handle handle, Instant now) {
        return handle.createUpdate("delete from idempotency where created_at < ?")
                .bind(0, now.minus(KEPT))
                .execute();
    }

    private static RuntimeException busy() {
        return Refusal.of(Code.IN_PROGRESS, "The same request is still being answered.")
                .retryAfter(Duration.ofSeconds(1))
                .exception();
    }
}
