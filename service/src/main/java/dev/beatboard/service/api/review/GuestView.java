package dev.beatboard.service.api.review;

import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Output;
import dev.beatboard.service.review.Review;
import dev.beatboard.service.view.Links;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.shot.ShotReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What guests with a link are shown.
///
/// @param shot as it is now
/// @param generations that are finished, the latest first
/// @param linksExpireAt when the links to files end; to ask again gives fresh ones
record GuestView(
        String title,
        boolean comments,
        Instant expiresAt,
        int revision,
        Instant updatedAt,
        JsonNode shot,
        List<Clip> generations,
        Instant linksExpireAt) {

    /// A finished generation.
    ///
    /// @param frames how many
    /// @param firstFrame its number in the shot
    /// @param videoUrl of the film, or of the picture of a still
    /// @param stills a small picture of each keyframe that is within
    record Clip(
            UUID id,
            Instant createdAt,
            String quality,
            int width,
            int height,
            int firstFrame,
            int frames,
            Optional<Double> framesPerSecond,
            Optional<String> videoUrl,
            List<Still> stills) {}

    /// A keyframe of a finished generation.
    ///
    /// @param prompt by which it was rendered, whatever the shot says now
    record Still(int frame, String prompt, String url) {}

    static GuestView of(Review review, Project project, List<Clip> generations, Links links, Instant now) {
        return new GuestView(
                review.title(),
                review.comments(),
                review.expires(),
                project.revision(),
                project.updatedAt(),
                project.document(),
                generations,
                links.expires(now));
    }

    private static Still still(Generation g, int frame, String prompt, Links links, Instant now) {
        return new Still(frame, prompt, links.preview(g, frame, now));
    }

    /// The project as it is now.
    record Project(int revision, Instant updatedAt, JsonNode document) {}

    static Clip clip(Generation g, List<Output> outputs, Links links, Instant now) {
        Optional<ShotDraft> draft = ShotReader.read(g.source(), "shot.json") instanceof ShotReader.Result.Accepted a
                ? Optional.of(a.draft())
                : Optional.empty();
        return new Clip(
                g.id(),
                g.createdAt(),
                g.terms().quality(),
                g.terms().width(),
                g.terms().height(),
                g.firstFrame(),
                g.frames(),
                draft.map(d -> 1 / d.rate().frameSeconds()),
                outputs.stream()
                        .filter(f -> f.name().equals("clip.mp4"))
                        .findFirst()
                        .map(f -> links.of(f, now)),
                draft.stream()
                        .flatMap(d -> d.keyframes().stream()
                                .map(k -> still(g, d.rate().frameAt(k.at()), k.prompt(), links, now)))
                        .filter(s -> s.frame() >= g.firstFrame() && s.frame() <= g.lastFrame())
                        .toList());
    }
}
