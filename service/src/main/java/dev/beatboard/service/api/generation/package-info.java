/// What comes of generations: events while they are rendered, and their files afterwards.
///
/// Enters: identifiers of generations, signed links, ranges of bytes. Leaves: server-sent events with
/// state, progress and small pictures of frames as they come; files, as they are or as one ZIP file
/// that is made as it is read.
///
/// Invariants: whoever has no key of the account sees nothing of it, but for signed links, which say
/// themselves what they open and until when. News of all generations comes over one connection of the
/// process to the database, however many watch. Files are streamed and never held in memory.
@NullMarked
package dev.beatboard.service.api.generation;

import org.jspecify.annotations.NullMarked;
