package dev.beatboard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Routes of its own, which the description does not have: they are called past the contract.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineTest {

    record Thing(String name, int size, Optional<Instant> when, Optional<Color> color) {
        enum Color {
            RED,
            DARK_BLUE
        }

        Thing {
            if (size < 0) {
                throw Refusal.field("/size", "The size is at least 0, not " + size + ".")
                        .exception();
            }
        }
    }

    private static final UUID ACCOUNT = UUID.randomUUID();

    private final Database database = TestDatabase.fresh();
    private final AtomicInteger done = new AtomicInteger();
    private final TestServer test =
            new TestServer(database, s -> s.withCors(java.util.Set.of("https://a.example")), this::routes);
    private final RawClient client = new RawClient(test.server.port());

    private List<Route> routes() {
        Route echo = Route.post("/t/things", Access.known(), c -> Answer.created(c.json(Thing.class)));
        return List.of(
                echo,
                new Route(
                        Method.POST,
                        "/t/old",
                        Access.known(),
                        Dialect.DREAM_MACHINE,
                        Throttle.WRITE,
                        Route.JSON_BYTES,
                        false,
                        echo.handler()),
                Route.post("/t/media", Access.known(), c -> Answer.ok(Map.of("bytes", c.body().length)))
                        .bodies(Route.MEDIA_BYTES),
                Route.post("/t/count", Access.known(), c -> {
                            if (c.json().path("refuse").asBoolean(false)) {
                                throw Refusal.of(Code.UNPROCESSABLE, "Refused.").exception();
                            }
                            return Answer.created(Map.of("count", done.incrementAndGet()));
                        })
                        .idempotent(),
                Route.get(
                        "/t/scoped",
                        Access.scope(dev.beatboard.service.account.Scope.GENERATIONS_READ),
                        _ -> Answer.ok(Map.of("ok", true))),
                Route.post("/t/person", Access.person(), _ -> Answer.nothing()),
                Route.get(
                        "/t/open",
                        Access.open(),
                        c -> Answer.ok(Map.of("address", c.address().getHostAddress()))),
                Route.post("/t/sign-in", Access.open(), _ -> Answer.nothing()).throttle(Throttle.SIGN_IN),
                Route.get("/t/things/{id}", Access.open(), c -> Answer.ok(Map.of("id", c.id("id")))),
                Route.get("/t/list", Access.open(), c -> Answer.ok(Map.of("limit", c.query("limit", 10, 1, 100)))),
                Route.get(
                        "/t/file",
                        Access.open(),
                        c -> Answer.file(
                                c,
                                new RangedFile(
                                        "video/mp4",
                                        10,
                                        "tag",
                                        (first, count) -> new java.io.ByteArrayInputStream(
                                                "0123456789".getBytes(), (int) first, (int) count)))),
                Route.get(
                        "/t/events",
                        Access.open(),
                        _ -> Answer.events(e -> {
                            e.event("1", "progress", "{\n}");
                            e.beat();
                        })),
                Route.get("/t/fault", Access.open(), _ -> {
                    throw new IllegalStateException("select secret from password");
                }),
                Route.get("/t/overflow", Access.open(), _ -> {
                    throw new StackOverflowError();
                }),
                Route.get("/t/away", Access.open(), _ -> {
                    throw new java.sql.SQLException("gone", "57P01");
                }),
                Route.get(
                        "/t/broken",
                        Access.open(),
                        _ -> Answer.stream("text/plain", -1, out -> {
                            out.write(new byte[100_000]);
                            out.flush();
                            throw new java.io.IOException("the disk");
                        })));
    }

    @BeforeEach
    void keys() {
        test.keys.clear();
        test.sessions.clear();
        test.allowances.clear();
        test.key("bb_reader", ACCOUNT, dev.beatboard.service.account.Scope.GENERATIONS_READ);
        test.key("bb_nothing", ACCOUNT);
        test.session("s1", ACCOUNT);
    }

    @AfterAll
    void stop() {
        test.close();
        database.close();
    }

    private RawClient.Reply thing(String json) {
        return client.send(
                "POST", "/t/things", json, "Authorization", "Bearer bb_reader", "Content-Type", "application/json");
    }

    @Test
    void readsAndWritesSnakeCaseAndTimesAsText() {
        RawClient.Reply reply =
                thing("{\"name\":\"a\",\"size\":1,\"when\":\"2026-11-28T12:00:00Z\",\"color\":\"dark_blue\"}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.text())
                .isEqualTo("{\"name\":\"a\",\"size\":1,\"when\":\"2026-11-28T12:00:00Z\",\"color\":\"dark_blue\"}");
        assertThat(thing("{\"name\":\"a\",\"size\":1}").text()).isEqualTo("{\"name\":\"a\",\"size\":1}");
    }

    @Test
    void whatIsWrongWithABodyIsSaidWithItsPlace() {
        assertThat(thing("{\"name\":\"a\",\"size\":1,\"colour\":\"red\"}").text())
                .contains("\"pointer\":\"/colour\"", "\"nearest\":\"color\"", "\"status\":400");
        assertThat(thing("{\"name\":\"a\",\"size\":1,\"color\":\"rde\"}").text())
                .contains("\"pointer\":\"/color\"", "\"allowed\":[\"red\",\"dark_blue\"]", "\"nearest\":\"red\"");
        assertThat(thing("{\"name\":\"a\",\"size\":\"1\"}").text()).contains("\"pointer\":\"/size\"", "whole number");
        assertThat(thing("{\"name\":5,\"size\":1}").text()).contains("\"pointer\":\"/name\"", "a text");
        assertThat(thing("{\"name\":\"a\",\"size\":1.5}").status()).isEqualTo(400);
        assertThat(thing("{\"name\":\"a\",\"size\":-1}").text()).contains("at least 0, not -1");
        assertThat(thing("{\"name\":\"a\",\"name\":\"b\",\"size\":1}").text()).contains("malformed_body", "twice");
        assertThat(thing("{\"name\":\"a\"").text()).contains("malformed_body");
        assertThat(thing("{\"name\":\"a\",\"size\":1} x").text()).contains("malformed_body");
        assertThat(thing("[]").text()).contains("invalid_request", "an object");
        assertThat(thing("null").text()).contains("invalid_request");
        assertThat(thing("{\"size\":1}").text()).contains("\"pointer\":\"/name\"", "is needed");
        String deep = "{\"other\":" + "[".repeat(100_000);
        assertThat(client.send(
                                "POST",
                                "/t/old",
                                deep,
                                "Authorization",
                                "Bearer bb_reader",
                                "Content-Type",
                                "application/json")
                        .text())
                .contains("malformed_body", "nesting");
        assertThat(thing("{\"name\":\"a\",\"size\":" + "1".repeat(1000) + "}").text())
                .contains("malformed_body");
        assertThat(thing(" ").text()).contains("empty");
    }

    @Test
    void bodiesHaveToBeJsonInUtf8WithinTheirSize() {
        String[] key = {"Authorization", "Bearer bb_reader", "Content-Type", "application/json"};
        assertThat(client.bytes("POST", "/t/things", new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}, key)
                        .text())
                .contains("malformed_body", "UTF-8");
        assertThat(client.bytes("POST", "/t/things", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_16), key)
                        .status())
                .isEqualTo(400);
        key[3] = "application/x-www-form-urlencoded";
        assertThat(client.send("POST", "/t/things", "a=b", key).status()).isEqualTo(415);
        key[3] = "application/json; charset=iso-8859-1";
        assertThat(client.send("POST", "/t/things", "{}", key).status()).isEqualTo(415);
        key[3] = "application/json; charset=UTF-8";
        assertThat(client.send("POST", "/t/things", "{}", key).status()).isEqualTo(400);
        RawClient.Reply large = client.bytes("POST", "/t/things", new byte[(1 << 20) + 1], key);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text()).contains("too_large");
        assertThat(client.bytes("POST", "/t/media", new byte[3 << 20], key).text())
                .isEqualTo("{\"bytes\":3145728}");
        assertThat(client.bytes(
                                "POST",
                                "/t/things",
                                new byte[1],
                                "Authorization",
                                "Bearer bb_reader",
                                "Content-Encoding",
                                "gzip",
                                "Content-Type",
                                "application/json")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void theVendorsDialectIgnoresUnknownFieldsAndAnswersWithDetail() {
        String[] key = {"Authorization", "Bearer bb_reader", "Content-Type", "application/json"};
        assertThat(client.send("POST", "/t/old", "{\"name\":\"a\",\"size\":1,\"other\":2}", key)
                        .status())
                .isEqualTo(201);
        RawClient.Reply wrong = client.send("POST", "/t/old", "{\"name\":\"a\",\"size\":-1}", key);
        assertThat(wrong.text())
                .isEqualTo("{\"detail\":\"The size is at least 0, not -1.\",\"code\":\"invalid_request\"}");
        assertThat(wrong.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void withoutAKeyNothingIsShown() {
        for (String[] headers : new String[][] {
            {}, {"Authorization", "Bearer bb_wrong"}, {"Authorization", "Basic YTpi"}, {"Authorization", "Bearer"}
        }) {
            RawClient.Reply reply = client.send("GET", "/t/scoped", "", headers);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(reply.text()).contains("unauthenticated").doesNotContain("bb_wrong");
        }
        assertThat(client.send("GET", "/t/scoped", "", "Authorization", "Bearer bb_nothing")
                        .text())
                .contains("\"code\":\"forbidden\"", "\"scope\":\"generations:read\"");
        assertThat(client.send("GET", "/t/scoped", "", "Authorization", "bearer bb_reader")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aSessionsChangesComeFromOurPagesOnly() {
        String[] ours = {"Cookie", "beatboard_session=s1", "Sec-Fetch-Site", "same-origin"};
        assertThat(client.send("POST", "/t/person", "", ours).status()).isEqualTo(204);
        assertThat(client.send(
                                "POST",
                                "/t/person",
                                "",
                                "Cookie",
                                "beatboard_session=s1",
                                "Origin",
                                "http://127.0.0.1:" + test.server.port())
                        .status())
                .isEqualTo(204);
        for (String[] others : new String[][] {
            {"Cookie", "beatboard_session=s1"},
            {"Cookie", "beatboard_session=s1", "Sec-Fetch-Site", "cross-site"},
            {"Cookie", "beatboard_session=s1", "Sec-Fetch-Site", "same-site"},
            {"Cookie", "beatboard_session=s1", "Origin", "https://a.example"},
            {"Cookie", "beatboard_session=s1", "Origin", "null"},
        }) {
            assertThat(client.send("POST", "/t/person", "", others).text()).contains("cross_site");
        }
        assertThat(client.send("POST", "/t/person", "", "Authorization", "Bearer bb_reader")
                        .status())
                .isEqualTo(401);
        assertThat(client.send(
                                "POST",
                                "/t/person",
                                "",
                                "Cookie",
                                "beatboard_session=wrong",
                                "Sec-Fetch-Site",
                                "same-origin")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void allowanceRunsOutAndFlowsBack() {
        test.allowances.put(Throttle.READ, 3);
        String[] key = {"Authorization", "Bearer bb_reader"};
        for (int left = 2; left >= 0; left--) {
            RawClient.Reply reply = client.send("GET", "/t/scoped", "", key);
            assertThat(reply.header("X-RateLimit-Limit")).isEqualTo("3");
            assertThat(reply.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(left));
        }
        RawClient.Reply over = client.send("GET", "/t/scoped", "", key);
        assertThat(over.status()).isEqualTo(429);
        assertThat(over.header("Retry-After")).isEqualTo("20");
        assertThat(over.header("X-RateLimit-Reset")).isEqualTo("60");
        assertThat(over.header("x-should-retry")).isEqualTo("true");
        test.clock.pass(Duration.ofSeconds(20));
        assertThat(client.send("GET", "/t/scoped", "", key).status()).isEqualTo(200);
        assertThat(client.send("GET", "/t/scoped", "", key).status()).isEqualTo(429);
        test.clock.pass(Duration.ofMinutes(5));
    }

    @Test
    void signingInIsCountedByAddress() {
        test.allowances.put(Throttle.SIGN_IN, 2);
        client.send("POST", "/t/sign-in", "");
        client.send("POST", "/t/sign-in", "");
        assertThat(client.send("POST", "/t/sign-in", "", "X-Forwarded-For", "1.2.3.4")
                        .status())
                .isEqualTo(429);
        test.clock.pass(Duration.ofMinutes(5));
    }

    @Test
    void whoeverGuessesKeysHasToWait() {
        int refused = 0;
        for (int i = 0; i < 70; i++) {
            refused += client.send("GET", "/t/scoped", "", "Authorization", "Bearer bb_guess" + i)
                                    .status()
                            == 429
                    ? 1
                    : 0;
        }
        assertThat(refused).isEqualTo(10);
        assertThat(client.send("GET", "/t/scoped", "", "Authorization", "Bearer bb_reader")
                        .status())
                .isEqualTo(200);
        test.clock.pass(Duration.ofMinutes(5));
    }

    @Test
    void faultsOfOursShowNothing() {
        for (String path : List.of("/t/fault", "/t/overflow")) {
            RawClient.Reply fault = client.send("GET", path, "", "X-Request-Id", "r1");
            assertThat(fault.status()).isEqualTo(500);
            assertThat(fault.text())
                    .contains("\"code\":\"internal\"", "r1")
                    .doesNotContain("select", "Exception", "java", "at ");
        }
        RawClient.Reply away = client.send("GET", "/t/away", "");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isEqualTo("2");
        assertThat(away.header("x-should-retry")).isEqualTo("true");
    }

    @Test
    void partsOfFilesAreServed() {
        RawClient.Reply whole = client.send("GET", "/t/file", "");
        assertThat(whole.text()).isEqualTo("0123456789");
        assertThat(whole.header("ETag")).isEqualTo("\"tag\"");
        for (String[] range : new String[][] {
            {"bytes=2-4", "234", "bytes 2-4/10"},
            {"bytes=8-", "89", "bytes 8-9/10"},
            {"bytes=-3", "789", "bytes 7-9/10"},
            {"bytes=0-99", "0123456789", "bytes 0-9/10"}
        }) {
            RawClient.Reply part = client.send("GET", "/t/file", "", "Range", range[0]);
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.text()).isEqualTo(range[1]);
            assertThat(part.header("Content-Range")).isEqualTo(range[2]);
        }
        assertThat(client.send("GET", "/t/file", "", "Range", "bytes=10-").status())
                .isEqualTo(416);
        for (String odd : List.of("bytes=4-2", "bytes=0-1,3-4", "lines=1-2", "bytes=-")) {
            assertThat(client.send("GET", "/t/file", "", "Range", odd).status()).isEqualTo(200);
        }
        assertThat(client.send("GET", "/t/file", "", "Range", "bytes=1-1", "If-Range", "\"old\"")
                        .status())
                .isEqualTo(200);
        assertThat(client.send("GET", "/t/file", "", "If-None-Match", "\"tag\"").status())
                .isEqualTo(304);
        RawClient.Reply head = client.send("HEAD", "/t/file", "");
        assertThat(head.header("Content-Length")).isEqualTo("10");
        RawClient.Reply events = client.send("GET", "/t/events", "");
        assertThat(events.text()).isEqualTo("id: 1\nevent: progress\ndata: {\ndata: }\n\n: beat\n\n");
        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
    }

    @Test
    void aBodyThatBreaksOffDoesNotLookWhole() {
        assertThat(client.breaks("/t/broken")).isTrue();
    }

    @Test
    void partsOfAddressesAreChecked() {
        UUID id = UUID.randomUUID();
        assertThat(client.send("GET", "/t/things/" + id, "").text()).contains(id.toString());
        assertThat(client.send("GET", "/t/things/1-2-3-4-5", "").status()).isEqualTo(404);
        assertThat(client.send("GET", "/t/list", "").text()).isEqualTo("{\"limit\":10}");
        assertThat(client.send("GET", "/t/list?limit=100", "").text()).isEqualTo("{\"limit\":100}");
        for (String wrong : List.of("0", "101", "x", "99999999999", "")) {
            assertThat(client.send("GET", "/t/list?limit=" + wrong, "").text()).contains("\"pointer\":\"limit\"");
        }
        assertThat(client.send("GET", "/t/list?limit=1&limit=2", "").status()).isEqualTo(400);
        for (String strange : List.of("/t/%2e%2e/list", "/t/things/%00", "/t//list", "/t/list;a=b", "/%", "/t/%ff")) {
            assertThat(client.raw("GET " + strange + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .as(strange)
                    .matches("(?s)HTTP/1.1 4\\d\\d .*")
                    .doesNotContain("Jetty", "jetty", "at org");
        }
        assertThat(client.raw("GET /health HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
    }

    @Test
    void aConnectionThatEndsWithAnAnswerIsSaidToEnd() {
        assertThat(client.raw("GET /t/things/%00 HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("\r\nConnection: close\r\n");
        assertThat(client.raw("GET /t/nowhere HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .doesNotContainIgnoringCase("\r\nConnection: close\r\n");
    }

    @Test
    void otherSitesScriptsMayCallOnlyIfChosen() {
        RawClient.Reply chosen = client.send(
                "OPTIONS", "/t/things", "", "Origin", "https://a.example", "Access-Control-Request-Method", "POST");
        assertThat(chosen.status()).isEqualTo(204);
        assertThat(chosen.header("Access-Control-Allow-Origin")).isEqualTo("https://a.example");
        assertThat(chosen.header("Access-Control-Allow-Headers")).contains("Authorization");
        assertThat(chosen.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(client.send("GET", "/t/open", "", "Origin", "https://b.example")
                        .header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void aRepeatedKeyGetsTheFirstAnswer() {
        account();
        String[] first = {
            "Authorization", "Bearer bb_reader", "Content-Type", "application/json", "Idempotency-Key", "k1"
        };
        RawClient.Reply one = client.send("POST", "/t/count", "{}", first);
        RawClient.Reply two = client.send("POST", "/t/count", "{}", first);
        assertThat(one.status()).isEqualTo(201);
        assertThat(two.status()).isEqualTo(201);
        assertThat(two.text()).isEqualTo(one.text());
        assertThat(one.header("Idempotent-Replayed")).isEmpty();
        assertThat(two.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(client.send("POST", "/t/count", "{\"a\":1}", first).text()).contains("idempotency_mismatch");
        first[5] = "k2";
        assertThat(client.send("POST", "/t/count", "{\"refuse\":true}", first).status())
                .isEqualTo(422);
        assertThat(client.send("POST", "/t/count", "{\"refuse\":false}", first).status())
                .isEqualTo(201);
        first[5] = "has space";
        assertThat(client.send("POST", "/t/count", "{}", first).status()).isEqualTo(400);
    }

    private void account() {
        database.system(h -> h.createUpdate(
                        "insert into account (id, name, plan, created_at) values (?, 'a', 'free', now()) on conflict do nothing")
                .bind(0, ACCOUNT)
                .execute());
    }
}
