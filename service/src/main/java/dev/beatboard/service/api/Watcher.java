package dev.beatboard.service.api;

import java.time.Duration;

/// Is told of every request that was answered.
@FunctionalInterface
public interface Watcher {

    /// @param route the template of the address, or `unmatched`
    void answered(String method, String route, int status, Duration took);
}
