/// The compression of `EXT_meshopt_compression`, written from the extension's text (Khronos glTF repository, Appendix A
/// and B): attributes (stream version 0), triangles (stream version 1) and the three filters. What enters are bytes or
/// numbers as they should come out; what leaves are streams that a decoder of that extension turns back into them,
/// the codecs to the last bit, the filters within half a step of their grid.
@NullMarked
package dev.beatboard.file.gltf.meshopt;

import org.jspecify.annotations.NullMarked;
