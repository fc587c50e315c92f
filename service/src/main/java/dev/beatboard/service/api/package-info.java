/// The HTTP server: how requests come in, who may ask what how often, and how answers and refusals
/// go out.
///
/// Enters: [Routes] of each feature, as data; who calls ([Callers]); settings. Leaves: a running
/// [Server]. A feature lists [Route]s, each with its access, dialect, limit and size of body; its
/// handler gets a [Call] and returns an [Answer] or throws a refusal. It never writes a header of
/// security, checks a key or forms an error itself.
///
/// Invariants:
/// - Every response has `X-Request-Id` and `X-API-Version`, and `Cache-Control: no-store` unless the
///   answer says otherwise.
/// - A route without stated access does not exist; what is not open asks for a key or session.
/// - No stack trace, class name or SQL leaves; what is unexpected is logged under the request's
///   number.
/// - Bodies are read within the route's limit only, as strict UTF-8 and strict JSON.
/// - Secrets (keys, cookies, query strings) are not logged.
@NullMarked
package dev.beatboard.service.api;

import org.jspecify.annotations.NullMarked;
