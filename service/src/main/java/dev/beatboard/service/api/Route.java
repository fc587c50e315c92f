package dev.beatboard.service.api;

/// One method at one address, and what has to hold before its handler runs.
///
/// @param path a template such as `/v1/shots/{id}`; `<key>` stands for several parts of a path
/// @param bodyBytes the most that a body may have
public record Route(
        Method method,
        String path,
        Access access,
        Dialect dialect,
        Throttle throttle,
        long bodyBytes,
        boolean once,
        Handler handler) {

    /// The most for JSON without media.
    public static final long JSON_BYTES = 1 << 20;

    /// The most for JSON with media as base64: 50 MB grow by a third.
    public static final long MEDIA_BYTES = 70L << 20;

    /// The path as the description writes it, which has one kind of parameter only.
    public String described() {
        return path.replace('<', '{').replace('>', '}');
    }

    /// Answers a request.
    @FunctionalInterface
    public interface Handler {
        /// @throws Exception a refusal, or anything that is then a fault of ours
        Answer handle(Call call) throws Exception;
    }

    public Route {
        if (!path.startsWith("/") || (path.length() > 1 && path.endsWith("/"))) {
            throw new IllegalArgumentException("A path begins with a slash and does not end in one: " + path);
        }
    }

    public static Route get(String path, Access access, Handler handler) {
        return of(Method.GET, path, access, Throttle.READ, handler);
    }

    public static Route post(String path, Access access, Handler handler) {
        return of(Method.POST, path, access, Throttle.WRITE, handler);
    }

    public static Route put(String path, Access access, Handler handler) {
        return of(Method.PUT, path, access, Throttle.WRITE, handler);
    }

    public static Route patch(String path, Access access, Handler handler) {
        return of(Method.PATCH, path, access, Throttle.WRITE, handler);
    }

    public static Route delete(String path, Access access, Handler handler) {
        return of(Method.DELETE, path, access, Throttle.WRITE, handler);
    }

    private static Route of(Method method, String path, Access access, Throttle throttle, Handler handler) {
        Throttle by = access instanceof Access.Open ? Throttle.OPEN : throttle;
        return new Route(method, path, access, Dialect.BEATBOARD, by, JSON_BYTES, false, handler);
    }

    /// The same with another dialect.
    public Route dialect(Dialect other) {
        return new Route(method, path, access, other, throttle, bodyBytes, once, handler);
    }

    /// The same, drawing on another allowance.
    public Route throttle(Throttle other) {
        return new Route(method, path, access, dialect, other, bodyBytes, once, handler);
    }

    /// The same for larger bodies.
    public Route bodies(long most) {
        return new Route(method, path, access, dialect, throttle, most, once, handler);
    }

    /// The same, answering a repeated `Idempotency-Key` with the first answer. For handlers whose
    /// transaction is over when they return; those that order work claim the key in theirs.
    public Route idempotent() {
        return new Route(method, path, access, dialect, throttle, bodyBytes, true, handler);
    }
}
