package dev.beatboard.service.store;

/// What is known of an object without reading it.
///
/// @param bytes its length
/// @param mediaType as it was put
public record StoredObject(String key, long bytes, String mediaType) {}
