/// The rasterizing renderer, for drafts and final frames.
///
/// In comes a [dev.beatboard.scene.Scene] and a [dev.beatboard.render.Quality], out goes a
/// [dev.beatboard.frame.Frame]. [FrameMaker] is the order of the stages: triangles into samples ([Visibility]), what
/// the samples show ([SurfacePass]), light from emitters ([LightPass]), how much of it arrives ([ShadowPass],
/// [ShadowFilter]), light that bounced ([AmbientPass]) and is mirrored ([MirrorPass]), both put together ([ShadePass]),
/// samples to pixels ([ResolvePass]), panes over them ([PanePass]); lens and shutter are filters of
/// [dev.beatboard.render.filter].
///
/// Invariants: a frame depends on scene and quality alone, for any number of threads and width of vectors; stages share
/// one [Canvas] and write only their own planes; what [Coherence] and [StillLayer] keep from the frame before is what
/// this frame would compute, bit by bit.
@NullMarked
package dev.beatboard.render.raster;

import org.jspecify.annotations.NullMarked;
