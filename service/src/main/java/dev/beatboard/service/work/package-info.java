/// Work: chunks of frames, who renders which next, and the film when the last one is in.
///
/// Enters: chunks that wait in the table `chunk`. Leaves: files in the object store, and
/// generations that are completed or failed.
///
/// The way of a chunk: [dev.beatboard.service.work.Admission] releases it when its account's turn
/// has come; db-scheduler hands it to a [dev.beatboard.service.work.Worker], on whatever machine;
/// the worker renders it, stores its files and commits it. The commit of the last chunk schedules
/// the assembly, which delivers the clip.
///
/// Invariants: a task may run twice, or die at any moment, and nothing counts twice: every start of
/// a chunk has a number, and only the latest start can commit. A worker needs the database and the
/// store and nothing else. Frames are the same whoever renders them.
@NullMarked
package dev.beatboard.service.work;

import org.jspecify.annotations.NullMarked;
