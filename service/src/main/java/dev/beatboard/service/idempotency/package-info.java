/// Requests that are sent again and must not be done again.
///
/// Enters: [Repeat], by which a request is recognized: the client's `Idempotency-Key`, or the same
/// bytes from the same key when a vendor's client says that it tries again. Leaves: from
/// [Idempotency], whether to do it or which answer was given before.
///
/// Invariants: claiming and completing in the transaction that does the work makes both true or
/// neither: a claim without an answer is never seen from outside, and a crash leaves no trace.
/// Entries live for a day; those recognized by bytes alone, for a minute. Answers that hold secrets
/// must not be kept here.
@NullMarked
package dev.beatboard.service.idempotency;

import org.jspecify.annotations.NullMarked;
