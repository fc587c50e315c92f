package dev.beatboard.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Method;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.TestClient;
import dev.beatboard.service.api.docs.Description;
import dev.beatboard.service.generation.Generations;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every route of the whole service against every kind of caller that may not use it. It is driven by
/// the table of routes: one that is added without an entry in [#OPEN] or [#KINDS] fails here.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {

    /// Routes for anyone, by how they begin; there are no others.
    private static final List<String> OPEN = List.of(
            "/health",
            "/ready",
            "/metrics",
            "/openapi.",
            "/docs",
            "/v1/plans",
            "/v1/sign-up/",
            "/v1/sign-in",
            "/v1/invitations/look",
            // The studio's page.
            "/assets/",
            "/examples/",
            "/fonts/",
            "/props/",
            "/sets/",
            "/favicon.",
            "/manifest.webmanifest",
            "/robots.txt",
            "/v1/examples",
            // Links to reviews, which have a token.
            "/v1/reviews/by-token/",
            // Links that are signed.
            "/files/");

    /// What the first parameter of a path identifies, by how the path begins; the longest wins.
    private static final Map<String, Owned.Kind> KINDS = Map.ofEntries(
            Map.entry("/v1/sessions/{", Owned.Kind.SESSION),
            Map.entry("/v1/places/{", Owned.Kind.ACCOUNT),
            Map.entry("/v1/passkeys/{", Owned.Kind.PASSKEY),
            Map.entry("/v1/members/{", Owned.Kind.PERSON),
            Map.entry("/v1/invitations/{", Owned.Kind.INVITATION),
            Map.entry("/v1/keys/{", Owned.Kind.KEY),
            Map.entry("/v1/webhooks/{", Owned.Kind.WEBHOOK),
            Map.entry("/v1/webhook-deliveries/{", Owned.Kind.DELIVERY),
            Map.entry("/v1/generations/{", Owned.Kind.GENERATION),
            Map.entry("/dream-machine/v1/generations/{", Owned.Kind.GENERATION),
            Map.entry("/v1/projects/{", Owned.Kind.PROJECT),
            Map.entry("/v1/library/cast/{", Owned.Kind.CAST),
            Map.entry("/v1/library/sets/{", Owned.Kind.SET),
            Map.entry("/v1/reviews/{", Owned.Kind.REVIEW),
            Map.entry("/v1/comments/{", Owned.Kind.COMMENT),
            Map.entry("/v1/uploads/{", Owned.Kind.UPLOAD),
            Map.entry("/v1/preview-parts/{", Owned.Kind.PREVIEW_PART));

    /// Answers that do not end by themselves.
    private static final Set<String> STREAMS = Set.of("GET /v1/generations/events");

    /// Bodies without which a route would refuse before it looks for what its path names.
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("PATCH /v1/members/{person}", "{\"role\":\"viewer\"}"),
            Map.entry("POST /v1/operator/accounts/{account}/plan", "{\"plan\":\"free\",\"store\":\"web\"}"),
            Map.entry("POST /v1/operator/accounts/{account}/purchases", "{\"reference\":\"r\",\"credits\":1}"),
            Map.entry(
                    "POST /v1/operator/accounts/{account}/corrections",
                    "{\"reference\":\"r\",\"credits\":1,\"reason\":\"r\"}"),
            Map.entry("POST /v1/operator/accounts/{account}/close", "{\"reason\":\"r\"}"),
            Map.entry("POST /v1/operator/accounts/{account}/reopen", "{\"reason\":\"r\"}"),
            Map.entry("POST /v1/projects/{id}/comments", "{\"frame\":0,\"text\":\"x\"}"),
            Map.entry("PATCH /v1/comments/{id}", "{\"resolved\":true}"),
            Map.entry("PUT /v1/projects/{id}", "{\"revision\":1,\"document\":{}}"),
            Map.entry("PUT /v1/library/cast/{id}", "{\"revision\":1,\"document\":{\"description\":\"a man\"}}"),
            Map.entry("PUT /v1/library/sets/{id}", "{\"revision\":1,\"document\":{\"set\":\"office\"}}"));

    private Site site;
    private Site.Tenant victim;
    private Site.Tenant stranger;
    private Owned owned;
    private int calls;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        site = new Site(folder, Map.of("BEATBOARD_HTTP_PROXIES", "127.0.0.1/32"));
        victim = site.tenant("Victim");
        stranger = site.tenant("Stranger");
        owned = Owned.of(site, victim);
        assertThat(owned.rows()).contains(owned.secrets().getLast(), "private of the victim", "sign_count");
    }

    @AfterAll
    void stop() throws Exception {
        site.close();
    }

    private List<Route> routes(Predicate<Route> which) {
        return site.service.table().routes().stream().filter(which).toList();
    }

    private static boolean isOpen(Route route) {
        return route.access() instanceof Access.Open;
    }

    private static boolean isPersons(Route route) {
        return route.access() instanceof Access.Person;
    }

    private static boolean isOperators(Route route) {
        return route.access() instanceof Access.Operator;
    }

    private static String template(Route route) {
        return route.described();
    }

    private static String name(Route route) {
        return route.method() + " " + template(route);
    }

    /// The path with an identifier in its first parameter, and something harmless in the others.
    private static String path(Route route, String id) {
        return template(route).replaceFirst("\\{[^}]*}", id).replaceAll("\\{[^}]*}", "1");
    }

    private TestClient.Reply call(Route route, String id, String... headers) {
        byte[] body = route.method() == Method.GET || route.method() == Method.DELETE
                ? new byte[0]
                : BODIES.getOrDefault(name(route), "{}").getBytes(StandardCharsets.UTF_8);
        return site.client.send(route.method().name(), path(route, id), body, fromElsewhere(headers));
    }

    /// As if from an address of its own: whoever presents many wrong keys from one is told to wait.
    private String[] fromElsewhere(String... headers) {
        String[] more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = "X-Forwarded-For";
        more[headers.length + 1] = "198.18." + calls / 250 + "." + (1 + calls % 250);
        calls++;
        return more;
    }

    @Test
    void everyRouteIsDescribedAndTheReverse() {
        Set<String> routes = routes(_ -> true).stream()
                .map(r -> r.method().name().toLowerCase(Locale.ROOT) + " " + template(r))
                .collect(Collectors.toSet());
        Set<String> described = Description.load().operations().stream()
                .map(o -> o.method() + " " + o.path())
                .collect(Collectors.toSet());
        assertThat(routes).isEqualTo(described);
    }

    @Test
    void nothingIsOpenThatIsNotListed() {
        assertThat(routes(AccessMatrixTest::isOpen))
                .allSatisfy(
                        r -> assertThat(r.path().equals("/") || OPEN.stream().anyMatch(r.path()::startsWith))
                                .as(name(r))
                                .isTrue());
    }

    @Test
    void withoutAKeyNothingButTheOpenAnswers() {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes(r -> !isOpen(r))) {
            for (String[] headers : new String[][] {
                {},
                {"Authorization", "Bearer bb_" + "x".repeat(43)},
                {"Authorization", "Basic " + victim.key()},
                {"Cookie", "beatboard_session=bs_" + "x".repeat(43), "Origin", Site.ORIGIN}
            }) {
                TestClient.Reply reply = call(route, owned.anything(), headers);
                if (reply.status() != 401) {
                    wrong.add(name(route) + " " + reply.status() + " " + Arrays.toString(headers));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aKeyWithoutTheScopeIsForbidden() {
        for (Scope scope : Scope.values()) {
            Scope[] others = Stream.of(Scope.values()).filter(s -> s != scope).toArray(Scope[]::new);
            String key = made(site.client.post("/v1/keys", Site.key("no " + scope, others), victim.byKey()));
            for (Route route : routes(r -> r.access().equals(Access.scope(scope)))) {
                TestClient.Reply reply = call(route, owned.id(kind(route)), "Authorization", "Bearer " + key);
                assertThat(reply.status()).as(name(route)).isEqualTo(403);
                assertThat(reply.text()).as(name(route)).contains(scope.label());
            }
        }
    }

    @Test
    void noKeyOpensWhatIsForPeopleOrOperators() {
        for (Route route : routes(r -> isPersons(r) || isOperators(r))) {
            TestClient.Reply reply = call(route, owned.anything(), victim.byKey());
            assertThat(reply.status()).as(name(route)).isEqualTo(401);
        }
    }

    @Test
    void aSessionFromAnotherSiteChangesNothing() {
        String before = owned.rows();
        for (Route route : routes(r -> !isOpen(r) && !isOperators(r) && r.method() != Method.GET)) {
            for (String[] from : new String[][] {
                {"Cookie", victim.cookie()},
                {"Cookie", victim.cookie(), "Origin", "https://evil.example"},
                {"Cookie", victim.cookie(), "Origin", Site.ORIGIN, "Sec-Fetch-Site", "cross-site"}
            }) {
                TestClient.Reply reply = call(route, owned.id(kind(route)), from);
                assertThat(reply.status()).as(name(route)).isEqualTo(403);
            }
        }
        assertThat(owned.rows()).isEqualTo(before);
    }

    @Test
    void aRevokedOrExpiredKeyIsWorthNothingAtOnce() throws InterruptedException {
        Instant soon = Instant.now().plusSeconds(2);
        TestClient.Reply revoked = site.client.post("/v1/keys", Site.key("to revoke", Scope.values()), victim.byKey());
        TestClient.Reply expiring = site.client.post(
                "/v1/keys",
                Site.key("to expire", Scope.values()).replaceFirst("}$", ",\"expires_at\":\"" + soon + "\"}"),
                victim.byKey());
        for (String key : List.of(made(revoked), made(expiring))) {
            // Now it is known, as it would be in use.
            assertThat(site.client
                            .get("/v1/account", "Authorization", "Bearer " + key)
                            .status())
                    .isEqualTo(200);
        }
        site.client.delete("/v1/keys/" + Site.id(revoked.json(), "id"), victim.byKey());
        while (Instant.now().isBefore(soon)) {
            Thread.sleep(50);
        }
        String before = owned.rows();
        for (Route route : routes(r -> !isOpen(r) && !isOperators(r))) {
            for (String key : List.of(made(revoked), made(expiring))) {
                assertThat(call(route, owned.id(kind(route)), "Authorization", "Bearer " + key)
                                .status())
                        .as(name(route))
                        .isEqualTo(401);
            }
        }
        assertThat(owned.rows()).isEqualTo(before);
    }

    @Test
    void whatIsAnothersIsNotThereAndIsNotChanged() {
        String before = owned.rows();
        Map<String, Integer> wrong = new TreeMap<>();
        for (Route route :
                routes(r -> !isOpen(r) && !isOperators(r) && template(r).contains("{"))) {
            Owned.Kind kind = kind(route)
                    .orElseThrow(() ->
                            new AssertionError(name(route) + " has a parameter: say in KINDS what it identifies"));
            String id = owned.id(Optional.of(kind));
            String[] headers = isPersons(route) ? stranger.bySession() : stranger.byKey();
            TestClient.Reply reply = call(route, id, headers);
            if (reply.status() != 404 && reply.status() != 403) {
                wrong.put(name(route) + " " + reply.text(), reply.status());
            }
            for (String secret : owned.secrets()) {
                assertThat(reply.text().replace(id, "")).as(name(route)).doesNotContain(secret);
            }
            // Nor does it tell whether there is such a thing: what is nobody's gets the same answer.
            if (reply.status() == 404 && kind.isUuid()) {
                String none = "019acb1f-6c00-70a1-b2c3-d4e5f6a7b8c9";
                assertThat(call(route, none, headers).json().path("detail").asString())
                        .as(name(route))
                        .isEqualTo(reply.json().path("detail").asString().replace(id, none));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(owned.rows()).isEqualTo(before);
    }

    @Test
    void listsHoldWhatIsOnesOwnOnly() {
        for (Route route : routes(r -> !isOpen(r)
                && !isOperators(r)
                && r.method() == Method.GET
                && !STREAMS.contains(name(r))
                && !template(r).contains("{"))) {
            TestClient.Reply reply = call(route, "", isPersons(route) ? stranger.bySession() : stranger.byKey());
            for (String secret : owned.secrets()) {
                assertThat(reply.text()).as(name(route)).doesNotContain(secret);
            }
        }
    }

    @Test
    void streamsTellOfWhatIsOnesOwnOnly() throws Exception {
        for (Route route : routes(r -> STREAMS.contains(name(r)))) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + site.service.port() + path(route, "")))
                    .headers(stranger.byKey())
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                assertThat(response.statusCode()).as(name(route)).isEqualTo(200);
                // Something of the other account happens while the stranger listens.
                site.database.system(h -> h.createQuery("select pg_notify(?, ?)")
                        .bind(0, Generations.CHANNEL)
                        .bind(1, owned.id(Optional.of(Owned.Kind.GENERATION)))
                        .mapTo(String.class)
                        .findOne());
                byte[] heard = new byte[1 << 16];
                int length = 0;
                Instant until = Instant.now().plusSeconds(2);
                try (InputStream in = response.body()) {
                    while (Instant.now().isBefore(until)) {
                        int ready = Math.min(in.available(), heard.length - length);
                        length += in.readNBytes(heard, length, ready);
                        Thread.sleep(20);
                    }
                }
                String text = new String(heard, 0, length, StandardCharsets.UTF_8);
                for (String secret : owned.secrets()) {
                    assertThat(text).as(name(route)).doesNotContain(secret);
                }
                client.shutdownNow();
            }
        }
    }

    @Test
    void operatorsAreToldThatAnAccountIsNotThere() {
        for (Route route : routes(r -> isOperators(r) && template(r).contains("{"))) {
            TestClient.Reply reply =
                    call(route, "019acb1f-6c00-70a1-b2c3-d4e5f6a7b8c9", "Authorization", "Bearer " + Site.OPERATOR);
            assertThat(reply.status()).as(name(route)).isEqualTo(404);
        }
    }

    private static Optional<Owned.Kind> kind(Route route) {
        return KINDS.entrySet().stream()
                .filter(e -> template(route).startsWith(e.getKey()))
                .max(Map.Entry.comparingByKey(java.util.Comparator.comparing(String::length)))
                .map(Map.Entry::getValue);
    }

    private static String made(TestClient.Reply key) {
        assertThat(key.status()).as(key.text()).isEqualTo(201);
        return key.json().path("secret").asString();
    }
}
