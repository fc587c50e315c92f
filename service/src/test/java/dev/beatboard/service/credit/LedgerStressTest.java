package dev.beatboard.service.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.database.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;

/// Many threads on few accounts, while their connections are cut at random.
class LedgerStressTest {

    private static final int THREADS = 7;
    private static final int OPERATIONS = 350;
    private static final Instant BEGIN = Instant.parse("2026-11-28T20:00:00Z");

    private record Job(UUID id, long price) {}

    private final AtomicLong clock = new AtomicLong(BEGIN.toEpochMilli());
    private final AtomicInteger retries = new AtomicInteger();
    private final AtomicInteger bought = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong spent = new AtomicLong();
    private final AtomicLong corrected = new AtomicLong();
    private final ConcurrentLinkedQueue<Job> open = new ConcurrentLinkedQueue<>();

    @Test
    void theBooksAreRightWhateverBreaks() throws Exception {
        long seed = Long.getLong("seed", 28_112_026);
        try (Bookkeeping books = new Bookkeeping()) {
            List<Holder> holders = List.of(
                    books.holder("free", "UTC", BEGIN),
                    books.holder("lite", "Pacific/Auckland", BEGIN),
                    books.holder("unlimited", "America/New_York", BEGIN));
            AtomicBoolean done = new AtomicBoolean();
            AtomicInteger kills = new AtomicInteger();
            try (ExecutorService pool = Executors.newFixedThreadPool(THREADS + 1)) {
                Future<Integer> killer = pool.submit(() -> kill(books, done, kills, new Random(seed)));
                List<Future<?>> all = new ArrayList<>();
                for (int t = 0; t < THREADS; t++) {
                    Random random = new Random(seed * 31 + t);
                    all.add(pool.submit(() -> {
                        for (int i = 0; i < OPERATIONS; i++) {
                            step(books, holders.get(random.nextInt(holders.size())), random);
                        }
                        return 0;
                    }));
                }
                try {
                    for (Future<?> f : all) {
                        f.get();
                    }
                } finally {
                    done.set(true);
                    killer.get();
                }
            }
            Report report = Audit.run(books.database);
            assertThat(report.findings()).as("seed %s: %s", seed, report.text()).isEmpty();
            long charged = books.<Long>system(h -> h.createQuery("select sum(charged) from generation")
                    .mapTo(long.class)
                    .one());
            long due = books.<Long>system(
                    h -> h.createQuery("select coalesce(sum(price), 0) from generation where state = 'queued'")
                            .mapTo(long.class)
                            .one());
            long sold = books.<Long>system(h -> h.createQuery(
                            "select -sum(amount) from posting o join journal j on j.id = o.journal_id where book = 'issued' and kind = 'purchase'")
                    .mapTo(long.class)
                    .one());
            long given = books.<Long>system(h -> h.createQuery(
                            "select -sum(amount) from posting o join journal j on j.id = o.journal_id where book = 'issued' and kind = 'correction'")
                    .mapTo(long.class)
                    .one());
            assertThat(report.totals()).containsEntry("spent", charged).containsEntry("held", due);
            assertThat(open.stream().mapToLong(Job::price).sum()).isEqualTo(due);
            assertThat(sold).isEqualTo(100L * bought.get());
            assertThat(given).isEqualTo(corrected.get());
            // Where the answer got lost nobody knows who was first, so only these are compared.
            assertThat(spent.get()).isLessThanOrEqualTo(charged);
            assertThat(kills.get()).isPositive();
            System.err.printf(
                    "%,d operations, %d connections cut, %d retries, %d refused; %s%n",
                    THREADS * OPERATIONS, kills.get(), retries.get(), refused.get(), report.totals());
        }
    }

