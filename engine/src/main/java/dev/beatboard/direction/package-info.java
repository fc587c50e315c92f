/// Words to a Shot: the lexicon, the phrase matcher, clauses, who is who, and the ledger in which every word is used,
/// ignored or not understood.
@NullMarked
package dev.beatboard.direction;

import org.jspecify.annotations.NullMarked;
