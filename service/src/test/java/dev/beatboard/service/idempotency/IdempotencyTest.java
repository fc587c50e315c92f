package dev.beatboard.service.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.database.TestDatabase;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final Database database = TestDatabase.fresh();
    private final Idempotency idempotency = new Idempotency();

    @AfterAll
    void close() {
        database.close();
    }

    private UUID account() {
        UUID id = Ids.next(NOW);
        database.system(
                h -> h.createUpdate("insert into account (id, name, plan, created_at) values (?, 'a', 'free', ?)")
                        .bind(0, id)
                        .bind(1, NOW)
                        .execute());
        return id;
    }

    private static Repeat named(UUID account, String key, String body) {
        return Repeat.of(account, "key", Optional.of(key), Optional.empty(), "POST", "/x", body.getBytes())
                .orElseThrow();
    }

    private static Repeat sdk(UUID account, int attempt) {
        return Repeat.of(
                        account,
                        "key",
                        Optional.empty(),
                        Optional.of(Integer.toString(attempt)),
                        "POST",
                        "/x",
                        new byte[] {1})
                .orElseThrow();
    }

    /// Claims and completes in one transaction, as those do who order work.
    private String order(Repeat repeat, Instant now, String answer) {
        return database.system(h -> switch (idempotency.claim(h, repeat, now)) {
            case Claim.Done done -> done.body();
            case Claim.Fresh _ -> {
                idempotency.complete(h, repeat, 201, answer, Optional.empty());
                yield answer;
            }
        });
    }

    @Test
    void theSameKeyIsAnsweredTheSameForADay() {
        UUID account = account();
        assertThat(order(named(account, "k", "a"), NOW, "1")).isEqualTo("1");
        assertThat(order(named(account, "k", "a"), NOW.plus(Duration.ofHours(24)), "2"))
                .isEqualTo("1");
        assertThat(order(named(account(), "k", "a"), NOW, "3")).isEqualTo("3");
        assertThatThrownBy(() -> order(named(account, "k", "b"), NOW, "4"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo(Code.IDEMPOTENCY_MISMATCH));
        assertThat(order(named(account, "k", "b"), NOW.plus(Duration.ofHours(25)), "5"))
                .isEqualTo("5");
    }

    @Test
    void whatIsRolledBackWasNeverClaimed() {
        UUID account = account();
        Repeat repeat = named(account, "k", "a");
        assertThatThrownBy(() -> database.system(h -> {
                    idempotency.claim(h, repeat, NOW);
                    idempotency.complete(h, repeat, 201, "1", Optional.empty());
                    throw new IllegalStateException("no credits");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(order(repeat, NOW, "2")).isEqualTo("2");
    }

    @Test
    void oneOfManyAtOnceDoesIt() throws Exception {
        UUID account = account();
        AtomicInteger done = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                String mine = "answer " + i;
                answers.add(threads.submit(() -> {
                    start.await();
                    while (true) {
                        try {
                            return database.<String, RuntimeException>system(h -> {
                                if (idempotency.claim(h, named(account, "k", "a"), NOW) instanceof Claim.Done d) {
                                    return d.body();
                                }
                                done.incrementAndGet();
                                idempotency.complete(h, named(account, "k", "a"), 201, mine, Optional.empty());
                                return mine;
                            });
                        } catch (RefusedException e) {
                            assertThat(e.refusal().code()).isEqualTo(Code.IN_PROGRESS);
                            Thread.sleep(5);
                        }
                    }
                }));
            }
            start.countDown();
        }
        assertThat(done).hasValue(1);
        String only = answers.getFirst().get();
        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo(only);
        }
    }

    @Test
    void aCommittedClaimStandsForTwoMinutes() {
        UUID account = account();
        Repeat repeat = named(account, "k", "a");
        database.system(h -> idempotency.claim(h, repeat, NOW));
        assertThatThrownBy(() -> order(repeat, NOW.plusSeconds(60), "1"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().retryAfter()).contains(Duration.ofSeconds(1)));
        assertThat(order(repeat, NOW.plusSeconds(121), "2")).isEqualTo("2");
        database.system(h -> {
            idempotency.release(h, repeat);
            return true;
        });
        assertThat(order(repeat, NOW.plusSeconds(122), "3")).isEqualTo("2");
    }

    @Test
    void theVendorsRetriesAreFoldedAndNewOrdersAreNot() {
        UUID account = account();
        assertThat(order(sdk(account, 0), NOW, "1")).isEqualTo("1");
        assertThat(order(sdk(account, 1), NOW.plusSeconds(2), "x")).isEqualTo("1");
        assertThat(order(sdk(account, 2), NOW.plusSeconds(60), "x")).isEqualTo("1");
        assertThat(order(sdk(account, 0), NOW.plusSeconds(61), "2")).isEqualTo("2");
        assertThat(order(sdk(account, 1), NOW.plusSeconds(62), "x")).isEqualTo("2");
        assertThat(order(sdk(account, 1), NOW.plusSeconds(123), "3")).isEqualTo("3");
        assertThat(Repeat.of(account, "key", Optional.empty(), Optional.empty(), "POST", "/x", new byte[0]))
                .isEmpty();
    }

    @Test
    void aDayLaterAllIsForgotten() {
        UUID account = account();
        order(named(account, "k", "a"), NOW, "1");
        int swept = database.system(h -> idempotency.sweep(h, NOW.plus(Duration.ofHours(25))));
        assertThat(swept).isPositive();
        assertThat(order(named(account, "k", "b"), NOW, "2")).isEqualTo("2");
    }
}
