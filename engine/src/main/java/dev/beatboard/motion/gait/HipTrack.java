package dev.beatboard.motion.gait;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Anatomy;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.motion.body.FootGoal;
import dev.beatboard.motion.body.Leg;
import java.util.List;

/// How the hips travel over one run of footsteps, from standing to standing.
///
/// Sideways and forward they follow a spline through a knot at every mid-swing, near the standing foot. Their height is
/// as high as both legs allow, made smooth without ever going above that, so no leg is torn from its footstep.
final class HipTrack {

    private static final double SETTLE = 0.35;
    /// Sampling of the height, per second.
    private static final int RATE = 100;
    /// Half the window of the running minimum and of the smoothing, samples.
    private static final int HALF = 5;

    private static final double STANCE_STRETCH = 0.997;
    private static final double SWING_STRETCH = 0.9985;

    private final Anatomy anatomy;
    private final FootTrack leftFoot;
    private final FootTrack rightFoot;
    private final double start;
    private final double end;
    private final Curve x;
    private final Curve z;
    private final Curve yaw;
    private final Stride stride;
    private final double[] heights;

    /// @param left where the left foot is before the run
    /// @param steps at least one
    HipTrack(
            Anatomy anatomy,
            FootTrack leftFoot,
            FootTrack rightFoot,
            Footprint left,
            Footprint right,
            List<Footstep> steps) {
        this.anatomy = anatomy;
        this.leftFoot = leftFoot;
        this.rightFoot = rightFoot;
        HipKnots k = HipKnots.of(left, right, steps, SETTLE);
        x = Curve.spline(k.times(), k.x());
        z = Curve.spline(k.times(), k.z());
        yaw = Curve.spline(k.turnTimes(), k.turns());
        stride = new Stride(left, right, steps);
        start = k.times()[0];
        end = Math.max(k.times()[k.times().length - 1], stride.end());
        heights = heights();
    }

    double start() {
        return start;
    }

    double end() {
        return end;
    }

    Stride stride() {
        return stride;
    }

    double heading(double t) {
        return yaw.at(t);
    }

    Vec3 at(double t) {
        return new Vec3(x.at(t), height(t), z.at(t));
    }

    private double height(double t) {
        double u = Math.clamp((t - start) * RATE, 0, heights.length - 1.001);
        int i = (int) u;
        double f = u - i;
        double a = heights[Math.max(0, i - 1)];
        double b = heights[i];
        double c = heights[Math.min(heights.length - 1, i + 1)];
        double d = heights[Math.min(heights.length - 1, i + 2)];
        return b + 0.5 * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a)));
    }

    private double[] heights() {
        int n = (int) Math.ceil((end - start) * RATE) + 2;
        double[] limit = new double[n + 4 * HALF];
        for (int i = 0; i < limit.length; i++) {
            limit[i] = limit(start + (double) (i - 2 * HALF) / RATE);
        }
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            double weights = 0;
            for (int k = -HALF; k <= HALF; k++) {
                double low = Double.POSITIVE_INFINITY;
                for (int j = -HALF; j <= HALF; j++) {
                    low = Math.min(low, limit[i + 2 * HALF + k + j]);
                }
                double w = 0.5 + 0.5 * StrictMath.cos(StrictMath.PI * k / (HALF + 1));
                sum += w * low;
                weights += w;
            }
            out[i] = sum / weights;
        }
        return out;
    }

    /// The greatest height at which both feet are still reached.
    private double limit(double t) {
        double amplitude = stride.amplitude(t);
        double top = Ease.lerp(anatomy.standingHips(), anatomy.hips().y() - 0.010, Math.min(1, amplitude * 1.3));
        double run = stride.manner(t).run();
        Vec3 left = Heading.left(heading(t));
        for (Flank f : Flank.values()) {
            FootGoal foot = (f == Flank.LEFT ? leftFoot : rightFoot).at(t);
            if (run > 0.5 && !foot.contact()) {
                continue;
            }
            Leg leg = anatomy.leg(f);
            double hx = x.at(t) + left.x() * anatomy.halfHipWidth() * f.sign();
            double hz = z.at(t) + left.z() * anatomy.halfHipWidth() * f.sign();
            double dx = foot.ankle().x() - hx;
            double dz = foot.ankle().z() - hz;
            double reach = leg.length() * (foot.contact() ? STANCE_STRETCH : SWING_STRETCH);
            top = Math.min(top, foot.ankle().y() + Math.sqrt(Math.max(0.01, reach * reach - dx * dx - dz * dz)));
        }
        return top;
    }
}
