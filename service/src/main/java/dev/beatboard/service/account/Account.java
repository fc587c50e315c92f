package dev.beatboard.service.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/// An organisation, or somebody alone: who pays.
///
/// @param plan the name of its plan
/// @param store where that was bought: `web`, `ios` or `android`
/// @param zone whose days and months its grants follow
public record Account(
        UUID id, String name, String plan, String store, ZoneId zone, Instant created, Optional<Instant> closed) {}
