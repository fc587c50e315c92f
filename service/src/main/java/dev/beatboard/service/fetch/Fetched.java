package dev.beatboard.service.fetch;

import java.nio.file.Path;

/// A file that was brought.
///
/// @param bytes its length
/// @param mediaType what its server says it is, which proves nothing; empty if it says nothing
public record Fetched(Path file, long bytes, String mediaType) {}
