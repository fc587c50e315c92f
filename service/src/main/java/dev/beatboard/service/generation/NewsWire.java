package dev.beatboard.service.generation;

import dev.beatboard.service.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of all [News] over one connection to the database and hands them to whoever subscribed. When
/// the database was away, subscribers are told that they may have missed something.
public final class NewsWire implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NewsWire.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /// How often the connection is asked whether it is still one.
    private static final Duration PROBE = Duration.ofSeconds(15);

    private static final int MOST_PER_ACCOUNT = 20;

    private final Database database;
    private final Map<UUID, Set<Subscription>> subscriptions = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    public NewsWire(Database database) {
        this.database = database;
        this.thread = Thread.ofPlatform().daemon().name("news").start(this::run);
    }

    /// How many may listen for one account in this process.
    public static int mostPerAccount() {
        return MOST_PER_ACCOUNT;
    }

    /// Listens for an account until the subscription is closed.
    ///
    /// @return empty if as many do already as may
    public Optional<Subscription> subscribe(UUID account) {
        AtomicInteger count = counts.computeIfAbsent(account, _ -> new AtomicInteger());
        if (count.incrementAndGet() > MOST_PER_ACCOUNT) {
            count.decrementAndGet();
            return Optional.empty();
        }
        Subscription s = new Subscription(this, account);
        subscriptions.compute(account, (_, there) -> {
            Set<Subscription> all = there == null ? ConcurrentHashMap.newKeySet() : there;
            all.add(s);
            return all;
        });
        return Optional.of(s);
    }

    void remove(Subscription s, UUID account) {
        subscriptions.computeIfPresent(account, (_, all) -> {
            if (all.remove(s)) {
                AtomicInteger count = counts.get(account);
                if (count != null) {
                    count.decrementAndGet();
                }
            }
            return all.isEmpty() ? null : all;
        });
    }

    private void run() {
        boolean complained = false;
        while (closed.getCount() > 0) {
            try (Connection c = database.source().getConnection()) {
                listen(c);
            } catch (SQLException | RuntimeException e) {
                if (!complained && closed.getCount() > 0) {
                    LOG.warn("News of generations are cut off: {}", e.getMessage());
                }
                complained = true;
            }
            pause();
        }
    }

    private void pause() {
        try {
            boolean ended = closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                LOG.debug("No more news.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    private void listen(Connection c) throws SQLException {
        PGConnection pg = c.unwrap(PGConnection.class);
        try (Statement s = c.createStatement()) {
            s.execute("listen " + Generations.CHANNEL);
            subscriptions.values().forEach(all -> all.forEach(Subscription::missed));
            long probed = System.nanoTime();
            while (closed.getCount() > 0) {
                PGNotification[] some = pg.getNotifications((int) LOOK.toMillis());
                if (some != null) {
                    for (PGNotification n : some) {
                        News.of(n.getParameter()).ifPresent(this::hand);
                    }
                }
                if (System.nanoTime() - probed > PROBE.toNanos()) {
                    s.execute("select 1");
                    probed = System.nanoTime();
                }
            }
            s.execute("unlisten *");
        }
    }

    private void hand(News news) {
        subscriptions.getOrDefault(news.account(), Set.of()).forEach(s -> s.add(news));
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
