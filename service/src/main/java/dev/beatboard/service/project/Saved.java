package dev.beatboard.service.project;

import java.time.Instant;
import java.util.UUID;

/// Something that is kept with its revisions.
///
/// @param name what people call it: the title of a project, the name of a person or a set
/// @param revision from 1, one more with each change
/// @param document JSON text as it was sent
public record Saved(UUID id, String name, int revision, String document, Instant createdAt, Instant updatedAt) {}
