/// The camera of a clip as data for other programs, and cameras of other programs for us.
///
/// What enters are views, one per frame ([dev.beatboard.file.camera.CameraTrack]); what leaves are
/// files:
///
/// - [dev.beatboard.file.camera.ChanFile]: `.chan`, the numbers that Nuke and Blender read.
/// - [dev.beatboard.file.camera.UsdFile]: `.usda`, lens, shutter, focus, people and keyframes in
///   one stage.
/// - [dev.beatboard.file.camera.PoseFile]: intrinsics and poses as neural pipelines read them.
///
/// The other way, [dev.beatboard.file.camera.CameraFile] reads `.chan`, `.gltf` and `.glb` into
/// views, one per frame of a clip, or says everything that is wrong with the file.
///
/// Frames are numbered 1001 + n in files. A cut is never blended over.
@NullMarked
package dev.beatboard.file.camera;

import org.jspecify.annotations.NullMarked;
