package dev.beatboard.service.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// From where a request comes: the nearest address that is not a proxy of ours. What a client
/// claims in `X-Forwarded-For` counts only behind those.
final class ClientAddress {

    private final List<Network> proxies;

    ClientAddress(List<Network> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    InetAddress of(HttpServletRequest request) {
        InetAddress nearest = literal(request.getRemoteAddr()).orElse(InetAddress.getLoopbackAddress());
        if (!trusted(nearest)) {
            return nearest;
        }
        List<String> hops = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            hops.addAll(List.of(header.split(",", -1)));
        }
        for (String hop : hops.reversed()) {
            Optional<InetAddress> address = literal(hop.strip());
            if (address.isEmpty()) {
                return nearest;
            }
            nearest = address.get();
            if (!trusted(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    /// Whether it comes from this very machine and through no proxy.
    static boolean isOurs(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && literal(request.getRemoteAddr())
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    /// What is counted together: an address of version 4, or the 64 bits that a household has in
    /// version 6.
    static String counted(InetAddress address) {
        byte[] bytes = Network.first(address, address.getAddress().length == 4 ? 32 : 64);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean trusted(InetAddress address) {
        return proxies.stream().anyMatch(p -> p.contains(address));
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            int zone = text.indexOf('%');
            return Optional.of(InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
