package dev.beatboard.service.credit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many holds and settlements a second there are, each committed to the disk. Runs with
/// `-Dbench=true -Dtest=LedgerBench`.
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "true")
class LedgerBench {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final int THREADS = 8;
    private static final long SECONDS = 8;

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void holdsAndSettles(int accounts) {
        try (Bookkeeping books = new Bookkeeping()) {
            List<Holder> holders = IntStream.range(0, accounts)
                    .mapToObj(i -> books.holder("owner", "UTC", NOW))
                    .toList();
            holders.forEach(h -> books.balance(h, NOW));
            AtomicLong done = new AtomicLong();
            run(books, holders, new AtomicLong(), System.nanoTime() + 3_000_000_000L);
            long begin = System.nanoTime();
            run(books, holders, done, begin + SECONDS * 1_000_000_000L);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.err.printf(
                    "%d accounts, %d threads: %.0f pairs of hold and settlement a second%n",
                    accounts, THREADS, done.get() / seconds);
            long audit = System.nanoTime();
            Report report = Audit.run(books.database);
            System.err.printf(
                    "audit of %,d postings: %.1f s%n",
                    report.totals().get("postings"), (System.nanoTime() - audit) / 1e9);
        }
    }

    private static void run(Bookkeeping books, List<Holder> holders, AtomicLong done, long until) {
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            for (int t = 0; t < THREADS; t++) {
                int first = t;
                pool.execute(() -> {
                    for (int i = first; System.nanoTime() < until; i += THREADS) {
                        UUID id = books.held(holders.get(i % holders.size()), 10, NOW);
                        books.settle(id, 7, NOW);
                        done.incrementAndGet();
                    }
                });
            }
        }
    }
}
