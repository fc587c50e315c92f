package dev.beatboard.stage.camera;

import dev.beatboard.math.Vec3;

/// Whether nothing stands between two points of the world.
@FunctionalInterface
public interface Visibility {

    boolean clear(Vec3 from, Vec3 to);
}
