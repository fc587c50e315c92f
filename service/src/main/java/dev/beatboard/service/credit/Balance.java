package dev.beatboard.service.credit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an account has.
///
/// @param available for new work
/// @param held for work under way
/// @param pockets that hold anything, in the order in which they are used
/// @param nextGrantAt empty if the plan grants nothing
public record Balance(long available, long held, List<Pocket> pockets, Optional<Instant> nextGrantAt) {

    /// Credits of one kind and period.
    ///
    /// @param kind `daily`, `monthly`, `bought` or `given`
    /// @param period the local day or the first one of the month (`2026-11-28`), or the reference
    ///     of what was bought or given
    /// @param endsAt empty if it never does
    public record Pocket(String kind, String period, long available, long held, Optional<Instant> endsAt) {}
}
