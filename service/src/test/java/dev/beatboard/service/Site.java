package dev.beatboard.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.Library;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.TestClient;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A whole service for tests, open for sign-up, with an operator and no workers, over a database of
/// its own. What clients do goes over HTTP and is held against the description.
final class Site implements AutoCloseable {

    static final String OPERATOR = "of-the-operator-0123456789-abcdef";
    static final String ORIGIN = "http://localhost:8080";
    static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger COUNT = new AtomicInteger();

    final Service service;
    final Database database;
    final TestClient client;
    private final Database.Place place;

    Site(Path folder) throws Exception {
        this(folder, Map.of());
    }

    /// @param more settings, as of the environment
    Site(Path folder, Map<String, String> more) throws Exception {
        place = TestDatabase.place();
        Map<String, String> environment = new HashMap<>(Map.of(
                "BEATBOARD_DATABASE_URL",
                place.url(),
                "BEATBOARD_DATABASE_USER",
                place.user(),
                "BEATBOARD_DATABASE_PASSWORD",
                place.password(),
                "BEATBOARD_DATABASE_CONNECTIONS",
                "8",
                "BEATBOARD_HTTP_PORT",
                "0",
                "BEATBOARD_HTTP_ORIGIN",
                ORIGIN,
                "BEATBOARD_ACCOUNTS_OPEN",
                "true",
                "BEATBOARD_ACCOUNTS_SIGN_UPS_PER_ADDRESS",
                "100000",
                "BEATBOARD_RENDERING_WORKERS",
                "0",
                "BEATBOARD_OPERATOR_TOKEN",
                OPERATOR));
        environment.putAll(more);
        service = Service.start(
                SettingsReader.read(folder, Optional.empty(), environment), Library.open(Library.defaultRoot()));
        database = Database.open(place);
        client = new TestClient("http://127.0.0.1:" + service.port());
    }

    Database.Place place() {
        return place;
    }

    /// Somebody with an account of their own on the largest plan.
    ///
    /// @param key that may do everything
    record Tenant(UUID account, UUID person, UUID session, String email, String cookie, UUID keyId, String key) {

        String[] byKey() {
            return new String[] {"Authorization", "Bearer " + key};
        }

        String[] bySession() {
            return new String[] {"Cookie", cookie, "Origin", ORIGIN, "Sec-Fetch-Site", "same-origin"};
        }
    }

    Tenant tenant(String name) {
        String email = name.toLowerCase(java.util.Locale.ROOT) + COUNT.incrementAndGet() + "@example.org";
        TestClient.Reply up = client.post(
                "/v1/sign-up/password",
                "{\"organization\":\"" + name + "\",\"name\":\"" + name + "\",\"email\":\"" + email
                        + "\",\"password\":\"" + PASSWORD + "\"}");
        assertThat(up.status()).as(up.text()).isEqualTo(201);
        String cookie = up.header("Set-Cookie").split(";", 2)[0];
        UUID account = id(up.json(), "account_id");
        assertThat(operator("POST", "/v1/operator/accounts/" + account + "/plan", """
                        {"plan":"unlimited","store":"web"}""")
                        .status())
                .isEqualTo(200);
        Tenant half = new Tenant(
                account, id(up.json(), "person_id"), id(up.json(), "session_id"), email, cookie, account, "");
        TestClient.Reply key = client.post("/v1/keys", key("all", Scope.values()), half.bySession());
        assertThat(key.status()).as(key.text()).isEqualTo(201);
        return new Tenant(
                half.account,
                half.person,
                half.session,
                email,
                cookie,
                id(key.json(), "id"),
                key.json().path("secret").asString());
    }

    /// The body that makes a key.
    static String key(String name, Scope... scopes) {
        return "{\"name\":\"" + name + "\",\"scopes\":["
                + Arrays.stream(scopes).map(s -> "\"" + s.label() + "\"").collect(Collectors.joining(",")) + "]}";
    }

    TestClient.Reply operator(String method, String path, String json) {
        return client.send(
                method,
                path,
                json.getBytes(StandardCharsets.UTF_8),
                "Authorization",
                "Bearer " + OPERATOR,
                "X-Beatboard-Operator",
                "ada");
    }

    static UUID id(JsonNode node, String field) {
        return UUID.fromString(node.path(field).asString());
    }

    @Override
    public void close() throws Exception {
        database.close();
        service.close();
    }
}
