package dev.beatboard.service.api.order;

import dev.beatboard.service.api.form.Form;
import dev.beatboard.service.plan.Lane;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Our own fields, which vendors' clients may send besides theirs.
///
/// @param seed of all chance in the shot
/// @param strict whether what is not used is an error
public record Extras(
        Optional<Long> seed,
        List<String> formats,
        List<String> layers,
        List<String> colorSpaces,
        Optional<Lane> queue,
        Optional<UUID> project,
        Optional<UUID> parent,
        Optional<String> callbackUrl,
        Optional<String> size,
        boolean burnIn,
        boolean strict) {

    private static final int MOST = 40;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_SIZE = 20;

    public static Extras of(Form f) {
        return new Extras(
                f.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
                f.texts("formats", 0, MOST),
                f.texts("layers", 0, MOST),
                f.texts("color_spaces", 0, MOST),
                f.choice("queue", List.of("fast", "relaxed")).flatMap(Lane::of),
                f.id("project_id"),
                f.id("parent_id"),
                f.text("callback_url", LONGEST_URL),
                f.text("size", LONGEST_SIZE),
                f.flag("burn_in").orElse(false),
                f.flag("strict").orElse(false));
    }
}
