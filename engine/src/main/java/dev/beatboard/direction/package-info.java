/// Words to a Shot: the lexicon, the phrase matcher, clauses, who is who, and the ledger in which every word is used,
/// ignored or not understood.
///
/// The way of a prompt: `Tokenizer` cuts it, `Phrases` chooses the phrases of the `Lexicon` that explain it best,
/// `PromptReader` walks over them from left to right and hands each to the reader of its department (people, looks,
/// acting, camera, place, grammar), which write `Notes` and the `Ledger`. `Company` knows who "he" is, `Arrival` what
/// part somebody plays in the sentence. Afterwards
/// `Fields` lays the file's structured fields over the words, `Casting` and `Defaults` fill what was left open and list
/// it; `Lanes` tells the Shot as a timeline. The tables of the lexicon lie beside this package as resources, one row
/// `slot, value, phrase|phrase|~phrase`;
/// to teach a word, add it there.
@NullMarked
package dev.beatboard.direction;

import org.jspecify.annotations.NullMarked;
