package dev.beatboard.service.api.health;

import java.util.function.BooleanSupplier;

/// A part of the service that has to answer before requests may come.
///
/// @param name such as `database`
/// @param holds asked at each probe; it should answer within seconds
public record Check(String name, BooleanSupplier holds) {}
