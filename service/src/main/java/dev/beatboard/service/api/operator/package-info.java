/// The routes of whoever runs the service: accounts, their plans and credits, and the proof of the
/// books. They are opened by the operator's token, which the settings have, and by nothing else.
///
/// Enters: accounts, the ledger, the auditor. Leaves: routes.
///
/// Invariants: whatever an operator does to an account, looking at it included, is in that account's
/// audit trail, in the transaction that does it. Operators see no key, password or token.
@NullMarked
package dev.beatboard.service.api.operator;

import org.jspecify.annotations.NullMarked;
