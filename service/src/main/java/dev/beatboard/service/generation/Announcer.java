package dev.beatboard.service.generation;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Tells those who asked for it that a generation's state has changed. Called in the transaction
/// that changes it, so that nobody is told of what did not happen, and nothing that happened is
/// left untold.
public interface Announcer {

    /// @param h of the transaction
    /// @param g as it is now
    void changed(Handle h, Generation g, Instant now);
}
