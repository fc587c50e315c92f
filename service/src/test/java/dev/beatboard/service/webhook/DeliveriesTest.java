package dev.beatboard.service.webhook;

import static dev.beatboard.service.webhook.WebhookFixture.DONE;
import static dev.beatboard.service.webhook.WebhookFixture.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.beatboard.service.webhook.Receiver.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class DeliveriesTest {

    private static final String JSON = "{\"type\":\"generation.completed\",\"data\":{\"title\":\"Küche\"}}";

    private static Delivery only(WebhookFixture f) {
        List<Delivery> log = f.log(f.mine);
        assertThat(log).hasSize(1);
        return log.getFirst();
    }

    private static boolean verifies(String secret, Heard heard) {
        try {
            new com.standardwebhooks.Webhook(secret).verify(heard.body(), heard.headers());
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        } catch (com.standardwebhooks.exceptions.EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoAskedForAnEventIsToldWithASignatureThatTheLibraryVerifies() throws Exception {
        try (WebhookFixture f = new WebhookFixture();
                Receiver one = new Receiver();
                Receiver all = new Receiver();
                Receiver unasked = new Receiver();
                Receiver others = new Receiver()) {
            // The library compares the time with the real one.
            f.time.set(Instant.now());
            String secret = f.webhooks.create(f.mine, one.url(), Set.of(DONE)).secret();
            f.webhooks.create(f.mine, all.url(), Set.of("*"));
            f.webhooks.create(f.mine, unasked.url(), Set.of(FAILED));
            f.webhooks.create(f.other, others.url(), Set.of("*"));
            f.happens(f.mine, DONE, JSON);
            assertThat(f.log(f.mine)).hasSize(2).allMatch(d -> d.state() == Delivery.State.PENDING);
            f.queue.runAnyDueExecutions();
            assertThat(one.heard).hasSize(1);
            assertThat(all.heard).hasSize(1);
            assertThat(unasked.heard).isEmpty();
            assertThat(others.heard).isEmpty();
            Heard heard = one.heard.getFirst();
            assertThat(heard.body()).isEqualTo(JSON);
            assertThat(verifies(secret, heard)).isTrue();
            assertThat(verifies(secret, new Heard(heard.headers(), heard.body() + " ")))
                    .isFalse();
            assertThat(f.log(f.mine)).allMatch(d -> d.state() == Delivery.State.DELIVERED && d.attempts() == 1);
            assertThat(f.log(f.other)).isEmpty();
            assertThat(f.tasks()).isZero();
        }
    }

    @Test
    void forADayBothSecretsVerify() throws Exception {
        try (WebhookFixture f = new WebhookFixture();
                Receiver receiver = new Receiver()) {
            Webhook.Secret old = f.webhooks.create(f.mine, receiver.url(), Set.of(DONE));
            Webhook.Secret fresh = f.webhooks.rotate(f.mine, old.id()).orElseThrow();
            f.time.set(Instant.now());
            f.happens(f.mine, DONE, JSON);
            f.queue.runAnyDueExecutions();
            Heard heard = receiver.heard.getFirst();
            boolean overlap = Instant.now().isBefore(Instant.parse("2026-11-29T12:00:00Z"));
            assertThat(verifies(fresh.secret(), heard)).isTrue();
            assertThat(verifies(old.secret(), heard)).isEqualTo(overlap);
            Signature both =
                    new Signature("whsec_AAAA", Optional.of("whsec_BBBB"), Optional.of(Instant.EPOCH.plusSeconds(9)));
            assertThat(both.headers("m", Instant.EPOCH.plusSeconds(8), "x").get("webhook-signature"))
                    .contains(" v1,");
            assertThat(both.headers("m", Instant.EPOCH.plusSeconds(9), "x").get("webhook-signature"))
                    .doesNotContain(" ");
        }
    }

    @Test
    void nothingIsWrittenOrSentWithoutTheCommit() throws Exception {
        try (WebhookFixture f = new WebhookFixture();
                Receiver receiver = new Receiver()) {
            f.webhooks.create(f.mine, receiver.url(), Set.of(DONE));
            assertThatThrownBy(() -> f.database.system(h -> {
                        f.deliveries.enqueue(h, f.mine, DONE, JSON, f.time.now());
                        f.deliveries.enqueueCallback(h, f.mine, receiver.url(), JSON, f.time.now());
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            f.later(Duration.ofDays(1));
            assertThat(f.log(f.mine)).isEmpty();
            assertThat(f.tasks()).isZero();
            assertThat(receiver.heard).isEmpty();
        }
    }

    @Test
    void aReceiverThatWasDownGetsItLaterUnderTheSameId() throws Exception {
        try (WebhookFixture f = new WebhookFixture();
                Receiver receiver = new Receiver()) {
            f.webhooks.create(f.mine, receiver.url(), Set.of(DONE));
            receiver.answer = "500 Oops";
            f.happens(f.mine, DONE, JSON);
            f.queue.runAnyDueExecutions();
            Delivery failed = only(f);
            assertThat(failed.state()).isEqualTo(Delivery.State.PENDING);
            assertThat(failed.lastStatus()).contains(500);
            assertThat(failed.nextAt()).contains(f.time.now().plusSeconds(5));
            assertThat(f.webhooks.list(f.mine).getFirst().failingSince()).contains(f.time.now());
            f.later(Duration.ofSeconds(4));
            assertThat(receiver.heard).hasSize(1);
            receiver.answer = "200 OK";
            f.later(Duration.ofSeconds(1));
            assertThat(receiver.heard).hasSize(2);
            assertThat(only(f).state()).isEqualTo(Delivery.State.DELIVERED);
            assertThat(only(f).attempts()).isEqualTo(2);
            assertThat(receiver.heard.get(0).headers().get("webhook-id"))
                    .isEqualTo(receiver.heard.get(1).headers().get("webhook-id"));
            assertThat(f.webhooks.list(f.mine).getFirst().failingSince()).isEmpty();
            f.later(Duration.ofDays(3));
            assertThat(receiver.heard).hasSize(2);
        }
    }

    @Test
    void itIsGivenUpAfterADayAndAThirdAndSentAgainOnCommand() throws Exception {
        try (WebhookFixture f = new WebhookFixture();
                Receiver receiver = new Receiver()) {
            f.webhooks.create(f.mine, receiver.url(), Set.of(DONE));
            receiver.answer = "503 Busy";
            f.happens(f.mine, DONE, JSON);
            Instant start = f.time.now();
            List<Duration> waits = new ArrayList<>();
            f.queue.runAnyDueExecutions();
            while (only(f).state() == Delivery.State.PENDING) {
                Duration wait = Duration.between(f.time.now(), only(f).nextAt().orElseThrow());
                waits.add(wait);
                f.later(wait);
            }
            assertThat(waits)
                    .containsExactly(
                            Duration.ofSeconds(5),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(30),
                            Duration.ofHours(2),
                            Duration.ofHours(5),
                            Duration.ofHours(10),
                            Duration.ofHours(14));
            assertThat(Duration.between(start, f.time.now())).isBetween(Duration.ofHours(31), Duration.ofHours(32));
            assertThat(receiver.heard).hasSize(8);
            assertThat(only(f).state()).isEqualTo(Delivery.State.FAILED);
            assertThat(f.tasks()).isZero();
            UUID id = only(f).id();
            assertThat(f.deliveries.redeliver(f.other, id)).isFalse();
            receiver.answer = "200 OK";
            assertThat(f.deliveries.redeliver(f.mine, id)).isTrue();
            assertThat(f.deliveries.redeliver(f.mine, id)).isFalse();
            f.queue.runAnyDueExecutions();
            assertThat(only(f).state()).isEqualTo(Delivery.State.DELIVERED);
            assertThat(receiver.heard).hasSize(9);
        }
    }

    @Test
    void redirectsHangsAndHangUpsAreFailures() throws Exception {
        try (WebhookFixture f = new WebhookFixture();
                Receiver redirecting = new Receiver();
                Receiver hanging = new Receiver();
                Receiver inside = new Receiver()) {
            redirecting.answer = "302 Found\r\nLocation: " + inside.url();
            hanging.answer = "";
            f.webhooks.create(f.mine, redirecting.url(), Set.of(DONE));
            f.webhooks.create(f.mine, hanging.url(), Set.of(DONE));
            f.webhooks.create(f.mine, "http://127.0.0.1:1/", Set.of(DONE));
            f.happens(f.mine, DONE, JSON);
            f.queue.runAnyDueExecutions();
            assertThat(f.log(f.mine)).hasSize(3).allSatisfy(d -> {
                assertThat(d.state()).isEqualTo(Delivery.State.PENDING);
                assertThat(d.attempts()).isEqualTo(1);
                assertThat(d.lastError()).isPresent();
            });
            assertThat(inside.heard).isEmpty();
        }
    }

    @Test
    void anAddressThatIsGoneOrFailsForDaysIsDisabledAndSaidSo() throws Exception {
        try (WebhookFixture f = new WebhookFixture();
                Receiver gone = new Receiver();
                Receiver broken = new Receiver()) {
            gone.answer = "410 Gone";
            broken.answer = "500 Oops";
            f.webhooks.create(f.mine, gone.url(), Set.of(DONE));
            f.time.tick(Duration.ofSeconds(1));
            f.webhooks.create(f.mine, broken.url(), Set.of(DONE));
            f.happens(f.mine, DONE, JSON);
            f.queue.runAnyDueExecutions();
            assertThat(f.webhooks.list(f.mine).get(0).disabledReason().orElse(""))
                    .contains("410");
            f.later(Duration.ofDays(6));
            assertThat(f.webhooks.list(f.mine).get(1).disabledReason().orElse(""))
                    .contains("5 days");
            f.later(Duration.ofDays(1));
            int before = broken.heard.size();
            f.happens(f.mine, DONE, JSON);
            f.later(Duration.ofDays(1));
            assertThat(broken.heard).hasSize(before);
            assertThat(f.log(f.mine)).hasSize(2).allMatch(d -> d.state() == Delivery.State.FAILED);
            assertThat(f.tasks()).isZero();
        }
    }

    @Test
    void aCallbackIsUnsignedAndTriedFourTimesWithinSeconds() throws Exception {
        try (WebhookFixture f = new WebhookFixture();
                Receiver receiver = new Receiver()) {
            receiver.answer = "500 Oops";
            f.callBack(f.mine, receiver.url(), JSON);
            long start = System.nanoTime();
            f.queue.runAnyDueExecutions();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
            assertThat(receiver.heard).hasSize(4).allSatisfy(h -> {
                assertThat(h.body()).isEqualTo(JSON);
                assertThat(h.headers()).doesNotContainKeys("webhook-id", "webhook-signature");
            });
            assertThat(only(f).state()).isEqualTo(Delivery.State.FAILED);
            assertThat(only(f).attempts()).isEqualTo(4);
            receiver.answer = "200 OK";
            f.time.tick(Duration.ofSeconds(1));
            f.callBack(f.mine, receiver.url(), JSON);
            f.queue.runAnyDueExecutions();
            assertThat(receiver.heard).hasSize(5);
            assertThat(f.log(f.mine).getFirst().state()).isEqualTo(Delivery.State.DELIVERED);
            assertThat(f.log(f.mine).getFirst().webhook()).isEmpty();
        }
    }

    @Test
    void theLogIsReadInPagesAndForgotten() throws Exception {
        try (WebhookFixture f = new WebhookFixture();
                Receiver receiver = new Receiver()) {
            for (int i = 0; i < 5; i++) {
                f.callBack(f.mine, receiver.url(), JSON);
                f.later(Duration.ofSeconds(1));
            }
            List<Delivery> first = f.deliveries.log(f.mine, Optional.empty(), 3);
            List<Delivery> second =
                    f.deliveries.log(f.mine, Optional.of(first.getLast().id()), 3);
            assertThat(first).hasSize(3);
            assertThat(second).hasSize(2);
            assertThat(first.getFirst().createdAt()).isAfter(second.getLast().createdAt());
            assertThat(f.deliveries.forget(f.time.now().minusSeconds(2))).isEqualTo(2);
            assertThat(f.log(f.mine)).hasSize(3);
        }
    }

    @Test
    void twoSchedulersSendManyMessagesAndLoseNone() throws Exception {
        try (WebhookFixture f = new WebhookFixture();
                Receiver receiver = new Receiver()) {
            f.time.set(Instant.now());
            f.webhooks.create(f.mine, receiver.url(), Set.of("*"));
            List<Scheduler> schedulers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Deliveries deliveries = new Deliveries(f.database, f.fetcher, Instant::now);
                Scheduler scheduler = Scheduler.create(f.database.source(), deliveries.task())
                        .threads(3)
                        .pollUsingLockAndFetch(0.5, 1.0)
                        .enablePriority()
                        .pollingInterval(Duration.ofMillis(50))
                        .build();
                scheduler.start();
                schedulers.add(scheduler);
            }
            try {
                for (int i = 0; i < 200; i++) {
                    f.happens(f.mine, DONE, "{\"number\":" + i + "}");
                }
                long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
                while (f.tasks() > 0 && System.nanoTime() < end) {
                    Thread.sleep(50);
                }
            } finally {
                schedulers.forEach(Scheduler::stop);
            }
            Set<String> bodies = new HashSet<>();
            receiver.heard.forEach(h -> bodies.add(h.body()));
            assertThat(bodies).hasSize(200);
            assertThat(f.log(f.mine)).hasSize(200).allMatch(d -> d.state() == Delivery.State.DELIVERED);
        }
    }
}
