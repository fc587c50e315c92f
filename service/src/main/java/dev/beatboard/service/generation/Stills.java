package dev.beatboard.service.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.beatboard.Director;
import dev.beatboard.Take;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.shot.Sizes;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.commons.codec.digest.DigestUtils;

/// Single frames of shots as small drafts in JPEG, drawn when they are asked for: for browsers that
/// cannot draw in 3D, and for reviews. One is drawn at a time, and the last ones are kept in memory.
public final class Stills {

    /// Pixels on the longer side.
    public static final int LEAST = 160;

    public static final int USUAL = 384;
    public static final int MOST = 640;

    private static final long KEPT_BYTES = 32L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Director director;
    private final Takes takes;
    private final ReentrantLock drawing = new ReentrantLock();
    private final Cache<String, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .<String, byte[]>weigher((_, bytes) -> bytes.length)
            .build();

    public Stills(Director director, Takes takes) {
        this.director = director;
        this.takes = takes;
    }

    /// A still.
    ///
    /// @param tag the same for the same picture
    public record Still(byte[] jpeg, String tag) {}

    /// Frame `n` of a shot.
    ///
    /// @param source JSON text of a shot that can be read
    /// @param side pixels on the longer side, from [#LEAST] to [#MOST]
    /// @throws dev.beatboard.service.problem.RefusedException (NOT_FOUND) if the shot has no such
    ///     frame, (UNAVAILABLE) if too many wait
    public Still of(String source, int n, int side) throws IOException {
        String tag = tag(source, n, side);
        byte[] had = kept.getIfPresent(tag);
        if (had != null) {
            return new Still(had, tag);
        }
        try {
            if (!drawing.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            byte[] meanwhile = kept.getIfPresent(tag);
            byte[] jpeg = meanwhile != null ? meanwhile : drawn(source, n, side);
            kept.put(tag, jpeg);
            return new Still(jpeg, tag);
        } finally {
            drawing.unlock();
        }
    }

    private byte[] drawn(String source, int n, int side) throws IOException {
        Take take = takes.of(source, Optional.empty());
        int frames = take.shot().frames();
        if (n >= frames) {
            throw Refusal.of(Code.NOT_FOUND, "There is no frame " + n + ": they are 0 to " + (frames - 1) + ".")
                    .exception();
        }
        return SmallPicture.jpeg(director.still(take, n, size(take.shot().aspect(), side)), side);
    }

    /// Even sizes, as renderers want them.
    private static Sizes.Size size(double aspect, int side) {
        int other = 2 * Math.max(1, (int) Math.round(side / Math.max(aspect, 1 / aspect) / 2));
        int longer = side - side % 2;
        return aspect >= 1 ? new Sizes.Size(longer, other) : new Sizes.Size(other, longer);
    }

    private static RuntimeException busy() {
        return Refusal.of(Code.UNAVAILABLE, "Too many stills are asked for at the moment.")
                .retryAfter(Duration.ofSeconds(5))
                .exception();
    }

    private static String tag(String source, int n, int side) {
        return DigestUtils.sha256Hex(n + "/" + side + "\n" + source);
    }
}
