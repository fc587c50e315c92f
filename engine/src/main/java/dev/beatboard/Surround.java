package dev.beatboard;

import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.render.Layers;
import dev.beatboard.render.Quality;
import dev.beatboard.render.Renderer;
import dev.beatboard.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/// A frame as it was framed, in the middle of a larger picture that shows what lies outside of it.
///
/// Both are drawn: filters look around, and each pixel has noise of its own, so the middle of the
/// large picture would be near the frame without being it.
///
/// @param width of the large picture in pixels, as is `height`; each an even number larger than
///     the frame's, or the same
record Surround(int width, int height) {

    Frame draw(Scene scene, Quality quality, Layers layers, Renderer renderer, Frame middle) {
        Frame whole = around(scene, quality, layers, renderer);
        int left = (width - middle.width()) / 2;
        int top = (height - middle.height()) / 2;
        List<Plane> planes = new ArrayList<>();
        for (Plane p : whole.planes()) {
            float[] values = p.values().clone();
            float[] inner = middle.plane(p.name()).values();
            for (int y = 0; y < middle.height(); y++) {
                System.arraycopy(inner, y * middle.width(), values, (top + y) * width + left, middle.width());
            }
            planes.add(new Plane(p.name(), width, height, values));
        }
        return new Frame(width, height, planes);
    }

    /// The large picture alone: as many pixels to a degree as the frame of that quality has.
    Frame around(Scene scene, Quality quality, Layers layers, Renderer renderer) {
        return renderer.render(scene.onWider(width / (double) quality.width()), quality.ofSize(width, height), layers);
    }
}
