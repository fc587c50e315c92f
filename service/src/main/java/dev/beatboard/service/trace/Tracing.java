package dev.beatboard.service.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Tells a collector what was done. Spans are made when it is over, with their times as they were.
///
/// Attributes are named by OpenTelemetry's semantic conventions for HTTP.
public final class Tracing implements AutoCloseable {

    private static final String PATH = "/v1/traces";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_WAITING = 4096;
    private static final int FAULT = 500;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("beatboard.outcome");

    private final InstantSource clock;
    private final Optional<SdkTracerProvider> provider;
    private final Optional<Tracer> tracer;

    private Tracing(InstantSource clock, Optional<SdkTracerProvider> provider) {
        this.clock = clock;
        this.provider = provider;
        this.tracer = provider.map(p -> p.get("beatboard"));
    }

    /// @param collector such as `http://collector:4318`; empty for no traces at all
    /// @param version of the program
    public static Tracing to(Optional<URI> collector, String version, InstantSource clock) {
        return new Tracing(clock, collector.map(c -> provider(c, version)));
    }

    private static SdkTracerProvider provider(URI collector, String version) {
        String path = Optional.ofNullable(collector.getPath()).orElse("");
        String endpoint =
                path.isEmpty() || path.equals("/") ? collector.resolve(PATH).toString() : collector.toString();
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint)
                .setTimeout(PATIENCE)
                .build();
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(
                        AttributeKey.stringKey("service.name"),
                        "beatboard",
                        AttributeKey.stringKey("service.version"),
                        version)))
                .addSpanProcessor(BatchSpanProcessor.builder(new HeardExporter(exporter))
                        .setMaxQueueSize(MOST_WAITING)
                        .build())
                .build();
    }

    /// A request was answered just now.
    ///
    /// @param route the template of its address
    public void request(String method, String route, int status, Duration took) {
        tracer.ifPresent(t -> {
            String known = METHODS.contains(method) ? method : "OTHER";
            Span span = begun(t.spanBuilder(known + " " + route).setSpanKind(SpanKind.SERVER), took)
                    .setAttribute(METHOD, known)
                    .setAttribute(ROUTE, route)
                    .setAttribute(STATUS, (long) status);
            if (status >= FAULT) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end(clock.instant());
        });
    }

    /// A worker has left a chunk of frames just now.
    ///
    /// @param outcome `done`, `failed` or `abandoned`
    public void chunk(String outcome, Duration took) {
        tracer.ifPresent(t -> {
            Span span = begun(t.spanBuilder("chunk").setSpanKind(SpanKind.INTERNAL), took)
                    .setAttribute(OUTCOME, outcome);
            if (outcome.equals("failed")) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end(clock.instant());
        });
    }

    private Span begun(SpanBuilder builder, Duration took) {
        Instant from = clock.instant().minus(took);
        return builder.setParent(Context.root()).setStartTimestamp(from).startSpan();
    }

    /// Sends what is left, for some seconds at most.
    @Override
    public void close() {
        provider.ifPresent(p -> p.shutdown().join(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }
}
