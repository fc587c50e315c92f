/// `/v1/generations`: the vendor's Agents API and our own in one. The body decides: what vendors'
/// clients send is understood as they document it, and our fields (`direction`, `seed`, `formats`
/// ...) may stand beside theirs.
///
/// Enters: requests. Leaves: orders for [dev.beatboard.service.generation.Desk], and generations as
/// [dev.beatboard.service.view.GenerationView] shows them. [dev.beatboard.service.api.agents.AgentsRequest]
/// reads fields, [dev.beatboard.service.api.agents.VideoRules] has the rules of what goes with what,
/// [dev.beatboard.service.api.agents.AgentsOrders] makes orders.
///
/// Invariants: a field that is wrong by itself is answered with 400, fields that do not go together
/// or media that cannot be used with 422 (413 if too large); what the engine cannot do is a warning,
/// never silence, and 422 if `strict` is true.
@NullMarked
package dev.beatboard.service.api.agents;

import org.jspecify.annotations.NullMarked;
