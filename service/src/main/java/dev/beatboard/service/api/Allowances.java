package dev.beatboard.service.api;

import dev.beatboard.service.account.Caller;
import java.util.Optional;

/// How many requests a minute are allowed.
@FunctionalInterface
public interface Allowances {

    /// @param caller empty for an address
    /// @return at least 1
    int perMinute(Throttle throttle, Optional<Caller> caller);
}
