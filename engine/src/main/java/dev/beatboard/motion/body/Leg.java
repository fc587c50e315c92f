package dev.beatboard.motion.body;

import dev.beatboard.asset.Rig;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.util.List;

/// One leg of a body at rest, the turns to its anatomical frames, and the sole it stands on.
public final class Leg {

    final Flank flank;
    final int pelvis;
    final int upper;
    final int upperTail;
    final int lower;
    final int lowerTail;
    final int foot;
    final int[][] toes = new int[5][];

    final Vec3 hip;
    final Vec3 ankle;
    final double upperLength;
    final double lowerLength;
    final Vec3 upperAxis;
    final Vec3 lowerAxis;
    final Quat upperZero;
    final Quat lowerZero;
    final Quat footZero;
    private final Sole sole;

    Leg(Rig rig, List<Vec3> rest, Flank flank, SoleMeasure measure) {
        this.flank = flank;
        String s = flank.suffix();
        pelvis = rig.bone("pelvis" + s);
        upper = rig.bone("upperleg01" + s);
        upperTail = rig.bone("upperleg02" + s);
        lower = rig.bone("lowerleg01" + s);
        lowerTail = rig.bone("lowerleg02" + s);
        foot = rig.bone("foot" + s);
        for (int f = 0; f < 5; f++) {
            toes[f] = new int[f == 0 ? 2 : 3];
            for (int k = 0; k < toes[f].length; k++) {
                toes[f][k] = rig.bone("toe" + (f + 1) + "-" + (k + 1) + s);
            }
        }
        hip = rest.get(upper);
        Vec3 knee = rest.get(lower);
        ankle = rest.get(foot);
        upperLength = knee.distanceTo(hip);
        lowerLength = ankle.distanceTo(knee);
        upperAxis = knee.minus(hip).normalized();
        lowerAxis = ankle.minus(knee).normalized();
        upperZero = Frames.of(upperAxis, Vec3.X).to(Frames.LEG);
        lowerZero = Frames.of(lowerAxis, Vec3.X).to(Frames.LEG);
        Vec3 ball = rest.get(toes[1][0]).lerp(rest.get(toes[2][0]), 0.5);
        footZero = Quat.between(ball.minus(ankle).withY(0), Vec3.Z);
        sole = measure.sole(this, ball);
    }

    /// From the hip joint to the ankle, straight.
    public double length() {
        return upperLength + lowerLength;
    }

    public Sole sole() {
        return sole;
    }

    /// The underside of a shoe in the anatomical frame of the foot (forward is +z), meters, from the ankle.
    ///
    /// @param ankleHeight of the ankle over the ground
    /// @param heel how far back the heel touches, negative
    /// @param ball where the toes bend
    /// @param tip how far forward the tip is
    public record Sole(double ankleHeight, double heel, Vec3 ball, double tip) {}

    /// Finds the sole of a leg on the surfaces that a performer wears.
    interface SoleMeasure {
        Sole sole(Leg leg, Vec3 ball);
    }
}
