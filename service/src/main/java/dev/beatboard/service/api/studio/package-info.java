/// The studio's page: the files that its build has left, and the examples that it begins with.
///
/// Enters: the folder `studio` (and `examples`) that the program brings along among its resources, or
/// a folder on disk while the studio is being written. Leaves: answers with those files.
///
/// Invariants:
/// - All files are read into memory, within bounds, before one is asked for; an address is looked up
///   among their names, so that nothing outside of the folder can be reached.
/// - A page takes scripts, styles and fonts from the service alone, and no script is inline.
/// - Files whose names change with their content may be kept for ever, the page itself never.
@NullMarked
package dev.beatboard.service.api.studio;

import org.jspecify.annotations.NullMarked;
