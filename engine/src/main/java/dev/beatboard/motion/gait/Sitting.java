package dev.beatboard.motion.gait;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Anatomy;
import dev.beatboard.motion.body.Angles;
import dev.beatboard.motion.body.Dof;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.stage.set.FilmSet;

/// One time on a seat: sitting down, being seated, standing up. The feet stay where they are.
///
/// Sitting down starts backward, with the trunk bent forward as a counterweight; standing up starts by leaning forward,
/// and only then do the hips leave the seat.
///
/// @param down when sitting down begins, seconds
/// @param up when standing up begins; infinity: never
record Sitting(FilmSet.Seat seat, double down, double downTime, double up, double upTime, double standingHeading) {

    /// The hips sit this far behind the middle of the seat, meters.
    private static final double BACK = 0.04;

    private static final double[] TILT_KNOTS = {0, 0.12, 0.5, 0.72, 1};
    private static final Curve DOWN_TILT = Curve.monotone(TILT_KNOTS, new double[] {0, 4, 27, 24, -8});
    private static final Curve DOWN_SPINE = Curve.monotone(new double[] {0, 0.5, 0.75, 1}, new double[] {0, 14, 10, 5});
    private static final Curve DOWN_HEAD = Curve.monotone(new double[] {0, 0.2, 0.5, 1}, new double[] {0, 10, -14, 0});
    private static final Curve UP_TILT =
            Curve.monotone(new double[] {0, 0.12, 0.42, 0.62, 1}, new double[] {-8, -2, 25, 17, 0});
    private static final Curve UP_SPINE = Curve.monotone(new double[] {0, 0.4, 0.65, 1}, new double[] {5, 12, 6, 0});
    private static final Curve UP_HEAD = Curve.monotone(new double[] {0, 0.4, 0.7, 1}, new double[] {0, -16, -8, 0});

    double heading() {
        return Heading.of(seat.facing());
    }

    boolean during(double t) {
        return t > down && t < up + upTime;
    }

    /// 0 standing, 1 seated.
    double seated(double t) {
        return t < up ? Ease.unit((t - down) / downTime) : 1 - Ease.unit((t - up) / upTime);
    }

    /// How far the hips have gone back.
    private double back(double t) {
        return t < up
                ? Ease.minimumJerk((t - down) / downTime / 0.86)
                : 1 - Ease.minimumJerk(((t - up) / upTime - 0.22) / 0.74);
    }

    private double low(double t) {
        return t < up
                ? Ease.minimumJerk(((t - down) / downTime - 0.1) / 0.9)
                : 1 - Ease.minimumJerk(((t - up) / upTime - 0.28) / 0.72);
    }

    /// How much the hands rest: they come to the thighs while sitting down, and push off late.
    double hands(double t) {
        return t < up
                ? Ease.minimumJerk(((t - down) / downTime - 0.18) / 0.62)
                : 1 - Ease.minimumJerk(((t - up) / upTime - 0.30) / 0.5);
    }

    Vec3 hips(Anatomy a, Vec3 standing, double t) {
        Vec3 there = seat.hip().plus(seat.facing(), -BACK);
        Vec3 p = standing.lerp(there, back(t));
        return p.withY(Ease.lerp(standing.y(), seat.height() + a.seatToHip(seat.hard()), low(t)));
    }

    double turned(double t) {
        return standingHeading + Heading.between(standingHeading, heading()) * back(t);
    }

    void add(Angles d, double t) {
        boolean going = t < up;
        double u = going ? Ease.unit((t - down) / downTime) : Ease.unit((t - up) / upTime);
        d.add(Dof.PELVIS_TILT, (going ? DOWN_TILT : UP_TILT).at(u));
        d.add(Dof.SPINE_FLEX, (going ? DOWN_SPINE : UP_SPINE).at(u));
        d.add(Dof.HEAD_FLEX, (going ? DOWN_HEAD : UP_HEAD).at(u));
        double balance = StrictMath.sin(StrictMath.PI * u);
        for (Flank f : Flank.values()) {
            d.approach(Dof.SHOULDER_FLEX, f, going ? 18 : 22, balance);
        }
    }
}
