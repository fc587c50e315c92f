package dev.beatboard.service.api.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which users of this machine have the other end of a connection within it. Linux tells for each
/// socket; elsewhere nobody does. Source: proc_net(5), `/proc/net/tcp`.
///
/// @param tables of sockets
/// @param own a thing of the service's own user
record PeerUser(List<Path> tables, Path own) {

    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int USER = 7;

    static PeerUser ofThisMachine() {
        return new PeerUser(List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6")), Path.of("/proc/self"));
    }

    /// Whether the other end is surely the service's own user's; true where nobody tells.
    ///
    /// Only ports are compared, whichever address of this machine they are at: whoever takes the same
    /// one at another address makes the answer no, never yes.
    boolean isOurs(int peerPort, int ourPort) throws IOException {
        List<Path> there = tables.stream().filter(Files::isReadable).toList();
        if (there.isEmpty()) {
            return true;
        }
        String us = String.valueOf(Files.getAttribute(own, "unix:uid"));
        String local = hex(peerPort);
        String remote = hex(ourPort);
        Set<String> users = there.stream()
                .flatMap(PeerUser::lines)
                .map(l -> l.strip().split("\\s+"))
                .filter(f -> f.length > USER && f[LOCAL].endsWith(local) && f[REMOTE].endsWith(remote))
                .map(f -> f[USER])
                .collect(Collectors.toSet());
        return users.equals(Set.of(us));
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static String hex(int port) {
        return String.format(Locale.ROOT, ":%04X", port);
    }

    /// Why not, for people.
    Optional<String> refusal(int peerPort, int ourPort) {
        try {
            return isOurs(peerPort, ourPort)
                    ? Optional.empty()
                    : Optional.of("The browser belongs to another user of this machine than the service does.");
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of("This machine does not tell whose browser it is.");
        }
    }
}
