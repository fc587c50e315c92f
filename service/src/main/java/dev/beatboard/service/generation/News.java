package dev.beatboard.service.generation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// That something about a generation is new, as processes tell each other on
/// [Generations#CHANNEL]: `GENERATION ACCOUNT [FRAME,FRAME...]`.
///
/// @param frames of which small pictures have come; often none
public record News(UUID generation, UUID account, List<Integer> frames) {

    /// A message may have 8000 bytes.
    private static final int MOST_FRAMES = 1000;

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f-]{36}) ([0-9a-f-]{36})(?: (\\d{1,6}(?:,\\d{1,6}){0,999}))?");

    public News {
        frames = frames.stream().limit(MOST_FRAMES).toList();
    }

    /// That a generation is not as it was.
    static News of(Generation g) {
        return new News(g.id(), g.account(), List.of());
    }

    String text() {
        return generation + " " + account
                + (frames.isEmpty()
                        ? ""
                        : " " + frames.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /// Empty if the message is none.
    static Optional<News> of(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new News(
                    UUID.fromString(m.group(1)),
                    UUID.fromString(m.group(2)),
                    m.group(3) == null
                            ? List.of()
                            : Stream.of(m.group(3).split(","))
                                    .map(Integer::valueOf)
                                    .toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
