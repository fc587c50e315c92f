package dev.beatboard.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TlsTest {

    private static final Routes PERSON = () -> List.of(Route.post("/t/person", Access.person(), _ -> Answer.nothing()));

    @Test
    void behindTlsBrowsersAreToldAndCookiesAreBoundToTheHost() {
        try (Database database = TestDatabase.fresh();
                TestServer test = new TestServer(
                        database, s -> s.withOrigin("https://beatboard.example").withMetricsToken("m3tr1cs"), PERSON)) {
            assertThat(test.client.get("/health").header("Strict-Transport-Security"))
                    .startsWith("max-age=");
            test.session("s1", UUID.randomUUID());
            RawClient client = new RawClient(test.server.port());
            String origin = "https://beatboard.example";
            assertThat(client.send("POST", "/t/person", "", "Cookie", "__Host-beatboard=s1", "Origin", origin)
                            .status())
                    .isEqualTo(204);
            assertThat(client.send("POST", "/t/person", "", "Cookie", "beatboard_session=s1", "Origin", origin)
                            .status())
                    .isEqualTo(401);
            assertThat(test.client.get("/metrics").status()).isEqualTo(403);
            assertThat(test.client
                            .get("/metrics", "Authorization", "Bearer m3tr1cs")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void cookiesAreNotForScriptsNorOtherSites() {
        assertThat(new SessionCookie(true).begin("t", Duration.ofDays(1)))
                .isEqualTo("__Host-beatboard=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400; Secure");
        assertThat(new SessionCookie(false).end())
                .isEqualTo("beatboard_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    }

    @Test
    void anOriginIsSchemeAndHost() {
        assertThatThrownBy(() -> ServerSettings.local(0).withOrigin("beatboard.example/api"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://beatboard.example");
    }
}
