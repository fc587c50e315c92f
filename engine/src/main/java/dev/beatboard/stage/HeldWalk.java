package dev.beatboard.stage;

import dev.beatboard.math.Vec3;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.stage.camera.SizeDefinition;
import java.util.List;
import java.util.Optional;

/// A walk across a picture that neither moves nor is wide enough for it: it bends into the depth of the place, where
/// the picture holds more, so that whoever walks is still seen when the next keyframe needs them.
///
/// @param right the picture's right, a horizontal unit vector
/// @param sign 1 for a walk to the right of the picture, -1 to the left
record HeldWalk(Ground ground, Vec3 right, int sign, double aspect, CameraDirection camera) {

    /// Where the eyes are at the keyframe and may be at the end: looking room before them, shoulders inside; shares of
    /// the width from the middle, positive ahead.
    private static final double SET_OFF = -0.1;

    private static final double FARTHEST = 0.2;
    /// How long after the keyframe the walk is still straight across, seconds: the keyframe shows it so.
    private static final double STRAIGHT = 0.7;
    /// Half a sensor's width over the focal length is the tangent of half the angle of view; millimeters.
    private static final double SENSOR = 36;
    /// Steps of the search for the bend, degrees.
    private static final int STEP = 3;

    /// Whether the frame of keyframe `k` stays as it is while a later keyframe still wants this performer in it.
    static boolean held(Shot shot, int k, String name) {
        CameraDirection c = shot.keyframes().get(k).camera();
        if (!c.rests()
                || c.moves()
                || c.size().isEmpty()
                || k + 1 >= shot.keyframes().size()) {
            return false;
        }
        Keyframe next = shot.keyframes().get(k + 1);
        return !next.camera().frames()
                && !next.camera().moves()
                && next.cast().stream().anyMatch(d -> d.name().equals(name));
    }

    /// The way from `from`, of which the first `before` meters are walked by the keyframe and `after` from then on;
    /// empty if the straight way stays inside, or no free way does.
    Optional<List<Vec3>> way(Vec3 from, double before, double after, double speed) {
        Vec3 along = right.times(sign);
        Vec3 into = Vec3.Y.cross(right);
        double straight = Math.min(after, STRAIGHT * speed);
        if (inside(after, 0)) {
            return Optional.empty();
        }
        Vec3 bend = from.plus(along, before + straight);
        for (int degrees = STEP; degrees < 90; degrees += STEP) {
            double angle = StrictMath.toRadians(degrees);
            double across = (after - straight) * StrictMath.cos(angle);
            double depth = (after - straight) * StrictMath.sin(angle);
            Vec3 to = bend.plus(along, across).plus(into, depth);
            if (inside(straight + across, depth) && free(bend, to)) {
                return Optional.of(List.of(from, bend, to));
            }
        }
        return Optional.empty();
    }

    private boolean free(Vec3 from, Vec3 to) {
        int steps = (int) Math.ceil(from.distanceTo(to) / 0.2);
        for (int i = 1; i <= steps; i++) {
            if (!ground.free(from.lerp(to, i / (double) steps))) {
                return false;
            }
        }
        return true;
    }

    /// Whether who has gone this far across and into the depth is still in the picture.
    private boolean inside(double across, double depth) {
        SizeDefinition size = SizeDefinition.of(camera.size().orElseThrow());
        double tanHalfWidth = SENSOR * Math.min(1, aspect) / (2 * camera.lens().orElse(size.lens()));
        double height = range(size.size()) / (size.bottomAt() - size.topAt());
        double distance = height * aspect / (2 * tanHalfWidth);
        return SET_OFF * height * aspect + across <= FARTHEST * 2 * tanHalfWidth * (distance + depth);
    }

    /// The body range of a person of 1.7 m, meters: who walks is not cast yet.
    private static double range(ShotSize size) {
        return switch (size) {
            case EXTREME_WIDE, WIDE, FULL -> 1.72;
            case MEDIUM_WIDE -> 1.03;
            case MEDIUM -> 0.74;
            case MEDIUM_CLOSE_UP -> 0.48;
            case CLOSE_UP -> 0.34;
            case EXTREME_CLOSE_UP -> 0.17;
        };
    }
}
