package dev.beatboard;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Keeps of a path over time as few points as straight lines between them need.
final class PathThinning {

    /// By how much the tolerance grows until few enough points are left.
    private static final double LOOSER = 1.6;

    private PathThinning() {}

    /// The frames to keep, ascending, the first and the last among them.
    ///
    /// @param path one row of numbers per frame, all in units in which `tolerance` is meant
    /// @param needed frames that are kept in any case
    /// @param most that are kept, as far as `needed` allows
    static List<Integer> keep(double[][] path, int from, int to, List<Integer> needed, double tolerance, int most) {
        TreeSet<Integer> fixed = new TreeSet<>(List.of(from, to));
        needed.stream().filter(n -> n > from && n < to).forEach(fixed::add);
        double allowed = tolerance;
        TreeSet<Integer> kept = split(path, fixed, allowed);
        while (kept.size() > Math.max(most, fixed.size())) {
            allowed *= LOOSER;
            kept = split(path, fixed, allowed);
        }
        return new ArrayList<>(kept);
    }

    private static TreeSet<Integer> split(double[][] path, TreeSet<Integer> fixed, double tolerance) {
        TreeSet<Integer> kept = new TreeSet<>(fixed);
        Integer before = null;
        for (int n : fixed) {
            if (before != null) {
                split(path, before, n, tolerance, kept);
            }
            before = n;
        }
        return kept;
    }

    /// Source: Douglas and Peucker, with the distance taken at the same moment.
    private static void split(double[][] path, int from, int to, double tolerance, TreeSet<Integer> kept) {
        int worst = -1;
        double most = tolerance;
        for (int n = from + 1; n < to; n++) {
            double u = (double) (n - from) / (to - from);
            for (int c = 0; c < path[n].length; c++) {
                double off = Math.abs(path[n][c] - path[from][c] - u * (path[to][c] - path[from][c]));
                if (off > most) {
                    most = off;
                    worst = n;
                }
            }
        }
        if (worst >= 0) {
            kept.add(worst);
            split(path, from, worst, tolerance, kept);
            split(path, worst, to, tolerance, kept);
        }
    }
}
