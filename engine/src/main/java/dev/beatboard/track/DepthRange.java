package dev.beatboard.track;

/// Distances along the optical axis between which depth is shown, meters; one for all frames
/// between two cuts, so that brightness does not flicker.
public record DepthRange(double near, double far) {

    public static final double NEAREST = 0.1;
    public static final double FARTHEST = 200;

    public DepthRange {
        if (!(near >= NEAREST && far > near && far <= FARTHEST)) {
            throw new IllegalArgumentException("Depth from " + near + " to " + far + "; allowed is " + NEAREST + " to "
                    + FARTHEST + ", the first less than the second");
        }
    }

    /// The inverse of a depth between those of far and near, 0 for far and beyond to 1 for near and
    /// nearer.
    public double inverse(double depth) {
        return Math.clamp((1 / depth - 1 / far) / (1 / near - 1 / far), 0, 1);
    }
}
