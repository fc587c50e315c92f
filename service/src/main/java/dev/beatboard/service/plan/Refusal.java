package dev.beatboard.service.plan;

import java.util.Optional;

/// Why something is not done.
///
/// @param code for programs: `resolution_not_available`, `resolution_not_in_plan`,
///     `lane_not_in_plan`, `extra_not_available`, `extra_not_in_plan`, `shot_too_long`
/// @param reason for people, in whole sentences
/// @param plan the id of the cheapest plan that allows it; empty if none does
public record Refusal(String code, String reason, Optional<String> plan) implements Offer {}
