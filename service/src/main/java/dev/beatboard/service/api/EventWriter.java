package dev.beatboard.service.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes server-sent events, each at once.
/// Source: HTML Living Standard, 9.2 Server-sent events.
public final class EventWriter {

    private final OutputStream out;

    EventWriter(OutputStream out) {
        this.out = out;
    }

    /// @param id from which a client goes on after it was cut off (`Last-Event-ID`)
    /// @param json in one line or more
    public void event(String id, String name, String json) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("id: ")
                .append(oneLine(id))
                .append("\nevent: ")
                .append(oneLine(name))
                .append('\n');
        json.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
        write(text.append('\n').toString());
    }

    /// Keeps the connection alive and finds out whether the client is still there. Every 15 s is
    /// right: servers and proxies cut connections that are silent for 30 s.
    public void beat() throws IOException {
        write(": beat\n\n");
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n\\x00]", " ");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
