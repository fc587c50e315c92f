package dev.beatboard.service.project;

import java.time.Instant;
import java.util.UUID;

/// A file that somebody brought.
///
/// @param mediaType by its content, whatever was said
/// @param sha256 64 hexadecimal digits
/// @param seconds how long it runs; 0 for a picture
/// @param key in the object store
public record Upload(
        UUID id,
        String name,
        String mediaType,
        long bytes,
        String sha256,
        int width,
        int height,
        double seconds,
        String key,
        Instant createdAt) {}
