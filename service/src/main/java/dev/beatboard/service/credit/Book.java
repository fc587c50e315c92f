package dev.beatboard.service.credit;

import java.util.Locale;

/// Where credits are. All books together always sum to nothing.
enum Book {
    /// Where they come from: minus all that was ever given.
    ISSUED,
    AVAILABLE,
    HELD,
    SPENT,
    EXPIRED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
