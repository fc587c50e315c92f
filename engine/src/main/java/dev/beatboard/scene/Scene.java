package dev.beatboard.scene;

import java.util.List;

/// The renderer's whole input for one open shutter.
///
/// @param world what does not move during the set-up; the same object in every frame of it, so that a renderer can keep
///     what it has built for it
/// @param shapes what moves: people and what they carry
/// @param lights emitters at this moment
/// @param bounced the emitters that bounce light is worked out from: `lights`, but lamps that travel with somebody are
///     where they stood when the light was set, so that what was baked serves the whole set-up
/// @param before the view at the frame before (this frame's view at a cut or at the first frame)
/// @param view the view at the middle of the shutter
/// @param after the view at the frame after
/// @param shutter open share of the frame's duration, 0.5 for 180 degrees
/// @param exposure what radiance is multiplied by before tone mapping; set once per lighting as with a light meter
/// @param frame the frame number, for noise patterns only
public record Scene(
        World world,
        List<Shape> shapes,
        List<Emitter> lights,
        List<Emitter> bounced,
        Sky sky,
        View before,
        View view,
        View after,
        double shutter,
        double exposure,
        int frame) {

    public Scene {
        shapes = List.copyOf(shapes);
        lights = List.copyOf(lights);
        bounced = List.copyOf(bounced);
        Allowed.within("Scene", "shutter", shutter, 0, 1);
        Allowed.positive("Scene", "exposure", exposure, false);
    }

    /// A scene whose lamps stay where they are.
    public Scene(
            World world,
            List<Shape> shapes,
            List<Emitter> lights,
            Sky sky,
            View before,
            View view,
            View after,
            double shutter,
            double exposure,
            int frame) {
        this(world, shapes, lights, lights, sky, before, view, after, shutter, exposure, frame);
    }

    /// All objects by number; number 0 is nothing.
    public List<SceneObject> objects() {
        return world.objects();
    }

    /// The same moment on a sensor that is `k` times as wide.
    public Scene onWider(double k) {
        return new Scene(
                world,
                shapes,
                lights,
                bounced,
                sky,
                before.onWider(k),
                view.onWider(k),
                after.onWider(k),
                shutter,
                exposure,
                frame);
    }
}
