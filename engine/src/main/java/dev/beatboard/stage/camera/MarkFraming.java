package dev.beatboard.stage.camera;

import dev.beatboard.math.Box;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;

/// Frames from a place that is given: what the size asks is reached by the focal length, or, where a lens is asked, the
/// size is whatever that lens shows. The other solvers find a place for a lens; this is the reverse.
///
/// @param position of the lens
/// @param aspect width over height of the picture
public record MarkFraming(Vec3 position, double aspect) {

    /// The lenses of a usual kit end here, millimeters.
    public static final double SHORTEST = 14;

    public static final double LONGEST = 200;

    /// From more steeply above or below, a body has no height in the picture.
    private static final double STEEP = StrictMath.toRadians(55);
    private static final double FULL_FRAME = 36;

    /// The picture of one person.
    public View person(Framing framing, Landmarks body) {
        SizeDefinition size = SizeDefinition.of(framing.size());
        if (StrictMath.abs(elevation(body.eyes())) > STEEP) {
            Box b = new Box(body.soles(), body.crown()).with(new Box(body.leftHand(), body.rightHand()));
            return thing(framing, b.grownBy(0.3));
        }
        double range = elevation(size.top(body)) - elevation(size.bottom(body));
        double lens = framing.lens().orElseGet(() -> longest(f -> topAngle(size, f) - bottomAngle(size, f) >= range));
        double tanHalf = tanHalf(lens);
        Vec3 level = body.eyes().minus(position).withY(0).normalized();
        Vec3 right = level.cross(Vec3.Y).normalized();
        double column = FramingSolver.lookingRoom(body, level.negated(), right);
        double yaw = StrictMath.atan(2 * column * tanHalf);
        double pitch = elevation(size.top(body)) - topAngle(size, lens);
        Vec3 turned = Quat.about(Vec3.Y, yaw).rotate(level);
        Vec3 forward = turned.times(StrictMath.cos(pitch)).plus(Vec3.Y, StrictMath.sin(pitch));
        return view(framing, forward, lens, body.eyes(), size.fNumber());
    }

    /// The picture of several people: as tight as holds them all.
    public View people(Framing framing, List<Landmarks> people) {
        SizeDefinition size = SizeDefinition.of(framing.size());
        GroupFraming group = new GroupFraming(Surroundings.OPEN, aspect);
        DoubleFunction<View> through = lens -> group.from(framing, size, people, position, lens);
        double lens = framing.lens().orElseGet(() -> longest(f -> group.fits(through.apply(f), size, people)));
        return through.apply(lens);
    }

    /// The picture of a thing.
    public View thing(Framing framing, Box thing) {
        double share = ThingFraming.share(framing.size());
        ThingFraming measure = new ThingFraming(Surroundings.OPEN, aspect);
        DoubleFunction<View> through =
                lens -> view(framing, thing.center().minus(position).normalized(), lens, thing.center(), 4);
        return through.apply(framing.lens()
                .orElseGet(() -> longest(f -> measure.span(through.apply(f), thing) <= share)));
    }

    /// A picture of the place: toward a point, through the lens that was asked or a wide one.
    public View place(Framing framing, Vec3 toward) {
        return view(framing, toward.minus(position).normalized(), framing.lens().orElse(24.0), toward, 8);
    }

    private View view(Framing framing, Vec3 forward, double lens, Vec3 sharp, double fNumber) {
        return new View(
                position,
                View.looking(position, position.plus(forward), framing.roll()),
                lens,
                sensor(),
                Math.max(0.3, sharp.minus(position).dot(forward)),
                framing.fNumber().orElse(fNumber));
    }

    /// The longest lens of the kit through which everything is in the picture; the shortest if none is short enough.
    private static double longest(Predicate<Double> holds) {
        double shortest = SHORTEST;
        double longest = LONGEST;
        if (holds.test(longest)) {
            return longest;
        }
        for (int i = 0; i < 50; i++) {
            double middle = (shortest + longest) / 2;
            if (holds.test(middle)) {
                shortest = middle;
            } else {
                longest = middle;
            }
        }
        return shortest;
    }

    private double elevation(Vec3 point) {
        Vec3 to = point.minus(position);
        return StrictMath.atan2(to.y(), to.withY(0).length());
    }

    private double topAngle(SizeDefinition size, double lens) {
        return StrictMath.atan((1 - 2 * size.topAt()) * tanHalf(lens) / aspect);
    }

    private double bottomAngle(SizeDefinition size, double lens) {
        return StrictMath.atan((1 - 2 * size.bottomAt()) * tanHalf(lens) / aspect);
    }

    private double sensor() {
        return FULL_FRAME * Math.min(1, aspect);
    }

    private double tanHalf(double lens) {
        return sensor() / (2 * lens);
    }
}
