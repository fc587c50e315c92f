/// Telling others what happened: addresses that an account registered, and callbacks that single
/// requests asked for.
///
/// Enters: addresses, and messages of the packages where things happen. Leaves: [Webhooks], to
/// keep addresses; [Deliveries], to send messages and to see what became of them.
///
/// Invariants: a message is written in the transaction of what it tells, once per address, and is
/// sent at least once after its commit, never before; receivers know it again by its id. Messages
/// to registered addresses are signed as Standard Webhooks
/// (github.com/standard-webhooks/standard-webhooks). All goes out through the fetcher's guard. A
/// secret is shown once and never logged.
@NullMarked
package dev.beatboard.service.webhook;

import org.jspecify.annotations.NullMarked;
