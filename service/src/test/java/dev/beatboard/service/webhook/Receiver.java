package dev.beatboard.service.webhook;

import dev.beatboard.service.fetch.RawServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Somebody who is told: remembers each message and answers as the test says.
final class Receiver implements AutoCloseable {

    record Heard(Map<String, List<String>> headers, String body) {}

    final List<Heard> heard = new CopyOnWriteArrayList<>();

    /// How it answers from now on; empty hangs.
    volatile String answer = "204 OK";

    private final RawServer server;

    Receiver() throws IOException {
        server = RawServer.start((head, in, out) -> {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line : head.split("\r\n")) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.put(
                            line.substring(0, colon),
                            List.of(line.substring(colon + 1).strip()));
                }
            }
            int length = Integer.parseInt(
                    headers.getOrDefault("content-length", List.of("0")).getFirst());
            heard.add(new Heard(headers, new String(in.readNBytes(length), StandardCharsets.UTF_8)));
            if (answer.isEmpty()) {
                in.read();
            }
            RawServer.say(out, "HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\n\r\n");
        });
    }

    String url() {
        return server.url("/hook");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
