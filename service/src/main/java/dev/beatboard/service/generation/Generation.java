package dev.beatboard.service.generation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// An order, how far it is and what came of it.
///
/// @param project that it is a take of
/// @param parent of which it is an edit, a retry or another shape
/// @param key that ordered it
/// @param type what the client calls it, such as `video_reframe`
/// @param model as the client named it
/// @param request as it came, without media
/// @param source the shot file as JSON text
/// @param lane `fast` or `relaxed`
/// @param firstFrame of the clip that is rendered, as `lastFrame`, both included
/// @param framesDone that are rendered or kept
/// @param framesKept that were not rendered again
/// @param price credits that were held
/// @param charged credits that were settled
/// @param endUser of the client, as the client calls that one
public record Generation(
        UUID id,
        UUID account,
        Optional<UUID> project,
        Optional<UUID> parent,
        Optional<UUID> key,
        Dialect dialect,
        Kind kind,
        String type,
        String model,
        JsonNode request,
        String source,
        RenderTerms terms,
        String title,
        State state,
        String lane,
        int firstFrame,
        int lastFrame,
        int framesDone,
        int framesKept,
        long price,
        long charged,
        List<Notice> warnings,
        Optional<FailureCode> failureCode,
        Optional<String> failureReason,
        Optional<String> callbackUrl,
        Optional<String> endUser,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    public Generation {
        warnings = List.copyOf(warnings);
    }

    /// How many frames it has.
    public int frames() {
        return lastFrame - firstFrame + 1;
    }

    /// Where its files are in the object store.
    public String folder() {
        return folder(account, id);
    }

    static String folder(UUID account, UUID id) {
        return "accounts/" + account + "/generations/" + id;
    }
}
