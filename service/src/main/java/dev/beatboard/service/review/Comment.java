package dev.beatboard.service.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Something that somebody says about a frame.
///
/// @param review by which link it came; empty if a member wrote it
/// @param generation of which the frame is; empty for the shot itself
/// @param spot where in the picture
/// @param resolved when a member said that it is done
public record Comment(
        UUID id,
        UUID project,
        Optional<UUID> review,
        Optional<UUID> generation,
        int frame,
        Optional<Spot> spot,
        String author,
        String text,
        Instant created,
        Optional<Instant> resolved) {

    /// A place in a picture, from its upper left corner, as parts of its width and height.
    ///
    /// @param x 0 to 1
    /// @param y 0 to 1
    public record Spot(double x, double y) {}
}
