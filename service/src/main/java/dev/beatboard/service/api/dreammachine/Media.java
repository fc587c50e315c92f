package dev.beatboard.service.api.dreammachine;

import dev.beatboard.service.api.form.Form;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `media`: what is to be modified or reframed. The engine renders what it made itself, so that has
/// to be a generation of ours: by `generation_id` (our field), or by a link to one of its files,
/// expired or not: whose it is, is checked afterwards.
final class Media {

    private static final int LONGEST_URL = 4_000;
    private static final Pattern OURS =
            Pattern.compile("/files/accounts/[0-9a-f-]{36}/generations/([0-9a-f-]{36})/[^?]+(?:[?].*)?");

    private final Supplier<String> origin;

    /// @param origin of the service as clients see it
    Media(Supplier<String> origin) {
        this.origin = origin;
    }

    /// The generation that is meant.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException 400 if there is none, or it is footage
    ///     of others
    UUID of(Form request, String verb) {
        Optional<Form> media = request.object("media");
        Optional<UUID> id = media.flatMap(m -> m.id("generation_id"));
        Optional<String> url = media.flatMap(m -> m.text("url", LONGEST_URL));
        media.ifPresent(Form::rest);
        request.findings().check();
        if (id.isEmpty() && url.isEmpty()) {
            throw Refusal.of(Code.INVALID_REQUEST, "Media is required").exception();
        }
        return id.or(() -> url.flatMap(this::generation))
                .orElseThrow(() -> Refusal.of(
                                Code.NOT_SUPPORTED,
                                "media has to be a link to a file of one of your generations here: the engine renders a directed"
                                        + " world, so it can " + verb
                                        + " what it made itself, exactly, and cannot repaint footage"
                                        + " or pictures of others.")
                        .withStatus(400)
                        .exception());
    }

    private Optional<UUID> generation(String url) {
        String own = origin.get();
        if (!url.startsWith(own)) {
            return Optional.empty();
        }
        Matcher m = OURS.matcher(url.substring(own.length()));
        try {
            return m.matches() ? Optional.of(UUID.fromString(m.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
