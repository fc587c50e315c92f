package dev.beatboard.service.fetch;

/// What a file turned out to be.
///
/// @param mediaType by its content, whatever its name or its server said
/// @param width in pixels as shown, from 1
/// @param height in pixels as shown, from 1
/// @param seconds how long it runs; 0 for a picture
public record Media(String mediaType, int width, int height, double seconds) {

    /// Whether it moves.
    public boolean video() {
        return mediaType.startsWith("video/");
    }
}
