package dev.beatboard.service.api.health;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.beatboard.service.api.Watcher;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/// Counts what happens.
public final class Metrics implements Watcher, AutoCloseable {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    /// For meters of other features.
    public MeterRegistry registry() {
        return registry;
    }

    /// Watches the connections of a pool.
    public void pool(DataSource source) {
        if (source instanceof HikariDataSource hikari) {
            pool(hikari, "active", HikariPoolMXBean::getActiveConnections);
            pool(hikari, "idle", HikariPoolMXBean::getIdleConnections);
            pool(hikari, "waiting", HikariPoolMXBean::getThreadsAwaitingConnection);
        }
    }

    private void pool(HikariDataSource hikari, String name, ToDoubleFunction<HikariPoolMXBean> value) {
        Gauge.builder("beatboard.pool." + name, hikari, h -> value.applyAsDouble(h.getHikariPoolMXBean()))
                .register(registry);
    }

    @Override
    public void answered(String method, String route, int status, Duration took) {
        Timer.builder("beatboard.http.requests")
                .tag("method", METHODS.contains(method) ? method : "OTHER")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(took);
    }

    /// In the text form of Prometheus.
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
