/// The reference: unbiased path tracing of the same scene, slow, which the other renderer is measured against.
///
/// **In:** a [dev.beatboard.scene.Scene], a size and a number of samples, or a window and an error to stop at
/// ([PathTracer]). **Out:** a frame with color, depth and object, and how sure it is ([Film]).
///
/// A [Path] starts at a point of the lens ([ThinLens]) and a moment of the open shutter and goes from one
/// [Interaction] to the next. At each, [DirectLight] draws emitters and the sky, and the path goes on in a direction
/// that the material or, for a share of them, the [Guide] draws: at what [Aims] know to be bright, such as the image of
/// a lamp in a pane or a mirror ([FlatMirror]). What was found by one way and could have been by the other is weighed
/// by their densities (Veach 1997). Skin sends light in at one place and out at another ([Subsurface]).
///
/// **Invariants:** mean colors do not depend on how directions are drawn, which tests compare strategy by strategy; a
/// frame depends on the scene and the quality only, for any number of threads.
@NullMarked
package dev.beatboard.render.reference;

import org.jspecify.annotations.NullMarked;
