/// The routes of webhooks: addresses that are told of events, and the log of telling them.
///
/// Enters: what the package `webhook` can do. Leaves: routes. Every change is in the account's audit
/// trail, in the transaction that makes it. A secret is in the answer that made it only, and no
/// answer here is kept for `Idempotency-Key`.
@NullMarked
package dev.beatboard.service.api.webhook;

import org.jspecify.annotations.NullMarked;
