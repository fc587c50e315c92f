package dev.beatboard.service.account;

import java.time.Duration;

/// Why something is not done, for whoever asked. The message never holds a secret.
public final class Refusal extends RuntimeException {

    /// What kind of no it is; the API has a status for each.
    public enum Kind {
        /// A field is wrong.
        INVALID,
        /// Nobody is signed in by this: wrong, expired or revoked.
        UNAUTHENTICATED,
        /// Known, but not allowed to.
        FORBIDDEN,
        NOT_FOUND,
        /// It is not as the request supposes, such as a name that is taken.
        CONFLICT,
        /// Asked too often; [#retryAfter] says when again.
        TOO_MANY,
        /// The server has too much to do; [#retryAfter] says when again.
        BUSY
    }

    private final Kind kind;
    private final String field;
    private final Duration retryAfter;

    Refusal(Kind kind, String field, String message, Duration retryAfter) {
        super(message);
        this.kind = kind;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    static Refusal of(Kind kind, String message) {
        return new Refusal(kind, "", message, Duration.ZERO);
    }

    static Refusal invalid(String field, String message) {
        return new Refusal(Kind.INVALID, field, message, Duration.ZERO);
    }

    /// A client's text, short enough and without control characters, to be repeated to it.
    static String quoted(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return "\"" + (plain.length() > 60 ? plain.substring(0, 60) + "..." : plain) + "\"";
    }

    public Kind kind() {
        return kind;
    }

    /// The field that is wrong, empty if it is none.
    public String field() {
        return field;
    }

    /// When to try again; zero if that is of no use.
    public Duration retryAfter() {
        return retryAfter;
    }
}
