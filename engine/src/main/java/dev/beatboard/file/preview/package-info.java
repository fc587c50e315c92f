/// What changes of a shot with an edit, in a form that a page can take in quickly: every pose, the camera and the light
/// of all frames, without any surface. The surfaces are glTF files of their own ([dev.beatboard.file.gltf.GltfParts]).
///
/// - [dev.beatboard.file.preview.MotionModel]: what is to be written.
/// - [dev.beatboard.file.preview.MotionWriter]: the entry; `docs/PREVIEW.md` describes the format.
@NullMarked
package dev.beatboard.file.preview;

import org.jspecify.annotations.NullMarked;
