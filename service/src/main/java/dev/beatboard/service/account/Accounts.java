package dev.beatboard.service.account;

import dev.beatboard.service.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What an account is called, which time zone and plan it has, and its end. [SignUp] makes them.
public final class Accounts {

    private static final Set<String> STORES = Set.of("web", "ios", "android");

    private final Database database;
    private final Keys keys;
    private final Set<String> plans;

    /// @param keys forget what they knew of an account that has changed
    /// @param plans the names of those that there are
    public Accounts(Database database, Keys keys, Set<String> plans) {
        this.database = database;
        this.keys = keys;
        this.plans = Set.copyOf(plans);
    }

    /// The caller's account.
    public Account get(Caller caller) {
        caller.needs(Scope.ACCOUNT_READ);
        return database.tenant(caller.account(), h -> read(h, caller.account(), ""));
    }

    /// Somebody who runs the service, for one account: may do everything in it.
    ///
    /// @param name for the audit trail
    /// @throws Refusal (NOT_FOUND) if there is no such account
    public Caller operator(UUID account, String name) {
        Account found = database.read(h -> read(h, account, ""));
        return new Caller(
                account,
                "operator:" + Texts.name("operator", name, 100),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Role.OWNER),
                EnumSet.allOf(Scope.class),
                found.plan(),
                found.store(),
                found.zone(),
                Optional.empty());
    }

    public Account rename(Caller caller, String name, Instant now) {
        caller.needs(Scope.ACCOUNT_WRITE);
        String plain = Texts.name("name", name, 200);
        return database.tenant(caller.account(), h -> {
            Account old = locked(h, caller.account());
            h.createUpdate("update account set name = :name where id = :id")
                    .bind("name", plain)
                    .bind("id", caller.account())
                    .execute();
            changed(h, caller, "account.renamed", old.name(), plain, now);
            return read(h, caller.account(), "");
        });
    }

    /// Changes whose midnights the account's days and months begin at.
    ///
    /// @param zone a region of the time zone database, such as `Europe/Berlin`, or `UTC`
    public Account changeZone(Caller caller, String zone, Instant now) {
        caller.needs(Scope.ACCOUNT_WRITE);
        String known = zone(zone);
        Account account = database.tenant(caller.account(), h -> {
            Account old = locked(h, caller.account());
            h.createUpdate("update account set time_zone = :zone where id = :id")
                    .bind("zone", known)
                    .bind("id", caller.account())
                    .execute();
            changed(h, caller, "account.zone", old.zone().getId(), known, now);
            return read(h, caller.account(), "");
        });
        keys.forget();
        return account;
    }

    private static String zone(String text) {
        Set<String> regions = ZoneId.getAvailableZoneIds();
        if (regions.contains(text)) {
            try {
                return ZoneId.of(text).getId();
            } catch (DateTimeException e) {
                throw new IllegalStateException(e);
            }
        }
        String wanted = text.length() > 60 ? "" : text.toLowerCase(Locale.ROOT).replace(' ', '_');
        Optional<String> near = regions.stream()
                .filter(r -> !wanted.isEmpty()
                        && (r.toLowerCase(Locale.ROOT).equals(wanted)
                                || r.toLowerCase(Locale.ROOT).endsWith("/" + wanted)))
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
        throw Refusal.invalid(
                "time_zone",
                "There is no time zone " + Refusal.quoted(text) + ". "
                        + near.map(n -> "Did you mean " + n + "?").orElse("They look like Europe/Berlin or UTC."));
    }

    /// Gives the account another plan. For operators; nobody pays here.
    ///
    /// @param store where it was bought: `web`, `ios` or `android`
    public Account changePlan(Caller operator, String plan, String store, Instant now) {
        needsOperator(operator);
        if (!plans.contains(plan)) {
            throw Refusal.invalid(
                    "plan",
                    "There is no plan " + Refusal.quoted(plan) + ". There are: "
                            + String.join(", ", new TreeSet<>(plans)) + ".");
        }
        if (!STORES.contains(store)) {
            throw Refusal.invalid("store", "A store is web, ios or android, not " + Refusal.quoted(store) + ".");
        }
        Account account = database.system(h -> {
            Account old = locked(h, operator.account());
            h.createUpdate("update account set plan = :plan, store = :store where id = :id")
                    .bind("plan", plan)
                    .bind("store", store)
                    .bind("id", operator.account())
                    .execute();
            changed(h, operator, "account.plan", old.plan() + "/" + old.store(), plan + "/" + store, now);
            return read(h, operator.account(), "");
        });
        keys.forget();
        return account;
    }

    /// Accounts for an operator, the latest first.
    ///
    /// @param text of its name, of an e-mail address of its people, or its id; empty for all
    /// @param before the id of the account after which to go on
    /// @param limit at least 1
    public List<Account> search(String text, Optional<UUID> before, int limit) {
        String like = "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
        return database.read(h -> h.createQuery("""
                        select id, name, plan, store, time_zone, created_at, closed_at from account a
                        where (cast(:before as uuid) is null or id < :before)
                          and (:text = '' or name ilike :like or cast(id as text) = lower(:text) or exists (
                            select 1 from membership m join person p on p.id = m.person_id
                            where m.account_id = a.id and p.email ilike :like))
                        order by id desc limit :limit""")
                .bind("before", before.orElse(null))
                .bind("text", text)
                .bind("like", like)
                .bind("limit", limit)
                .map((row, context) -> account(row))
                .list());
    }

    /// One account for an operator, who is noted for it.
    public Account look(Caller operator, Instant now) {
        needsOperator(operator);
        return database.system(h -> {
            Account found = read(h, operator.account(), "");
            AuditTrail.record(h, operator, "account.looked", found.id().toString(), Map.of(), now);
            return found;
        });
    }

    /// Opens a closed account again. Keys that were not revoked work again; sessions were not ended.
    ///
    /// @param reason for the audit trail
    public Account reopen(Caller operator, String reason, Instant now) {
        needsOperator(operator);
        String plain = Texts.name("reason", reason, 500);
        Account account = database.system(h -> {
            Account old = read(h, operator.account(), " for update");
            if (old.closed().isEmpty()) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "The account is open.");
            }
            h.createUpdate("update account set closed_at = null where id = :id")
                    .bind("id", old.id())
                    .execute();
            AuditTrail.record(h, operator, "account.reopened", old.id().toString(), Map.of("reason", plain), now);
            return read(h, old.id(), "");
        });
        keys.forget();
        return account;
    }

    private static void needsOperator(Caller caller) {
        if (!caller.actor().startsWith("operator:")) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "This is for whoever runs the service.");
        }
    }

    /// Ends the account: its keys, sessions and invitations are worth nothing from now on. What it
    /// made is kept, for whoever has to answer for the books.
    ///
    /// @throws Refusal (FORBIDDEN) if the caller is neither an owner nor a key of an account
    ///     without people
    public void close(Caller caller, Instant now) {
        close(caller, Map.of(), now);
    }

    /// The same with a reason for the audit trail.
    public void close(Caller caller, String reason, Instant now) {
        close(caller, Map.of("reason", Texts.name("reason", reason, 500)), now);
    }

    private void close(Caller caller, Map<String, String> detail, Instant now) {
        caller.needs(Scope.ACCOUNT_WRITE);
        if (caller.role().isPresent() && caller.role().get() != Role.OWNER) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "An account is closed by its owner.");
        }
        database.tenant(caller.account(), h -> {
            locked(h, caller.account());
            h.createUpdate("update account set closed_at = :now where id = :id")
                    .bind("now", now)
                    .bind("id", caller.account())
                    .execute();
            AuditTrail.record(h, caller, "account.closed", caller.account().toString(), detail, now);
            return true;
        });
        keys.forget();
    }

    private static void changed(Handle h, Caller caller, String action, String from, String to, Instant now) {
        AuditTrail.record(h, caller, action, caller.account().toString(), Map.of("from", from, "to", to), now);
    }

    /// The row of an open account, held until the transaction ends, so that changes that depend on
    /// one another follow each other.
    static Account locked(Handle h, UUID account) {
        Account found = read(h, account, " for update");
        if (found.closed().isPresent()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "The account is closed.");
        }
        return found;
    }

    private static Account read(Handle h, UUID account, String lock) {
        return h.createQuery("select id, name, plan, store, time_zone, created_at, closed_at from account where id = ?"
                        + lock)
                .bind(0, account)
                .map((row, context) -> account(row))
                .findOne()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "There is no account " + account + "."));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("plan"),
                row.getString("store"),
                ZoneId.of(row.getString("time_zone")),
                row.getTimestamp("created_at").toInstant(),
                Rows.instant(row, "closed_at"));
    }
}
