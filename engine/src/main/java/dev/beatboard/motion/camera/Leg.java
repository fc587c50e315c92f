package dev.beatboard.motion.camera;

import dev.beatboard.scene.View;

/// A stretch of the camera's path: the view at any moment of it. Before its start and after its end it answers with the
/// course it would take.
@FunctionalInterface
interface Leg {

    View at(double seconds);
}
