package dev.beatboard.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import dev.beatboard.service.api.TestClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Webhooks over HTTP, to a real receiver that verifies what it gets with the scheme's own library.
class WebhookRoutesTest {

    @TempDir
    private Path folder = Path.of("");

    private record Message(Map<String, List<String>> headers, String body) {}

    @Test
    void aTestMessageArrivesSignedAndIsInTheLogAndGoesAgain() throws Exception {
        BlockingQueue<Message> taken = new LinkedBlockingQueue<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            taken.add(new Message(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try (Site site = new Site(folder, Map.of("BEATBOARD_FETCHING_HOSTS", "127.0.0.1"))) {
            Site.Tenant ada = site.tenant("Hooks");
            assertThat(site.client.get("/v1/webhooks/events", ada.byKey()).text())
                    .contains("generation.completed");
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
            TestClient.Reply made = site.client.post(
                    "/v1/webhooks", "{\"url\":\"" + url + "\",\"events\":[\"generation.failed\"]}", ada.byKey());
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            String secret = made.json().path("secret").asString();
            String hook = "/v1/webhooks/" + Site.id(made.json(), "id");
            assertThat(site.client.get("/v1/webhooks", ada.byKey()).text())
                    .contains(url)
                    .doesNotContain(secret);
            TestClient.Reply sent = site.client.post(hook + "/test", "", ada.byKey());
            assertThat(sent.status()).isEqualTo(202);
            Message first = taken.poll(20, TimeUnit.SECONDS);
            verify(secret, first);
            assertThat(first.body()).contains("webhook.test");
            String delivery = sent.json().path("delivery_id").asString();
            JsonNode entry = delivered(site, ada);
            assertThat(entry.path("id").asString()).isEqualTo(delivery);
            assertThat(entry.path("last_status").asInt()).isEqualTo(204);
            String next = site.client
                    .post(hook + "/rotate", "", ada.byKey())
                    .json()
                    .path("secret")
                    .asString();
            assertThat(next).isNotEqualTo(secret);
            assertThat(site.client
                            .post("/v1/webhook-deliveries/" + delivery + "/redeliver", "", ada.byKey())
                            .status())
                    .isEqualTo(202);
            Message again = taken.poll(20, TimeUnit.SECONDS);
            verify(secret, again);
            verify(next, again);
            assertThat(site.client.post(hook + "/disable", "", ada.byKey()).status())
                    .isEqualTo(204);
            assertThat(site.client.post(hook + "/test", "", ada.byKey()).status())
                    .isEqualTo(409);
            assertThat(site.client.post(hook + "/enable", "", ada.byKey()).status())
                    .isEqualTo(204);
            assertThat(site.client.delete(hook, ada.byKey()).status()).isEqualTo(204);
            assertThat(site.client.delete(hook, ada.byKey()).status()).isEqualTo(404);
            assertThat(site.client.get("/v1/audit-events", ada.byKey()).text())
                    .contains(
                            "webhook.created",
                            "webhook.rotated",
                            "webhook.disabled",
                            "webhook.enabled",
                            "webhook.deleted")
                    .doesNotContain("whsec_");
            for (String wrong : new String[] {
                "{\"url\":\"http://10.0.0.1/\"}",
                "{\"url\":\"ftp://example.com/\"}",
                "{\"url\":\"" + url + "\",\"events\":[\"generation.done\"]}",
                "{\"url\":\"" + url + "\",\"events\":[]}"
            }) {
                assertThat(site.client.post("/v1/webhooks", wrong, ada.byKey()).status())
                        .as(wrong)
                        .isEqualTo(400);
            }
        } finally {
            receiver.stop(0);
        }
    }

    private static JsonNode delivered(Site site, Site.Tenant tenant) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            JsonNode entry = site.client
                    .get("/v1/webhook-deliveries", tenant.byKey())
                    .json()
                    .path("items")
                    .path(0);
            if (entry.path("state").asString("").equals("delivered")) {
                return entry;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Not delivered.");
    }

    private static void verify(String secret, Message message) throws Exception {
        new Webhook(secret).verify(message.body(), HttpHeaders.of(message.headers(), (_, _) -> true));
    }
}
