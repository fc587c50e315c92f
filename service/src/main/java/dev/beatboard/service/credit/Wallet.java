package dev.beatboard.service.credit;

import dev.beatboard.service.plan.Plan;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What is known of an account's grants, locked until the end of the transaction.
///
/// @param plan its id as of the last look, as are what it grants and the zone
/// @param anchor the day from which months are counted
/// @param day the latest that was granted
/// @param month the first day of the latest month that was granted
/// @param covers the monthly grant that this month has had
record Wallet(
        UUID account,
        String plan,
        long daily,
        long monthly,
        ZoneId zone,
        LocalDate anchor,
        Optional<LocalDate> day,
        Optional<LocalDate> month,
        long covers) {

    private static final String DAILY = "daily";
    private static final String MONTHLY = "monthly";

    /// Locks the wallet and brings its grants up to date.
    static Wallet open(Handle h, Holder holder, Instant now) {
        Wallet before = lock(h, holder.account()).orElseGet(() -> {
            make(h, holder);
            return lock(h, holder.account()).orElseThrow();
        });
        Wallet after = before.refreshed(h, holder, now);
        if (!after.equals(before)) {
            after.save(h);
        }
        return after;
    }

    /// Locked; empty if nobody has looked at the account yet.
    static Optional<Wallet> lock(Handle h, UUID account) {
        return read(h, account, " for update");
    }

    /// Not locked, and only if nothing is due: looking then costs no write.
    static Optional<Wallet> upToDate(Handle h, Holder holder, Instant now) {
        return read(h, holder.account(), "")
                .filter(w -> w.zone.equals(holder.zone())
                        && w.granting(holder.plan()).equals(w)
                        && !w.dayDue(now)
                        && !w.monthDue(now));
    }

    private static Optional<Wallet> read(Handle h, UUID account, String lock) {
        return h.createQuery("""
                        select plan, daily, monthly, time_zone, anchor, day, month, month_covers from wallet
                        where account_id = ?""" + lock)
                .bind(0, account)
                .map((r, c) -> new Wallet(
                        account,
                        r.getString(1),
                        r.getLong(2),
                        r.getLong(3),
                        ZoneId.of(r.getString(4)),
                        r.getObject(5, LocalDate.class),
                        Optional.ofNullable(r.getObject(6, LocalDate.class)),
                        Optional.ofNullable(r.getObject(7, LocalDate.class)),
                        r.getLong(8)))
                .findOne();
    }

    private static void make(Handle h, Holder holder) {
        Instant created = h.createQuery("select created_at from account where id = ?")
                .bind(0, holder.account())
                .map((r, c) -> r.getObject(1, OffsetDateTime.class).toInstant())
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("There is no account " + holder.account() + "."));
        h.createUpdate("""
                        insert into wallet (account_id, plan, daily, monthly, time_zone, anchor)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .bind(0, holder.account())
                .bind(1, holder.plan().id())
                .bind(2, holder.plan().dailyCredits())
                .bind(3, holder.plan().monthlyCredits())
                .bind(4, holder.zone().getId())
                .bind(5, LocalDate.ofInstant(created, holder.zone()))
                .execute();
    }

    private void save(Handle h) {
        h.createUpdate("""
                        update wallet set plan = ?, daily = ?, monthly = ?, time_zone = ?, anchor = ?, day = ?,
                          month = ?, month_covers = ? where account_id = ?""")
                .bind(0, plan)
                .bind(1, daily)
                .bind(2, monthly)
                .bind(3, zone.getId())
                .bind(4, anchor)
                .bind(5, day)
                .bind(6, month)
                .bind(7, covers)
                .bind(8, account)
                .execute();
    }

    /// When the plan grants again.
    Optional<Instant> nextGrantAt(Instant now) {
        LocalDate today = today(now);
        Optional<Instant> nextDay = daily == 0
                ? Optional.empty()
                : Optional.of(
                        begin(day.filter(d -> d.isAfter(today)).orElse(today).plusDays(1)));
        Optional<Instant> nextMonth = monthly == 0
                ? Optional.empty()
                : Optional.of(begin(
                        Months.after(anchor, month.filter(m -> m.isAfter(today)).orElse(today))));
        return java.util.stream.Stream.of(nextDay, nextMonth)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private Wallet refreshed(Handle h, Holder holder, Instant now) {
        Pockets.of(h, account).expire(h, account, now);
        Wallet w = this;
        if (!zone.equals(holder.zone())) {
            w = w.moved(h, holder.zone(), now);
        }
        Plan next = holder.plan();
        if (plan.equals(next.id())) {
            // Other amounts of the same plan begin with the next grant.
            return w.granting(next).granted(h, now);
        }
        return w.granted(h, now).changed(h, next, now).granted(h, now);
    }

    /// In another zone. What is open there lasts until its day or month ends there.
    private Wallet moved(Handle h, ZoneId other, Instant now) {
        Wallet w = new Wallet(account, plan, daily, monthly, other, anchor, day, month, covers);
        day.ifPresent(d -> w.end(h, DAILY, d, w.begin(d.plusDays(1)), now));
        month.ifPresent(m -> w.end(h, MONTHLY, m, w.begin(Months.after(anchor, m)), now));
        Pockets.of(h, account).expire(h, account, now);
        return w;
    }

    private void end(Handle h, String kind, LocalDate period, Instant ends, Instant now) {
        h.createUpdate("""
                        update pocket set ends_at = ? where account_id = ? and kind = ? and period = ? and ends_at > ?""")
                .bind(0, ends)
                .bind(1, account)
                .bind(2, kind)
                .bind(3, period.toString())
                .bind(4, now)
                .execute();
    }

    private Wallet granting(Plan p) {
        return new Wallet(account, p.id(), p.dailyCredits(), p.monthlyCredits(), zone, anchor, day, month, covers);
    }

    /// With the grants of this day and month, unless they or later ones were made.
    private Wallet granted(Handle h, Instant now) {
        Wallet w = this;
        LocalDate today = today(now);
        if (dayDue(now)) {
            w.grant(h, DAILY, today, begin(today.plusDays(1)), "", daily, now);
            w = new Wallet(account, plan, daily, monthly, zone, anchor, Optional.of(today), month, covers);
        }
        if (monthDue(now)) {
            LocalDate begun = Months.of(anchor, today);
            w.grant(h, MONTHLY, begun, begin(Months.after(anchor, begun)), "", monthly, now);
            w = new Wallet(account, plan, daily, monthly, zone, anchor, w.day, Optional.of(begun), monthly);
        }
        return w;
    }

    private boolean dayDue(Instant now) {
        return daily > 0 && day.map(today(now)::isAfter).orElse(true);
    }

    private boolean monthDue(Instant now) {
        return monthly > 0 && month.map(Months.of(anchor, today(now))::isAfter).orElse(true);
    }

    /// As if days and months to come had not been granted; their pockets end now. What was granted once is not again,
    /// as each grant has its own reference.
    void forgetFuture(Handle h, Instant now) {
        LocalDate today = today(now);
        LocalDate begun = Months.of(anchor, today);
        h.createUpdate("""
                        update pocket set ends_at = :now where account_id = :account and ends_at > :now
                          and (kind = 'daily' and period > :today or kind = 'monthly' and period > :begun)""")
                .bind("now", now)
                .bind("account", account)
                .bind("today", today.toString())
                .bind("begun", begun.toString())
                .execute();
        Pockets.of(h, account).expire(h, account, now);
        new Wallet(
                        account,
                        plan,
                        daily,
                        monthly,
                        zone,
                        anchor,
                        day.filter(d -> !d.isAfter(today)),
                        month.filter(m -> !m.isAfter(begun)),
                        covers)
                .save(h);
    }

    private Wallet changed(Handle h, Plan next, Instant now) {
        Wallet w = granting(next);
        if (w.monthly == 0) {
            return w;
        }
        Optional<Instant> end = month.map(m -> begin(Months.after(anchor, m)));
        if (end.isEmpty() || !now.isBefore(end.get())) {
            return new Wallet(account, w.plan, w.daily, w.monthly, zone, today(now), day, month, covers);
        }
        LocalDate begun = month.orElseThrow();
        if (w.monthly <= covers) {
            return w;
        }
        Duration whole = Duration.between(begin(begun), end.get());
        Duration left = Duration.between(now, end.get());
        long extra = part(w.monthly - covers, left.compareTo(whole) < 0 ? left : whole, whole);
        grant(h, MONTHLY, begun, end.get(), " to " + w.monthly, extra, now);
        return new Wallet(account, w.plan, w.daily, w.monthly, zone, anchor, day, month, w.monthly);
    }

    /// `floor(credits x left / whole)`, to the millisecond.
    static long part(long credits, Duration left, Duration whole) {
        return BigInteger.valueOf(credits)
                .multiply(BigInteger.valueOf(left.toMillis()))
                .divide(BigInteger.valueOf(whole.toMillis()))
                .longValueExact();
    }

    private void grant(
            Handle h, String kind, LocalDate period, Instant ends, String suffix, long credits, Instant now) {
        if (credits > 0) {
            long pocket = Pockets.make(h, account, kind, period.toString(), begin(period), Optional.of(ends));
            Journal.of(account, Movement.GRANT, kind + " " + period + suffix, "", now)
                    .move(pocket, Book.ISSUED, Book.AVAILABLE, credits)
                    .write(h);
        }
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /// When a day begins; where the clock skips midnight, a little later.
    private Instant begin(LocalDate d) {
        return d.atStartOfDay(zone).toInstant();
    }
}
