/// The routes of accounts: signing up and in, sessions, passkeys, members, keys, the audit trail.
///
/// Enters: what the package `account` can do, and the cookie of browsers' sessions. Leaves: routes.
/// All rules are in `account`; here is only what goes over the wire.
///
/// Invariants: a secret (key, invitation's token) is in one answer, once; no route here keeps its
/// answers for `Idempotency-Key`, so that none is ever written down. A session's token is in the
/// cookie only.
@NullMarked
package dev.beatboard.service.api.account;

import org.jspecify.annotations.NullMarked;
