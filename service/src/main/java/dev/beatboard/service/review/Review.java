package dev.beatboard.service.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A link to a project, for people without an account.
///
/// @param comments whether guests may say something
/// @param ended when a member ended it
public record Review(
        UUID id,
        UUID project,
        String title,
        boolean comments,
        Instant created,
        Instant expires,
        Optional<Instant> ended) {

    /// `active`, `expired` or `ended`.
    public String state(Instant now) {
        return ended.isPresent() ? "ended" : expires.isAfter(now) ? "active" : "expired";
    }
}
