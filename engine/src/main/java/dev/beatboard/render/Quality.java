package dev.beatboard.render;

/// What to spend on a frame. Motion is identical in all of them.
///
/// @param name as in `--quality`
/// @param samples visibility samples per pixel; of the reference: paths per pixel
/// @param shadowRays rays per pixel and light group
/// @param bounces whether indirect light is gathered per pixel (final) or read from probes (draft)
public record Quality(String name, int width, int height, int samples, int shadowRays, boolean bounces) {

    public static Quality draft(int width, int height) {
        return new Quality("draft", width, height, 4, 1, false);
    }

    public static Quality fine(int width, int height) {
        return new Quality("final", width, height, 4, 2, true);
    }

    /// The slow truth: `samples` paths per pixel.
    public static Quality reference(int width, int height, int samples) {
        return new Quality("reference", width, height, samples, 0, true);
    }

    /// As much work per pixel for another number of pixels.
    public Quality ofSize(int otherWidth, int otherHeight) {
        return new Quality(name, otherWidth, otherHeight, samples, shadowRays, bounces);
    }
}
