package dev.beatboard.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.account.LocalOwner;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Whoever runs the service on their own machine is in without signing in, and nobody else is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalOwnerTest {

    private Path folder = Path.of("");

    private Site site;

    private static Map<String, String> local(String... more) {
        Map<String, String> all =
                new HashMap<>(Map.of("BEATBOARD_ACCOUNTS_OPEN", "false", "BEATBOARD_HTTP_ORIGIN", ""));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        site = new Site(folder.resolve("site"), local());
    }

    @AfterAll
    void stop() throws Exception {
        site.close();
    }

    private String own() {
        return "http://127.0.0.1:" + site.service.port();
    }

    private TestClient.Reply enter(Site at, String... headers) {
        return at.client.send("POST", "/v1/sign-in/local", new byte[0], headers);
    }

    /// The status line and body of a request with headers that clients do not let one set.
    private String raw(String line, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), site.service.port())) {
            socket.setSoTimeout(5_000);
            String request = line + "\r\n" + String.join("\r\n", headers) + "\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] buffer = new byte[1 << 14];
            int n = socket.getInputStream().read(buffer);
            return new String(buffer, 0, Math.max(0, n), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theOwnersBrowserIsIn() {
        TestClient.Reply ways = site.client.get("/v1/sign-in");
        assertThat(ways.json().path("local").asBoolean()).isTrue();
        assertThat(ways.json().path("password").asBoolean()).isTrue();
        assertThat(ways.json().path("sign_up").asBoolean()).isFalse();
        TestClient.Reply in = enter(site, "Origin", own(), "Sec-Fetch-Site", "same-origin");
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        assertThat(in.text()).doesNotContain("token");
        assertThat(in.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
        String[] session = {"Cookie", in.header("Set-Cookie").split(";", 2)[0], "Origin", own()};
        TestClient.Reply account = site.client.get("/v1/account", session);
        assertThat(account.json().path("you").path("role").asString()).isEqualTo("owner");
        assertThat(account.json().path("you").path("scopes").size()).isEqualTo(Scope.values().length);
        // The key that the first start gave is of the same account.
        assertThat(site.client
                        .get(
                                "/v1/account",
                                "Authorization",
                                "Bearer " + site.service.firstKey().orElseThrow())
                        .json()
                        .path("id"))
                .isEqualTo(account.json().path("id"));
        assertThat(site.client
                        .post("/v1/projects", "{\"title\":\"Mine\",\"document\":{}}", session)
                        .status())
                .isEqualTo(201);
        // Another time it is the same person.
        TestClient.Reply again = enter(site, "Origin", own());
        assertThat(again.json().path("person_id")).isEqualTo(in.json().path("person_id"));
        assertThat(site.client.get("/v1/members", session).json().path("items").size())
                .isEqualTo(1);
        assertThat(site.client.get("/v1/audit-events", session).text()).contains("member.joined", "\"by\":\"local\"");
        // Whoever wants to come from elsewhere later gives themselves a password.
        TestClient.Reply set = site.client.post("/v1/password", "{\"password\":\"" + Site.PASSWORD + "\"}", session);
        assertThat(set.status()).as(set.text()).isEqualTo(204);
        assertThat(site.client
                        .post(
                                "/v1/sign-in/password",
                                "{\"email\":\"" + LocalOwner.EMAIL + "\",\"password\":\"" + Site.PASSWORD + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPageOfAnotherSiteIsRefused() throws Exception {
        for (String[] from : new String[][] {
            {},
            {"Origin", "https://evil.example"},
            {"Origin", own(), "Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        }) {
            assertThat(enter(site, from).code()).isEqualTo("cross_site");
        }
        // A name of theirs that leads here.
        String port = ":" + site.service.port();
        for (String host :
                new String[] {"evil.example" + port, "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example" + port}) {
            String answer = raw("POST /v1/sign-in/local HTTP/1.1", "Host: " + host, "Origin: http://" + host);
            assertThat(answer).as(host).startsWith("HTTP/1.1 403").contains("under another name");
        }
        assertThat(raw("GET /v1/sign-in HTTP/1.1", "Host: evil.example" + port)).contains("\"local\":false");
        assertThat(raw("POST /v1/sign-in/local HTTP/1.1", "Host: localhost" + port, "Origin: http://localhost" + port))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void whatComesThroughAProxyIsRefused() throws Exception {
        for (String header : new String[] {"X-Forwarded-For", "Forwarded", "Via"}) {
            assertThat(enter(site, "Origin", own(), header, "127.0.0.1").text())
                    .as(header)
                    .contains("through a proxy");
        }
        String host = "127.0.0.1:" + site.service.port();
        assertThat(raw("POST /v1/sign-in/local HTTP/1.0", "Host: " + host, "Origin: http://" + host))
                .contains(" 403 ", "through a proxy");
    }

    @Test
    void aServiceThatIsOpenToOthersAsksForAProof() throws Exception {
        int number = 0;
        for (Map<String, String> settings : java.util.List.of(
                local("BEATBOARD_ACCOUNTS_OPEN", "true"),
                local("BEATBOARD_HTTP_LOCAL_OWNER", "false"),
                local("BEATBOARD_HTTP_HOST", "0.0.0.0"),
                local("BEATBOARD_HTTP_ORIGIN", "https://beatboard.example"))) {
            try (Site open = new Site(folder.resolve("open" + number++), settings)) {
                assertThat(open.client.get("/v1/sign-in").json().path("local").asBoolean())
                        .isFalse();
                TestClient.Reply no = enter(open, "Origin", "http://127.0.0.1:" + open.service.port());
                assertThat(no.status()).isEqualTo(403);
                assertThat(no.text()).contains("http.local_owner");
            }
        }
    }
}
