package dev.beatboard.service.credit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A movement as its account sees it: by how much each sum changed.
///
/// @param id also the cursor for what came before
/// @param kind `grant`, `purchase`, `hold`, `settle`, `release`, `expire` or `correction`
/// @param generation that it is for, if any
/// @param reference what a grant, purchase or correction is for, else empty
public record Entry(
        long id,
        String kind,
        Instant at,
        Optional<UUID> generation,
        String reference,
        String note,
        long available,
        long held,
        long spent,
        long expired) {}
