package dev.beatboard.stage;

import dev.beatboard.math.Vec3;
import java.util.Locale;

/// How far a place is from another and in which direction, in words, as on a plan with the audience
/// at its lower edge.
public final class Aside {

    private Aside() {}

    /// "0.4 m to the left".
    public static String words(Vec3 from, Vec3 to) {
        double x = to.x() - from.x();
        double z = to.z() - from.z();
        boolean sideways = StrictMath.abs(x) >= StrictMath.abs(z);
        String way = sideways
                ? x < 0 ? "to the left" : "to the right"
                : z < 0 ? "farther from the audience" : "nearer to the audience";
        return String.format(Locale.ROOT, "%.1f m %s", Math.max(0.1, StrictMath.hypot(x, z)), way);
    }
}
