package dev.beatboard.frame;

/// One channel of a frame, `values[y * width + x]`, top left first.
///
/// @param name `R`, `depth.Z`, `id`, as in an EXR file
public record Plane(String name, int width, int height, float[] values) {

    public Plane {
        if (values.length != width * height) {
            throw new IllegalArgumentException("Plane " + name + " is not " + width + "x" + height);
        }
    }

    public float at(int x, int y) {
        return values[y * width + x];
    }
}
