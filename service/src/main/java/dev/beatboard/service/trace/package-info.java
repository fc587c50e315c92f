/// Traces for whoever collects them: a span for each request and for each chunk of frames.
///
/// Enters: where the operator's collector is, if there is one; what was done and how long it took.
/// Leaves: spans by OTLP over HTTP.
///
/// Invariants:
/// - Without a collector nothing is recorded and nothing is sent.
/// - Spans hold the template of an address and how it ended: no path, query, header, name or words of
///   anybody's.
/// - A collector that is away or slow holds nobody up; spans are dropped then.
@NullMarked
package dev.beatboard.service.trace;

import org.jspecify.annotations.NullMarked;
