package dev.beatboard.service.database;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// Identifiers of version 7 (RFC 9562): the time in milliseconds, then chance, so that they sort by
/// when they were made.
public final class Ids {

    private static final SecureRandom CHANCE = new SecureRandom();

    private Ids() {}

    public static UUID next(Instant now) {
        long high = now.toEpochMilli() << 16 | 0x7000L | CHANCE.nextInt(1 << 12);
        long low = 0x8000_0000_0000_0000L | CHANCE.nextLong() >>> 2;
        return new UUID(high, low);
    }

    /// The smallest identifier that can be made at that time.
    public static UUID first(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }
}
