package dev.beatboard.service.api;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/// The cookie in which a browser keeps its session: not readable by scripts, not sent along from
/// other sites.
public final class SessionCookie {

    private final boolean tls;

    public SessionCookie(boolean tls) {
        this.tls = tls;
    }

    /// Whether it is sent by TLS only.
    public boolean isSecure() {
        return tls;
    }

    /// With the prefix `__Host-`, a browser takes it by TLS and from this very host only.
    String name() {
        return tls ? "__Host-beatboard" : "beatboard_session";
    }

    /// The value of `Set-Cookie` that begins a session.
    public String begin(String token, Duration lasts) {
        return name() + "=" + token + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + lasts.toSeconds()
                + (tls ? "; Secure" : "");
    }

    /// The value of `Set-Cookie` that ends it.
    public String end() {
        return begin("", Duration.ZERO);
    }

    /// The token that a request brings, if it does.
    public Optional<String> token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name()) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
