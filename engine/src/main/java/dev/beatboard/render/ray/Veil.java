package dev.beatboard.render.ray;

/// Which triangles a ray may pass: panes and lamps for light, the empty parts of leaves and hair for every ray.
public interface Veil {

    int SOLID = 0;
    /// Pass where [#passes] says so.
    int CUTOUT = 1;
    /// Light passes; a ray that looks for the nearest surface does not.
    int CLEAR = 2;

    /// One of the constants above.
    int kind(int triangle);

    /// Whether the ray goes on at barycentric (u, v), the weights of the second and third corner.
    boolean passes(int triangle, float u, float v);

    /// Whether light on its way ends there.
    default boolean blocks(int triangle, float u, float v) {
        int kind = kind(triangle);
        return kind == SOLID || kind == CUTOUT && !passes(triangle, u, v);
    }

    /// Whether a ray that looks for the nearest surface ends there.
    default boolean shows(int triangle, float u, float v) {
        return kind(triangle) != CUTOUT || !passes(triangle, u, v);
    }
}
