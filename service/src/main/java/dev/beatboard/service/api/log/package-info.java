/// The log of a running service: one JSON object a line.
///
/// Enters: where it goes. Leaves: logback set up by [Logs], for `serve` and `worker` only, so that
/// other commands stay quiet ([QuietLogs]).
///
/// Invariants: what looks like a key, a token, a cookie or a signature is masked in every line,
/// whoever wrote it; not writing them in the first place is still everybody's duty.
@NullMarked
package dev.beatboard.service.api.log;

import org.jspecify.annotations.NullMarked;
