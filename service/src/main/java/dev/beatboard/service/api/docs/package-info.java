/// The description of the API and the pages that people read it on.
///
/// Enters: `openapi/beatboard.yaml` (OpenAPI 3.1, the source of what clients may rely on) and the
/// guides beside it (Markdown). Leaves: `/openapi.yaml`, `/openapi.json`, and `/docs`, written once
/// at the start.
///
/// Invariants: pages need no script and nothing from other hosts, and say so in their policy; all
/// text is escaped. A test holds the description against the routes that exist, and every answer
/// in tests against the description.
@NullMarked
package dev.beatboard.service.api.docs;

import org.jspecify.annotations.NullMarked;
