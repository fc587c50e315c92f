/// Video files. What enters are frames (or finished pictures) in order, what is drawn over them
/// ([dev.beatboard.file.Graphic]) and what the file is told about itself ([dev.beatboard.file.video.Clip]); what leaves
/// is
/// one file per format, whole or not there.
///
/// Invariants: equal frames give equal bytes, whatever the machine; every clip is tagged with its color, has exact
/// times and a timecode track, and its index in front; an HDR clip says in the stream and in the container what it was
/// made for and how bright it gets, computed from the very pixels that were encoded.
@NullMarked
package dev.beatboard.file.video;

import org.jspecify.annotations.NullMarked;
