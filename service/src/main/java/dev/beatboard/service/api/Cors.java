package dev.beatboard.service.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/// Lets scripts of chosen other sites call with a key. Cookies are never taken from there.
final class Cors {

    private static final String EXPOSED = "X-Request-Id, X-API-Version, X-RateLimit-Limit, X-RateLimit-Remaining,"
            + " X-RateLimit-Reset, Retry-After, Idempotent-Replayed, Location";
    private static final String TAKEN =
            "Authorization, Content-Type, Idempotency-Key, X-Request-Id, Last-Event-ID, If-Match, Range";

    private final Set<String> origins;

    Cors(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    void headers(HttpServletRequest request, HttpServletResponse response) {
        if (origins.isEmpty()) {
            return;
        }
        response.addHeader("Vary", "Origin");
        String origin = request.getHeader("Origin");
        if (origin == null || !origins.contains(origin)) {
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        if (request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null) {
            response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
            response.setHeader("Access-Control-Allow-Headers", TAKEN);
            response.setHeader("Access-Control-Max-Age", "600");
        }
    }
}
