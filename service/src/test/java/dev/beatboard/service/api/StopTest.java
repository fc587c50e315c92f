package dev.beatboard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopTest {

    @Test
    void requestsThatRunAreFinishedAndNewOnesSentAway() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Routes slow = () -> List.of(Route.get("/t/slow", Access.open(), c -> {
            running.countDown();
            go.await(20, TimeUnit.SECONDS);
            return Answer.ok(Map.of("stopping", c.stopping()));
        }));
        try (Database database = TestDatabase.fresh()) {
            TestServer test = new TestServer(database, slow);
            RawClient client = new RawClient(test.server.port());
            CompletableFuture<RawClient.Reply> first =
                    CompletableFuture.supplyAsync(() -> client.send("GET", "/t/slow", ""));
            assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(test::close);
            while (!test.server.stopping()) {
                Thread.sleep(5);
            }
            TestClient.Reply late = test.client.get("/health");
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.header("Retry-After")).isEqualTo("5");
            assertThat(late.header("x-should-retry")).isEqualTo("true");
            assertThat(stopped).isNotDone();
            go.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS).text()).isEqualTo("{\"stopping\":true}");
            stopped.get(10, TimeUnit.SECONDS);
        }
    }
}
