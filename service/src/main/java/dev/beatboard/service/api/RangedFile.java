package dev.beatboard.service.api;

import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of which clients may ask for a part. Several parts at once are answered with the whole.
/// Source: RFC 9110, 13 and 14.
///
/// @param type of its content
/// @param length in bytes
/// @param tag a strong validator without its quotes, such as a digest
public record RangedFile(String type, long length, String tag, Opener opener) {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// Opens a part.
    @FunctionalInterface
    public interface Opener {
        /// @param count at least 1
        InputStream open(long first, long count) throws IOException;
    }

    private record Part(long first, long last) {}

    Answer answer(Call call) {
        String quoted = "\"" + tag + "\"";
        if (call.header("If-None-Match")
                .filter(t -> t.equals("*") || t.contains(quoted))
                .isPresent()) {
            return new Answer(304, java.util.Map.of(), new Answer.None()).header("ETag", quoted);
        }
        boolean current = call.header("If-Range").map(quoted::equals).orElse(true);
        Optional<Part> part = current ? call.header("Range").flatMap(this::part) : Optional.empty();
        long first = part.map(Part::first).orElse(0L);
        long count = part.map(p -> p.last() - p.first() + 1).orElse(length);
        Answer answer = Answer.stream(type, count, out -> {
                    if (count > 0) {
                        try (InputStream in = opener.open(first, count)) {
                            in.transferTo(out);
                        }
                    }
                })
                .header("ETag", quoted)
                .header("Accept-Ranges", "bytes");
        return part.map(p -> answer.status(206)
                        .header("Content-Range", "bytes " + p.first() + "-" + p.last() + "/" + length))
                .orElse(answer);
    }

    private Optional<Part> part(String header) {
        Matcher m = RANGE.matcher(header);
        if (!m.matches() || m.group(1).isEmpty() && m.group(2).isEmpty()) {
            return Optional.empty();
        }
        long first =
                m.group(1).isEmpty() ? Math.max(0, length - Long.parseLong(m.group(2))) : Long.parseLong(m.group(1));
        long last = m.group(1).isEmpty() || m.group(2).isEmpty()
                ? length - 1
                : Math.min(length - 1, Long.parseLong(m.group(2)));
        if (!m.group(1).isEmpty() && !m.group(2).isEmpty() && Long.parseLong(m.group(2)) < first) {
            return Optional.empty();
        }
        if (first >= length || last < first) {
            throw Refusal.of(Code.RANGE_NOT_SATISFIABLE, "The file has " + length + " bytes.")
                    .with("length", length)
                    .exception();
        }
        return Optional.of(new Part(first, last));
    }
}
