package dev.beatboard.service.credit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// A movement that is being put together, then written as a whole.
final class Journal {

    private record Line(long pocket, Book book, long amount) {}

    private final UUID account;
    private final Movement movement;
    private final Instant at;
    private final Optional<UUID> generation;
    private final Optional<String> reference;
    private final String note;
    private final List<Line> lines = new ArrayList<>();

    private Journal(
            UUID account,
            Movement movement,
            Instant at,
            Optional<UUID> generation,
            Optional<String> reference,
            String note) {
        this.account = account;
        this.movement = movement;
        this.at = at;
        this.generation = generation;
        this.reference = reference;
        this.note = note;
    }

    static Journal of(UUID account, Movement movement, UUID generation, Instant at) {
        return new Journal(account, movement, at, Optional.of(generation), Optional.empty(), "");
    }

    static Journal of(UUID account, Movement movement, String reference, String note, Instant at) {
        return new Journal(account, movement, at, Optional.empty(), Optional.of(reference), note);
    }

    static Journal expiry(UUID account, Instant at) {
        return new Journal(account, Movement.EXPIRE, at, Optional.empty(), Optional.empty(), "");
    }

    /// Moves an amount of at least 0 from one book to another.
    Journal move(long pocket, Book from, Book to, long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("Credits are moved forward: " + amount);
        }
        if (amount > 0) {
            lines.add(new Line(pocket, from, -amount));
            lines.add(new Line(pocket, to, amount));
        }
        return this;
    }

    boolean empty() {
        return lines.isEmpty();
    }

    /// False if a journal of that kind is there already for that generation or reference; nothing is written then.
    boolean write(Handle h) {
        return h.createQuery("""
                        with j as (
                          insert into journal (account_id, kind, generation_id, reference, note, at)
                          values (:account, :kind, :generation, :reference, :note, :at)
                          on conflict do nothing returning id),
                        p as (
                          insert into posting (journal_id, pocket_id, account_id, book, amount)
                          select j.id, l.pocket, :account, l.book, l.amount from j cross join
                            unnest(cast(:pockets as bigint[]), cast(:books as text[]), cast(:amounts as bigint[]))
                              as l (pocket, book, amount))
                        select count(*) from j""")
                        .bind("account", account)
                        .bind("kind", movement.label())
                        .bind("generation", generation)
                        .bind("reference", reference)
                        .bind("note", note)
                        .bind("at", at)
                        .bindArray(
                                "pockets",
                                Long.class,
                                lines.stream().map(Line::pocket).toList())
                        .bindArray(
                                "books",
                                String.class,
                                lines.stream().map(l -> l.book().label()).toList())
                        .bindArray(
                                "amounts",
                                Long.class,
                                lines.stream().map(Line::amount).toList())
                        .mapTo(int.class)
                        .one()
                == 1;
    }
}
