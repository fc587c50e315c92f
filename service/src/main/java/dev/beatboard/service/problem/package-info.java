/// What the service says no to, in one table: the same codes whichever way a request came in.
///
/// Enters: nothing; this is a leaf that every package may use. Leaves: [Refusal], thrown as
/// [RefusedException] by whoever refuses, and [Code], whose statuses and titles the API writes in
/// the form that each client expects.
///
/// Invariants: a refusal's text is for the one who asked. It says where, what was found, what is
/// allowed and the nearest good answer, and never holds a secret or anything of another account.
@NullMarked
package dev.beatboard.service.problem;

import org.jspecify.annotations.NullMarked;
