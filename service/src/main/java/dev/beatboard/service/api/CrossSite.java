package dev.beatboard.service.api;

import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Refuses what another site's page sends with our visitor's cookie. Browsers say where a request
/// comes from, and pages cannot change that: `Sec-Fetch-Site`, or `Origin` in older ones.
/// Source: OWASP, Cross-Site Request Forgery Prevention, "Fetch Metadata headers".
final class CrossSite {

    private final Optional<String> origin;

    CrossSite(Optional<String> origin) {
        this.origin = origin;
    }

    /// @throws dev.beatboard.service.problem.RefusedException if it is not surely our own page's
    void check(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String from = request.getHeader("Origin");
        boolean ours = from != null
                ? from.equals(origin.orElseGet(() -> request.getScheme() + "://" + request.getHeader("Host")))
                        && (site == null || site.equals("same-origin"))
                : "same-origin".equals(site);
        if (!ours) {
            throw Refusal.of(
                            Code.CROSS_SITE,
                            "A session's changes are taken from our own pages only; programs use an API key.")
                    .exception();
        }
    }
}
