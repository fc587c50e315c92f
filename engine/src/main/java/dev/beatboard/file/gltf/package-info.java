/// A whole shot as one glTF 2.0 file (Khronos specification 2.0.1), binary and self-contained: people with skins and
/// morph targets, set, lights, animated camera. What enters is a [dev.beatboard.file.gltf.ShotModel], world space,
/// meters, y up, as glTF has it; what leaves is a `.glb`, the same bytes for the same model.
///
/// - [dev.beatboard.file.gltf.GltfWriter]: the entry.
/// - [dev.beatboard.file.gltf.GltfForm]: exact floats, or small enough for a browser.
/// - `meshopt`: the compression of the small form.
@NullMarked
package dev.beatboard.file.gltf;

import org.jspecify.annotations.NullMarked;
