package dev.beatboard.service.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/// Sends by another exporter, and says in our own log, at most once in some minutes, if that fails:
/// the library itself writes to another log, with a stack trace each time.
final class HeardExporter implements SpanExporter {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(HeardExporter.class);
    /// Held here, as loggers that nobody holds forget their level.
    private static final Logger THEIRS = Logger.getLogger("io.opentelemetry");

    private static final long OFTEN = Duration.ofMinutes(5).toNanos();

    private final SpanExporter sender;
    private final AtomicLong said = new AtomicLong(System.nanoTime() - OFTEN);

    HeardExporter(SpanExporter sender) {
        THEIRS.setLevel(Level.OFF);
        this.sender = sender;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = sender.export(spans);
        return result.whenComplete(() -> {
            long now = System.nanoTime();
            long last = said.get();
            if (!result.isSuccess() && now - last >= OFTEN && said.compareAndSet(last, now)) {
                LOG.warn("The collector of traces does not take them; they are dropped meanwhile.");
            }
        });
    }

    @Override
    public CompletableResultCode flush() {
        return sender.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return sender.shutdown();
    }
}
