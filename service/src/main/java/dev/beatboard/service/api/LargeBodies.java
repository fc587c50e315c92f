package dev.beatboard.service.api;

import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The memory that large bodies share, so that many at once cannot use up all.
final class LargeBodies {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore kilobytes;
    private final int all;

    LargeBodies(long bytes) {
        this.all = Math.toIntExact(bytes >> 10);
        this.kilobytes = new Semaphore(all, true);
    }

    /// Waits for its share.
    ///
    /// @return how much to give back
    int take(long bytes) {
        int share = Math.toIntExact(Math.min(all, (bytes >> 10) + 1));
        try {
            if (kilobytes.tryAcquire(share, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return share;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.of(Code.UNAVAILABLE, "Many large bodies are being read; send this one again in a moment.")
                .retryAfter(Duration.ofSeconds(5))
                .exception();
    }

    void giveBack(int share) {
        kilobytes.release(share);
    }
}
