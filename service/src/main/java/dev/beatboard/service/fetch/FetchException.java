package dev.beatboard.service.fetch;

import java.io.IOException;

/// Why nothing was brought. The message is for whoever gave the URL; it names the host at most,
/// as the rest may hold secrets, and tells nothing about our network.
public final class FetchException extends IOException {

    /// What went wrong.
    public enum Reason {
        /// Not a URL with http or https and a host.
        INVALID_URL,
        /// A user's name or password inside the URL.
        CREDENTIALS_IN_URL,
        REFUSED_PORT,
        /// The host is, or resolves to, an address that we do not reach for.
        REFUSED_ADDRESS,
        TOO_MANY_REDIRECTS,
        /// The name does not resolve, nobody listens, or encryption failed.
        UNREACHABLE,
        TIMEOUT,
        TOO_LARGE,
        /// The answer ended early.
        INCOMPLETE,
        /// Not HTTP, or headers beyond measure.
        BAD_ANSWER,
        /// Another status than 200.
        STATUS,
        /// Too many others are being fetched.
        BUSY
    }

    private final Reason reason;
    private final int status;

    FetchException(Reason reason, String message) {
        this(reason, 0, message);
    }

    FetchException(Reason reason, int status, String message) {
        super(message);
        this.reason = reason;
        this.status = status;
    }

    public Reason reason() {
        return reason;
    }

    /// The HTTP status if that is the reason, else 0.
    public int status() {
        return status;
    }
}
