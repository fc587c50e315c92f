/// The guide package: what a clip consists of, as pictures that neural video pipelines are steered
/// by (depth, normals, skeletons, segments, motion), stills and prompts, in one folder with a
/// manifest. Enter rendered frames in order, one at a time, and the clip's tracks; leave files.
/// Invariants: no more than a frame is in memory; a guide whose planes a frame lacks is absent, and
/// the manifest says why; equal frames give equal bytes. `docs/GUIDES.md` says how to load it.
@NullMarked
package dev.beatboard.file.guide;

import org.jspecify.annotations.NullMarked;
