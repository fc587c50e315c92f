/// Light that bounced, baked once per world and lighting.
///
/// In come what stands still (a [dev.beatboard.scene.World] with its tree), emitters and sky; out come two answers to
/// "how much diffuse light is there". [ProbeBaker] answers for the air, on a [ProbeGrid]: for what moves, and for
/// drafts. [PatchBaker] answers for the still surfaces themselves, cut into [Patches], so that gaps are dark and light
/// stops at walls: [PatchLight], for what the rays of final frames meet. [Windows] that shine stand for the sky behind
/// them in both.
///
/// Invariants: irradiance is divided by pi, so a white surface gives off what is read; the sun's own light is never
/// part of it, since frames trace it exactly, but what it sends on by bouncing is; any number of threads bakes the same
/// bits. Energy is kept: in a closed box the walls take what the lamp gives.
@NullMarked
package dev.beatboard.render.probe;

import org.jspecify.annotations.NullMarked;
