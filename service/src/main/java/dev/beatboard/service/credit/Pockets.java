package dev.beatboard.service.credit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The pockets of an account that hold anything, in the order in which they are used: the one that ends soonest first.
record Pockets(List<Pocket> all) {

    /// @param held for generations under way
    record Pocket(long id, String kind, String period, long available, long held, Optional<Instant> endsAt) {

        boolean endedBy(Instant now) {
            return endsAt.isPresent() && !endsAt.get().isAfter(now);
        }
    }

    static Pockets of(Handle h, UUID account) {
        return new Pockets(h.createQuery("""
                        select id, kind, period, available, held, ends_at from pocket
                        where account_id = ? and (available > 0 or held > 0)
                        order by ends_at nulls last, id""")
                .bind(0, account)
                .map((r, c) -> new Pocket(
                        r.getLong(1),
                        r.getString(2),
                        r.getString(3),
                        r.getLong(4),
                        r.getLong(5),
                        instant(r.getObject(6, OffsetDateTime.class))))
                .list());
    }

    /// A pocket of that kind and period, made if it is not there.
    static long make(Handle h, UUID account, String kind, String period, Instant begins, Optional<Instant> ends) {
        return h.createQuery("""
                        insert into pocket (account_id, kind, period, begins_at, ends_at) values (?, ?, ?, ?, ?)
                        on conflict (account_id, kind, period) do update set begins_at = pocket.begins_at
                        returning id""")
                .bind(0, account)
                .bind(1, kind)
                .bind(2, period)
                .bind(3, begins)
                .bind(4, ends)
                .mapTo(long.class)
                .one();
    }

    static Optional<Instant> instant(@org.jspecify.annotations.Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    /// Expires what is left of pockets that have ended. Whether there was anything.
    boolean expire(Handle h, UUID account, Instant now) {
        Journal journal = Journal.expiry(account, now);
        all.stream()
                .filter(p -> p.endedBy(now))
                .forEach(p -> journal.move(p.id(), Book.AVAILABLE, Book.EXPIRED, p.available()));
        return !journal.empty() && journal.write(h);
    }

    /// Whether anything is to expire.
    boolean anyEnded(Instant now) {
        return all.stream().anyMatch(p -> p.available() > 0 && p.endedBy(now));
    }

    long available() {
        return all.stream().mapToLong(Pocket::available).sum();
    }

    long held() {
        return all.stream().mapToLong(Pocket::held).sum();
    }

    /// Moves that many available credits to another book, from the first pocket on.
    Journal take(Journal journal, Book to, long credits) {
        long left = credits;
        for (Pocket p : all) {
            long part = Math.min(left, p.available());
            journal.move(p.id(), Book.AVAILABLE, to, part);
            left -= part;
        }
        if (left > 0) {
            throw new IllegalStateException(left + " credits too few in pockets.");
        }
        return journal;
    }
}
