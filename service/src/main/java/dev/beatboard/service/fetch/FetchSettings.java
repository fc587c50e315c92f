package dev.beatboard.service.fetch;

import java.time.Duration;
import java.util.Set;

/// How far the service reaches out.
///
/// @param siteAddresses whether loopback, private and shared addresses are allowed, on any port;
///     link-local ones (metadata of clouds) still are not
/// @param hosts allowed at whatever address and port, in lower case
/// @param ports allowed besides 80 and 443
/// @param connect the longest time to connect to one address
/// @param idle the longest time between two pieces of an answer
/// @param parallel how many connections may be open, a quarter of them to one host
public record FetchSettings(
        boolean siteAddresses, Set<String> hosts, Set<Integer> ports, Duration connect, Duration idle, int parallel) {

    /// For a service on the internet.
    public static FetchSettings standard() {
        return new FetchSettings(false, Set.of(), Set.of(), Duration.ofSeconds(5), Duration.ofSeconds(15), 256);
    }

    /// The same, within one's own site.
    public FetchSettings withSiteAddresses() {
        return new FetchSettings(true, hosts, ports, connect, idle, parallel);
    }

    /// The same with other patience.
    public FetchSettings withPatience(Duration toConnect, Duration whenIdle) {
        return new FetchSettings(siteAddresses, hosts, ports, toConnect, whenIdle, parallel);
    }

    /// The same, trusting these hosts.
    public FetchSettings withHosts(Set<String> trusted) {
        return new FetchSettings(siteAddresses, trusted, ports, connect, idle, parallel);
    }
}
