package dev.beatboard.track;

/// Where a point is in the picture, whether or not anything stands before it.
///
/// @param x pixels from the left edge of the picture; may lie outside of it
/// @param y pixels from the top edge
/// @param depth meters along the optical axis, positive
/// @param inside whether it is within the picture
public record ImagePoint(double x, double y, double depth, boolean inside) {}
