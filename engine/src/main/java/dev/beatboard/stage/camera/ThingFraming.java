package dev.beatboard.stage.camera;

import dev.beatboard.math.Box;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.ShotSize;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// Frames a thing: its box fills the share of the picture that the size stands for.
///
/// @param aspect width over height of the picture
public record ThingFraming(Surroundings surroundings, double aspect) {

    private static final double SIZE_TOLERANCE = 0.06;
    private static final double[] TURNS = {0, 12, -12, 25, -25, 40, -40, 90, -90, 180};

    /// The view, or empty if no place serves. `front` is where the thing faces, horizontal.
    public Optional<Framed> solve(Framing framing, Box thing, Vec3 front) {
        double share = share(framing.size());
        double asked = framing.lens().orElse(framing.size().compareTo(ShotSize.MEDIUM) < 0 ? 35.0 : 65.0);
        Framed hidden = null;
        for (double factor : new double[] {1, 0.75, 0.55, 1.3}) {
            for (double turn : TURNS) {
                View view = at(framing, thing, front, asked * factor, share, turn);
                if (!surroundings.allow(view.position())) {
                    continue;
                }
                Framed framed = new Framed(view, StrictMath.toRadians(turn), asked, false);
                if (surroundings.visibility().clear(view.position(), thing.center())) {
                    return Optional.of(framed);
                }
                hidden = hidden == null ? new Framed(view, StrictMath.toRadians(turn), asked, true) : hidden;
            }
        }
        return Optional.ofNullable(hidden);
    }

    private View at(Framing framing, Box thing, Vec3 front, double lens, double share, double turn) {
        double side = switch (framing.side()) {
            case FRONT -> 0;
            case THREE_QUARTER_LEFT -> 38;
            case THREE_QUARTER_RIGHT -> -38;
            case PROFILE_LEFT -> 90;
            case PROFILE_RIGHT -> -90;
            case BACK -> 180;
        };
        double elevation = StrictMath.toRadians(elevation(framing.angle()));
        Vec3 level = Quat.about(Vec3.Y, StrictMath.toRadians(side + turn))
                .rotate(front.withY(0).normalized());
        Vec3 out = level.times(StrictMath.cos(elevation)).plus(Vec3.Y, StrictMath.sin(elevation));
        double sensor = 36 * Math.min(1, aspect);
        double near = 0.15;
        double far = 60;
        for (int i = 0; i < 50; i++) {
            double d = (near + far) / 2;
            if (span(view(framing, thing, out, lens, sensor, d), thing) > share) {
                near = d;
            } else {
                far = d;
            }
        }
        return view(framing, thing, out, lens, sensor, far);
    }

    private View view(Framing framing, Box thing, Vec3 out, double lens, double sensor, double distance) {
        Vec3 position = thing.center().plus(out, distance);
        return new View(
                position,
                View.looking(position, thing.center(), framing.roll()),
                lens,
                sensor,
                distance,
                framing.fNumber().orElse(4.0));
    }

    /// The size in which a box is seen: that whose share of the picture it fills within 6 %, if there is one.
    public Optional<ShotSize> measure(View view, Box thing) {
        double share = span(view, thing);
        return Arrays.stream(ShotSize.values())
                .filter(s -> Math.abs(share / share(s) - 1) < SIZE_TOLERANCE)
                .min(Comparator.comparingDouble(s -> Math.abs(share / share(s) - 1)));
    }

    /// The larger of the shares of height and width that the box takes; 9 where it reaches behind the lens.
    double span(View view, Box b) {
        double left = 9;
        double right = -9;
        double top = 9;
        double bottom = -9;
        for (int c = 0; c < 8; c++) {
            Vec3 corner = new Vec3(
                    (c & 1) == 0 ? b.low().x() : b.high().x(),
                    (c & 2) == 0 ? b.low().y() : b.high().y(),
                    (c & 4) == 0 ? b.low().z() : b.high().z());
            Vec3 p = view.project(corner, aspect);
            if (p.z() < 0.05) {
                return 9;
            }
            left = Math.min(left, p.x());
            right = Math.max(right, p.x());
            top = Math.min(top, p.y());
            bottom = Math.max(bottom, p.y());
        }
        return Math.max(right - left, bottom - top);
    }

    /// How much of the picture a thing fills at a size.
    static double share(ShotSize size) {
        return switch (size) {
            case EXTREME_WIDE -> 0.1;
            case WIDE -> 0.22;
            case FULL -> 0.6;
            case MEDIUM_WIDE -> 0.38;
            case MEDIUM -> 0.5;
            case MEDIUM_CLOSE_UP -> 0.64;
            case CLOSE_UP -> 0.82;
            case EXTREME_CLOSE_UP -> 1.7;
        };
    }

    /// How high a lens at a place is by its angle, meters above the floor.
    public static double height(Framing framing, Box thing, Vec3 place) {
        double level = place.minus(thing.center()).withY(0).length();
        double up = StrictMath.tan(StrictMath.toRadians(Math.min(60, elevation(framing.angle()))));
        return Math.max(0.15, thing.center().y() + level * up);
    }

    private static double elevation(CameraAngle angle) {
        return switch (angle) {
            case EYE_LEVEL, SHOULDER_LEVEL -> 10;
            case LOW, HIP_LEVEL -> -4;
            case GROUND_LEVEL -> -8;
            case HIGH -> 32;
            case OVERHEAD -> 80;
        };
    }
}
