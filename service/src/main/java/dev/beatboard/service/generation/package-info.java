/// Generations: what was ordered, what it costs, how far it is and what came of it.
///
/// Enters: an [dev.beatboard.service.generation.Order], into which each dialect of the API turns
/// its requests. Leaves: a [dev.beatboard.service.generation.Generation] and its
/// [dev.beatboard.service.generation.Output]s; its chunks wait in the table `chunk` for
/// [dev.beatboard.service.work].
///
/// Start with [dev.beatboard.service.generation.Desk], which takes orders, and
/// [dev.beatboard.service.generation.State], which has the table of what may follow what.
///
/// Invariants: taking an order, its hold and its chunks are one transaction; so are its end, the
/// settlement or release and the messages about it. An ended generation never changes again. The
/// price that was quoted is the price that is held, and the most that is ever charged.
@NullMarked
package dev.beatboard.service.generation;

import org.jspecify.annotations.NullMarked;
