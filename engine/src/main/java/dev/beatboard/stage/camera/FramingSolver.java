package dev.beatboard.stage.camera;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.ShotSize;
import java.util.Optional;

/// Finds the lens position that makes a picture of one person satisfy its [SizeDefinition]. For a place round the
/// subject and a focal length the answer is exact: the body range's two ends fall on their heights of the picture, the
/// eyes on their column.
///
/// @param aspect width over height of the picture
public record FramingSolver(Surroundings surroundings, double aspect) {

    /// The longer side of a full frame in millimeters; for upright pictures the camera is turned on its side.
    private static final double FULL_FRAME = 36;
    /// The step by which the search comes nearer before it bisects.
    private static final double APPROACH = 0.95;
    private static final double FLOOR_CLEARANCE = 0.15;
    private static final double NEAREST = 0.1;
    private static final double FARTHEST = 200;
    /// A gaze farther off the lens than this wants room before the nose.
    private static final double LOOKING_COSINE = StrictMath.cos(StrictMath.toRadians(20));
    /// Half of what the 60 % before the nose exceeds an even split by, twice.
    private static final double LOOKING_SHIFT = 0.1;
    /// Turns to try when the side asked is blocked, still the same side by its name.
    private static final double[] TURNS = {0, 8, -8, 16, -16, 22, -22};
    /// Then other lenses: shorter ones stand nearer, the last one stands back.
    private static final double[] LENS_FACTORS = {1, 0.8, 0.65, 0.5, 1.3};

    /// Meters to raise a lens at eye level where a chair or a person of its height stands in between.
    private static final double[] LIFTS = {0, 0.3, 0.6};

    private static final double[] LEVEL = {0};
    /// Half the width of a head, meters.
    private static final double HALF_HEAD = 0.09;
    /// A place from which this share of the body is seen needs no better one.
    private static final double ENOUGH = 0.9;

    /// The view, or empty if no place inside the rooms serves. Overhead pictures are not solved here, as their body
    /// range is not vertical: empty too.
    public Optional<Framed> solve(Framing framing, Landmarks subject) {
        if (framing.angle() == CameraAngle.OVERHEAD) {
            return Optional.empty();
        }
        SizeDefinition size = SizeDefinition.of(framing.size());
        double asked = framing.lens().orElse(size.lens());
        Optional<Framed> best = Optional.empty();
        double most = -1;
        double preferred = turnPreference(framing, subject);
        // From near by, a raised lens would look down on the face.
        boolean mayRise =
                framing.angle() == CameraAngle.EYE_LEVEL && framing.size().compareTo(ShotSize.MEDIUM) < 0;
        for (double lift : mayRise ? LIFTS : LEVEL) {
            for (double factor : LENS_FACTORS) {
                for (double turn : TURNS) {
                    double turned = StrictMath.toRadians(turn * preferred);
                    Optional<View> placed = place(framing, size, subject, turned, asked * factor, lift);
                    if (placed.isEmpty() || !surroundings.allow(placed.get().position())) {
                        continue;
                    }
                    View view = placed.get();
                    double shown = shown(view.position(), size, subject);
                    if (shown > most) {
                        most = shown;
                        boolean hidden = !surroundings.see(view.position(), subject.eyes());
                        best = Optional.of(new Framed(view, turned, asked, hidden));
                    }
                    if (shown > ENOUGH) {
                        return best;
                    }
                }
            }
        }
        return best;
    }

    /// How much of the body in the picture is seen from a place, 0..1: mostly the eyes and the outline of the head,
    /// then
    /// chest, and a little the hips, which a table may hide.
    private double shown(Vec3 lens, SizeDefinition size, Landmarks body) {
        Vec3 side = body.eyes().minus(lens).cross(Vec3.Y).normalized().times(HALF_HEAD);
        double low = size.bottom(body).y();
        double seen = 0;
        double all = 0;
        Vec3[] points = {
            body.eyes(),
            body.crown(),
            body.neck(),
            body.eyes().plus(side),
            body.eyes().minus(side),
            body.chest(),
            body.hips()
        };
        double[] worth = {4, 2, 2, 1, 1, 2, 0.8};
        for (int i = 0; i < points.length; i++) {
            if (i < 5 || points[i].y() >= low) {
                all += worth[i];
                seen += surroundings.see(lens, points[i]) ? worth[i] : 0;
            }
        }
        return seen / all;
    }

