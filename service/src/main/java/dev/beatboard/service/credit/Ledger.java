package dev.beatboard.service.credit;

import dev.beatboard.service.database.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Moves credits, each time within the caller's transaction, which has to be one of the service
/// itself ([Database#system]): an account may only read its books. Everything may be called again:
/// a second time does nothing. Locks the account's wallet until the transaction ends.
public final class Ledger {

    /// The most credits that are moved at once.
    public static final long MOST = 1_000_000_000_000L;

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_PAGE = 1000;

    /// What an account has now, with all grants that are due. Where none is, nothing is locked or written.
    public Balance balance(Handle h, Holder holder, Instant now) {
        Optional<Wallet> current = Wallet.upToDate(h, holder, now);
        if (current.isPresent()) {
            Pockets pockets = Pockets.of(h, holder.account());
            if (!pockets.anyEnded(now)) {
                return balance(current.get(), pockets, now);
            }
        }
        Wallet wallet = Wallet.open(h, holder, now);
        return balance(wallet, Pockets.of(h, holder.account()), now);
    }

    private static Balance balance(Wallet wallet, Pockets pockets, Instant now) {
        return new Balance(
                pockets.available(),
                pockets.held(),
                pockets.all().stream()
                        .map(p -> new Balance.Pocket(p.kind(), p.period(), p.available(), p.held(), p.endsAt()))
                        .toList(),
                wallet.nextGrantAt(now));
    }

    /// Sets credits aside for a generation, from the pockets that end soonest.
    ///
    /// @param credits at least 0
    /// @return false if they were set aside before, whatever has become of them since
    /// @throws InsufficientCredits if less is available
    /// @throws IllegalStateException if other credits or another account's were set aside for it
    public boolean hold(Handle h, Holder holder, UUID generation, long credits, Instant now) {
        check(credits, 0);
        Wallet wallet = Wallet.open(h, holder, now);
        Pockets pockets = Pockets.of(h, holder.account());
        if (pockets.available() < credits) {
            if (heldBefore(h, holder.account(), generation, credits)) {
                return false;
            }
            throw new InsufficientCredits(credits, pockets.available(), wallet.nextGrantAt(now));
        }
        Journal journal = Journal.of(holder.account(), Movement.HOLD, generation, now);
        return pockets.take(journal, Book.HELD, credits).write(h)
                || !heldBefore(h, holder.account(), generation, credits);
    }

    private static boolean heldBefore(Handle h, UUID account, UUID generation, long credits) {
        Optional<UUID> before = accountOf(h, generation);
        if (before.isPresent()
                && (!before.get().equals(account) || charge(h, generation).held() != credits)) {
            throw new IllegalStateException("Other credits were held for generation " + generation + ".");
        }
        return before.isPresent();
    }

    /// Spends what was delivered, and releases the rest of what was held.
    ///
    /// @param credits from 0 to what was held
    /// @return false if it was settled or released before
    /// @throws IllegalStateException if nothing was ever held for it
    /// @throws IllegalArgumentException if less was held
    public boolean settle(Handle h, UUID generation, long credits, Instant now) {
        check(credits, 0);
        UUID account = accountOf(h, generation)
                .orElseThrow(() -> new IllegalStateException("Nothing was held for generation " + generation + "."));
        return close(h, account, generation, Optional.of(credits), now);
    }

    /// Gives back all that was held: the work failed, was refused or cancelled.
    ///
    /// @return false if it was settled or released before, or nothing was ever held for it
    public boolean release(Handle h, UUID generation, Instant now) {
        return accountOf(h, generation)
                .map(account -> close(h, account, generation, Optional.empty(), now))
                .orElse(false);
    }

    private record Held(long pocket, long amount, Optional<Instant> endsAt) {}

    private static boolean close(Handle h, UUID account, UUID generation, Optional<Long> spent, Instant now) {
        Wallet.lock(h, account);
        boolean closed =
                h.createQuery("""
                        select exists (select 1 from journal where generation_id = ? and kind in ('settle', 'release'))""").bind(0, generation).mapTo(boolean.class).one();
        if (closed) {
            return false;
        }
        List<Held> held = h.createQuery("""
                        select p.id, o.amount, p.ends_at from journal j join posting o on o.journal_id = j.id
                          join pocket p on p.id = o.pocket_id
                        where j.generation_id = ? and j.kind = 'hold' and o.book = 'held'
                        order by p.ends_at nulls last, p.id""")
                .bind(0, generation)
                .map((r, c) ->
                        new Held(r.getLong(1), r.getLong(2), Pockets.instant(r.getObject(3, OffsetDateTime.class))))
                .list();
        long left = spent.orElse(0L);
        Journal settle = Journal.of(account, Movement.SETTLE, generation, now);
        Journal release = Journal.of(account, Movement.RELEASE, generation, now);
        for (Held part : held) {
            long used = Math.min(left, part.amount());
            boolean ended = part.endsAt().map(e -> !e.isAfter(now)).orElse(false);
            settle.move(part.pocket(), Book.HELD, Book.SPENT, used);
            release.move(part.pocket(), Book.HELD, ended ? Book.EXPIRED : Book.AVAILABLE, part.amount() - used);
            left -= used;
        }
        if (left > 0) {
            throw new IllegalArgumentException(
                    "Generation " + generation + " is to cost " + left + " credits more than were held for it.");
        }
        if (spent.isPresent()) {
            settle.write(h);
        }
        if (spent.isEmpty() || !release.empty()) {
            release.write(h);
        }
        return true;
    }

