/// What people work on: projects with all their revisions, the cast and the sets they use again, and
/// the files they bring.
///
/// Enters: documents (shot files as JSON, which need not be good shots yet; people and sets, which
/// have to be), names, files. Leaves: [dev.beatboard.service.project.Saved] things with their
/// revisions, and [dev.beatboard.service.project.Upload]s, whose bytes are in the object store.
///
/// Invariants: everything is one account's and is read and written in transactions that see no other's.
/// A write says on which revision it is based; if that is not the current one, nothing is written and
/// both are given back ([dev.beatboard.service.problem.Code#REVISION_CONFLICT]), so that nobody's work
/// is overwritten unseen. Each write makes one revision, in the same transaction. A file is stored
/// before its row and removed after it, so that no row is without its file.
@NullMarked
package dev.beatboard.service.project;

import org.jspecify.annotations.NullMarked;
