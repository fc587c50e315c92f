package dev.beatboard.service.webhook;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.fetch.FetchException;
import dev.beatboard.service.fetch.Fetcher;
import dev.beatboard.service.webhook.WebhookException.Reason;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/// The addresses of accounts that are told of events.
public final class Webhooks {

    /// Of one account.
    private static final int MOST = 20;

    private static final int SECRET_BYTES = 32;
    private static final Duration OVERLAP = Duration.ofHours(24);
    private static final String ALL = "*";
    private static final BiConsumer<Handle, UUID> NOBODY = (h, id) -> {};
    private static final String PREFIX = "whsec_";

    private final Database database;
    private final Fetcher fetcher;
    private final Set<String> events;
    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();

    /// @param events those that may be asked for
    public Webhooks(Database database, Fetcher fetcher, Set<String> events, InstantSource clock) {
        this.database = database;
        this.fetcher = fetcher;
        this.events = Set.copyOf(events);
        this.clock = clock;
    }

    /// Registers an address.
    ///
    /// @param wanted events, or `*` for all
    /// @return with the secret, which is not to be had again
    public Webhook.Secret create(UUID account, String url, Set<String> wanted) throws WebhookException {
        return create(account, url, wanted, NOBODY);
    }

    /// The same, and in its transaction what `note` does.
    ///
    /// @param note is given the id
    public Webhook.Secret create(UUID account, String url, Set<String> wanted, BiConsumer<Handle, UUID> note)
            throws WebhookException {
        try {
            fetcher.check(url);
        } catch (FetchException e) {
            throw new WebhookException(Reason.INVALID_URL, String.valueOf(e.getMessage()));
        }
        Set<String> names = new TreeSet<>(wanted);
        for (String name : names) {
            if (!name.equals(ALL) && !events.contains(name)) {
                throw unknown("There is no event \"" + name.substring(0, Math.min(80, name.length())) + "\"");
            }
        }
        if (names.isEmpty()) {
            throw unknown("No event is named");
        }
        Instant now = clock.instant();
        Webhook.Secret made = new Webhook.Secret(Ids.next(now), secret());
        return database.<Webhook.Secret, WebhookException>tenant(account, h -> {
            // One at a time, so that the count is right.
            h.createQuery("select id from account where id = ? for update")
                    .bind(0, account)
                    .mapTo(UUID.class)
                    .one();
            int count = h.createQuery("select count(*) from webhook where account_id = ? and deleted_at is null")
                    .bind(0, account)
                    .mapTo(int.class)
                    .one();
            if (count >= MOST) {
                throw new WebhookException(
                        Reason.TOO_MANY, "An account has at most " + MOST + " webhooks; delete one first.");
            }
            h.createUpdate("""
                            insert into webhook (id, account_id, url, secret, events, created_at)
                            values (:id, :account, :url, :secret, :events, :now)""")
                    .bind("id", made.id())
                    .bind("account", account)
                    .bind("url", url)
                    .bind("secret", made.secret())
                    .bindArray("events", String.class, List.copyOf(names))
                    .bind("now", now)
                    .execute();
            note.accept(h, made.id());
            return made;
        });
    }

    private WebhookException unknown(String what) {
        return new WebhookException(
                Reason.UNKNOWN_EVENT,
                what + "; there are " + String.join(", ", new TreeSet<>(events)) + ", and * for all.");
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        chance.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /// A new secret. For 24 hours messages carry signatures by the earlier one, too.
    ///
    /// @return empty if the account has no such address
    public Optional<Webhook.Secret> rotate(UUID account, UUID id) {
        return rotate(account, id, NOBODY);
    }

    /// The same, and in its transaction what `note` does.
    public Optional<Webhook.Secret> rotate(UUID account, UUID id, BiConsumer<Handle, UUID> note) {
        Instant now = clock.instant();
        Webhook.Secret made = new Webhook.Secret(id, secret());
        // Accounts cannot read secrets, not even to move them.
        int changed = database.<Integer, RuntimeException>system(h -> noted(
                h,
                id,
                note,
                h.createUpdate("""
                        update webhook set earlier_secret = secret, earlier_until = :until, secret = :secret
                        where id = :id and account_id = :account and deleted_at is null""")
                        .bind("until", now.plus(OVERLAP))
                        .bind("secret", made.secret())
                        .bind("id", id)
                        .bind("account", account)
                        .execute()));
        return changed == 0 ? Optional.empty() : Optional.of(made);
    }

    /// The addresses of an account, the oldest first.
    public List<Webhook> list(UUID account) {
        return database.<List<Webhook>, RuntimeException>tenant(
                account,
                h -> h.createQuery("""
                        select id, url, events, created_at, failing_since, disabled_at, disabled_reason from webhook
                        where account_id = ? and deleted_at is null order by id""")
                        .bind(0, account)
                        .map((r, _) -> new Webhook(
                                r.getObject("id", UUID.class),
                                r.getString("url"),
                                List.of((String[]) r.getArray("events").getArray()),
                                r.getTimestamp("created_at").toInstant(),
                                Columns.instant(r, "failing_since"),
                                Columns.instant(r, "disabled_at"),
                                Optional.ofNullable(r.getString("disabled_reason"))))
                        .list());
    }

    /// Stops telling an address; what still waits for it fails.
    ///
    /// @return whether there is such an address
    public boolean disable(UUID account, UUID id) {
        return disable(account, id, NOBODY);
    }

    /// The same, and in its transaction what `note` does.
    public boolean disable(UUID account, UUID id, BiConsumer<Handle, UUID> note) {
        return change(account, id, "disabled_at = :now, disabled_reason = 'by the account'", note);
    }

    /// Tells an address again of what happens from now on.
    public boolean enable(UUID account, UUID id) {
        return enable(account, id, NOBODY);
    }

    /// The same, and in its transaction what `note` does.
    public boolean enable(UUID account, UUID id, BiConsumer<Handle, UUID> note) {
        return change(account, id, "disabled_at = null, disabled_reason = null, failing_since = null", note);
    }

    /// Forgets an address.
    public boolean delete(UUID account, UUID id) {
        return delete(account, id, NOBODY);
    }

    /// The same, and in its transaction what `note` does.
    public boolean delete(UUID account, UUID id, BiConsumer<Handle, UUID> note) {
        return change(account, id, "deleted_at = :now", note);
    }

    private boolean change(UUID account, UUID id, String what, BiConsumer<Handle, UUID> note) {
        return database.<Integer, RuntimeException>tenant(
                        account,
                        h -> noted(
                                h,
                                id,
                                note,
                                h.createUpdate("update webhook set " + what
                                                + " where id = :id and account_id = :account and deleted_at is null")
                                        .configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
                                        .bind("now", clock.instant())
                                        .bind("id", id)
                                        .bind("account", account)
                                        .execute()))
                > 0;
    }

    private static int noted(Handle h, UUID id, BiConsumer<Handle, UUID> note, int changed) {
        if (changed > 0) {
            note.accept(h, id);
        }
        return changed;
    }
}
