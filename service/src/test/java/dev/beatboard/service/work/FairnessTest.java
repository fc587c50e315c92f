package dev.beatboard.service.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.plan.Lane;
import dev.beatboard.service.work.Fairness.Account;
import dev.beatboard.service.work.Fairness.Choice;
import dev.beatboard.service.work.Fairness.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FairnessTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void oneChunkBehindAThousandOfAnotherGoesNext() {
        Account many = account(1, 0, waiting(1000, Lane.FAST, Duration.ofMinutes(5)));
        Account one = account(1, 0, waiting(1, Lane.FAST, Duration.ofSeconds(1)));
        List<Choice> chosen = Fairness.choose(List.of(many, one), 2, NOW);
        assertThat(chosen).extracting(Choice::waiting).contains(one.waiting().getFirst());
    }

    @Test
    void fastGoesBeforeRelaxedUntilThatHasWaitedLong() {
        Account fast = account(1, 0, waiting(10, Lane.FAST, Duration.ofSeconds(1)));
        Account relaxed = account(1, 0, waiting(1, Lane.RELAXED, Duration.ofMinutes(9)));
        assertThat(Fairness.choose(List.of(fast, relaxed), 10, NOW))
                .extracting(c -> c.waiting().lane())
                .containsOnly(Lane.FAST);
        Account aged = account(1, 0, waiting(1, Lane.RELAXED, Duration.ofMinutes(11)));
        List<Choice> chosen = Fairness.choose(List.of(fast, aged), 2, NOW);
        assertThat(chosen).extracting(c -> c.waiting().lane()).contains(Lane.RELAXED);
        assertThat(chosen).extracting(Choice::priority).containsOnly(Tasks.PRIORITY_FAST);
    }

    @Test
    void sharesFollowWeights() {
        Account heavy = account(8, 0, waiting(500, Lane.FAST, Duration.ofMinutes(1)));
        Account light = account(2, 0, waiting(500, Lane.FAST, Duration.ofMinutes(1)));
        Map<UUID, Integer> got = new HashMap<>();
        Set<UUID> heavyOnes = ids(heavy);
        for (Choice c : Fairness.choose(List.of(heavy, light), 100, NOW)) {
            boolean isHeavy = heavyOnes.contains(c.waiting().chunk().generation());
            got.merge(isHeavy ? heavy.id() : light.id(), 1, Integer::sum);
        }
        assertThat(got).containsEntry(heavy.id(), 80).containsEntry(light.id(), 20);
    }

    /// Whatever waits: as many as fit are chosen, none twice, an account's own order is kept, and
    /// nobody waits while another gets two more for its weight.
    @Test
    void holdsForAnyQueue() {
        long seed = 20261128;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Account> accounts = new ArrayList<>();
            int waiting = 0;
            for (int a = 0; a < 1 + random.nextInt(6); a++) {
                List<Waiting> own = new ArrayList<>(waiting(random.nextInt(20), Lane.FAST, Duration.ofMinutes(1)));
                own.addAll(waiting(random.nextInt(20), Lane.RELAXED, Duration.ofMinutes(random.nextInt(20))));
                waiting += own.size();
                accounts.add(account(1 + random.nextInt(8), random.nextInt(5), own));
            }
            int slots = random.nextInt(40);
            List<Choice> chosen = Fairness.choose(accounts, slots, NOW);
            assertThat(chosen).as("seed %d, round %d", seed, round).hasSize(Math.min(slots, waiting));
            assertThat(new HashSet<>(chosen)).hasSameSizeAs(chosen);
            for (Account a : accounts) {
                for (Lane lane : Lane.values()) {
                    List<Waiting> mine =
                            a.waiting().stream().filter(w -> w.lane() == lane).toList();
                    List<Waiting> got = chosen.stream()
                            .map(Choice::waiting)
                            .filter(mine::contains)
                            .toList();
                    assertThat(got).isEqualTo(mine.subList(0, got.size()));
                }
            }
        }
    }

    private static Account account(int weight, int underWay, List<Waiting> waiting) {
        return new Account(UUID.randomUUID(), weight, underWay, waiting);
    }

    private static List<Waiting> waiting(int count, Lane lane, Duration ago) {
        List<Waiting> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Waiting(new Tasks.ChunkId(UUID.randomUUID(), i), lane, NOW.minus(ago)));
        }
        return all;
    }

    private static Set<UUID> ids(Account a) {
        Set<UUID> ids = new HashSet<>();
        a.waiting().forEach(w -> ids.add(w.chunk().generation()));
        return ids;
    }
}