    private void step(Bookkeeping books, Holder holder, Random random) throws Exception {
        Instant now = Instant.ofEpochMilli(clock.addAndGet(random.nextInt(240_000)));
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> {
                UUID id = Ids.next(now);
                long price = random.nextInt(120);
                try {
                    again(() -> books.system(h -> {
                        if (!books.ledger.hold(h, holder, id, price, now)) {
                            return false;
                        }
                        books.generation(h, id, holder.account(), "queued", price, 0, now);
                        return true;
                    }));
                    open.add(new Job(id, price));
                } catch (InsufficientCredits e) {
                    assertThat(e.available()).isLessThan(price);
                    refused.incrementAndGet();
                }
            }
            case 4, 5, 6 -> {
                Job job = open.poll();
                if (job != null) {
                    long part = random.nextLong(job.price() + 1);
                    // A worker that finishes, one that was thought dead, and a cancel at the same time.
                    List<Callable<Boolean>> finishes = new ArrayList<>(List.of(
                            () -> finish(books, job, Optional.of(part), now),
                            () -> finish(books, job, Optional.of(part), now),
                            () -> finish(books, job, Optional.empty(), now)));
                    java.util.Collections.shuffle(finishes, random);
                    if (random.nextBoolean()) {
                        int first = 0;
                        for (Callable<Boolean> f : finishes) {
                            first += again(f) ? 1 : 0;
                        }
                        assertThat(first).isLessThanOrEqualTo(1);
                    } else {
                        try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
                            int first = 0;
                            for (Future<Boolean> f : finishes.stream()
                                    .map(c -> two.submit(() -> again(c)))
                                    .toList()) {
                                first += f.get() ? 1 : 0;
                            }
                            assertThat(first).isLessThanOrEqualTo(1);
                        }
                    }
                }
            }
            case 7 -> again(() -> books.balance(holder, now.minus(Duration.ofHours(random.nextInt(2) * 30))));
            case 8 -> {
                String bill = "bill " + bought.incrementAndGet();
                again(() -> books.system(h ->
                        books.ledger.purchase(h, holder, bill, 100, Optional.of(now.plus(Duration.ofHours(5))), now)));
            }
            default -> {
                long credits = random.nextInt(41) - 20;
                String ticket = Ids.next(now).toString();
                if (credits == 0) {
                    again(() -> books.ledger.expireEnded(books.database, now, 10));
                } else {
                    try {
                        again(() -> books.system(h -> books.ledger.correct(h, holder, ticket, credits, "test", now)));
                        corrected.addAndGet(credits);
                    } catch (InsufficientCredits e) {
                        refused.incrementAndGet();
                    }
                }
            }
        }
    }

    private boolean finish(Bookkeeping books, Job job, Optional<Long> delivered, Instant now) {
        boolean first = books.system(h -> {
            boolean f = delivered.isPresent()
                    ? books.ledger.settle(h, job.id(), delivered.get(), now)
                    : books.ledger.release(h, job.id(), now);
            if (f) {
                h.createUpdate("update generation set state = ?, charged = ? where id = ?")
                        .bind(0, delivered.isPresent() ? "completed" : "cancelled")
                        .bind(1, delivered.orElse(0L))
                        .bind(2, job.id())
                        .execute();
            }
            return f;
        });
        if (first) {
            spent.addAndGet(delivered.orElse(0L));
        }
        return first;
    }

    /// Until it is answered, as every caller has to.
    private <T> T again(Callable<T> work) throws Exception {
        while (true) {
            try {
                return work.call();
            } catch (org.jdbi.v3.core.JdbiException e) {
                // Anything but a lost connection is a mistake of ours.
                String state = e.getCause() instanceof java.sql.SQLException s ? String.valueOf(s.getSQLState()) : "";
                boolean lost = state.startsWith("08") || state.startsWith("57P") || state.equals("null");
                if (!lost
                        && (e instanceof UnableToExecuteStatementException
                                || !(e.getCause() instanceof java.sql.SQLException))) {
                    throw e;
                }
                retries.incrementAndGet();
            }
        }
    }

    private static int kill(Bookkeeping books, AtomicBoolean done, AtomicInteger kills, Random random)
            throws InterruptedException {
        return books.database.<Integer, InterruptedException>read(h -> {
            while (!done.get()) {
                Thread.sleep(20 + random.nextInt(60));
                kills.addAndGet(h.createQuery("""
                                select pg_terminate_backend(pid) from pg_stat_activity
                                where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
                                order by random() limit 1""").mapTo(boolean.class).list().size());
            }
            return kills.get();
        });
    }
}
