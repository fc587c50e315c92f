/// What both vendor dialects and our own share when they order something.
///
/// Enters: forms of requests ([dev.beatboard.service.api.form]). Leaves: parts of an
/// [dev.beatboard.service.generation.Order] (the shot's text, our extra fields, references that
/// were looked at), and from [dev.beatboard.service.api.order.OrderTaker] the answer to an order
/// that was taken.
///
/// Invariants: an order, its hold and the answer that a repeated request gets are one transaction;
/// pictures of strangers are fetched, measured and decoded within bounds before anything is taken.
@NullMarked
package dev.beatboard.service.api.order;

import org.jspecify.annotations.NullMarked;
