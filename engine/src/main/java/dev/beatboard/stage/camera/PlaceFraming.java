package dev.beatboard.stage.camera;

import dev.beatboard.math.Box;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.CameraSide;
import dev.beatboard.shot.ShotSize;

/// Frames the place itself: from the audience's end of the room along its longest free sight line.
public record PlaceFraming(Surroundings surroundings, double aspect) {

    private static final double FROM_THE_WALL = 0.7;
    private static final double EYE_LEVEL = 1.5;

    /// A view of the place round `stage`. Always answers.
    public View solve(Framing framing, Box stage) {
        Vec3 middle = stage.center().withY(0);
        Box room = surroundings.rooms().stream()
                .filter(r -> r.contains(middle.withY(1)))
                .findFirst()
                .orElse(new Box(middle.minus(new Vec3(9, 0, 12)), middle.plus(new Vec3(9, 8, 12))));
        double lens = framing.lens().orElse(framing.size() == ShotSize.EXTREME_WIDE ? 20.0 : 24.0);
        double y = switch (framing.angle()) {
            case HIGH -> room.high().y() - 0.5;
            case LOW, HIP_LEVEL -> 0.7;
            case GROUND_LEVEL -> 0.2;
            case OVERHEAD -> room.high().y() - 0.3;
            case EYE_LEVEL, SHOULDER_LEVEL -> EYE_LEVEL;
        };
        double half = (room.high().x() - room.low().x()) / 2 - FROM_THE_WALL;
        double aside = switch (framing.side()) {
            case THREE_QUARTER_LEFT, PROFILE_LEFT -> -0.8 * half;
            case THREE_QUARTER_RIGHT, PROFILE_RIGHT -> 0.8 * half;
            case FRONT, BACK -> 0.35 * half;
        };
        double end = framing.side() == CameraSide.BACK ? -1 : 1;
        double depth = (room.high().z() - room.low().z()) / 2 - FROM_THE_WALL;
        Vec3 position = place(room, aside, y, end * depth);
        for (int i = 0; i < 40 && !surroundings.allow(position); i++) {
            position = place(room, aside * (1 - i / 20.0), y, end * depth * (1 - i / 60.0));
        }
        Vec3 far = room.center()
                .withY(framing.angle() == CameraAngle.OVERHEAD ? 0 : y - 0.12)
                .plus(new Vec3(-0.3 * aside, 0, -end * depth));
        double sensor = 36 * Math.min(1, aspect);
        return new View(
                position,
                View.looking(position, far, framing.roll()),
                lens,
                sensor,
                Math.max(3, position.distanceTo(far) * 0.5),
                framing.fNumber().orElse(8.0));
    }

    private static Vec3 place(Box room, double aside, double y, double along) {
        return room.center().plus(new Vec3(aside, 0, along)).withY(y);
    }

    /// The view from somebody's eyes toward a point.
    public View from(Vec3 eyes, Vec3 toward, Framing framing) {
        double sensor = 36 * Math.min(1, aspect);
        Vec3 d = toward.minus(eyes).normalized();
        Vec3 position = eyes.plus(d, 0.12);
        Quat looking = View.looking(position, toward, framing.roll());
        return new View(
                position,
                looking,
                framing.lens().orElse(35.0),
                sensor,
                Math.max(0.4, toward.distanceTo(position)),
                framing.fNumber().orElse(5.6));
    }
}
