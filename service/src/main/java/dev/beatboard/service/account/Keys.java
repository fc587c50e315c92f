package dev.beatboard.service.account;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// API keys: made, shown once, checked, rotated, revoked.
///
/// A key that was good is believed for [#MEMORY] without asking the database. What this process
/// changes about keys, roles, plans and accounts counts at once; what another process changes
/// counts here after that time at the latest.
public final class Keys implements AutoCloseable {

    /// How keys begin.
    public static final String PREFIX = "bb_";

    /// How long a key is believed.
    public static final Duration MEMORY = Duration.ofSeconds(5);

    /// How many keys may be alive in an account.
    public static final int MOST = 100;

    /// How long an old key may live on after it was rotated.
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private static final int REMEMBERED = 20_000;

    private final Database database;
    private final ConcurrentHashMap<ByteBuffer, Believed> memory = new ConcurrentHashMap<>();
    // Whoever was read in an earlier era is not believed: the look-up may have begun before a change.
    private final AtomicLong era = new AtomicLong();
    private final KeyUse use;

    private record Believed(Caller caller, Instant until, long era) {}

    public Keys(Database database) {
        this.database = database;
        this.use = new KeyUse(database);
    }

    /// Makes a key that may do no more than its maker.
    ///
    /// @param expires empty for never
    /// @throws Refusal if the caller may not, or a value is wrong
    public ApiKey.Made create(Caller caller, String name, Set<Scope> scopes, Optional<Instant> expires, Instant now) {
        return create(caller, name, scopes, expires, MOST, now);
    }

