package dev.beatboard.motion.tracking;

import static dev.beatboard.track.ArkitCoefficient.*;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.track.ArkitCoefficient;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How far each eye is turned in its socket, as ARKit's eight look coefficients: 1 is as far as our
/// eyes turn, 34 degrees to a side, 22 up, 30 down. Of two opposite ones at most one is above 0.
final class EyeLooks {

    static final double MOST_YAW = 34;
    static final double MOST_UP = 22;
    static final double MOST_DOWN = 30;

    static final Set<ArkitCoefficient> ALL = Set.of(
            EYE_LOOK_UP_LEFT,
            EYE_LOOK_DOWN_LEFT,
            EYE_LOOK_IN_LEFT,
            EYE_LOOK_OUT_LEFT,
            EYE_LOOK_UP_RIGHT,
            EYE_LOOK_DOWN_RIGHT,
            EYE_LOOK_IN_RIGHT,
            EYE_LOOK_OUT_RIGHT);

    private EyeLooks() {}

    /// @param head worldFromRest, as are `left` and `right`, the person's own eyes
    static void put(Map<ArkitCoefficient, Double> into, Quat head, Quat left, Quat right) {
        put(
                into,
                head.inverse().rotate(left.rotate(Vec3.Z)),
                List.of(EYE_LOOK_OUT_LEFT, EYE_LOOK_IN_LEFT, EYE_LOOK_UP_LEFT, EYE_LOOK_DOWN_LEFT));
        put(
                into,
                head.inverse().rotate(right.rotate(Vec3.Z)),
                List.of(EYE_LOOK_IN_RIGHT, EYE_LOOK_OUT_RIGHT, EYE_LOOK_UP_RIGHT, EYE_LOOK_DOWN_RIGHT));
    }

    /// @param names of a turn to the person's left, right, up and down
    private static void put(Map<ArkitCoefficient, Double> into, Vec3 axis, List<ArkitCoefficient> names) {
        double yaw = StrictMath.toDegrees(StrictMath.atan2(axis.x(), axis.z()));
        double pitch = StrictMath.toDegrees(StrictMath.asin(Math.clamp(axis.y(), -1, 1)));
        into.put(names.get(0), Math.clamp(yaw / MOST_YAW, 0, 1));
        into.put(names.get(1), Math.clamp(-yaw / MOST_YAW, 0, 1));
        into.put(names.get(2), Math.clamp(pitch / MOST_UP, 0, 1));
        into.put(names.get(3), Math.clamp(-pitch / MOST_DOWN, 0, 1));
    }
}
