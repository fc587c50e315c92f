package dev.beatboard.render;

import dev.beatboard.frame.Frame;
import dev.beatboard.scene.Scene;

/// The port between the world and the picture. A renderer is a pure function of the scene and the quality, for any
/// number of threads and in any order of frames; what it keeps between frames is only what it could compute again.
public interface Renderer extends AutoCloseable {

    /// Renders one frame with planes `R G B A`, [Frame#DEPTH] and [Frame#OBJECT].
    default Frame render(Scene scene, Quality quality) {
        return render(scene, quality, Layers.NONE);
    }

    /// The same with the planes of further layers. Those that are always there are the same whatever else is wanted.
    ///
    /// @throws IllegalArgumentException for a layer that this renderer does not have
    Frame render(Scene scene, Quality quality, Layers layers);

    @Override
    void close();
}
