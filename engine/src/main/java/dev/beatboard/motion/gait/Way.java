package dev.beatboard.motion.gait;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.stage.Cue;
import java.util.ArrayList;
import java.util.List;

/// A line over the floor, its corners rounded as people round them, with the speed that each stretch of it is walked
/// at.
final class Way {

    /// Distance of the samples, meters.
    private static final double STEP = 0.05;
    /// How far a corner is cut, meters.
    private static final double ROUNDING = 0.45;

    private final List<Vec3> points;
    private final double[] lengths;
    private final List<Stretch> stretches;

    /// Part of a way, up to `until` meters from its start.
    record Stretch(double until, double speed, Cue.Style style) {}

    private Way(List<Vec3> points, double[] lengths, List<Stretch> stretches) {
        this.points = points;
        this.lengths = lengths;
        this.stretches = stretches;
    }

    static Way of(List<Vec3> corners, double speed, Cue.Style style) {
        List<Vec3> p = round(resample(corners));
        double[] l = new double[p.size()];
        for (int i = 1; i < l.length; i++) {
            l[i] = l[i - 1] + p.get(i).distanceTo(p.get(i - 1));
        }
        return new Way(p, l, List.of(new Stretch(Double.POSITIVE_INFINITY, speed, style)));
    }

    /// This way up to `at` meters, then another one.
    Way then(double at, List<Vec3> corners, double speed, Cue.Style style) {
        List<Vec3> all = new ArrayList<>();
        for (int i = 0; i < points.size() && lengths[i] < at - 0.3; i += 4) {
            all.add(points.get(i));
        }
        all.add(place(at));
        all.addAll(corners.subList(1, corners.size()));
        Way joined = of(all, speed, style);
        List<Stretch> s = new ArrayList<>();
        for (Stretch old : stretches) {
            if (old.until < at) {
                s.add(old);
            } else {
                s.add(new Stretch(at, old.speed, old.style));
                break;
            }
        }
        s.add(new Stretch(Double.POSITIVE_INFINITY, speed, style));
        return new Way(joined.points, joined.lengths, List.copyOf(s));
    }

    double length() {
        return lengths[lengths.length - 1];
    }

    Stretch stretch(double s) {
        for (Stretch e : stretches) {
            if (s < e.until) {
                return e;
            }
        }
        return stretches.getLast();
    }

    Vec3 place(double s) {
        if (s >= length()) {
            return points.getLast();
        }
        int i = 1;
        while (lengths[i] < s) {
            i++;
        }
        double u = (s - lengths[i - 1]) / Math.max(1e-9, lengths[i] - lengths[i - 1]);
        return points.get(i - 1).lerp(points.get(i), Ease.unit(u));
    }

    double heading(double s) {
        double a = Math.clamp(s, 0, length());
        Vec3 d = place(Math.min(length(), a + 0.15)).minus(place(Math.max(0, a - 0.15)));
        return Heading.of(d);
    }

    private static List<Vec3> resample(List<Vec3> corners) {
        List<Vec3> out = new ArrayList<>();
        out.add(corners.getFirst().withY(0));
        for (int i = 1; i < corners.size(); i++) {
            Vec3 a = corners.get(i - 1).withY(0);
            Vec3 b = corners.get(i).withY(0);
            int n = Math.max(1, (int) Math.round(a.distanceTo(b) / STEP));
            if (a.distanceTo(b) < 1e-6) {
                continue;
            }
            for (int k = 1; k <= n; k++) {
                out.add(a.lerp(b, (double) k / n));
            }
        }
        if (out.size() == 1) {
            out.add(out.getFirst().plus(Vec3.Z, 1e-3));
        }
        return out;
    }

    /// A moving average that keeps both ends; twice, so that the curvature has no steps.
    private static List<Vec3> round(List<Vec3> in) {
        List<Vec3> now = in;
        for (int pass = 0; pass < 2; pass++) {
            List<Vec3> next = new ArrayList<>(now.size());
            for (int i = 0; i < now.size(); i++) {
                int r = Math.min((int) (ROUNDING / STEP), Math.min(i, now.size() - 1 - i));
                Vec3 sum = Vec3.ZERO;
                for (int k = -r; k <= r; k++) {
                    sum = sum.plus(now.get(i + k));
                }
                next.add(sum.times(1.0 / (2 * r + 1)));
            }
            now = next;
        }
        return now;
    }
}
