package dev.beatboard.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private static final Routes WHERE = () -> List.of(Route.get(
            "/t/where", Access.open(), c -> Answer.ok(Map.of("at", c.address().getHostAddress()))));

    @Test
    void onlyProxiesOfOursAreBelieved() {
        try (Database database = TestDatabase.fresh();
                TestServer plain = new TestServer(database, WHERE);
                TestServer behind = new TestServer(
                        database,
                        s -> s.withProxies(List.of(Network.parse("127.0.0.0/8"), Network.parse("10.0.0.0/8"))),
                        WHERE)) {
            assertThat(where(plain, "1.2.3.4")).contains("127.0.0.1");
            assertThat(where(behind, "1.2.3.4")).contains("1.2.3.4");
            assertThat(where(behind, "6.6.6.6, 1.2.3.4, 10.0.0.7")).contains("1.2.3.4");
            assertThat(where(behind, "1.2.3.4, nonsense")).contains("127.0.0.1");
        }
    }

    private static String where(TestServer test, String forwarded) {
        return new RawClient(test.server.port())
                .send("GET", "/t/where", "", "X-Forwarded-For", forwarded)
                .text();
    }

    @Test
    void blocksAreReadWithoutLookingNamesUp() {
        assertThat(Network.parse("10.1.0.0/16").contains(InetAddress.ofLiteral("10.1.255.1")))
                .isTrue();
        assertThat(Network.parse("10.1.0.0/16").contains(InetAddress.ofLiteral("10.2.0.1")))
                .isFalse();
        assertThat(Network.parse("10.1.0.0/15").contains(InetAddress.ofLiteral("10.0.0.1")))
                .isTrue();
        assertThat(Network.parse("::1").contains(InetAddress.ofLiteral("::1"))).isTrue();
        assertThat(Network.parse("::/0").contains(InetAddress.ofLiteral("1.2.3.4")))
                .isFalse();
        for (String wrong : List.of("example.org", "10.0.0.0/33", "10.0.0.0/x", "")) {
            assertThatThrownBy(() -> Network.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aHouseholdIsCountedAsOne() {
        assertThat(ClientAddress.counted(InetAddress.ofLiteral("2001:db8:1:2:3:4:5:6")))
                .isEqualTo(ClientAddress.counted(InetAddress.ofLiteral("2001:db8:1:2::9")));
        assertThat(ClientAddress.counted(InetAddress.ofLiteral("1.2.3.4"))).isEqualTo("1.2.3.4");
    }
}
