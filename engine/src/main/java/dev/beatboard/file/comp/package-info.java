/// Compositions that load a clip's frames with their layers wired. What enters is what the frames
/// hold ([dev.beatboard.file.comp.CompSource]); what leaves is a Nuke script
/// ([dev.beatboard.file.comp.NukeScript]) and a Fusion composition
/// ([dev.beatboard.file.comp.FusionComp]), which Resolve's Fusion page reads too. A layer that the
/// frames do not hold has no node; file names are relative to where the composition lies.
@NullMarked
package dev.beatboard.file.comp;

import org.jspecify.annotations.NullMarked;
