/// Generations as clients are shown them, in answers, webhooks and callbacks alike.
///
/// Enters: a [dev.beatboard.service.generation.Generation] and its outputs. Leaves: JSON in the
/// form of each dialect, with links that need no key and expire. To ask again gives fresh links.
///
/// Invariants: a vendor's client finds every field that it knows, with values that it knows; what is
/// ours comes besides. Nothing of another account or of our machines is in it.
@NullMarked
package dev.beatboard.service.view;

import org.jspecify.annotations.NullMarked;
