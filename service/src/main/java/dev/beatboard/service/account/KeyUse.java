package dev.beatboard.service.account;

import dev.beatboard.service.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// When keys were last used: noted in memory, and written once a minute for all of them, so that no
/// request waits for it and a key costs one row a minute at most. A crash loses the last minute.
final class KeyUse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyUse.class);
    private static final int MOST = 100_000;

    private final Database database;
    private final ConcurrentHashMap<UUID, Instant> noted = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("key-use").factory());

    KeyUse(Database database) {
        this.database = database;
        clock.scheduleWithFixedDelay(this::flushQuietly, 1, 1, TimeUnit.MINUTES);
    }

    void note(UUID key, Instant now) {
        if (noted.size() < MOST || noted.containsKey(key)) {
            noted.merge(key, now, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    void flush() {
        Map<UUID, Instant> uses = Map.copyOf(noted);
        if (uses.isEmpty()) {
            return;
        }
        // In one order everywhere, so that two processes cannot lock each other out.
        List<Map.Entry<UUID, Instant>> order =
                uses.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        List<UUID> keys = order.stream().map(Map.Entry::getKey).toList();
        List<String> times = order.stream().map(e -> e.getValue().toString()).toList();
        database.<Integer, RuntimeException>system(h -> h.createUpdate("""
                        update api_key k set last_used_at = greatest(k.last_used_at, u.at::timestamptz)
                        from unnest(:keys, :times) as u (id, at) where k.id = u.id
                        """)
                .bindArray("keys", UUID.class, keys)
                .bindArray("times", String.class, times)
                .execute());
        uses.forEach(noted::remove);
    }

    private void flushQuietly() {
        try {
            flush();
        } catch (RuntimeException e) {
            // They are still noted; the database may be back in a minute.
            LOG.warn("When keys were last used could not be written: {}", e.toString());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        flushQuietly();
    }
}
