package dev.beatboard.render.raster;

import dev.beatboard.frame.Frame;
import dev.beatboard.render.Layers;
import dev.beatboard.render.Quality;
import dev.beatboard.render.Renderer;
import dev.beatboard.render.work.Crew;
import dev.beatboard.scene.Scene;
import java.util.Map;

/// Renders by rasterized visibility and traced light: what is seen is found by drawing triangles, light from emitters
/// is
/// analytic, and rays say how much of it arrives.
///
/// A frame depends on the scene and the quality only, for any number of threads. What is kept from frame to frame (the
/// world's hierarchy, textures, probes, buffers) could be computed again. One frame is rendered at a time.
public final class RasterRenderer implements Renderer {

    private final Crew crew;
    private final FrameMaker maker;

    /// @param threads how many threads work on a frame, the calling one included
    public RasterRenderer(int threads) {
        crew = new Crew(threads);
        maker = new FrameMaker(crew);
    }

    @Override
    public synchronized Frame render(Scene scene, Quality quality, Layers layers) {
        return maker.make(scene, quality, layers);
    }

    /// Wall time of the stages of the last frame, milliseconds, in their order: for benchmarks.
    public synchronized Map<String, Double> stages() {
        return maker.stages();
    }

    @Override
    public synchronized void close() {
        crew.close();
    }
}
