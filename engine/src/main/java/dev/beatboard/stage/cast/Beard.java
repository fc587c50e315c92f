package dev.beatboard.stage.cast;

import dev.beatboard.math.Ease;
import dev.beatboard.shot.FacialHair;

/// Where a beard of some cut grows.
record Beard(FacialHair cut) implements Fuzz.Growth {

    /// The picture goes around the head by this much, radians, and from throat to cheekbone, meters.
    private static final double AROUND = 4.2;

    private static final double LOW = 0.56;
    private static final double HIGH = 0.75;
    private static final double MIDDLE = 0.02;

    /// Half the width of the mouth with what surrounds it, meters.
    private static final double MOUTH = 0.031;

    private static final double LIPS = 0.6605;
    private static final double UPPER = 0.667;

    /// How far forward the lips are in the middle, how they curve back to the corners, and how far behind them the
    /// gums and the inside of the lips begin at least, meters.
    private static final double FRONT = 0.154;

    private static final double BOW = 15;
    private static final double BEHIND = 0.0055;

    private static final double EARLOBE = 0.073;

    @Override
    public double at(double px, double py, double pz) {
        boolean around = Math.hypot(px / 0.036, (py - LIPS) / 0.019) < 1;
        if (around && pz < FRONT - BOW * px * px - BEHIND) {
            return -1;
        }
        if (px > EARLOBE) {
            return 0;
        }
        double cheek = 0.687 - 0.16 * px + (px > 0.05 ? 1.2 * (px - 0.05) : 0);
        double throat = 0.6 + 0.3 * Math.max(0, 0.11 - pz);
        double lips = Ease.smooth((1.12 - Math.hypot(px / 0.0305, (py - LIPS) / 0.0122)) / 0.2);
        double grown = Ease.smooth((cheek - py) / 0.009)
                * Ease.smooth((pz - 0.02) / 0.03)
                * Ease.smooth((py - throat) / 0.012)
                * (1 - lips);
        double above = Ease.smooth((py - UPPER) / 0.004) * Ease.smooth((MOUTH + 0.004 - px) / 0.008);
        return switch (cut) {
            case NONE, STUBBLE -> 0;
            case MOUSTACHE -> grown * above;
            case GOATEE ->
                grown * Math.max(above, Ease.smooth((MOUTH - px) / 0.016) * Ease.smooth((0.672 - py) / 0.004));
            case BEARD -> grown * (0.65 + 0.35 * Ease.smooth((pz - 0.06) / 0.04));
        };
    }

    @Override
    public double[] chart(double px, double py, double pz) {
        double around = 0.5 + StrictMath.atan2(px, pz - MIDDLE) / AROUND;
        // Under the jaw height alone would squeeze the picture: there the way back counts too.
        double up = (py - LOW + 0.35 * (pz - MIDDLE)) / (HIGH - LOW + 0.06);
        return new double[] {Ease.unit(around), Ease.unit(up)};
    }

    /// Of the longest strands, meters.
    double length() {
        return switch (cut) {
            case NONE, STUBBLE -> 0;
            case MOUSTACHE -> 0.005;
            case GOATEE -> 0.007;
            case BEARD -> 0.010;
        };
    }
}
