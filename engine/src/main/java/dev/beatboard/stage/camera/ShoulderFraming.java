package dev.beatboard.stage.camera;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import java.util.Optional;

/// Over the shoulder: one person's face past another's head and shoulder, which take 20 to 35 % of the width at one
/// edge. A coarse search over the places behind the foreground person; the least faulty picture wins.
///
/// @param aspect width over height of the picture
public record ShoulderFraming(Surroundings surroundings, double aspect) {

    private static final double HEAD = 0.12;
    private static final double WANTED_WIDTH = 0.27;
    private static final double[] LENSES = {40, 50, 65, 85};

    /// The view of `subject` past `foreground`, or empty if no place behind them is free.
    public Optional<Framed> solve(Framing framing, Landmarks subject, Landmarks foreground) {
        SizeDefinition size = SizeDefinition.of(framing.size());
        Vec3 along = subject.eyes().minus(foreground.eyes()).withY(0).normalized();
        Vec3 across = along.cross(Vec3.Y).normalized();
        View best = null;
        double least = Double.POSITIVE_INFINITY;
        double[] lenses = framing.lens().map(l -> new double[] {l}).orElse(LENSES);
        for (int side = -1; side <= 1; side += 2) {
            for (double back = 0.5; back <= 1.5; back += 0.1) {
                for (double beside = 0.25; beside <= 0.75; beside += 0.05) {
                    Vec3 position = foreground
                            .eyes()
                            .plus(along, -back)
                            .plus(across, side * beside)
                            .withY(Math.max(
                                            foreground.eyes().y(),
                                            subject.eyes().y())
                                    + 0.04);
                    if (!surroundings.allow(position)) {
                        continue;
                    }
                    for (double lens : lenses) {
                        View view = aim(framing, size, subject, position, lens, side);
                        double fault = fault(view, size, subject, foreground, side);
                        if (fault < least) {
                            least = fault;
                            best = view;
                        }
                    }
                }
            }
        }
        return best == null || least > 3
                ? Optional.empty()
                : Optional.of(new Framed(best, 0, best.focalLength(), false));
    }

    /// The subject's eyes a little off the middle, away from the shoulder; the top of the body range on its height.
    private View aim(Framing framing, SizeDefinition size, Landmarks subject, Vec3 position, double lens, int side) {
        double sensor = 36 * Math.min(1, aspect);
        double tanHalf = sensor / (2 * lens);
        Vec3 top = size.top(subject);
        Vec3 level = subject.eyes().minus(position).withY(0);
        double distance = level.length();
        double pitch = StrictMath.atan2(top.y() - position.y(), distance)
                - StrictMath.atan((1 - 2 * size.topAt()) * tanHalf / aspect);
        double yaw = StrictMath.atan(side * 0.2 * tanHalf);
        Vec3 turned = Quat.about(Vec3.Y, yaw).rotate(level.normalized());
        Vec3 forward = turned.times(StrictMath.cos(pitch)).plus(Vec3.Y, StrictMath.sin(pitch));
        return new View(
                position,
                View.looking(position, position.plus(forward), framing.roll()),
                lens,
                sensor,
                distance,
                framing.fNumber().orElse(2.8));
    }

    private double fault(View view, SizeDefinition size, Landmarks subject, Landmarks foreground, int side) {
        Vec3 head = view.project(foreground.eyes(), aspect);
        if (head.z() < 0.3) {
            return 9;
        }
        double half = HEAD / (2 * view.tanHalfWidth() * head.z());
        Vec3 shoulder = view.project(side > 0 ? foreground.rightShoulder() : foreground.leftShoulder(), aspect);
        Vec3 other = view.project(side > 0 ? foreground.leftShoulder() : foreground.rightShoulder(), aspect);
        double inner = side > 0
                ? Math.max(head.x() + half, Math.max(shoulder.x(), other.x()))
                : Math.min(head.x() - half, Math.min(shoulder.x(), other.x()));
        double width = side > 0 ? inner : 1 - inner;
        Vec3 eyes = view.project(subject.eyes(), aspect);
        double face = 0.13 / (2 * view.tanHalfWidth() * eyes.z());
        double gap = side > 0 ? eyes.x() - face - (head.x() + half) : head.x() - half - (eyes.x() + face);
        double bottom = view.project(size.bottom(subject), aspect).y();
        double hidden = gap < 0.02 ? 2 + 5 * (0.02 - gap) : 0;
        return Math.abs(width - WANTED_WIDTH) * 3
                + Math.abs(bottom - size.bottomAt()) * 1.5
                + hidden
                + (head.y() < 0.02 || head.y() > 0.7 ? 0.4 : 0);
    }
}
