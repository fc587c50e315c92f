/// Files of a finished clip. What enters are frames, pictures and a report; what leaves are files that are whole or not
/// there: everything goes through [dev.beatboard.file.OutputFile].
///
/// - `file.video`: MP4, HDR and ProRes, by an ffmpeg process.
/// - [dev.beatboard.file.Overlay]: what is drawn on pictures for reviewers: watermark, burn-in, bars, slate.
/// - [dev.beatboard.file.ExrWriter]: scene-linear frames with their data planes.
/// - [dev.beatboard.file.PngWriter], [dev.beatboard.file.ContactSheet]: pictures to look at.
/// - [dev.beatboard.file.Report], [dev.beatboard.file.ReportWriter]: what was asked, staged and measured.
/// - [dev.beatboard.file.Slate]: where all of it comes from.
@NullMarked
package dev.beatboard.file;

import org.jspecify.annotations.NullMarked;
