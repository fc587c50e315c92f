package dev.beatboard.service.generation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// News of one account for somebody who watches. What comes while nobody looks is put together, so
/// that a slow watcher holds up nobody and takes no more memory than there are generations.
public final class Subscription implements AutoCloseable {

    private static final int MOST = 1000;

    private final NewsWire wire;
    private final UUID account;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private Map<UUID, TreeSet<Integer>> changed = new LinkedHashMap<>();
    private boolean missed;

    Subscription(NewsWire wire, UUID account) {
        this.wire = wire;
        this.account = account;
    }

    /// What is new.
    ///
    /// @param changed generations, each with the frames of which pictures have come
    /// @param missed whether there may be more news than these
    public record Batch(Map<UUID, TreeSet<Integer>> changed, boolean missed) {

        public boolean isEmpty() {
            return changed.isEmpty() && !missed;
        }
    }

    void add(News news) {
        lock.lock();
        try {
            if (changed.size() < MOST || changed.containsKey(news.generation())) {
                changed.computeIfAbsent(news.generation(), _ -> new TreeSet<>()).addAll(news.frames());
            } else {
                missed = true;
            }
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    void missed() {
        lock.lock();
        try {
            missed = true;
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for news, and takes them.
    ///
    /// @return an empty batch if there are none in that time
    public Batch await(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (changed.isEmpty() && !missed && left > 0) {
                left = something.awaitNanos(left);
            }
            Batch batch = new Batch(changed, missed);
            changed = new LinkedHashMap<>();
            missed = false;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        wire.remove(this, account);
    }
}
