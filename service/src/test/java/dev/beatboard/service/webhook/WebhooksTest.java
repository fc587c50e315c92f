package dev.beatboard.service.webhook;

import static dev.beatboard.service.webhook.WebhookFixture.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.beatboard.service.fetch.FetchSettings;
import dev.beatboard.service.fetch.Fetcher;
import dev.beatboard.service.webhook.WebhookException.Reason;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebhooksTest {

    @Test
    void aSecretIsShownOnceAndReadByNobody() throws Exception {
        try (WebhookFixture f = new WebhookFixture()) {
            Webhook.Secret made = f.webhooks.create(f.mine, "https://example.com/hook", Set.of(DONE));
            assertThat(made.secret()).startsWith("whsec_");
            assertThat(Base64.getDecoder().decode(made.secret().substring(6))).hasSize(32);
            assertThat(made.toString()).doesNotContain(made.secret());
            assertThat(f.webhooks.list(f.mine)).singleElement().satisfies(w -> {
                assertThat(w.id()).isEqualTo(made.id());
                assertThat(w.events()).containsExactly(DONE);
                assertThat(w.toString()).doesNotContain("whsec_");
            });
            assertThatThrownBy(() -> f.database.tenant(
                            f.mine,
                            h -> h.createQuery("select secret from webhook")
                                    .mapTo(String.class)
                                    .list()))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void othersNeitherSeeNorChangeIt() throws Exception {
        try (WebhookFixture f = new WebhookFixture()) {
            UUID id = f.webhooks
                    .create(f.mine, "https://example.com/hook", Set.of("*"))
                    .id();
            assertThat(f.webhooks.list(f.other)).isEmpty();
            assertThat(f.webhooks.disable(f.other, id)).isFalse();
            assertThat(f.webhooks.delete(f.other, id)).isFalse();
            assertThat(f.webhooks.rotate(f.other, id)).isEmpty();
            assertThat(f.webhooks.disable(f.mine, id)).isTrue();
            assertThat(f.webhooks.list(f.mine).getFirst().disabledReason()).contains("by the account");
            assertThat(f.webhooks.enable(f.mine, id)).isTrue();
            assertThat(f.webhooks.list(f.mine).getFirst().disabledAt()).isEmpty();
            assertThat(f.webhooks.delete(f.mine, id)).isTrue();
            assertThat(f.webhooks.list(f.mine)).isEmpty();
            assertThat(f.webhooks.delete(f.mine, id)).isFalse();
        }
    }

    @Test
    void wrongInputIsNamed() {
        try (WebhookFixture f = new WebhookFixture();
                Fetcher strict = new Fetcher(FetchSettings.standard())) {
            Webhooks webhooks = new Webhooks(f.database, strict, Set.of(DONE), f.time::now);
            for (String url :
                    List.of("", "example.com", "ftp://example.com", "http://127.0.0.1/", "https://a:b@c.de/")) {
                assertThat(catchThrowableOfType(
                                        WebhookException.class, () -> webhooks.create(f.mine, url, Set.of(DONE)))
                                .reason())
                        .as(url)
                        .isEqualTo(Reason.INVALID_URL);
            }
            for (Set<String> events : List.of(Set.<String>of(), Set.of("generation.complete"))) {
                assertThat(catchThrowableOfType(
                                WebhookException.class, () -> webhooks.create(f.mine, "https://example.com/", events)))
                        .hasMessageContaining(DONE)
                        .extracting(WebhookException::reason)
                        .isEqualTo(Reason.UNKNOWN_EVENT);
            }
        }
    }

    @Test
    void thereAreTwentyAtMostHoweverManyAskAtOnce() throws Exception {
        try (WebhookFixture f = new WebhookFixture();
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                tries.add(threads.submit(() -> {
                    try {
                        f.webhooks.create(f.mine, "https://example.com/hook", Set.of(DONE));
                        return true;
                    } catch (WebhookException e) {
                        assertThat(e.reason()).isEqualTo(Reason.TOO_MANY);
                        return false;
                    }
                }));
            }
            int made = 0;
            for (Future<Boolean> each : tries) {
                made += each.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(20);
            assertThat(f.webhooks.list(f.mine)).hasSize(20);
        }
    }
}
