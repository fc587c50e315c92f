package dev.beatboard.service.api;

/// The methods of HTTP that routes have. HEAD and OPTIONS follow from them.
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE;

    /// Whether it may change something (RFC 9110, 9.2.1).
    boolean isUnsafe() {
        return this != GET;
    }
}
