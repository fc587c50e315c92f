package dev.beatboard.service.credit;

import java.util.Locale;

/// What a journal is about.
enum Movement {
    GRANT,
    PURCHASE,
    HOLD,
    SETTLE,
    RELEASE,
    EXPIRE,
    CORRECTION;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
