package dev.beatboard.service.api;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Good and bad requests with secrets in every place that requests have.
public final class LoggedSession {

    private LoggedSession() {}

    public static void run(String key, String session, String signature) {
        Routes routes = () -> List.of(
                Route.get("/t/known", Access.known(), _ -> Answer.ok(Map.of("ok", true))),
                Route.post("/t/body", Access.known(), c -> Answer.ok(c.json())),
                Route.post("/t/person", Access.person(), _ -> Answer.nothing()),
                Route.get("/t/{token}", Access.open(), c -> {
                    throw new IllegalStateException(
                            "Bearer " + key + " failed with " + c.path("token").length());
                }));
        try (Database database = TestDatabase.fresh();
                TestServer test = new TestServer(database, routes)) {
            test.key(key, UUID.randomUUID());
            test.session(session, UUID.randomUUID());
            RawClient client = new RawClient(test.server.port());
            client.send("GET", "/t/known?signature=" + signature, "", "Authorization", "Bearer " + key);
            client.send("GET", "/t/known", "", "Authorization", "Bearer " + key + "x");
            client.send("GET", "/t/known", "", "Authorization", "Basic " + key);
            client.send("GET", "/t/" + signature, "", "X-Request-Id", "r-42");
            client.send("GET", "/nowhere/" + signature + "?token=" + signature, "");
            String cookie = "beatboard_session=" + session;
            client.send("POST", "/t/person", "", "Cookie", cookie, "Sec-Fetch-Site", "same-origin");
            client.send("POST", "/t/person", "", "Cookie", cookie, "Sec-Fetch-Site", "cross-site");
            client.send("POST", "/t/person", "", "Cookie", cookie + "x", "Sec-Fetch-Site", "same-origin");
            for (String body : List.of("{\"password\":\"" + signature + "\"}", "{\"password\":\"" + signature)) {
                client.send(
                        "POST", "/t/body", body, "Authorization", "Bearer " + key, "Content-Type", "application/json");
            }
            client.raw("GET /t/known?token=" + signature + " HTTP/9.9\r\nAuthorization: Bearer " + key + "\r\n\r\n");
            client.raw(signature + "\r\n\r\n");
        }
    }
}
