/// Whether the service is well, for machines: health, readiness, metrics.
///
/// Enters: named checks of the parts, the pool of connections, every answered request. Leaves:
/// `/health`, `/ready`, `/metrics` in the form that Prometheus reads.
///
/// Invariants: none of them counts against a limit or needs a key; metrics are for this machine or
/// whoever has the configured token, and name routes by their templates only, so that their number
/// is bounded and no identifier shows.
@NullMarked
package dev.beatboard.service.api.health;

import org.jspecify.annotations.NullMarked;
