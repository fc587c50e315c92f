/// JSON in and out: one mapper with bounds, and errors that point at the place.
///
/// Enters: bytes of a request, with the most that may come. Leaves: values, or refusals whose
/// pointers say where; JSON in snake_case, times as ISO 8601 text, absent values left out.
///
/// Invariants: UTF-8 only and strictly; no name twice in an object; nothing after the value; depth,
/// numbers, names and texts are bounded. Unknown names are refused or ignored as the caller says.
@NullMarked
package dev.beatboard.service.api.json;

import org.jspecify.annotations.NullMarked;
