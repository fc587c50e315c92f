package dev.beatboard.service.webhook;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.fetch.Answer;
import dev.beatboard.service.fetch.FetchException;
import dev.beatboard.service.fetch.Fetcher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/// Brings one message to its address and writes down what became of it.
final class Courier {

    /// After the first try: as Standard Webhooks proposes, over a day and a third.
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14));

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// As documented by the dialect that has callbacks.
    private static final int CALLBACK_TRIES = 4;

    private static final Duration CALLBACK_PAUSE = Duration.ofMillis(100);
    private static final Duration CALLBACK_PATIENCE = Duration.ofSeconds(5);

    /// An address that fails for so long is not told any more.
    private static final Duration HOPELESS = Duration.ofDays(5);

    private static final int GONE = 410;

    /// So many messages of one account are on their way at once from here, so that one whose
    /// addresses hang does not take all threads.
    private static final int AT_ONCE = 8;

    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Database database;
    private final Fetcher fetcher;
    private final InstantSource clock;
    private final ConcurrentHashMap<UUID, Integer> running = new ConcurrentHashMap<>();

    Courier(Database database, Fetcher fetcher, InstantSource clock) {
        this.database = database;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    private record Message(
            UUID id,
            UUID account,
            Optional<UUID> webhook,
            String url,
            String body,
            int attempts,
            Signature signature,
            boolean wanted) {}

    private record Result(boolean taken, int status, String error) {}

    /// One try, or for a callback all of them.
    ///
    /// @return when to try again; empty if there is nothing more to do
    Optional<Instant> carry(UUID delivery) {
        Optional<Message> found = load(delivery);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Message message = found.get();
        if (!enter(message.account())) {
            return Optional.of(clock.instant().plus(MOMENT));
        }
        try {
            return message.webhook().isPresent() ? tell(message) : callBack(message);
        } finally {
            leave(message.account());
        }
    }

    private boolean enter(UUID account) {
        boolean[] entered = {false};
        running.compute(account, (_, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < AT_ONCE;
            return entered[0] ? before + 1 : before;
        });
        return entered[0];
    }

    private void leave(UUID account) {
        running.computeIfPresent(account, (_, count) -> Courier.less(count));
    }

    private static @Nullable Integer less(int count) {
        return count > 1 ? count - 1 : null;
    }

    private Optional<Message> load(UUID delivery) {
        return database.<Optional<Message>, RuntimeException>read(h -> h.createQuery("""
                        select d.id, d.account_id, d.webhook_id, d.url, d.body, d.attempts,
                          coalesce(w.secret, '') as secret, w.earlier_secret, w.earlier_until,
                          w.id is null or (w.deleted_at is null and w.disabled_at is null) as wanted
                        from delivery d left join webhook w on w.id = d.webhook_id
                        where d.id = ? and d.state = 'pending'""")
                .bind(0, delivery)
                .map((r, _) -> new Message(
                        r.getObject("id", UUID.class),
                        r.getObject("account_id", UUID.class),
                        Optional.ofNullable(r.getObject("webhook_id", UUID.class)),
                        r.getString("url"),
                        r.getString("body"),
                        r.getInt("attempts"),
                        new Signature(
                                r.getString("secret"),
                                Optional.ofNullable(r.getString("earlier_secret")),
                                Columns.instant(r, "earlier_until")),
                        r.getBoolean("wanted")))
                .findOne());
    }

    private Optional<Instant> tell(Message message) {
        if (!message.wanted()) {
            finish(message, 0, new Result(false, 0, "The webhook was disabled or deleted."), Optional.empty());
            return Optional.empty();
        }
        Instant now = clock.instant();
        Result result =
                post(message, message.signature().headers("msg_" + message.id(), now, message.body()), PATIENCE);
        Instant after = clock.instant();
        Optional<Instant> again = result.taken() || result.status() == GONE || message.attempts() >= DELAYS.size()
                ? Optional.empty()
                : Optional.of(after.plus(DELAYS.get(message.attempts())));
        finish(message, 1, result, again);
        return again;
    }

    private Optional<Instant> callBack(Message message) {
        for (int attempt = message.attempts() + 1; attempt <= CALLBACK_TRIES; attempt++) {
            Result result = post(message, Map.of(), CALLBACK_PATIENCE);
            boolean more = !result.taken() && attempt < CALLBACK_TRIES;
            finish(message, 1, result, more ? Optional.of(clock.instant().plus(CALLBACK_PAUSE)) : Optional.empty());
            if (!more) {
                return Optional.empty();
            }
            try {
                Thread.sleep(CALLBACK_PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of(clock.instant());
            }
        }
        return Optional.empty();
    }

    private Result post(Message message, Map<String, String> headers, Duration patience) {
        try {
            Answer answer = fetcher.post(message.url(), headers, message.body(), patience);
            return new Result(
                    answer.accepted(),
                    answer.status(),
                    answer.accepted() ? "" : "The address answered with status " + answer.status() + ".");
        } catch (FetchException e) {
            return new Result(false, 0, String.valueOf(e.getMessage()));
        }
    }

    /// Only a message that still waits is written: of two couriers with the same one, the later
    /// changes nothing that is final.
    private void finish(Message message, int attempts, Result result, Optional<Instant> again) {
        Instant now = clock.instant();
        String state = result.taken() ? "delivered" : again.isPresent() ? "pending" : "failed";
        database.<Integer, RuntimeException>system(h -> {
            message.webhook().ifPresent(webhook -> {
                if (attempts > 0) {
                    h.createUpdate(
                                    result.taken()
                                            ? "update webhook set failing_since = null where id = :id and failing_since is not null"
                                            : "update webhook set failing_since = :now where id = :id and failing_since is null")
                            .configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
                            .bind("now", now)
                            .bind("id", webhook)
                            .execute();
                    h.createUpdate("""
                                    update webhook set disabled_at = :now, disabled_reason = :reason
                                    where id = :id and disabled_at is null and (:gone or failing_since < :hopeless)""")
                            .bind("now", now)
                            .bind(
                                    "reason",
                                    result.status() == GONE
                                            ? "it answered that it is gone (410)"
                                            : "it failed for " + HOPELESS.toDays() + " days")
                            .bind("id", webhook)
                            .bind("gone", result.status() == GONE)
                            .bind("hopeless", now.minus(HOPELESS))
                            .execute();
                }
            });
            return h.createUpdate("""
                            update delivery set state = :state, attempts = attempts + :attempts, last_status = :status,
                              last_error = :error, attempted_at = :now, next_at = :next, finished_at = :finished
                            where id = :id and state = 'pending'""")
                    .bind("state", state)
                    .bind("attempts", attempts)
                    .bind("status", result.status() == 0 ? null : result.status())
                    .bind("error", result.error().isEmpty() ? null : result.error())
                    .bind("now", now)
                    .bind("next", again.orElse(null))
                    .bind("finished", again.isPresent() ? null : now)
                    .bind("id", message.id())
                    .execute();
        });
    }
}
