package dev.beatboard.render;

import dev.beatboard.frame.Frame;
import dev.beatboard.scene.Scene;

/// The port between the world and the picture. A renderer is a pure function of the scene and the quality, for any
/// number of threads and in any order of frames; what it keeps between frames is only what it could compute again.
public interface Renderer extends AutoCloseable {

    /// Renders one frame with planes `R G B A`, [Frame#DEPTH] and [Frame#OBJECT].
    Frame render(Scene scene, Quality quality);

    @Override
    void close();
}
