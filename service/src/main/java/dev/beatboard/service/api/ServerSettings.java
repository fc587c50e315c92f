package dev.beatboard.service.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How the server shows itself to the world.
///
/// @param host the address to listen on
/// @param port 0 for any that is free
/// @param origin as clients see us, such as `https://beatboard.example`; empty for whatever the
///     request says
/// @param proxies whose `X-Forwarded-For` is believed
/// @param corsOrigins pages of other sites whose scripts may call with a key; usually none
/// @param metricsToken opens `/metrics` from anywhere; without it, from this machine only
/// @param largeBodyBytes how much memory all large bodies together may take
/// @param patience how long a stop waits for requests that run
public record ServerSettings(
        String host,
        int port,
        Optional<String> origin,
        List<Network> proxies,
        Set<String> corsOrigins,
        Optional<String> metricsToken,
        long largeBodyBytes,
        Duration patience) {

    public ServerSettings {
        proxies = List.copyOf(proxies);
        corsOrigins = Set.copyOf(corsOrigins);
        origin.ifPresent(o -> {
            if (!o.matches("https?://[^/\\s]+")) {
                throw new IllegalArgumentException(
                        "The origin is scheme and host, such as https://beatboard.example, not " + o);
            }
        });
    }

    /// For a single user on this machine.
    public static ServerSettings local(int port) {
        return new ServerSettings(
                "127.0.0.1",
                port,
                Optional.empty(),
                List.of(),
                Set.of(),
                Optional.empty(),
                256L << 20,
                Duration.ofSeconds(30));
    }

    public ServerSettings withOrigin(String url) {
        return new ServerSettings(
                host, port, Optional.of(url), proxies, corsOrigins, metricsToken, largeBodyBytes, patience);
    }

    public ServerSettings withProxies(List<Network> networks) {
        return new ServerSettings(host, port, origin, networks, corsOrigins, metricsToken, largeBodyBytes, patience);
    }

    public ServerSettings withCors(Set<String> origins) {
        return new ServerSettings(host, port, origin, proxies, origins, metricsToken, largeBodyBytes, patience);
    }

    public ServerSettings withMetricsToken(String token) {
        return new ServerSettings(
                host, port, origin, proxies, corsOrigins, Optional.of(token), largeBodyBytes, patience);
    }

    /// Whether clients reach us by TLS, be it through a proxy.
    public boolean tls() {
        return origin.filter(o -> o.startsWith("https://")).isPresent();
    }
}
