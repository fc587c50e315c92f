package dev.beatboard.stage.cast;

import dev.beatboard.math.Ease;

/// Where hair grows that is cropped close to the skull.
record Crop() implements Fuzz.Growth {

    /// The whorl: the picture is drawn around it, as far as this angle, radians.
    private static final double REACH = 2.35;

    /// Ears stand out farther than this, meters, and lower than that.
    private static final double EAR = 0.084;

    private static final double EAR_TOP = 0.745;

    /// The way down the nape.
    private static final double NAPE = 0.645;

    @Override
    public double at(double px, double py, double pz) {
        double forehead = 0.808 - 0.04 * Ease.smooth((px - 0.042) / 0.035);
        double line = Ease.lerp(0.715, forehead, Ease.smooth((pz - 0.035) / 0.045));
        double behind = Ease.smooth(-pz / 0.02);
        double low = Math.max(py - line, Ease.lerp(-1, py - NAPE, behind));
        double ear = px > EAR && py < EAR_TOP ? 0 : 1;
        return ear * Ease.smooth((low + 0.006) / 0.024);
    }

    @Override
    public double[] chart(double px, double py, double pz) {
        double x = px;
        double y = (py - Scalp.MIDDLE) * 0.866 - (pz - Scalp.BACK) * 0.5;
        double z = (pz - Scalp.BACK) * 0.866 + (py - Scalp.MIDDLE) * 0.5;
        double far = StrictMath.atan2(Math.hypot(x, z), y) / REACH;
        double flat = Math.hypot(x, z) + 1e-9;
        return new double[] {Ease.unit(0.5 + 0.5 * far * x / flat), Ease.unit(0.5 - 0.5 * far * z / flat)};
    }
}
