/// A clip for the cutting room: what enters is a shot that was filmed
/// ([dev.beatboard.file.edit.Edit]), what leaves are files with one event per set-up of the camera
/// and a marker per keyframe that carries its prompt.
///
/// - [dev.beatboard.file.edit.OtioFile]: OpenTimelineIO, with the movie and the frames as media.
/// - [dev.beatboard.file.edit.EdlFile]: CMX3600.
/// - [dev.beatboard.file.edit.FcpXmlFile]: FCPXML 1.10.
/// - [dev.beatboard.file.edit.ShotListFile]: the keyframes as a table (CSV).
/// - [dev.beatboard.file.edit.StoryboardFile]: the keyframes as pages to print (PDF).
///
/// Frame n of the clip has the timecode of n in its media, as in the frames' own headers; the edit
/// begins at 01:00:00:00. Times are exact at every rate: 23.976 is 24000/1001.
@NullMarked
package dev.beatboard.file.edit;

import org.jspecify.annotations.NullMarked;