    /// The view from one azimuth through one lens; empty if from this height the body never spans its range.
    private Optional<View> place(
            Framing framing, SizeDefinition size, Landmarks body, double turned, double lens, double lift) {
        double azimuth = azimuth(framing) + turned;
        Vec3 out = Quat.about(Vec3.Y, azimuth).rotate(body.facing().withY(0).normalized());
        double sensor = FULL_FRAME * Math.min(1, aspect);
        double tanHalfHeight = sensor / (2 * lens) / aspect;
        double topAngle = StrictMath.atan((1 - 2 * size.topAt()) * tanHalfHeight);
        double bottomAngle = StrictMath.atan((1 - 2 * size.bottomAt()) * tanHalfHeight);
        Vec3 top = size.top(body);
        Vec3 bottom = size.bottom(body);
        double nearest = Math.max(
                        top.minus(body.eyes()).dot(out),
                        bottom.minus(body.eyes()).dot(out))
                + NEAREST;
        double span = topAngle - bottomAngle;
        double near = FARTHEST;
        while (seen(at(framing, body, out, near, lift), top, bottom, out) < span) {
            near *= APPROACH;
            if (near < nearest) {
                return Optional.empty();
            }
        }
        double far = near / APPROACH;
        for (int i = 0; i < 60; i++) {
            double distance = (near + far) / 2;
            if (seen(at(framing, body, out, distance, lift), top, bottom, out) > span) {
                near = distance;
            } else {
                far = distance;
            }
        }
        Vec3 position = at(framing, body, out, far, lift);
        double pitch = elevation(position, top, out) - topAngle;
        Vec3 forward = out.times(-StrictMath.cos(pitch)).plus(Vec3.Y, StrictMath.sin(pitch));
        Vec3 right = forward.cross(Vec3.Y).normalized();
        double depth = body.eyes().minus(position).dot(forward);
        double column = lookingRoom(body, out, right);
        position = position.plus(right, -2 * column * depth * sensor / (2 * lens));
        Quat orientation = View.looking(position, position.plus(forward), framing.roll());
        return Optional.of(new View(
                position, orientation, lens, sensor, depth, framing.fNumber().orElse(size.fNumber())));
    }

    /// How far right of the middle the eyes belong, as a share of the width.
    static double lookingRoom(Landmarks body, Vec3 out, Vec3 right) {
        Vec3 gaze = body.headFacing().withY(0).normalized();
        double across = gaze.dot(right);
        boolean beside = gaze.dot(out) < LOOKING_COSINE && Math.abs(across) > 1e-6;
        return beside ? -LOOKING_SHIFT * Math.signum(across) : 0;
    }

    /// How high a lens at that level distance from a body is by its angle, meters above the floor.
    public static double height(Framing framing, Landmarks body, Vec3 place) {
        Vec3 out = place.minus(body.eyes()).withY(0);
        return at(framing, body, out.normalized(), out.length(), 0).y();
    }

    private static Vec3 at(Framing framing, Landmarks body, Vec3 out, double distance, double lift) {
        Vec3 eyes = body.eyes();
        double height = switch (framing.angle()) {
            case EYE_LEVEL ->
                framing.size().compareTo(ShotSize.MEDIUM_WIDE) < 0
                        ? body.chest().y()
                        : eyes.y();
            case LOW -> eyes.y() - distance * StrictMath.tan(StrictMath.toRadians(25));
            case HIGH, OVERHEAD -> eyes.y() + distance * StrictMath.tan(StrictMath.toRadians(30));
            case GROUND_LEVEL -> body.soles().y() + FLOOR_CLEARANCE;
            case SHOULDER_LEVEL -> body.neck().y();
            case HIP_LEVEL -> body.hips().y();
        };
        return eyes.plus(out, distance).withY(Math.max(body.soles().y() + FLOOR_CLEARANCE, height + lift));
    }

    private static double seen(Vec3 lens, Vec3 top, Vec3 bottom, Vec3 out) {
        return elevation(lens, top, out) - elevation(lens, bottom, out);
    }

    private static double elevation(Vec3 lens, Vec3 point, Vec3 out) {
        return StrictMath.atan2(point.y() - lens.y(), lens.minus(point).dot(out));
    }

    private static double azimuth(Framing framing) {
        return StrictMath.toRadians(
                switch (framing.side()) {
                    case FRONT -> 0;
                    case THREE_QUARTER_LEFT -> 40;
                    case THREE_QUARTER_RIGHT -> -40;
                    case PROFILE_LEFT -> 90;
                    case PROFILE_RIGHT -> -90;
                    case BACK -> 180;
                });
    }

    /// Toward the front first; from the front, toward where the face looks. Mirrored bodies get mirrored answers.
    private static double turnPreference(Framing framing, Landmarks body) {
        double azimuth = azimuth(framing);
        boolean axial = azimuth == 0 || Math.abs(azimuth) > 3;
        double left = body.facing().cross(body.headFacing()).y();
        return (axial ? left >= 0 : azimuth < 0) ? 1 : -1;
    }
}
