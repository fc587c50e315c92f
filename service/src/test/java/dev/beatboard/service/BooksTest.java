package dev.beatboard.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.api.TestClient;
import dev.beatboard.service.credit.Holder;
import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.plan.Plans;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Plans, credits, usage and what operators do with them, over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BooksTest {

    private Site site;
    private Plans plans;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        site = new Site(folder);
        plans = Plans.load(Optional.empty());
    }

    @AfterAll
    void stop() throws Exception {
        site.close();
    }

    /// A generation that was completed, with what it cost.
    private UUID completed(Site.Tenant tenant, long price, long charged, String endUser, Instant finished) {
        UUID id = Ids.next(Instant.now());
        Ledger ledger = new Ledger();
        Holder holder = new Holder(tenant.account(), plans.plan("unlimited").orElseThrow(), ZoneOffset.UTC);
        site.database.system(h -> {
            ledger.hold(h, holder, id, price, Instant.now());
            ledger.settle(h, id, charged, Instant.now());
            return h.createUpdate("""
                            insert into generation (id, account_id, api_key_id, dialect, kind, type, model, request, source,
                              terms, title, state, lane, first_frame, last_frame, frames_done, frames_kept, price, charged,
                              end_user, created_at, finished_at)
                            values (:id, :account, :key, 'agents', 'video', 'video', 'm', '{}', '{}', '{}', 't', 'completed',
                              'fast', 0, 47, 48, 8, :price, :charged, :user, :finished, :finished)""")
                    .bind("id", id)
                    .bind("account", tenant.account())
                    .bind("key", tenant.keyId())
                    .bind("price", price)
                    .bind("charged", charged)
                    .bind("user", endUser.isEmpty() ? null : endUser)
                    .bind("finished", finished)
                    .execute();
        });
        return id;
    }

    @Test
    void plansAndPricesAreForEverybody() {
        JsonNode shown = site.client.get("/v1/plans").json();
        assertThat(shown.path("sign_up").asString()).isEqualTo("free");
        assertThat(shown.path("plans").size()).isEqualTo(4);
        JsonNode plus = shown.path("plans").path(2);
        assertThat(plus.path("id").asString()).isEqualTo("plus");
        assertThat(plus.path("prices").path("web").asDouble()).isEqualTo(29.99);
        assertThat(plus.path("prices").path("ios").asDouble()).isEqualTo(37.99);
        assertThat(plus.path("monthly_credits").asInt()).isEqualTo(10_000);
        assertThat(plus.path("resolutions").path(3).asString()).isEqualTo("1080p");
        assertThat(shown.path("prices").path("per_second").path("720p").asInt()).isEqualTo(20);
    }

    @Test
    void eachMovementOfAGenerationIsInTheLedgerAndUsageSumsIt() {
        Site.Tenant ada = site.tenant("Ledger");
        Instant now = Instant.now();
        UUID one = completed(ada, 100, 60, "u-1", now);
        completed(ada, 50, 50, "u-1", now);
        completed(ada, 30, 30, "", now);
        completed(ada, 20, 20, "u-2", now.minusSeconds(40L * 86_400));
        JsonNode credits = site.client.get("/v1/credits", ada.byKey()).json();
        assertThat(credits.path("available").asLong()).isEqualTo(10_000 - 160);
        assertThat(credits.path("held").asLong()).isZero();
        assertThat(credits.path("pockets").path(0).path("kind").asString()).isEqualTo("monthly");
        assertThat(credits.has("next_grant_at")).isTrue();
        long available = 0;
        int movements = 0;
        String cursor = "";
        boolean more = true;
        StringBuilder all = new StringBuilder();
        while (more) {
            JsonNode page = site.client
                    .get("/v1/credits/ledger?limit=4" + cursor, ada.byKey())
                    .json();
            for (JsonNode entry : page.path("items")) {
                available += entry.path("available").asLong();
                movements++;
                all.append(entry);
            }
            more = page.has("next");
            cursor = "&before=" + page.path("next").asString("");
        }
        assertThat(available).isEqualTo(10_000 - 160);
        // A grant; a hold and a settlement each; one gave something back.
        assertThat(movements).isEqualTo(1 + 4 * 2 + 1);
        assertThat(all).contains(one.toString(), "\"kind\":\"release\"");
        JsonNode usage = site.client
                .get("/v1/usage?group=user_id&from=" + now.minusSeconds(60), ada.byKey())
                .json();
        assertThat(usage.path("total").path("credits").asLong()).isEqualTo(140);
        assertThat(usage.path("total").path("frames").asLong()).isEqualTo(120);
        assertThat(usage.path("items").path(0).path("of").asString()).isEqualTo("u-1");
        assertThat(usage.path("items").path(0).path("credits").asLong()).isEqualTo(110);
        assertThat(usage.path("items").path(0).path("frames_kept").asLong()).isEqualTo(16);
        assertThat(usage.path("items").path(1).path("of").asString()).isEmpty();
        JsonNode whole = site.client
                .get("/v1/usage?group=day&from=2020-01-01", ada.byKey())
                .json();
        assertThat(whole.path("total").path("generations").asLong()).isEqualTo(4);
        assertThat(whole.path("items").size()).isEqualTo(2);
        assertThat(site.client
                        .get("/v1/usage?group=key&from=2020-01-01", ada.byKey())
                        .text())
                .contains(ada.keyId().toString());
        assertThat(site.client.get("/v1/usage?group=days", ada.byKey()).text()).contains("Did you mean day?");
        assertThat(site.client.get("/v1/usage?from=yesterday", ada.byKey()).status())
                .isEqualTo(400);
        assertThat(site.client
                        .get("/v1/usage?from=2026-02-01&to=2026-01-01", ada.byKey())
                        .status())
                .isEqualTo(400);
        assertThat(site.operator("GET", "/v1/operator/audit", "")
                        .json()
                        .path("clean")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anOperatorFindsAccountsAndBooksOnce() {
        Site.Tenant ada = site.tenant("Findable");
        JsonNode found = site.operator("GET", "/v1/operator/accounts?search=" + ada.email(), "")
                .json();
        assertThat(found.path("items").size()).isEqualTo(1);
        assertThat(site.operator("GET", "/v1/operator/accounts?search=%25_%25", "")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        String one = "/v1/operator/accounts/" + ada.account();
        String purchase = "{\"reference\":\"invoice 7\",\"credits\":500}";
        for (boolean repeated : new boolean[] {false, true}) {
            JsonNode booked =
                    site.operator("POST", one + "/purchases", purchase).json();
            assertThat(booked.path("repeated").asBoolean()).isEqualTo(repeated);
            assertThat(booked.path("credits").path("available").asLong()).isEqualTo(10_500);
        }
        TestClient.Reply much = site.operator(
                "POST", one + "/corrections", "{\"reference\":\"c1\",\"credits\":-20000,\"reason\":\"wrong\"}");
        assertThat(much.status()).isEqualTo(402);
        assertThat(site.operator(
                                "POST",
                                one + "/corrections",
                                "{\"reference\":\"c1\",\"credits\":-100,\"reason\":\"twice billed\"}")
                        .json()
                        .path("credits")
                        .path("available")
                        .asLong())
                .isEqualTo(10_400);
        for (String wrong : new String[] {
            "{\"reference\":\"c2\",\"credits\":0,\"reason\":\"r\"}",
            "{\"reference\":\"\",\"credits\":1,\"reason\":\"r\"}",
            "{\"reference\":\"c2\",\"credits\":9000000000000,\"reason\":\"r\"}",
            "{\"reference\":\"c2\",\"credits\":1}"
        }) {
            assertThat(site.operator("POST", one + "/corrections", wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(site.operator("POST", one + "/plan", "{\"plan\":\"gold\",\"store\":\"web\"}")
                        .text())
                .contains("There are: free");
        assertThat(site.operator("POST", one + "/close", "{\"reason\":\"fraud\"}")
                        .status())
                .isEqualTo(204);
        assertThat(site.client.get("/v1/account", ada.byKey()).status()).isEqualTo(401);
        assertThat(site.operator("POST", one + "/reopen", "{\"reason\":\"was not\"}")
                        .status())
                .isEqualTo(200);
        assertThat(site.client.get("/v1/account", ada.byKey()).status()).isEqualTo(200);
        assertThat(site.operator("POST", one + "/reopen", "{\"reason\":\"was not\"}")
                        .status())
                .isEqualTo(409);
        assertThat(site.operator("GET", one, "")
                        .json()
                        .path("credits")
                        .path("available")
                        .asLong())
                .isEqualTo(10_400);
        String trail =
                site.client.get("/v1/audit-events?limit=200", ada.byKey()).text();
        assertThat(trail)
                .contains(
                        "account.plan",
                        "credits.purchased",
                        "credits.corrected",
                        "twice billed",
                        "account.closed",
                        "fraud",
                        "account.reopened",
                        "account.looked")
                .contains("operator:ada");
        assertThat(trail.split("credits.purchased", -1)).hasSize(2);
    }

    @Test
    void theOperatorsTokenOpensNothingElse() {
        assertThat(site.operator("GET", "/v1/account", "").status()).isEqualTo(401);
        assertThat(site.client
                        .get("/v1/operator/accounts", "Authorization", "Bearer " + Site.OPERATOR + "x")
                        .status())
                .isEqualTo(401);
    }
}
