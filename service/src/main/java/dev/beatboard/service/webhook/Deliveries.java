package dev.beatboard.service.webhook;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.database.TransactionalScheduling;
import dev.beatboard.service.fetch.Fetcher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Messages on their way: written with what they tell, sent afterwards until somebody takes them or
/// the tries are used up, and kept as a log.
public final class Deliveries {

    /// The task's name in the queue; an instance begins with the delivery's id.
    public static final String TASK = "deliver";

    /// What [#test] sends.
    public static final String TEST_EVENT = "webhook.test";

    private static final int LONGEST_BODY = 1 << 20;
    private static final int PAGE = 200;
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

    private final Database database;
    private final InstantSource clock;
    private final Courier courier;

    public Deliveries(Database database, Fetcher fetcher, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.courier = new Courier(database, fetcher, clock);
    }

    private record Address(Optional<UUID> webhook, String url) {}

    /// Writes a message to each address of the account that wants the event, to be sent after the
    /// commit.
    ///
    /// @param h in a transaction of the service itself
    /// @param json the message as it goes out, up to a megabyte
    public void enqueue(Handle h, UUID account, String event, String json, Instant now) {
        List<Address> addresses = h.createQuery("""
                        select id, url from webhook
                        where account_id = :account and deleted_at is null and disabled_at is null
                          and (:event = any(events) or '*' = any(events))""")
                .bind("account", account)
                .bind("event", event)
                .map((r, _) -> new Address(Optional.of(r.getObject("id", UUID.class)), r.getString("url")))
                .list();
        enqueue(h, account, addresses, event, json, now);
    }

    /// Writes a message to an address that a single request named. It is not signed, and tried four
    /// times within seconds, as the callbacks of the dialect that knows them.
    public void enqueueCallback(Handle h, UUID account, String url, String json, Instant now) {
        enqueue(h, account, List.of(new Address(Optional.empty(), url)), "callback", json, now);
    }

    private static List<UUID> enqueue(
            Handle h, UUID account, List<Address> addresses, String event, String json, Instant now) {
        if (json.length() > LONGEST_BODY) {
            throw new IllegalArgumentException("A message has at most " + LONGEST_BODY + " characters.");
        }
        if (addresses.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = new ArrayList<>();
        List<TaskInstance<?>> tasks = new ArrayList<>();
        PreparedBatch rows = h.prepareBatch("""
                insert into delivery (id, account_id, webhook_id, url, event, body, state, created_at, next_at)
                values (:id, :account, :webhook, :url, :event, :body, 'pending', :now, :now)""");
        for (Address address : addresses) {
            UUID id = Ids.next(now);
            ids.add(id);
            rows.bind("id", id)
                    .bind("account", account)
                    .bind("webhook", address.webhook().orElse(null))
                    .bind("url", address.url())
                    .bind("event", event)
                    .bind("body", json)
                    .bind("now", now)
                    .add();
            tasks.add(new TaskInstance<>(TASK, id.toString()));
        }
        rows.execute();
        TransactionalScheduling.in(h).scheduleBatch(tasks, now);
        return ids;
    }

    /// Writes a test message to one address, whatever events it wants.
    ///
    /// @return the message's id; empty if the account has no such address, or it is disabled
    public Optional<UUID> test(UUID account, UUID webhook) {
        Instant now = clock.instant();
        return database.<Optional<UUID>, RuntimeException>system(h -> {
            Optional<String> url = h.createQuery("""
                            select url from webhook where id = :id and account_id = :account
                              and deleted_at is null and disabled_at is null""")
                    .bind("id", webhook)
                    .bind("account", account)
                    .mapTo(String.class)
                    .findOne();
            String json = "{\"type\":\"" + TEST_EVENT + "\",\"timestamp\":\"" + now + "\",\"data\":{\"webhook_id\":\""
                    + webhook + "\"}}";
            return url.flatMap(u ->
                    enqueue(h, account, List.of(new Address(Optional.of(webhook), u)), TEST_EVENT, json, now).stream()
                            .findFirst());
        });
    }

    /// Sends a finished message again, with the same id and all its tries.
    ///
    /// @return whether the account has such a message, and it is not on its way anyway
    public boolean redeliver(UUID account, UUID delivery) {
        Instant now = clock.instant();
        return database.<Boolean, RuntimeException>system(h -> {
            int changed = h.createUpdate("""
                            update delivery set state = 'pending', attempts = 0, finished_at = null, next_at = :now
                            where id = :id and account_id = :account and state <> 'pending'""")
                    .bind("now", now)
                    .bind("id", delivery)
                    .bind("account", account)
                    .execute();
            if (changed > 0) {
                // Under another name: the earlier task may be just about to be removed.
                TransactionalScheduling.in(h).schedule(new TaskInstance<>(TASK, delivery + "/" + Ids.next(now)), now);
            }
            return changed > 0;
        });
    }

    /// Whether the account has such a message.
    public boolean has(UUID account, UUID delivery) {
        return database.<Boolean, RuntimeException>tenant(
                account,
                h -> h.createQuery("select exists (select 1 from delivery where id = :id and account_id = :account)")
                        .bind("id", delivery)
                        .bind("account", account)
                        .mapTo(boolean.class)
                        .one());
    }

    /// The messages of an account, the newest first.
    ///
    /// @param before those older than this one; empty to begin
    /// @param most from 1 to 200
    public List<Delivery> log(UUID account, Optional<UUID> before, int most) {
        return database.<List<Delivery>, RuntimeException>tenant(
                account,
                h -> h.createQuery("""
                        select * from delivery
                        where account_id = :account and (cast(:before as uuid) is null or id < :before)
                        order by id desc limit :most""")
                        .bind("account", account)
                        .bind("before", before.orElse(null))
                        .bind("most", Math.clamp(most, 1, PAGE))
                        .map((r, _) -> delivery(r))
                        .list());
    }

    /// Removes finished messages from the log.
    ///
    /// @return how many
    public int forget(Instant finishedBefore) {
        return database.<Integer, RuntimeException>system(
                h -> h.createUpdate("delete from delivery where finished_at < ? and state <> 'pending'")
                        .bind(0, finishedBefore)
                        .execute());
    }

    /// What sends the messages, for the scheduler. It blocks while an address does not answer, so
    /// give it threads that nobody else needs.
    public Task<Void> task() {
        return Tasks.custom(TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAULT))
                .onDeadExecutionRevive()
                .execute((instance, _) -> {
                    Optional<Instant> again =
                            courier.carry(UUID.fromString(instance.getId().substring(0, 36)));
                    return again.<CompletionHandler<Void>>map(at -> (done, queue) -> queue.reschedule(done, at))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    private static Delivery delivery(ResultSet r) throws SQLException {
        return new Delivery(
                r.getObject("id", UUID.class),
                Optional.ofNullable(r.getObject("webhook_id", UUID.class)),
                r.getString("url"),
                r.getString("event"),
                r.getString("body"),
                Delivery.State.valueOf(r.getString("state").toUpperCase(Locale.ROOT)),
                r.getInt("attempts"),
                Columns.integer(r, "last_status"),
                Optional.ofNullable(r.getString("last_error")),
                r.getTimestamp("created_at").toInstant(),
                Columns.instant(r, "attempted_at"),
                Columns.instant(r, "next_at"));
    }
}
