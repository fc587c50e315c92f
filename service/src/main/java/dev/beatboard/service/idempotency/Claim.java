package dev.beatboard.service.idempotency;

import java.util.Optional;
import java.util.UUID;

/// What is known of a request that wants to be done.
public sealed interface Claim {

    /// It is new: do it, then complete the claim.
    record Fresh() implements Claim {}

    /// It was done; answer the same again.
    ///
    /// @param body JSON
    /// @param generation that came of it, if one did
    record Done(int status, String body, Optional<UUID> generation) implements Claim {}
}
