package dev.beatboard.service.credit;

/// What became of the credits of a generation.
///
/// @param held when it was accepted
/// @param settled for what was delivered
/// @param released the rest; 0 while it is under way
public record Charge(long held, long settled, long released) {}
