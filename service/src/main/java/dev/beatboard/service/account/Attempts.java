package dev.beatboard.service.account;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// How often something may be tried under one name, such as an e-mail address or a network address:
/// a number at once, which comes back evenly over a period. Kept in memory and bounded: those that
/// were not used for longest are forgotten first.
final class Attempts {

    private static final int MOST = 100_000;

    private final int number;
    private final Duration period;
    private final AtomicLong clock = new AtomicLong();
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    Attempts(int number, Duration period) {
        this.number = number;
        this.period = period;
    }

    /// Counts one.
    ///
    /// @throws Refusal (TOO_MANY) if there are none left, with when there is one again
    void take(String name, Instant now) {
        ConsumptionProbe probe = bucket(name, now).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw new Refusal(
                    Refusal.Kind.TOO_MANY,
                    "",
                    "Too many attempts; try again in " + Math.max(1, wait.toSeconds()) + " seconds.",
                    wait);
        }
    }

    /// Gives back all, after one that succeeded.
    void clear(String name) {
        synchronized (buckets) {
            buckets.remove(name);
        }
    }

    private Bucket bucket(String name, Instant now) {
        synchronized (buckets) {
            // A clock that was set back does not lock anybody out.
            long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
            clock.accumulateAndGet(nanos, Math::max);
            return buckets.computeIfAbsent(
                    name,
                    n -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(number).refillGreedy(number, period))
                            .withCustomTimePrecision(new Clock(clock))
                            .build());
        }
    }

    /// What counts as one client: an IPv4 address, or the first 64 bits of one of IPv6, as whoever
    /// has one there has them all.
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = java.net.InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 4
                    ? java.net.InetAddress.getByAddress(bytes).getHostAddress()
                    : java.util.HexFormat.of().formatHex(bytes, 0, 8);
        } catch (IllegalArgumentException | java.net.UnknownHostException e) {
            return address;
        }
    }

    private record Clock(AtomicLong nanos) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
