package dev.beatboard.service.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// Counts requests per minute, each name by itself. Allowance flows back evenly, so that there is
/// no edge of a minute at which twice as many get through; at most 100,000 names are remembered,
/// and a name that is not seen for two minutes has its whole allowance anyway.
///
/// Counted in this process only: n servers let through up to n times as many.
final class RateLimits {

    private static final long NAMES = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// What became of one request.
    ///
    /// @param reset seconds until the whole allowance is back, rounded up
    /// @param pause seconds until the next request may come, 0 if this one may
    record Verdict(boolean allowed, int limit, long remaining, long reset, long pause) {}

    private record Name(Throttle throttle, String who, int limit) {}

    private final Cache<Name, Bucket> buckets;
    private final TimeMeter meter;

    RateLimits(InstantSource clock) {
        this.meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                Instant now = clock.instant();
                return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
        this.buckets = Caffeine.newBuilder()
                .maximumSize(NAMES)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .build();
    }

    Verdict take(Throttle throttle, String who, int limit) {
        Bucket bucket = buckets.get(
                new Name(throttle, who, limit),
                n -> Bucket.builder()
                        .addLimit(l -> l.capacity(n.limit()).refillGreedy(n.limit(), MINUTE))
                        .withCustomTimePrecision(meter)
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Verdict(
                probe.isConsumed(),
                limit,
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
