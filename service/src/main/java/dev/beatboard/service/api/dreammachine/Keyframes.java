package dev.beatboard.service.api.dreammachine;

import dev.beatboard.service.api.form.Form;
import dev.beatboard.service.api.order.Reference;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// `keyframes`: what the first and the last frame are to be like, a picture or an earlier
/// generation each.
record Keyframes(Optional<Reference> first, Optional<Reference> last) {

    static final Keyframes NONE = new Keyframes(Optional.empty(), Optional.empty());

    private static final int LONGEST_URL = 4_000;

    /// @throws dev.beatboard.service.problem.RefusedException 400 if the field is there and empty
    static Keyframes of(Form request) {
        Optional<Form> frames = request.object("keyframes");
        if (frames.isEmpty()) {
            return NONE;
        }
        Form f = frames.get();
        Keyframes k = new Keyframes(frame(f, "frame0"), frame(f, "frame1"));
        boolean none = !f.has("frame0") && !f.has("frame1");
        f.rest();
        if (none) {
            throw Refusal.of(Code.INVALID_REQUEST, "No keyframes provided").exception();
        }
        return k;
    }

    private static Optional<Reference> frame(Form frames, String name) {
        return frames.object(name).flatMap(f -> {
            Optional<String> type = f.choice("type", List.of("image", "generation"));
            Optional<String> url = f.text("url", LONGEST_URL);
            Optional<UUID> id = f.id("id");
            f.rest();
            String field = frames.field(name);
            if (type.isEmpty()) {
                if (!f.has("type")) {
                    f.findings().wrong(f.pointer("type"), f.field("type") + " is needed: image or generation.");
                }
                return Optional.empty();
            }
            boolean image = type.get().equals("image");
            if (image && !f.has("url")) {
                f.findings().wrong(f.pointer("url"), f.field("url") + " is needed with type image.");
            }
            if (!image && !f.has("id")) {
                f.findings().wrong(f.pointer("id"), f.field("id") + " is needed with type generation.");
            }
            return image ? url.map(u -> Reference.picture(field, u)) : id.map(i -> Reference.generation(field, i));
        });
    }

    List<Reference> all() {
        return Stream.of(first, last).flatMap(Optional::stream).toList();
    }

    /// Why such a film cannot be looped, in the vendor's words; empty if it can.
    /// Source: https://docs.lumalabs.ai/docs/errors.
    Optional<String> loopRefusal() {
        if (last.isEmpty()) {
            return Optional.empty();
        }
        boolean lastFilm = last.get().generation().isPresent();
        if (first.isEmpty()) {
            return Optional.of(
                    lastFilm ? "Loop is not supported for extend reverse" : "Loop is not supported for end frame");
        }
        boolean firstFilm = first.get().generation().isPresent();
        if (firstFilm && lastFilm) {
            return Optional.of("Loop is not supported for interpolate between two videos");
        }
        if (firstFilm) {
            return Optional.of("Loop is not supported for interpolate video to image");
        }
        return Optional.of(
                lastFilm
                        ? "Loop is not supported for interpolate image to video"
                        : "Loop is not supported for keyframes");
    }
}
