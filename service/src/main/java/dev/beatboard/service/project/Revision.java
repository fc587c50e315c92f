package dev.beatboard.service.project;

import java.time.Instant;

/// How something was.
///
/// @param actor who made it so, as the audit trail names them
/// @param document JSON text; empty in lists
public record Revision(int revision, String name, String document, String actor, Instant at) {}
