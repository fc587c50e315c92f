package dev.beatboard.stage.cast;

import dev.beatboard.math.Ease;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;

/// How tall people are, barefoot, in meters: medians of today's adults and of children by age (WHO growth reference for
/// 5 to 19 years, rounded), less a little in old age.
final class Heights {

    private static final double MAN = 1.775;
    private static final double WOMAN = 1.645;
    private static final double SIX = 1.155;
    private static final double SPREAD = 0.075;

    private Heights() {}

    /// @param chance within plus or minus 1: where in the middle of their group somebody is
    static double of(Performer p, double chance) {
        boolean man = p.sex() == Sex.MALE;
        double grown = man ? MAN : WOMAN;
        double full = man ? 17 : 15;
        double median = Ease.lerp(SIX, grown, Ease.unit((p.age() - 6) / (full - 6)));
        median -= 0.04 * Ease.unit((p.age() - 45) / 40.0);
        double stature = switch (p.stature()) {
            case SHORT -> -1.5;
            case TALL -> 1.5;
            case AVERAGE -> 0;
        };
        return median * (1 + SPREAD * 0.55 * (stature + 0.45 * chance));
    }
}
