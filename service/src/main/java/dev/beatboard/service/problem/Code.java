package dev.beatboard.service.problem;

import java.util.Locale;

/// Why something was refused: a stable name for programs, with the HTTP status that it has unless a
/// refusal says otherwise.
public enum Code {
    INVALID_REQUEST(400, "The request is not valid", "A field has a wrong type, value or size; errors says which."),
    MALFORMED_BODY(400, "The body cannot be read", "It is not JSON, not UTF-8, names a field twice, or is cut off."),
    UNAUTHENTICATED(401, "Nobody is signed in", "The key or the session is missing, wrong, expired or revoked."),
    INSUFFICIENT_CREDITS(402, "Not enough credits", "The account's credits do not suffice for the price."),
    FORBIDDEN(403, "Not allowed", "The caller is known but may not do this; a key may lack the scope."),
    CROSS_SITE(403, "Sent by another site", "A browser's session is accepted from our own pages only."),
    PLAN_LIMIT(403, "Not part of the plan", "The account's plan does not include what was asked for."),
    NOT_FOUND(404, "Not found", "There is no such thing, or it is not the caller's."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "The address exists, but not with this method; see Allow."),
    CONFLICT(409, "Not in this state", "What is there now does not permit the change."),
    REVISION_CONFLICT(409, "Changed by somebody else", "The write is based on an old revision; both are given."),
    IN_PROGRESS(409, "Still being answered", "An earlier request with the same idempotency key is running."),
    GONE(410, "Gone", "It was there and has been deleted or has expired."),
    TOO_LARGE(413, "Too large", "The body, a text or a medium is larger than is allowed."),
    UNSUPPORTED_MEDIA_TYPE(415, "Wrong content type", "The content type of the body is not what the route takes."),
    RANGE_NOT_SATISFIABLE(416, "No such range", "The range lies outside of the file."),
    UNPROCESSABLE(422, "Cannot be done as asked", "Each field is valid, but not together."),
    INVALID_SHOT(422, "The shot is not valid", "The shot has errors; errors says where and what would do."),
    INVALID_MEDIA(422, "The medium cannot be used", "It cannot be fetched or decoded, or is not what it claims."),
    NOT_SUPPORTED(422, "Not supported", "The engine cannot do this; the detail says what comes closest."),
    IDEMPOTENCY_MISMATCH(422, "Key used before", "The idempotency key belongs to a request with another body."),
    RATE_LIMITED(429, "Too many requests", "Requests come faster than allowed; Retry-After says when again."),
    TOO_MANY_JOBS(429, "Too much at once", "As many generations are under way as the plan allows."),
    INTERNAL(500, "A fault of ours", "Something unexpected happened; it is in the log under the request's number."),
    UNAVAILABLE(
            503, "For the moment unavailable", "A part of the service is away or full; Retry-After says when again.");

    private final int status;
    private final String title;
    private final String meaning;

    Code(int status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    /// As in answers: `not_found`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int status() {
        return status;
    }

    /// A few words, the same for every refusal with this code.
    public String title() {
        return title;
    }

    /// One sentence for the table of errors.
    public String meaning() {
        return meaning;
    }
}
