package dev.beatboard.track;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/// How much of each performer is seen in the frames that were rendered: a work sheet that is filled
/// frame by frame, by any threads, and read afterwards.
public final class VisibleFractions {

    private final Map<Key, Double> seen = new ConcurrentHashMap<>();

    private record Key(int frame, int performer) {}

    /// @param performer place in the cast, from 0
    /// @param fraction 0 to 1; what lies outside comes of rounding and is brought back
    public void put(int frame, int performer, double fraction) {
        seen.put(new Key(frame, performer), Math.clamp(fraction, 0, 1));
    }

    /// Empty where nothing was put.
    public OptionalDouble of(int frame, int performer) {
        Double f = seen.get(new Key(frame, performer));
        return f == null ? OptionalDouble.empty() : OptionalDouble.of(f);
    }
}