    /// The same where the account's plan allows fewer than [#MOST] keys.
    ///
    /// @param most how many may be alive
    public ApiKey.Made create(
            Caller caller, String name, Set<Scope> scopes, Optional<Instant> expires, int most, Instant now) {
        caller.needs(Scope.KEYS_WRITE);
        within(caller, scopes);
        if (expires.isPresent() && !expires.get().isAfter(now)) {
            throw Refusal.invalid("expires", "A key has to expire later than now.");
        }
        return database.tenant(caller.account(), h -> {
            // The account's row is locked, so that two requests cannot both take the last place.
            h.createQuery("select id from account where id = ? for update")
                    .bind(0, caller.account())
                    .mapTo(UUID.class)
                    .one();
            int alive = h.createQuery("""
                            select count(*) from api_key where account_id = :account and revoked_at is null
                            and (expires_at is null or expires_at > :now)
                            """)
                    .bind("account", caller.account())
                    .bind("now", now)
                    .mapTo(int.class)
                    .one();
            int allowed = Math.min(most, MOST);
            if (alive >= allowed) {
                throw Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "The account may have " + allowed + (allowed == 1 ? " key" : " keys") + " and has " + alive
                                + ". Revoke one first, or choose a plan with more.");
            }
            ApiKey.Made made = insert(h, caller.account(), name, scopes, caller.person(), expires, now);
            AuditTrail.record(
                    h,
                    caller,
                    "key.created",
                    made.key().id().toString(),
                    Map.of("name", made.key().name(), "hint", made.key().hint(), "scopes", labels(scopes)),
                    now);
            return made;
        });
    }

    static ApiKey.Made insert(
            Handle h,
            UUID account,
            String name,
            Set<Scope> scopes,
            Optional<UUID> maker,
            Optional<Instant> expires,
            Instant now) {
        if (scopes.isEmpty()) {
            throw Refusal.invalid("scopes", "Name at least one scope, such as generations:read.");
        }
        String secret = Secrets.next(PREFIX);
        ApiKey key = new ApiKey(
                Ids.next(now),
                Texts.name("name", name, 100),
                secret.substring(secret.length() - 4),
                scopes,
                maker,
                now,
                expires,
                Optional.empty(),
                Optional.empty());
        h.createUpdate("""
                        insert into api_key (id, account_id, name, hash, hint, scopes, created_by, created_at, expires_at)
                        values (:id, :account, :name, :hash, :hint, :scopes, :maker, :now, :expires)
                        """)
                .bind("id", key.id())
                .bind("account", account)
                .bind("name", key.name())
                .bind("hash", Secrets.hash(secret))
                .bind("hint", key.hint())
                .bindArray("scopes", String.class, labels(scopes))
                .bind("maker", maker)
                .bind("now", now)
                .bind("expires", expires)
                .execute();
        return new ApiKey.Made(key, secret);
    }

    /// Whose key this is, or empty if it is none, revoked, expired, of a closed account, or made by
    /// somebody who has left. Costs one statement at most.
    public Optional<Caller> authenticate(String secret, Instant now) {
        if (!Secrets.wellFormed(PREFIX, secret)) {
            return Optional.empty();
        }
        byte[] hash = Secrets.hash(secret);
        ByteBuffer place = ByteBuffer.wrap(hash);
        @Nullable Believed believed = memory.get(place);
        if (believed != null && believed.era == era.get() && now.isBefore(believed.until)) {
            believed.caller.key().ifPresent(key -> use.note(key, now));
            return Optional.of(believed.caller);
        }
        long begun = era.get();
        Optional<Believed> found = database.read(h -> h.createQuery("""
                        select k.id, k.account_id, k.scopes, k.expires_at, k.created_by, m.role,
                          a.plan, a.store, a.time_zone
                        from api_key k
                        join account a on a.id = k.account_id
                        left join membership m on m.account_id = k.account_id and m.person_id = k.created_by
                        where k.hash = :hash and k.revoked_at is null and a.closed_at is null
                          and (k.expires_at is null or k.expires_at > :now)
                          and (k.created_by is null or m.role is not null)
                        """)
                .bind("hash", hash)
                .bind("now", now)
                .map((row, context) -> believed(row, now, begun))
                .findOne());
        if (found.isEmpty()) {
            memory.remove(place);
            return Optional.empty();
        }
        if (memory.size() >= REMEMBERED) {
            memory.clear();
        }
        memory.put(place, found.get());
        found.get().caller.key().ifPresent(key -> use.note(key, now));
        return Optional.of(found.get().caller);
    }

    private static Believed believed(ResultSet row, Instant now, long begun) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Optional<Role> role = Optional.ofNullable(row.getString("role")).flatMap(Role::of);
        Set<Scope> scopes = scopes(row.getArray("scopes"));
        role.ifPresent(r -> scopes.retainAll(r.scopes()));
        Caller caller = new Caller(
                row.getObject("account_id", UUID.class),
                "key:" + id,
                Optional.of(id),
                Optional.ofNullable(row.getObject("created_by", UUID.class)),
                role,
                scopes,
                row.getString("plan"),
                row.getString("store"),
                ZoneId.of(row.getString("time_zone")),
                Optional.empty());
        Instant until = now.plus(MEMORY);
        @Nullable Timestamp expires = row.getTimestamp("expires_at");
        if (expires != null && expires.toInstant().isBefore(until)) {
            until = expires.toInstant();
        }
        return new Believed(caller, until, begun);
    }

    /// The account's keys, the latest first, also those that are worth nothing any more.
    public List<ApiKey> list(Caller caller) {
        caller.needs(Scope.KEYS_WRITE);
        return database.tenant(
                caller.account(),
                h -> h.createQuery("select * from api_key where account_id = ? order by id desc limit 1000")
                        .bind(0, caller.account())
                        .map((row, context) -> key(row))
                        .list());
    }

    /// Makes a key in place of another, with its name, scopes and lifetime; the other one goes on
    /// to work for the overlap, so that programs can be changed over.
    ///
    /// @param overlap zero to [#LONGEST_OVERLAP]
    public ApiKey.Made rotate(Caller caller, UUID id, Duration overlap, Instant now) {
        caller.needs(Scope.KEYS_WRITE);
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw Refusal.invalid("overlap", "From 0 to " + LONGEST_OVERLAP.toDays() + " days.");
        }
        ApiKey.Made made = database.tenant(caller.account(), h -> {
            ApiKey old = locked(h, caller, id);
            if (old.revoked().isPresent()
                    || old.expires().map(e -> !e.isAfter(now)).orElse(false)) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "The key is revoked or has expired; make a new one.");
            }
            within(caller, old.scopes());
            Optional<Instant> expires = old.expires().map(e -> now.plus(Duration.between(old.created(), e)));
            ApiKey.Made next = insert(h, caller.account(), old.name(), old.scopes(), caller.person(), expires, now);
            h.createUpdate("update api_key set expires_at = least(expires_at, :end) where id = :id")
                    .bind("end", now.plus(overlap))
                    .bind("id", id)
                    .execute();
            AuditTrail.record(
                    h,
                    caller,
                    "key.rotated",
                    id.toString(),
                    Map.of("next", next.key().id().toString(), "overlap", overlap.toString()),
                    now);
            return next;
        });
        forget();
        return made;
    }

    /// Ends a key at once. Doing so again changes nothing.
    public void revoke(Caller caller, UUID id, Instant now) {
        caller.needs(Scope.KEYS_WRITE);
        database.tenant(caller.account(), h -> {
            ApiKey old = locked(h, caller, id);
            if (old.revoked().isEmpty()) {
                h.createUpdate("update api_key set revoked_at = :now where id = :id")
                        .bind("now", now)
                        .bind("id", id)
                        .execute();
                AuditTrail.record(h, caller, "key.revoked", id.toString(), Map.of("name", old.name()), now);
            }
            return old;
        });
        forget();
    }

    private static ApiKey locked(Handle h, Caller caller, UUID id) {
        return h.createQuery("select * from api_key where id = :id and account_id = :account for update")
                .bind("id", id)
                .bind("account", caller.account())
                .map((row, context) -> key(row))
                .findOne()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "There is no key " + id + "."));
    }

    /// Believes nothing that was read so far. Called after a change is committed that keys depend on.
    void forget() {
        era.incrementAndGet();
    }

    /// Writes down when keys were last used, which otherwise happens once a minute.
    public void flush() {
        use.flush();
    }

    /// Writes down what is left of [#flush] and stops doing so.
    @Override
    public void close() {
        use.close();
    }

    private static void within(Caller caller, Set<Scope> scopes) {
        for (Scope scope : scopes) {
            if (!caller.may(scope)) {
                throw Refusal.of(
                        Refusal.Kind.FORBIDDEN,
                        "A key may do no more than who makes it, and you may not " + scope.label() + ".");
            }
        }
    }

    private static List<String> labels(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::label).toList();
    }

    private static Set<Scope> scopes(Array labels) throws SQLException {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Object label : (Object[]) labels.getArray()) {
            // A scope of a later version that wrote to the same database is nothing that we could allow.
            Scope.of((String) label).ifPresent(scopes::add);
        }
        return scopes;
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("hint"),
                scopes(row.getArray("scopes")),
                Optional.ofNullable(row.getObject("created_by", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                Rows.instant(row, "expires_at"),
                Rows.instant(row, "revoked_at"),
                Rows.instant(row, "last_used_at"));
    }
}
