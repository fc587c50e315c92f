/// OpenEXR sequences. What enters is a [dev.beatboard.frame.Frame] with any planes; what leaves is
/// a file whose layers have Nuke's names, whose colors are in the space that was asked for, and
/// whose header tells time code, lens, mattes and origin.
///
/// - [dev.beatboard.file.exr.PackedFrame]: the samples, packed; kept in the cache, since they do
///   not depend on the header.
/// - [dev.beatboard.file.exr.ExrShot]: what all files of a sequence say besides.
/// - [dev.beatboard.file.exr.ExrWriter]: the file. [dev.beatboard.file.exr.ExrReader]: the way
///   back.
///
/// Lossless always: colors and shares lose what a half float cannot hold, data nothing.
@NullMarked
package dev.beatboard.file.exr;

import org.jspecify.annotations.NullMarked;
