package dev.beatboard.stage.camera;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.CameraSide;
import dev.beatboard.shot.ShotSize;
import java.util.List;
import java.util.Optional;

/// Frames several people at once: as tight as the size allows for the lowest and the tallest of them, and as the width
/// allows for all of them, from where the fewest faces hide each other.
///
/// @param aspect width over height of the picture
public record GroupFraming(Surroundings surroundings, double aspect) {

    private static final double SIDE_MARGIN = 0.05;
    private static final double SHOULDER = 0.24;
    private static final double NEAREST = 0.9;
    private static final double FARTHEST = 40;
    private static final double STEP = 1.04;
    private static final double[] TURNS = {0, 10, -10, 20, -20, 32, -32, 45, -45};
    private static final double[] LENS_FACTORS = {1, 0.8, 0.65, 0.5};
    /// Over a group the lens stands higher, so that the rows do not hide each other.
    private static final double RAISED = 0.42;

    /// The view, or empty if no place inside the rooms holds everybody.
    public Optional<Framed> solve(Framing framing, List<Landmarks> people) {
        SizeDefinition size = SizeDefinition.of(framing.size());
        double asked = framing.lens().orElse(Math.min(size.lens(), 50));
        Vec3 open = open(people, framing.side());
        Framed best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        for (double factor : LENS_FACTORS) {
            for (double turn : TURNS) {
                Vec3 out = Quat.about(Vec3.Y, StrictMath.toRadians(turn)).rotate(open);
                Optional<View> view = nearest(framing, size, people, out, asked * factor);
                if (view.isEmpty()) {
                    continue;
                }
                int hidden = hidden(view.get().position(), people);
                double cost = 4 * hidden + 0.02 * Math.abs(turn) + 3 * (1 - factor);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = new Framed(view.get(), StrictMath.toRadians(turn), asked, hidden > 0);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// Where a group opens to: the way it faces, or at right angles to two who face each other, on the kept side of the
    /// line of action (toward the audience if there is none).
    private Vec3 open(List<Landmarks> people, CameraSide side) {
        Vec3 sum = Vec3.ZERO;
        for (Landmarks p : people) {
            sum = sum.plus(p.facing());
        }
        Vec3 open;
        if (sum.length() > 0.75 * people.size()) {
            open = sum.withY(0).normalized();
        } else {
            Vec3 across =
                    people.getLast().eyes().minus(people.getFirst().eyes()).withY(0);
            Vec3 aside = across.cross(Vec3.Y).normalized();
            Vec3 middle = center(people);
            boolean kept =
                    surroundings.line().map(l -> l.keeps(middle.plus(aside))).orElse(aside.z() >= 0);
            open = aside.z() == 0 && aside.x() == 0 ? Vec3.Z : kept ? aside : aside.negated();
        }
        double by = switch (side) {
            case FRONT -> 0;
            case THREE_QUARTER_LEFT -> 35;
            case THREE_QUARTER_RIGHT -> -35;
            case PROFILE_LEFT -> 80;
            case PROFILE_RIGHT -> -80;
            case BACK -> 180;
        };
        return Quat.about(Vec3.Y, StrictMath.toRadians(by)).rotate(open);
    }

    private static Vec3 center(List<Landmarks> people) {
        Vec3 low = people.getFirst().eyes();
        Vec3 high = low;
        for (Landmarks p : people) {
            Vec3 e = p.eyes();
            low = new Vec3(Math.min(low.x(), e.x()), Math.min(low.y(), e.y()), Math.min(low.z(), e.z()));
            high = new Vec3(Math.max(high.x(), e.x()), Math.max(high.y(), e.y()), Math.max(high.z(), e.z()));
        }
        return low.lerp(high, 0.5);
    }

    /// The nearest allowed place along `out` from which everybody fits.
    private Optional<View> nearest(
            Framing framing, SizeDefinition size, List<Landmarks> people, Vec3 out, double lens) {
        Vec3 middle = center(people);
        for (double d = NEAREST; d < FARTHEST; d *= STEP) {
            View view = at(framing, size, people, middle, out, lens, d);
            if (fits(view, size, people)) {
                return surroundings.allow(view.position()) ? Optional.of(view) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private View at(
            Framing framing,
            SizeDefinition size,
            List<Landmarks> people,
            Vec3 middle,
            Vec3 out,
            double lens,
            double distance) {
        double floor = people.stream().mapToDouble(p -> p.soles().y()).min().orElse(0);
        Vec3 position = middle.plus(out, distance).withY(Math.max(floor + 0.15, height(framing, people, distance)));
        return aimed(framing, size, people, position, out, lens, distance);
    }

    /// Everybody in the picture from a place that is given.
    View from(Framing framing, SizeDefinition size, List<Landmarks> people, Vec3 position, double lens) {
        Vec3 way = position.minus(center(people)).withY(0);
        return aimed(framing, size, people, position, way.normalized(), lens, way.length());
    }

    /// How high a lens at a place is by its angle, meters above the floor.
    public static double height(Framing framing, List<Landmarks> people, Vec3 place) {
        return height(framing, people, place.minus(center(people)).withY(0).length());
    }

    private View aimed(
            Framing framing,
            SizeDefinition size,
            List<Landmarks> people,
            Vec3 position,
            Vec3 out,
            double lens,
            double distance) {
        double sensor = 36 * Math.min(1, aspect);
        double tanHalfHeight = sensor / (2 * lens) / aspect;
        double top = Double.NEGATIVE_INFINITY;
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        Vec3 side = out.cross(Vec3.Y).normalized().negated();
        double nearestDepth = Double.POSITIVE_INFINITY;
        for (Landmarks p : people) {
            Vec3 t = size.top(p).minus(position);
            double depth = -t.dot(out);
            nearestDepth = Math.min(nearestDepth, depth);
            top = Math.max(top, StrictMath.atan2(t.y(), Math.max(0.05, depth)));
            double across = p.eyes().minus(position).dot(side);
            left = Math.min(left, StrictMath.atan2(across - SHOULDER, Math.max(0.05, depth)));
            right = Math.max(right, StrictMath.atan2(across + SHOULDER, Math.max(0.05, depth)));
        }
        double pitch = top - StrictMath.atan((1 - 2 * size.topAt()) * tanHalfHeight);
        double yaw = -(left + right) / 2;
        Vec3 level = Quat.about(Vec3.Y, yaw).rotate(out.negated());
        Vec3 forward = level.times(StrictMath.cos(pitch)).plus(Vec3.Y, StrictMath.sin(pitch));
        return new View(
                position,
                View.looking(position, position.plus(forward), framing.roll()),
                lens,
                sensor,
                Math.max(0.3, (nearestDepth + distance) / 2),
                framing.fNumber().orElse(Math.max(4, size.fNumber())));
    }

    private static double height(Framing framing, List<Landmarks> people, double distance) {
        double eyes = people.stream().mapToDouble(p -> p.eyes().y()).average().orElse(1.5);
        double chest = people.stream().mapToDouble(p -> p.chest().y()).average().orElse(1.2);
        boolean wide = framing.size().compareTo(ShotSize.MEDIUM_WIDE) < 0;
        double level = people.size() > 3 ? eyes + RAISED : wide ? (eyes + chest) / 2 : eyes;
        CameraAngle angle = framing.angle();
        return switch (angle) {
            case EYE_LEVEL -> level;
            case SHOULDER_LEVEL -> eyes - 0.2;
            case HIP_LEVEL -> chest - 0.3;
            case LOW -> eyes - distance * StrictMath.tan(StrictMath.toRadians(18));
            case GROUND_LEVEL -> 0.15;
            case HIGH -> eyes + distance * StrictMath.tan(StrictMath.toRadians(25));
            case OVERHEAD -> eyes + distance * StrictMath.tan(StrictMath.toRadians(60));
        };
    }

    boolean fits(View view, SizeDefinition size, List<Landmarks> people) {
        for (Landmarks p : people) {
            Vec3 bottom = view.project(size.bottom(p), aspect);
            Vec3 eyes = view.project(p.eyes(), aspect);
            if (eyes.z() < 0.4 || bottom.y() > size.bottomAt() + 0.005) {
                return false;
            }
            double half = SHOULDER / (2 * view.tanHalfWidth() * eyes.z());
            if (eyes.x() - half < SIDE_MARGIN || eyes.x() + half > 1 - SIDE_MARGIN) {
                return false;
            }
        }
        return true;
    }

    /// How many faces have another's head before them, or something of the set.
    private int hidden(Vec3 lens, List<Landmarks> people) {
        int hidden = 0;
        for (Landmarks p : people) {
            Vec3 to = p.eyes().minus(lens);
            boolean covered = !surroundings.see(lens, p.eyes());
            for (Landmarks o : people) {
                Vec3 other = o.eyes().minus(lens);
                if (o == p || other.length() >= to.length()) {
                    continue;
                }
                double cosine = other.dot(to) / (other.length() * to.length());
                double apart = StrictMath.acos(Math.min(1, cosine)) * other.length();
                covered |= apart < 0.24;
            }
            hidden += covered ? 1 : 0;
        }
        return hidden;
    }
}
