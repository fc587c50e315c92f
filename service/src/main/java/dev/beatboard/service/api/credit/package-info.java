/// The routes of money and its like: plans with their prices, credits, usage.
///
/// Enters: plans, the ledger, generations' charges. Leaves: routes. Nothing here changes anything,
/// but that looking at credits makes the grants that are due.
@NullMarked
package dev.beatboard.service.api.credit;

import org.jspecify.annotations.NullMarked;