    /// Adds credits that were paid for.
    ///
    /// @param reference of the payment, unique within the account
    /// @param endsAt empty if they never end
    /// @return false if that payment was added before
    public boolean purchase(
            Handle h, Holder holder, String reference, long credits, Optional<Instant> endsAt, Instant now) {
        check(credits, 1);
        checkText("reference", reference);
        Wallet.open(h, holder, now);
        long pocket = Pockets.make(h, holder.account(), "bought", reference, now, endsAt);
        return Journal.of(holder.account(), Movement.PURCHASE, reference, "", now)
                .move(pocket, Book.ISSUED, Book.AVAILABLE, credits)
                .write(h);
    }

    /// Gives or takes credits by an operator's decision.
    ///
    /// @param reference of the decision, unique within the account
    /// @param credits not 0; negative ones are taken from the pockets that end soonest
    /// @return false if that decision was carried out before
    /// @throws InsufficientCredits if less is available than is to be taken
    public boolean correct(Handle h, Holder holder, String reference, long credits, String reason, Instant now) {
        check(Math.abs(credits), 1);
        checkText("reference", reference);
        checkText("reason", reason);
        Wallet wallet = Wallet.open(h, holder, now);
        Journal journal = Journal.of(holder.account(), Movement.CORRECTION, reference, reason, now);
        if (credits > 0) {
            long pocket = Pockets.make(h, holder.account(), "given", reference, now, Optional.empty());
            return journal.move(pocket, Book.ISSUED, Book.AVAILABLE, credits).write(h);
        }
        boolean before = h.createQuery("""
                        select exists (select 1 from journal
                          where account_id = ? and kind = 'correction' and reference = ?)""")
                .bind(0, holder.account())
                .bind(1, reference)
                .mapTo(boolean.class)
                .one();
        if (before) {
            return false;
        }
        Pockets pockets = Pockets.of(h, holder.account());
        if (pockets.available() < -credits) {
            throw new InsufficientCredits(-credits, pockets.available(), wallet.nextGrantAt(now));
        }
        return pockets.take(journal, Book.ISSUED, -credits).write(h);
    }

    /// For an operator, after the clock of a server ran ahead: ends what was granted for days and months to come, and
    /// lets those of today be granted, unless they were.
    public void forgetFuture(Handle h, UUID account, Instant now) {
        Wallet.lock(h, account).ifPresent(w -> w.forgetFuture(h, now));
    }

    /// The movements of an account, the latest first. An account may read its own.
    ///
    /// @param before the id of the entry after which to go on; empty for the latest
    /// @param limit from 1 to 1000
    public List<Entry> entries(Handle h, UUID account, Optional<Long> before, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + LONGEST_PAGE + " entries, not " + limit + ".");
        }
        return h.createQuery("""
                        select j.id, j.kind, j.at, j.generation_id, coalesce(j.reference, ''), j.note,
                          coalesce(sum(o.amount) filter (where o.book = 'available'), 0),
                          coalesce(sum(o.amount) filter (where o.book = 'held'), 0),
                          coalesce(sum(o.amount) filter (where o.book = 'spent'), 0),
                          coalesce(sum(o.amount) filter (where o.book = 'expired'), 0)
                        from (select * from journal where account_id = :account and id < :before
                              order by id desc limit :limit) j
                          left join posting o on o.journal_id = j.id
                        group by j.id, j.kind, j.at, j.generation_id, j.reference, j.note order by j.id desc""")
                .bind("account", account)
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("limit", limit)
                .map((r, c) -> new Entry(
                        r.getLong(1),
                        r.getString(2),
                        r.getObject(3, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(r.getObject(4, UUID.class)),
                        r.getString(5),
                        r.getString(6),
                        r.getLong(7),
                        r.getLong(8),
                        r.getLong(9),
                        r.getLong(10)))
                .list();
    }

    /// What became of the credits of a generation; all 0 if nothing was held for it.
    public Charge chargeOf(Handle h, UUID generation) {
        return charge(h, generation);
    }

    private static Charge charge(Handle h, UUID generation) {
        return h.createQuery("""
                        select coalesce(sum(o.amount) filter (where j.kind = 'hold' and o.amount > 0), 0),
                          coalesce(sum(o.amount) filter (where j.kind = 'settle' and o.amount > 0), 0),
                          coalesce(sum(o.amount) filter (where j.kind = 'release' and o.amount > 0), 0)
                        from journal j join posting o on o.journal_id = j.id where j.generation_id = ?""")
                .bind(0, generation)
                .map((r, c) -> new Charge(r.getLong(1), r.getLong(2), r.getLong(3)))
                .one();
    }

    /// Expires what has ended in accounts that nobody looks at, each in a transaction of its own.
    ///
    /// @param limit the most accounts to look at
    /// @return how many there were; if as many as the limit, there may be more
    public int expireEnded(Database database, Instant now, int limit) {
        List<UUID> accounts = database.<List<UUID>, RuntimeException>read(h ->
                h.createQuery("""
                        select account_id from pocket where available > 0 and ends_at <= ?
                        group by account_id order by min(ends_at) limit ?""").bind(0, now).bind(1, limit).mapTo(UUID.class).list());
        for (UUID account : accounts) {
            database.<Boolean, RuntimeException>system(h -> {
                Wallet.lock(h, account);
                return Pockets.of(h, account).expire(h, account, now);
            });
        }
        return accounts.size();
    }

    private static Optional<UUID> accountOf(Handle h, UUID generation) {
        return h.createQuery("select account_id from journal where generation_id = ? and kind = 'hold'")
                .bind(0, generation)
                .mapTo(UUID.class)
                .findOne();
    }

    private static void check(long credits, long least) {
        if (credits < least || credits > MOST) {
            throw new IllegalArgumentException(
                    credits + " credits cannot be moved; allowed are " + least + " to " + MOST + ".");
        }
    }

    private static void checkText(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A " + what + " has 1 to " + LONGEST_TEXT + " characters.");
        }
    }
}
