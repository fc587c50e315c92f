package dev.beatboard.service.api;

import dev.beatboard.service.problem.Refusal;
import java.util.Optional;

/// Knows what an exception of some package means for a client.
@FunctionalInterface
public interface Translator {

    /// Empty if it is not one of those it knows.
    Optional<Refusal> refusal(Throwable thrown);
}
