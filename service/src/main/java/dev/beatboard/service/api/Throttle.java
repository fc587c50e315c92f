package dev.beatboard.service.api;

/// Which allowance a request draws on. Those of callers are counted per account, the others per
/// address.
public enum Throttle {
    /// Health, metrics, documentation: not counted.
    NONE,
    /// Open pages and signed links, per address.
    OPEN,
    /// What guests with a link to a review make the service work for, per address.
    GUEST,
    /// What guests say, per address.
    COMMENT,
    /// Signing in, per address.
    SIGN_IN,
    /// Signing up, per address.
    SIGN_UP,
    /// Looking, per account.
    READ,
    /// Changing, per account.
    WRITE,
    /// Ordering work, per account: what vendors call requests per minute.
    CREATE
}
