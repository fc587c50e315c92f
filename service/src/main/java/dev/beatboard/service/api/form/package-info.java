/// Bodies of the vendor's dialects, read field by field.
///
/// Enters: a JSON object of a client. Leaves: its values, from [dev.beatboard.service.api.form.Form],
/// and what was found wrong or unused, in [dev.beatboard.service.api.form.Findings]: all of it at
/// once, each with its place.
///
/// Invariants: a field that nobody asked for is reported as unused and never dropped in silence;
/// `null` is the same as absent, as vendors' clients send it; nothing that the database cannot hold
/// gets past.
@NullMarked
package dev.beatboard.service.api.form;

import org.jspecify.annotations.NullMarked;
