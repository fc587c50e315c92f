package dev.beatboard.service.generation;

import java.util.UUID;

/// A file that a generation delivered.
///
/// @param kind `video`, `image`, `exr`, `report`, `tracks`, `camera`, `edit`, `model`, `sheet`,
///     `credits`, `shot` or `file`
/// @param name its path in the folder of the clip, such as `exr/clip.1001.exr`
/// @param key in the object store
/// @param sha256 64 hexadecimal digits
public record Output(
        UUID id, UUID generation, String kind, String name, String key, String mediaType, long bytes, String sha256) {}
