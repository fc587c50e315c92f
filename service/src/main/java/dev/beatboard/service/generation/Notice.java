package dev.beatboard.service.generation;

/// Something a client should know of an order that was taken all the same.
///
/// @param code stable, kebab-case, such as `image-not-used`
/// @param field of the request, such as `video.loop`; empty if it is none
/// @param message for people
public record Notice(String code, String field, String message) {}
