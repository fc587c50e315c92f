package dev.beatboard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.api.docs.Description;
import dev.beatboard.service.api.docs.DocsRoutes;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerTest {

    private final Database database = TestDatabase.fresh();
    private TestServer test;

    @BeforeAll
    void start() {
        test = new TestServer(database);
    }

    @AfterAll
    void stop() {
        test.close();
        database.close();
    }

    @Test
    void saysThatItIsWell() {
        TestClient.Reply reply = test.client.get("/health");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("status").asString()).isEqualTo("ok");
        assertThat(test.client
                        .get("/ready")
                        .json()
                        .path("checks")
                        .path("database")
                        .asString())
                .isEqualTo("ok");
    }

    @Test
    void countsRequestsByRouteAndStatus() {
        test.client.get("/health");
        test.client.get("/docs/nowhere");
        String metrics = test.client.get("/metrics").text();
        assertThat(metrics)
                .contains("beatboard_http_requests_seconds_count{method=\"GET\",route=\"/health\",status=\"200\"}")
                .contains("route=\"/docs/{page}\",status=\"404\"")
                .contains("beatboard_http_requests_seconds_bucket")
                .contains("beatboard_pool_active")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void metricsThroughAProxyAreRefused() {
        assertThat(test.client.get("/metrics", "X-Forwarded-For", "127.0.0.1").code())
                .isEqualTo("forbidden");
    }

    @Test
    void pagesNeedNoScriptAndNothingFromElsewhere() {
        for (String page : test.client.get("/docs").text().split("href=\"")) {
            String link = page.split("\"", 2)[0];
            if (!link.startsWith("/docs")) {
                continue;
            }
            TestClient.Reply reply = test.client.get(link.split("#", 2)[0]);
            assertThat(reply.status()).as(link).isEqualTo(200);
            if (reply.header("Content-Type").startsWith("text/html")) {
                assertThat(reply.text())
                        .doesNotContain("<script")
                        .doesNotContain("style=")
                        .doesNotContain("src=");
                assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
                if (link.contains("#")) {
                    assertThat(reply.text()).contains("id=\"" + link.split("#", 2)[1] + "\"");
                }
            }
        }
        assertThat(test.client.get("/docs/errors").text()).contains("id=\"rate_limited\"");
        assertThat(test.client.get("/openapi.json").json().path("openapi").asString())
                .isEqualTo("3.1.0");
        assertThat(test.client.get("/openapi.yaml").text()).startsWith("openapi: 3.1.0");
    }

    @Test
    void unknownAddressesAreNotFoundAndOtherMethodsAreNamed() {
        assertThat(test.client.get("/nowhere").code()).isEqualTo("not_found");
        assertThat(test.client.get("/nowhere").header("Content-Type")).isEqualTo("application/problem+json");
        TestClient.Reply old = test.client.get("/dream-machine/v1/nowhere");
        assertThat(old.status()).isEqualTo(404);
        assertThat(old.json().path("detail").asString()).contains("no address");
        TestClient.Reply wrong = test.client.post("/health", "{}");
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        TestClient.Reply options = test.client.send("OPTIONS", "/health", new byte[0]);
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        TestClient.Reply strange = test.client.send("BREW", "/health", new byte[0]);
        assertThat(strange.status()).isEqualTo(405);
        TestClient.Reply head = test.client.send("HEAD", "/health", new byte[0]);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isNotEqualTo("0").isNotEmpty();
        assertThat(head.text()).isEmpty();
    }

    @Test
    void saneNumbersOfRequestsAreEchoedAndOthersReplaced() {
        assertThat(test.client.get("/health", "X-Request-Id", "mine-1").header("X-Request-Id"))
                .isEqualTo("mine-1");
        assertThat(test.client.get("/health", "X-Request-Id", "a b<script>").header("X-Request-Id"))
                .startsWith("req_");
        assertThat(test.client.get("/health").header("X-API-Version")).isEqualTo("2026-04-01");
    }

    @Test
    void docsRoutesAreRoutes() {
        assertThat(new DocsRoutes(Description.load()).routes()).hasSize(5);
    }
}
