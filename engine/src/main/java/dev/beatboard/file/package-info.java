/// Files of a finished clip. What enters are frames, pictures and a report; what leaves are files
/// that are whole or not there: everything goes through [dev.beatboard.file.OutputFile]. Equal
/// input gives equal bytes: no clock, no locale, no order of a hash.
///
/// - [dev.beatboard.file.PngWriter], [dev.beatboard.file.ContactSheet]: pictures to look at.
/// - [dev.beatboard.file.Overlay]: what is drawn on pictures for reviewers: watermark, burn-in,
///   bars, slate.
/// - [dev.beatboard.file.Report], [dev.beatboard.file.ReportWriter]: what was asked, staged and
///   measured.
/// - [dev.beatboard.file.Slate]: where all of it comes from.
/// - [dev.beatboard.file.Chunk], [dev.beatboard.file.FrameCache]: frames that wait to be joined or
///   used again.
/// - [dev.beatboard.file.FileNumber], [dev.beatboard.file.Decimal],
///   [dev.beatboard.file.PrettyJson]: how numbers of frames, numbers and documents are written, in
///   all files alike.
///
/// Packages below: `exr` (sequences), `video` (MP4, HDR, ProRes), `camera`, `edit`, `comp`,
/// `track`, `gltf`, `guide`, `farm`, `provenance` (who made it), `blender` (for comparisons).
@NullMarked
package dev.beatboard.file;

import org.jspecify.annotations.NullMarked;
