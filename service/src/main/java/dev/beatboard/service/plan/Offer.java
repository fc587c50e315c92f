package dev.beatboard.service.plan;

/// What a price list answers: a price, or why there is none.
public sealed interface Offer permits Quote, Refusal {}
