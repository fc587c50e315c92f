/// Shots before they are ordered: checked, explained, priced, looked at, imported, and the words that
/// they may use.
///
/// Enters: shot files as JSON or YAML, shot lists as CSV, terms of an order. Leaves: what the engine
/// understood and decided, what an order would cost, and the moving set and people as glTF and
/// tracks, for which no frame is rendered.
///
/// Invariants: nothing is kept but in memory, nothing is charged, and nothing of an account is read
/// but its plan, its credits and the parent whose edit is priced. Input is bounded by the engine's
/// own reader.
@NullMarked
package dev.beatboard.service.api.shot;

import org.jspecify.annotations.NullMarked;
