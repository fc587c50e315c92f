/// `/dream-machine/v1`: the vendor's older API, as its clients (`lumaai`) speak it.
///
/// Enters: requests. Leaves: orders for [dev.beatboard.service.generation.Desk], and generations as
/// [dev.beatboard.service.view.DreamMachineView] shows them. Errors are `{"detail": ...}` with the
/// texts that the vendor documents, where it documents them.
///
/// Invariants: words that are not understood, pictures and sounds that cannot be made are warnings
/// or errors, never silence. Concepts become words of the prompt, and only such as the director
/// understands are offered.
@NullMarked
package dev.beatboard.service.api.dreammachine;

import org.jspecify.annotations.NullMarked;
