package dev.beatboard.service.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.database.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ledger against a model of a few lines that knows no database.
class LedgerModelTest {

    private static final class Pocket {
        final Optional<Instant> ends;
        long available;

        Pocket(Optional<Instant> ends, long available) {
            this.ends = ends;
            this.available = available;
        }

        boolean open(Instant now) {
            return ends.isEmpty() || ends.get().isAfter(now);
        }
    }

    /// A free account in UTC.
    private static final class Model {
        private static final Comparator<Pocket> ORDER =
                Comparator.comparing(p -> p.ends.orElse(Instant.parse("9999-01-01T00:00:00Z")));

        final List<Pocket> pockets = new ArrayList<>();
        final Map<UUID, List<Map.Entry<Pocket, Long>>> holds = new HashMap<>();
        Optional<LocalDate> day = Optional.empty();
        long spent;

        void look(Instant now) {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            if (day.isEmpty() || day.get().isBefore(today)) {
                day = Optional.of(today);
                pockets.add(new Pocket(
                        Optional.of(
                                today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
                        250));
            }
            pockets.stream().filter(p -> !p.open(now)).forEach(p -> p.available = 0);
            pockets.sort(ORDER);
        }

        long available() {
            return pockets.stream().mapToLong(p -> p.available).sum();
        }

        boolean hold(UUID generation, long credits) {
            if (credits > available()) {
                return false;
            }
            long left = credits;
            List<Map.Entry<Pocket, Long>> taken = new ArrayList<>();
            for (Pocket p : pockets) {
                long part = Math.min(left, p.available);
                p.available -= part;
                left -= part;
                taken.add(Map.entry(p, part));
            }
            holds.put(generation, taken);
            return true;
        }

        void close(UUID generation, long credits, Instant now) {
            long left = credits;
            for (Map.Entry<Pocket, Long> e : Objects.requireNonNull(holds.remove(generation))) {
                long used = Math.min(left, e.getValue());
                left -= used;
                spent += used;
                e.getKey().available += e.getKey().open(now) ? e.getValue() - used : 0;
            }
        }

        long held() {
            return holds.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 28_112_026})
    void agreesWithAModel(long seed) {
        Random random = new Random(seed);
        try (Bookkeeping books = new Bookkeeping()) {
            Instant now = Instant.parse("2026-11-28T00:00:00Z");
            Holder holder = books.holder("free", "UTC", now);
            Model model = new Model();
            Map<UUID, Long> open = new HashMap<>();
            for (int i = 0; i < 700; i++) {
                Instant t = now.plus(Duration.ofMinutes(random.nextInt(120)));
                now = t;
                model.look(t);
                switch (random.nextInt(6)) {
                    case 0, 1 -> {
                        UUID id = Ids.next(t);
                        long credits = random.nextInt(200);
                        boolean held;
                        try {
                            held = books.hold(holder, id, credits, t);
                        } catch (InsufficientCredits e) {
                            held = false;
                        }
                        assertThat(held).as("seed %s, step %s", seed, i).isEqualTo(model.hold(id, credits));
                        if (held) {
                            open.put(id, credits);
                        }
                    }
                    case 2, 3 ->
                        open.keySet().stream().findFirst().ifPresent(id -> {
                            long credits = random.nextLong(Objects.requireNonNull(open.remove(id)) + 1);
                            boolean all = random.nextBoolean();
                            assertThat(all ? books.release(id, t) : books.settle(id, credits, t))
                                    .isTrue();
                            assertThat(random.nextBoolean() ? books.release(id, t) : books.settle(id, credits, t))
                                    .isFalse();
                            model.close(id, all ? 0 : credits, t);
                        });
                    case 4 -> {
                        Optional<Instant> ends = random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(t.plus(Duration.ofMinutes(1 + random.nextInt(4000))));
                        String bill = "bill " + i;
                        books.system(h -> books.ledger.purchase(h, holder, bill, 30, ends, t));
                        model.pockets.add(new Pocket(ends, 30));
                        model.look(t);
                    }
                    default -> {
                        Balance b = books.balance(holder, t);
                        assertThat(b.available())
                                .as("seed %s, step %s", seed, i)
                                .isEqualTo(model.available());
                        assertThat(b.held()).as("seed %s, step %s", seed, i).isEqualTo(model.held());
                    }
                }
            }
            books.balance(holder, now);
            Report report = Audit.run(books.database);
            assertThat(report.totals())
                    .containsEntry("spent", model.spent)
                    .containsEntry("held", model.held())
                    .containsEntry("available", model.available());
            assertThat(report.findings()).extracting(Finding::check).containsOnly("generation");
        }
    }

    @Test
    void partOfAMonthIsExact() {
        assertThat(Wallet.part(6800, Duration.ofDays(10), Duration.ofDays(30))).isEqualTo(2266);
        assertThat(Wallet.part(6800, Duration.ofDays(30), Duration.ofDays(30))).isEqualTo(6800);
        assertThat(Wallet.part(6800, Duration.ZERO, Duration.ofDays(30))).isZero();
        assertThat(Wallet.part(Ledger.MOST, Duration.ofDays(31).minusMillis(1), Duration.ofDays(31)))
                .isEqualTo(999_999_999_626L);
    }
}
