package dev.beatboard.service.api.account;

import dev.beatboard.service.api.Call;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells whether a request is surely from a browser of whoever runs the service on their own machine.
///
/// The address of the connection alone does not do: pages of other sites can make a browser call
/// `127.0.0.1` under a name of theirs (DNS rebinding), proxies and tunnels hand on what strangers
/// send, and other users of the machine have the same address.
public final class LocalVisitor {

    private static final Pattern HOST = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::(\\d{1,5}))?");
    private static final int HTTP = 80;

    private final boolean allowed;
    private final PeerUser peers;

    private LocalVisitor(boolean allowed, PeerUser peers) {
        this.allowed = allowed;
        this.peers = peers;
    }

    /// @param host that the service listens on
    /// @param origin as clients see it
    /// @param open whether strangers may sign up
    /// @param wanted whether the settings want it at all
    public static LocalVisitor of(String host, Optional<String> origin, boolean open, boolean wanted) {
        boolean near = isNear(host)
                && origin.map(o -> isNear(o.replaceFirst("^https?://", "").replaceFirst(":\\d+$", "")))
                        .orElse(true);
        return new LocalVisitor(wanted && near && !open, PeerUser.ofThisMachine());
    }

    private static boolean isNear(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /// Why the visitor is not; empty if they are.
    Optional<String> refusal(Call call) {
        HttpServletRequest request = call.context().req();
        if (!allowed) {
            return Optional.of("Nobody is signed in without a proof here: the service is open to others, or"
                    + " http.local_owner in its settings is false.");
        }
        // Browsers speak HTTP/1.1 here; a proxy that says nothing of itself often 1.0.
        if (!call.fromThisMachine()
                || request.getHeader("Via") != null
                || !request.getProtocol().equals("HTTP/1.1")) {
            return Optional.of("The request does not come from this very machine, or comes through a proxy.");
        }
        String host = call.header("Host").orElse("");
        Matcher m = HOST.matcher(host);
        int port = request.getLocalPort();
        if (!m.matches() || (m.group(1) == null ? HTTP : Integer.parseInt(m.group(1))) != port) {
            return Optional.of("The page was called under another name than http://localhost:" + port
                    + " or http://127.0.0.1:" + port + ".");
        }
        return peers.refusal(request.getRemotePort(), port);
    }
}
