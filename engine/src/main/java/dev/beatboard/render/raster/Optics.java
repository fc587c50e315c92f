package dev.beatboard.render.raster;

import dev.beatboard.render.Quality;
import dev.beatboard.render.filter.LensBlur;
import dev.beatboard.render.filter.MotionBlur;
import dev.beatboard.render.filter.Picture;
import dev.beatboard.render.work.Crew;
import dev.beatboard.render.work.StageClock;
import dev.beatboard.scene.View;
import org.jspecify.annotations.Nullable;

/// What the lens and the shutter do to a picture, and in the same way to its layers.
final class Optics {

    private final LensBlur lensBlur = new LensBlur();
    private final MotionBlur motionBlur = new MotionBlur();
    private final Crew crew;
    private boolean fine;
    private LensBlur.@Nullable Aperture aperture;
    private float[] vx = new float[0];
    private float[] vy = vx;
    private boolean moves;

    Optics(Crew crew) {
        this.crew = crew;
    }

    /// Sets the lens for a frame.
    void set(View view, int width, Quality quality) {
        boolean blurs = Double.isFinite(view.fNumber()) && view.fNumber() > 0;
        aperture = blurs
                ? LensBlur.Aperture.of(
                        view.focalLength(), view.sensorWidth(), view.fNumber(), view.focusDistance(), width)
                : null;
        fine = quality.bounces();
        moves = false;
    }

    /// Sets the shutter: by how many pixels what is seen at each pixel moves while it is open.
    void open(float[] toRight, float[] down) {
        vx = toRight;
        vy = down;
        moves = true;
    }

    /// Whether neither does anything.
    boolean idle() {
        return aperture == null && !moves;
    }

    /// The picture itself, before its layers.
    void apply(Picture picture, StageClock clock) {
        LensBlur.Aperture a = aperture;
        if (a != null) {
            clock.time("focus", () -> lensBlur.apply(picture, a, fine, crew));
        }
        if (moves) {
            clock.time("shutter", () -> motionBlur.apply(picture, vx, vy, crew));
        }
    }
}
