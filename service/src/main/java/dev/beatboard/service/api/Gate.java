package dev.beatboard.service.api;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Decides whether a request may go on to its route: who it is, whether that one may, and whether
/// not too often.
final class Gate {

    /// Failed keys that an address may present a minute; far fewer than would find one, enough for
    /// a farm with an old key to be noticed.
    private static final int WRONG_KEYS = 60;

    private final Callers callers;
    private final Allowances allowances;
    private final RateLimits limits;
    private final CrossSite crossSite;
    private final SessionCookie cookie;

    Gate(Callers callers, Allowances allowances, RateLimits limits, CrossSite crossSite, SessionCookie cookie) {
        this.callers = callers;
        this.allowances = allowances;
        this.limits = limits;
        this.crossSite = crossSite;
        this.cookie = cookie;
    }

    /// @return who it is; empty if the route is open
    Optional<Caller> pass(
            HttpServletRequest request, HttpServletResponse response, Route route, InetAddress address, Instant now) {
        if (route.access() instanceof Access.Open) {
            if (route.throttle() != Throttle.NONE) {
                limit(response, route.throttle(), Optional.empty(), ClientAddress.counted(address));
            }
            return Optional.empty();
        }
        if (route.access() instanceof Access.Operator) {
            operator(request, address);
            limit(response, route.throttle(), Optional.empty(), ClientAddress.counted(address));
            return Optional.empty();
        }
        Caller caller = authenticate(request, route, address, now);
        if (route.access() instanceof Access.Scoped scoped && !caller.may(scoped.scope())) {
            throw Refusal.of(
                            Code.FORBIDDEN,
                            "This needs the scope " + scoped.scope().label() + ", which the "
                                    + (caller.key().isPresent() ? "key" : "person") + " does not have.")
                    .with("scope", scoped.scope().label())
                    .exception();
        }
        if (route.throttle() != Throttle.NONE) {
            limit(
                    response,
                    route.throttle(),
                    Optional.of(caller),
                    caller.account().toString());
        }
        return Optional.of(caller);
    }

    private Caller authenticate(HttpServletRequest request, Route route, InetAddress address, Instant now) {
        String authorization = request.getHeader("Authorization");
        boolean person = route.access() instanceof Access.Person;
        if (authorization != null && !person) {
            String token = bearer(authorization);
            return callers.byKey(token, now).orElseThrow(() -> {
                wrong(address);
                return unauthenticated("The key is wrong, expired or revoked.");
            });
        }
        Optional<String> session = cookie.token(request);
        if (session.isEmpty()) {
            throw unauthenticated(
                    person ? "Sign in first; a key does not do here." : "Send the header Authorization: Bearer bb_...");
        }
        if (Method.valueOf(request.getMethod().equals("HEAD") ? "GET" : request.getMethod())
                .isUnsafe()) {
            crossSite.check(request);
        }
        return callers.bySession(session.get(), now).orElseThrow(() -> {
            wrong(address);
            return unauthenticated("The session has ended; sign in again.");
        });
    }

    private void operator(HttpServletRequest request, InetAddress address) {
        String authorization = request.getHeader("Authorization");
        if (authorization == null) {
            throw unauthenticated("This is for whoever runs the service, with the operator's token as Bearer.");
        }
        if (!callers.operator(bearer(authorization))) {
            wrong(address);
            throw unauthenticated(
                    "This is not the operator's token; operator.token in the settings of the service says which is.");
        }
    }

    private static String bearer(String authorization) {
        String scheme = authorization.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        String token = authorization
                .substring(Math.min(authorization.length(), scheme.length() + 1))
                .strip();
        if (!scheme.equals("bearer") || token.isEmpty() || token.length() > 512) {
            throw unauthenticated("The Authorization header has the form: Bearer bb_...");
        }
        return token;
    }

    /// Whoever guesses is told to wait, and only after having failed.
    private void wrong(InetAddress address) {
        RateLimits.Verdict verdict = limits.take(Throttle.NONE, ClientAddress.counted(address), WRONG_KEYS);
        if (!verdict.allowed()) {
            throw Refusal.of(Code.RATE_LIMITED, "Too many wrong keys from this address.")
                    .retryAfter(Duration.ofSeconds(verdict.pause()))
                    .exception();
        }
    }

    private void limit(HttpServletResponse response, Throttle throttle, Optional<Caller> caller, String who) {
        RateLimits.Verdict verdict = limits.take(throttle, who, allowances.perMinute(throttle, caller));
        response.setHeader("X-RateLimit-Limit", Integer.toString(verdict.limit()));
        response.setHeader("X-RateLimit-Remaining", Long.toString(verdict.remaining()));
        response.setHeader("X-RateLimit-Reset", Long.toString(verdict.reset()));
        if (!verdict.allowed()) {
            throw Refusal.of(
                            Code.RATE_LIMITED,
                            "More than " + verdict.limit() + " requests a minute; the next may come in "
                                    + verdict.pause() + " s.")
                    .retryAfter(Duration.ofSeconds(verdict.pause()))
                    .exception();
        }
    }

    private static RuntimeException unauthenticated(String detail) {
        return Refusal.of(Code.UNAUTHENTICATED, detail).exception();
    }
}
