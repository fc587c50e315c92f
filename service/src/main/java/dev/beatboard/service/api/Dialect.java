package dev.beatboard.service.api;

/// Whose manners a route has: the form of its errors, and whether unknown fields are borne.
public enum Dialect {
    /// Our own: RFC 9457, unknown fields refused.
    BEATBOARD,
    /// `/v1/generations` as the vendor's clients of the Agents API expect.
    AGENTS,
    /// `/dream-machine/v1` as the vendor's older clients expect.
    DREAM_MACHINE;

    /// The dialect of a path that no route has.
    static Dialect of(String path) {
        return path.startsWith("/dream-machine/") ? DREAM_MACHINE : BEATBOARD;
    }
}
