package dev.beatboard.service.api.review;

import dev.beatboard.service.review.Comment;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A comment as it is shown.
///
/// @param guest whether somebody with a link said it
/// @param reviewId by which link; for members only
record CommentView(
        UUID id,
        int frame,
        Optional<UUID> generationId,
        String author,
        String text,
        Optional<Double> x,
        Optional<Double> y,
        boolean guest,
        Optional<UUID> reviewId,
        Instant createdAt,
        Optional<Instant> resolvedAt) {

    static CommentView forMembers(Comment c) {
        return of(c, c.review());
    }

    static CommentView forGuests(Comment c) {
        return of(c, Optional.empty());
    }

    private static CommentView of(Comment c, Optional<UUID> review) {
        return new CommentView(
                c.id(),
                c.frame(),
                c.generation(),
                c.author(),
                c.text(),
                c.spot().map(Comment.Spot::x),
                c.spot().map(Comment.Spot::y),
                c.review().isPresent(),
                review,
                c.created(),
                c.resolved());
    }
}
