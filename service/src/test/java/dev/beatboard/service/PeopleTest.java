package dev.beatboard.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.account.Scope;
import dev.beatboard.service.account.SoftAuthenticator;
import dev.beatboard.service.api.TestClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Accounts, the people in them and their keys, over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {

    private Path folder = Path.of("");

    private Site site;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        site = new Site(folder.resolve("site"));
    }

    @AfterAll
    void stop() throws Exception {
        site.close();
    }

    private TestClient.Reply patch(String path, String json, String... headers) {
        return site.client.send("PATCH", path, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    @Test
    void signsUpByKeyAndTheKeyMayDoEverything() {
        TestClient.Reply up = site.client.post("/v1/sign-up/key", "{\"name\":\"Farm\"}");
        assertThat(up.status()).isEqualTo(201);
        assertThat(up.header("Cache-Control")).isEqualTo("no-store");
        String key = "Bearer " + up.json().path("key").path("secret").asString();
        TestClient.Reply account = site.client.get("/v1/account", "Authorization", key);
        assertThat(account.json().path("name").asString()).isEqualTo("Farm");
        assertThat(account.json().path("plan").asString()).isEqualTo("free");
        assertThat(account.json().path("you").path("scopes").size()).isEqualTo(Scope.values().length);
        TestClient.Reply changed =
                patch("/v1/account", "{\"name\":\"Farm 2\",\"time_zone\":\"Europe/Berlin\"}", "Authorization", key);
        assertThat(changed.json().path("time_zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(changed.json().path("name").asString()).isEqualTo("Farm 2");
        TestClient.Reply wrong = patch("/v1/account", "{\"time_zone\":\"berlin\"}", "Authorization", key);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("Did you mean Europe/Berlin?");
        assertThat(patch("/v1/account", "{}", "Authorization", key).status()).isEqualTo(400);
        assertThat(site.client
                        .post("/v1/account/close", "{\"confirm\":\"Farm\"}", "Authorization", key)
                        .status())
                .isEqualTo(400);
        assertThat(site.client
                        .post("/v1/account/close", "{\"confirm\":\"Farm 2\"}", "Authorization", key)
                        .status())
                .isEqualTo(204);
        assertThat(site.client.get("/v1/account", "Authorization", key).status())
                .isEqualTo(401);
    }

    @Test
    void aPersonSignsUpOutAndInByPassword() {
        Site.Tenant ada = site.tenant("Ada");
        TestClient.Reply account = site.client.get("/v1/account", ada.bySession());
        assertThat(account.json().path("you").path("role").asString()).isEqualTo("owner");
        assertThat(site.client.post("/v1/sign-out", "", "Cookie", ada.cookie()).code())
                .isEqualTo("cross_site");
        TestClient.Reply out = site.client.post("/v1/sign-out", "", ada.bySession());
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0", "HttpOnly", "SameSite=Lax");
        assertThat(site.client.get("/v1/account", ada.bySession()).status()).isEqualTo(401);
        String body = "{\"email\":\"" + ada.email() + "\",\"password\":\"%s\"}";
        assertThat(site.client
                        .post("/v1/sign-in/password", body.formatted("wrong horse battery"))
                        .status())
                .isEqualTo(401);
        TestClient.Reply in = site.client.post("/v1/sign-in/password", body.formatted(Site.PASSWORD));
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.text()).doesNotContain("token");
        String cookie = in.header("Set-Cookie").split(";", 2)[0];
        String[] again = {"Cookie", cookie, "Origin", Site.ORIGIN};
        assertThat(site.client.get("/v1/sessions", again).json().path("items").size())
                .isEqualTo(1);
        assertThat(site.client
                        .post("/v1/password", "{\"old\":\"no\",\"password\":\"other horse battery\"}", again)
                        .status())
                .isEqualTo(403);
        TestClient.Reply changed = site.client.post(
                "/v1/password", "{\"old\":\"" + Site.PASSWORD + "\",\"password\":\"other horse battery\"}", again);
        assertThat(changed.status()).as(changed.text()).isEqualTo(204);
        assertThat(site.client.get("/v1/sessions", again).status()).isEqualTo(401);
        assertThat(site.client
                        .post("/v1/sign-in/password", body.formatted("other horse battery"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPersonSignsUpAndInByPasskey() {
        SoftAuthenticator phone = new SoftAuthenticator(Site.ORIGIN);
        TestClient.Reply begun = site.client.post(
                "/v1/sign-up/passkey", "{\"organization\":\"Key\",\"name\":\"Bo\",\"email\":\"bo@example.org\"}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        String made = phone.create(begun.json().path("options").toString());
        TestClient.Reply up = site.client.post("/v1/sign-up/passkey/finish", answer(begun, made));
        assertThat(up.status()).as(up.text()).isEqualTo(201);
        TestClient.Reply in = site.client.post("/v1/sign-in/passkey", "");
        TestClient.Reply session = site.client.post(
                "/v1/sign-in/passkey/finish",
                answer(in, phone.get(in.json().path("options").toString())));
        assertThat(session.status()).as(session.text()).isEqualTo(200);
        String[] bo = {"Cookie", session.header("Set-Cookie").split(";", 2)[0], "Origin", Site.ORIGIN};
        String only = site.client
                .get("/v1/passkeys", bo)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(site.client.delete("/v1/passkeys/" + only, bo).status()).isEqualTo(409);
        SoftAuthenticator laptop = new SoftAuthenticator(Site.ORIGIN);
        TestClient.Reply more = site.client.post("/v1/passkeys", "", bo);
        TestClient.Reply added = site.client.post(
                "/v1/passkeys/finish",
                "{\"ceremony\":\"" + more.json().path("ceremony").asString() + "\",\"name\":\"Laptop\",\"answer\":"
                        + laptop.create(more.json().path("options").toString()) + "}",
                bo);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(site.client.delete("/v1/passkeys/" + only, bo).status()).isEqualTo(204);
        // An answer is good once.
        assertThat(site.client
                        .post("/v1/sign-up/passkey/finish", answer(begun, made))
                        .status())
                .isEqualTo(401);
    }

    private static String answer(TestClient.Reply begun, String answer) {
        return "{\"ceremony\":\"" + begun.json().path("ceremony").asString() + "\",\"answer\":" + answer + "}";
    }

    @Test
    void peopleAreAskedInGivenRolesAndLeave() {
        Site.Tenant ada = site.tenant("Studio");
        Site.Tenant guest = site.tenant("Guest");
        TestClient.Reply invited = site.client.post(
                "/v1/invitations", "{\"email\":\"" + guest.email() + "\",\"role\":\"viewer\"}", ada.byKey());
        assertThat(invited.status()).as(invited.text()).isEqualTo(201);
        String token = "{\"token\":\"" + invited.json().path("token").asString() + "\"}";
        TestClient.Reply look = site.client.post("/v1/invitations/look", token);
        assertThat(look.json().path("account").asString()).isEqualTo("Studio");
        assertThat(look.json().has("token")).isFalse();
        assertThat(site.client
                        .get("/v1/invitations", ada.byKey())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(site.client
                        .post("/v1/invitations/accept", token, guest.bySession())
                        .status())
                .isEqualTo(200);
        assertThat(site.client
                        .post("/v1/invitations/accept", token, guest.bySession())
                        .status())
                .isEqualTo(404);
        assertThat(site.client
                        .post("/v1/places/" + ada.account() + "/enter", "", guest.bySession())
                        .status())
                .isEqualTo(204);
        assertThat(site.client
                        .get("/v1/account", guest.bySession())
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo(ada.account().toString());
        assertThat(site.client
                        .post("/v1/keys", Site.key("k", Scope.ACCOUNT_READ), guest.bySession())
                        .status())
                .isEqualTo(403);
        assertThat(patch("/v1/members/" + guest.person(), "{\"role\":\"admin\"}", ada.bySession())
                        .status())
                .isEqualTo(204);
        assertThat(patch("/v1/members/" + ada.person(), "{\"role\":\"viewer\"}", guest.bySession())
                        .status())
                .isEqualTo(403);
        assertThat(patch("/v1/members/" + ada.person(), "{\"role\":\"king\"}", ada.bySession())
                        .status())
                .isEqualTo(400);
        assertThat(site.client
                        .delete("/v1/members/" + guest.person(), guest.bySession())
                        .status())
                .isEqualTo(204);
        assertThat(site.client
                        .delete("/v1/members/" + ada.person(), ada.bySession())
                        .status())
                .isEqualTo(409);
        TestClient.Reply events = site.client.get("/v1/audit-events?limit=3", ada.byKey());
        assertThat(events.json().path("items").path(0).path("action").asString())
                .isEqualTo("member.left");
        TestClient.Reply next = site.client.get(
                "/v1/audit-events?before=" + events.json().path("next").asString(), ada.byKey());
        assertThat(next.text()).contains("account.created", "\"actor\":\"operator:ada\"");
        assertThat(site.client.get("/v1/audit-events?before=x", ada.byKey()).status())
                .isEqualTo(400);
    }

    @Test
    void aKeyIsRotatedWithAnOverlapAndRevokedAtOnce() {
        Site.Tenant ada = site.tenant("Keys");
        TestClient.Reply made = site.client.post("/v1/keys", Site.key("farm", Scope.ACCOUNT_READ), ada.byKey());
        String[] old = {"Authorization", "Bearer " + made.json().path("secret").asString()};
        UUID id = Site.id(made.json(), "id");
        TestClient.Reply next =
                site.client.post("/v1/keys/" + id + "/rotate", "{\"overlap_seconds\":3600}", ada.byKey());
        assertThat(next.status()).as(next.text()).isEqualTo(201);
        String[] young = {
            "Authorization", "Bearer " + next.json().path("secret").asString()
        };
        assertThat(site.client.get("/v1/account", old).status()).isEqualTo(200);
        assertThat(site.client.get("/v1/account", young).status()).isEqualTo(200);
        assertThat(site.client.delete("/v1/keys/" + id, ada.byKey()).status()).isEqualTo(204);
        assertThat(site.client.get("/v1/account", old).status()).isEqualTo(401);
        TestClient.Reply list = site.client.get("/v1/keys", ada.byKey());
        assertThat(list.text()).contains("revoked").doesNotContain("secret");
        TestClient.Reply wrong = site.client.post("/v1/keys", """
                {"name":"x","scopes":["generations:reed"]}""", ada.byKey());
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("generations:read");
    }

    @Test
    void aFreePlanHasTwoKeysAndOnePerson() {
        TestClient.Reply up = site.client.post("/v1/sign-up/key", "{\"name\":\"Small\"}");
        String[] key = {
            "Authorization", "Bearer " + up.json().path("key").path("secret").asString()
        };
        assertThat(site.client
                        .post("/v1/keys", Site.key("2", Scope.AUDIT_READ), key)
                        .status())
                .isEqualTo(201);
        TestClient.Reply third = site.client.post("/v1/keys", Site.key("3", Scope.AUDIT_READ), key);
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.text()).contains("2 keys");
    }

    @Test
    void aClosedServerTakesNobodyButServesItsOwner() throws Exception {
        try (Site closed = new Site(folder.resolve("closed"), Map.of("BEATBOARD_ACCOUNTS_OPEN", "false"))) {
            for (String path : new String[] {"key", "password", "passkey", "passkey/finish"}) {
                TestClient.Reply no = closed.client.post("/v1/sign-up/" + path, "{\"name\":\"x\"}");
                assertThat(no.status()).isEqualTo(403);
                assertThat(no.text()).contains("accounts.open");
            }
            String[] owner = {
                "Authorization", "Bearer " + closed.service.firstKey().orElseThrow()
            };
            for (String path : new String[] {
                "account",
                "members",
                "invitations",
                "keys",
                "credits",
                "credits/ledger",
                "usage",
                "webhooks",
                "webhook-deliveries",
                "audit-events",
                "plans"
            }) {
                assertThat(closed.client.get("/v1/" + path, owner).status())
                        .as(path)
                        .isEqualTo(200);
            }
            TestClient.Reply invited =
                    closed.client.post("/v1/invitations", "{\"email\":\"co@example.org\",\"role\":\"member\"}", owner);
            String join = "{\"token\":\"%s\",\"name\":\"Co\",\"email\":\"co@example.org\",\"password\":\""
                    + Site.PASSWORD + "\"}";
            assertThat(closed.client
                            .post("/v1/sign-up/invitation", join.formatted("bi_" + "x".repeat(43)))
                            .status())
                    .isEqualTo(404);
            String token = invited.json().path("token").asString();
            TestClient.Reply joined = closed.client.post("/v1/sign-up/invitation", join.formatted(token));
            assertThat(joined.status()).as(joined.text()).isEqualTo(201);
            String[] co = {"Cookie", joined.header("Set-Cookie").split(";", 2)[0], "Origin", Site.ORIGIN};
            JsonNode you = closed.client.get("/v1/account", co).json();
            assertThat(you.path("name").asString()).isEqualTo("Owner");
            assertThat(you.path("you").path("role").asString()).isEqualTo("member");
            assertThat(closed.client.get("/v1/places", co).json().path("items").size())
                    .isEqualTo(1);
            assertThat(closed.client
                            .post("/v1/sign-up/invitation", join.formatted(token))
                            .status())
                    .isEqualTo(404);
            assertThat(JsonMapper.shared()
                            .readTree(closed.client.get("/v1/credits", owner).text())
                            .path("available")
                            .asLong())
                    .isEqualTo(1_000_000_000L);
        }
    }
}
