/// Projects, the library of people and sets, and uploads over HTTP.
///
/// Enters: documents with the revision that they are based on, files as bodies, forms or URLs. Leaves:
/// what is kept, its revisions, pages of lists with cursors.
///
/// Invariants: all of it is of the caller's account. A write without a revision is refused, as is one
/// on an old revision, which is answered with both versions. Files are streamed and never held in
/// memory.
@NullMarked
package dev.beatboard.service.api.project;

import org.jspecify.annotations.NullMarked;
