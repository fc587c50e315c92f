/// Plans, prices and limits as data: what an account may do, how much of it, and what it costs.
///
/// Enters: `plans.yaml` of the program, and on top of it an operator's file of the same form, which
/// needs to hold only what differs. Leaves: [Plans], with every [Plan], its [Limits] and the
/// [PriceList], which quotes a price or refuses with the reason and the plan that allows it.
///
/// Invariants: nothing here knows of accounts, databases or the web. A price is a whole number of
/// credits, computed exactly and rounded up once, at the end; frames that are kept cost nothing;
/// the same order costs the same in every shape (9:16, 1:1, 21:9) of its class. Files are read
/// once, at the start; all that is wrong with them is said at once.
@NullMarked
package dev.beatboard.service.plan;

import org.jspecify.annotations.NullMarked;
