package dev.beatboard.file.gltf;

import dev.beatboard.scene.View;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes the camera: its node moves with keys on every frame in both forms, its angle of view by
/// `KHR_animation_pointer` where the lens zooms, and what glTF has no word for (focal length, f-number, distance of
/// focus) is in the camera's extras, one number or one per frame.
final class Lens {

    private static final double NEAR = 0.05;
    private static final double FAR = 1000;
    private static final int PLACE_EXPONENT = -20;
    private static final int ANGLE_EXPONENT = -24;

    private Lens() {}

    static int write(Store store, ShotModel model, Timeline timeline, ArrayNode roots) {
        ArrayNode nodes = store.list("nodes");
        int node = nodes.size();
        roots.add(node);
        List<View> views = model.views();
        View first = views.getFirst();
        ObjectNode o = nodes.addObject().put("name", "camera").put("camera", 0);
        Bodies.vector(o, "translation", first.position());
        People.rotation(o, first.orientation());
        if (views.stream().anyMatch(v -> v.position().distanceTo(first.position()) > Timeline.STILL)) {
            timeline.channel(timeline.places(n -> views.get(n).position(), 1, PLACE_EXPONENT), node, "translation");
        }
        if (views.stream().anyMatch(v -> Thinning.angle(v.orientation(), first.orientation()) > Timeline.STILL)) {
            timeline.channel(timeline.rotations(n -> views.get(n).orientation(), 1, false), node, "rotation");
        }
        ObjectNode c = store.list("cameras").addObject().put("name", "camera").put("type", "perspective");
        ObjectNode p = c.putObject("perspective").put("aspectRatio", model.aspect());
        p.put("yfov", yfov(first, model.aspect())).put("znear", NEAR).put("zfar", FAR);
        if (views.stream().anyMatch(v -> v.tanHalfWidth() != first.tanHalfWidth())) {
            int s = timeline.numbers(
                    n -> new float[] {(float) yfov(views.get(n), model.aspect())}, 1, 1, ANGLE_EXPONENT);
            timeline.pointer(s, "/cameras/0/perspective/yfov");
        }
        ObjectNode extras = c.putObject("extras");
        perFrame(extras, "focalLengthMillimeters", views, View::focalLength);
        perFrame(extras, "sensorWidthMillimeters", views, View::sensorWidth);
        perFrame(extras, "focusDistanceMeters", views, View::focusDistance);
        perFrame(extras, "fNumber", views, View::fNumber);
        perFrame(extras, "yfov", views, v -> yfov(v, model.aspect()));
        return node;
    }

    /// The vertical angle of view, radians.
    static double yfov(View v, double aspect) {
        return 2 * StrictMath.atan(v.tanHalfWidth() / aspect);
    }

    private static void perFrame(ObjectNode o, String name, List<View> views, ToDoubleFunction<View> what) {
        double first = what.applyAsDouble(views.getFirst());
        if (views.stream().allMatch(v -> what.applyAsDouble(v) == first)) {
            if (Double.isFinite(first)) {
                o.put(name, first);
            }
            return;
        }
        ArrayNode list = o.putArray(name);
        for (View v : views) {
            double x = what.applyAsDouble(v);
            if (Double.isFinite(x)) {
                list.add(x);
            } else {
                list.addNull();
            }
        }
    }
}
