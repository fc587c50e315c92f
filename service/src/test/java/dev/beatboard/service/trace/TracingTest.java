package dev.beatboard.service.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracingTest {

    private static Tracing to(Optional<URI> collector) {
        return Tracing.to(collector, "1.2.3", InstantSource.system());
    }

    @Test
    void sendsASpanForEachRequestAndChunk() throws Exception {
        try (Collector collector = new Collector()) {
            try (Tracing tracing = to(Optional.of(collector.url()))) {
                tracing.request("GET", "/v1/projects/{id}", 404, Duration.ofMillis(12));
                tracing.request("BREW", "unmatched", 503, Duration.ofMillis(1));
                tracing.chunk("done", Duration.ofSeconds(3));
            }
            assertThat(collector.paths()).containsOnly("POST /v1/traces application/x-protobuf");
            assertThat(collector.text())
                    .contains("beatboard", "1.2.3", "GET /v1/projects/{id}", "http.route", "http.response.status_code")
                    .contains("OTHER unmatched", "chunk", "beatboard.outcome", "done")
                    .doesNotContain("BREW");
        }
    }

    @Test
    void withoutACollectorNothingIsSent() {
        try (Tracing tracing = to(Optional.empty())) {
            tracing.request("GET", "/", 200, Duration.ZERO);
            tracing.chunk("done", Duration.ZERO);
        }
    }

    @Test
    void aCollectorThatIsAwayHoldsNobodyUp() {
        long before = System.nanoTime();
        try (Tracing tracing = to(Optional.of(URI.create("http://127.0.0.1:1")))) {
            for (int i = 0; i < 10_000; i++) {
                tracing.request("GET", "/", 200, Duration.ofMillis(1));
            }
            assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
        }
    }
}
