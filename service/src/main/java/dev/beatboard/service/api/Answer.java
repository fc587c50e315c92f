package dev.beatboard.service.api;

import dev.beatboard.service.idempotency.Claim;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What goes back.
///
/// @param headers beyond those that every response has
public record Answer(int status, Map<String, String> headers, Content content) {

    /// The body.
    public sealed interface Content {}

    /// No body.
    record None() implements Content {}

    /// A value, written as JSON.
    record Value(Object value) implements Content {}

    /// Bytes of a type.
    record Bytes(String type, byte[] bytes) implements Content {}

    /// Written as it comes, such as events or a file.
    ///
    /// @param length in bytes, negative if unknown
    record Streamed(String type, long length, Writer writer) implements Content {}

    /// Writes a body.
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer ok(Object value) {
        return of(200, value);
    }

    public static Answer created(Object value) {
        return of(201, value);
    }

    public static Answer of(int status, Object value) {
        return new Answer(status, Map.of(), new Value(value));
    }

    public static Answer nothing() {
        return new Answer(204, Map.of(), new None());
    }

    public static Answer text(int status, String type, String text) {
        return new Answer(status, Map.of(), new Bytes(type, text.getBytes(StandardCharsets.UTF_8)));
    }

    public static Answer bytes(String type, byte[] bytes) {
        return new Answer(200, Map.of(), new Bytes(type, bytes));
    }

    public static Answer stream(String type, long length, Writer writer) {
        return new Answer(200, Map.of(), new Streamed(type, length, writer));
    }

    /// Writes events; for as long as it takes.
    public interface EventSource {
        void write(EventWriter events) throws IOException;
    }

    /// Server-sent events. The source should end when [Call#stopping] says so.
    public static Answer events(EventSource source) {
        return stream("text/event-stream", -1, out -> source.write(new EventWriter(out)))
                .header("X-Accel-Buffering", "no");
    }

    /// A file, or the part of it that the call asks for.
    public static Answer file(Call call, RangedFile file) {
        return file.answer(call);
    }

    public static Answer redirect(String location) {
        return new Answer(303, Map.of("Location", location), new None());
    }

    /// The answer that was given before.
    public static Answer replayed(Claim.Done done) {
        return (done.body().isEmpty()
                        ? new Answer(done.status(), Map.of(), new None())
                        : text(done.status(), "application/json", done.body()))
                .header("Idempotent-Replayed", "true");
    }

    public Answer status(int other) {
        return new Answer(other, headers, content);
    }

    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, content);
    }
}
