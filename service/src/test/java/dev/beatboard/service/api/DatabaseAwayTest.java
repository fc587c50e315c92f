package dev.beatboard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

    @Test
    void aDatabaseThatIsAwayIsSaidAndLeavesTheProcessWell() throws SQLException {
        Database.Place place = TestDatabase.place();
        try (Database database = Database.open(place)) {
            Routes asks = () -> List.of(Route.get(
                    "/t/asks",
                    Access.open(),
                    _ -> Answer.ok(Map.of(
                            "is",
                            database.<Integer, RuntimeException>read(h ->
                                    h.createQuery("select 1").mapTo(int.class).one())))));
            try (TestServer test = new TestServer(database, asks)) {
                RawClient client = new RawClient(test.server.port());
                assertThat(client.send("GET", "/t/asks", "").status()).isEqualTo(200);
                drop(place);
                RawClient.Reply away = client.send("GET", "/t/asks", "");
                assertThat(away.status()).isEqualTo(503);
                assertThat(away.header("Retry-After")).isEqualTo("2");
                assertThat(away.header("x-should-retry")).isEqualTo("true");
                assertThat(away.text()).contains("unavailable").doesNotContain("postgres", "SQL");
                TestClient.Reply ready = test.client.get("/ready");
                assertThat(ready.status()).isEqualTo(503);
                assertThat(ready.json().path("checks").path("database").asString())
                        .isEqualTo("away");
                assertThat(test.client.get("/health").status()).isEqualTo(200);
            }
        }
    }

    private static void drop(Database.Place place) throws SQLException {
        int slash = place.url().lastIndexOf('/');
        String name = place.url().substring(slash + 1);
        try (Connection c = DriverManager.getConnection(
                        place.url().substring(0, slash) + "/postgres", place.user(), place.password());
                Statement s = c.createStatement()) {
            s.execute("drop database " + name + " with (force)");
        }
    }
}
