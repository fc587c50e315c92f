package dev.beatboard.file.gltf;

import java.util.ArrayList;
import java.util.List;

/// The frames of a shot that have keys: every `step`th of each set-up, its first and its last. So nothing is
/// interpolated across a cut: just before the first frame of a set-up, two more keys hold the last value before the cut
/// and begin the first one after it.
///
/// Key `n` stands at `n / rate` seconds; the two extra keys of a cut 1/32 and 1/64 of a frame before it, which a player
/// cannot show and a rounded time cannot miss.
///
/// @param times in frames
/// @param frames whose values the keys have
record Keys(double[] times, int[] frames) {

    private static final double HOLD = 1 / 32.0;
    private static final double BEGIN = 1 / 64.0;

    static Keys of(int frameCount, List<Integer> cuts, int step) {
        List<double[]> keys = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            int first = cuts.get(i);
            int last = (i + 1 < cuts.size() ? cuts.get(i + 1) : frameCount) - 1;
            if (first > 0) {
                keys.add(new double[] {first - HOLD, first - 1});
                keys.add(new double[] {first - BEGIN, first});
            }
            for (int n = first; n < last; n += step) {
                keys.add(new double[] {n, n});
            }
            keys.add(new double[] {last, last});
        }
        return new Keys(
                keys.stream().mapToDouble(k -> k[0]).toArray(),
                keys.stream().mapToInt(k -> (int) k[1]).toArray());
    }

    int count() {
        return frames.length;
    }

    /// The number of the last key at or before a frame.
    int before(int frame) {
        int low = 0;
        int high = times.length - 1;
        while (low < high) {
            int mid = (low + high + 1) / 2;
            if (times[mid] <= frame) {
                low = mid;
            } else {
                high = mid - 1;
            }
        }
        return low;
    }

    /// How far a frame is on its way from key `k` to the next.
    double share(int frame, int k) {
        return k + 1 < times.length ? (frame - times[k]) / (times[k + 1] - times[k]) : 0;
    }
}
