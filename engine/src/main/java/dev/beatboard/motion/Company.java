package dev.beatboard.motion;

import dev.beatboard.math.Vec3;
import java.util.List;
import java.util.function.DoubleFunction;

/// The eyelines between all performers of a clip and the lens.
///
/// Two people who look at each other turn each other's eyes; this is cut off after one round: whoever is looked at is
/// taken to look at faces that look ahead. What is left of the error is well under a degree.
public final class Company implements Eyelines {

    private final List<Performance> cast;
    private final DoubleFunction<Vec3> lens;
    private final Eyelines ahead;

    private Company(List<Performance> cast, DoubleFunction<Vec3> lens) {
        this.cast = List.copyOf(cast);
        this.lens = lens;
        this.ahead = new Eyelines() {
            @Override
            public Vec3 lens(double seconds) {
                return Company.this.lens(seconds);
            }

            @Override
            public Vec3 eyes(int actor, double seconds) {
                return Company.this.cast.get(actor).eyesAhead(seconds);
            }
        };
    }

    /// @param cast in the order of their places in the cast
    /// @param lens where the entrance pupil is, world space, at a time in seconds
    public static Company of(List<Performance> cast, DoubleFunction<Vec3> lens) {
        return new Company(cast, lens);
    }

    @Override
    public Vec3 lens(double seconds) {
        return lens.apply(seconds);
    }

    @Override
    public Vec3 eyes(int actor, double seconds) {
        return cast.get(actor).eyes(seconds, ahead);
    }
}
