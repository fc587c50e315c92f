package dev.beatboard.stage.cast;

/// Something of a performer's looks that was chosen unasked or could not be had as asked.
///
/// @param slot `hair`, `wardrobe`, `color`
/// @param value what was taken
/// @param reason why
/// @param substituted whether something that was asked for is missing from the wardrobe
public record CastNote(int performer, String slot, String value, String reason, boolean substituted) {}
