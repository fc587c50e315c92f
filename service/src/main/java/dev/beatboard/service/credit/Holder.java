package dev.beatboard.service.credit;

import dev.beatboard.service.plan.Plan;
import java.time.ZoneId;
import java.util.UUID;

/// Whose credits: an account with what decides about its grants.
///
/// @param zone whose days and months grants follow
public record Holder(UUID account, Plan plan, ZoneId zone) {}
