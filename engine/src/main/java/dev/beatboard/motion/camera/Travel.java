package dev.beatboard.motion.camera;

import dev.beatboard.math.Vec3;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import java.util.List;

/// How far a subject has traveled by walking, as a smooth path on the floor: what a camera that goes along follows.
/// Sitting down, leaning and sway do not count, so a camera on a seated person stands still.
final class Travel {

    /// Standard deviation of the Gaussian that smooths the path, seconds.
    private static final double SMOOTHING = 0.25;
    /// A walk's last step and settling take this much longer than distance over speed, seconds.
    private static final double SETTLING = 0.9;
    /// How far before the clip and after it the path is known, seconds.
    private static final double MARGIN = 1.2;

    private final Vec3[] path;
    private final double step;

    private Travel(Vec3[] path, double step) {
        this.path = path;
        this.step = step;
    }

    /// The mean travel of some performers; no performers stay where they are.
    static Travel of(Bodies bodies, List<Score> scores, List<Integer> actors, double seconds, double step) {
        int n = (int) Math.ceil((seconds + 2 * MARGIN) / step) + 1;
        Vec3[] sum = new Vec3[n];
        for (int i = 0; i < n; i++) {
            sum[i] = Vec3.ZERO;
        }
        for (int actor : actors) {
            Vec3[] raw = raw(bodies, scores.get(actor), actor, n, step);
            for (int i = 0; i < n; i++) {
                sum[i] = sum[i].plus(raw[i], 1.0 / actors.size());
            }
        }
        return new Travel(smooth(sum, step), step);
    }

    /// Where the traveling point is.
    Vec3 at(double seconds) {
        double x = (seconds + MARGIN) / step;
        int i = (int) Math.floor(x);
        if (i < 0) {
            return path[0];
        }
        if (i >= path.length - 1) {
            return path[path.length - 1];
        }
        return path[i].lerp(path[i + 1], x - i);
    }

    private static Vec3[] raw(Bodies bodies, Score score, int actor, int n, double step) {
        Vec3[] at = new Vec3[n];
        at[0] = Vec3.ZERO;
        List<Cue.Walk> walks = score.cues().stream()
                .filter(Cue.Walk.class::isInstance)
                .map(Cue.Walk.class::cast)
                .toList();
        if (walks.isEmpty()) {
            java.util.Arrays.fill(at, Vec3.ZERO);
            return at;
        }
        Vec3 before = bodies.anchor(actor, -MARGIN);
        for (int i = 1; i < n; i++) {
            double t = -MARGIN + i * step;
            Vec3 now = bodies.anchor(actor, t);
            boolean walking =
                    walks.stream().anyMatch(w -> t >= w.start() && t <= w.start() + w.length() / w.speed() + SETTLING);
            at[i] = walking ? at[i - 1].plus(now.minus(before).withY(0)) : at[i - 1];
            before = now;
        }
        return at;
    }

    private static Vec3[] smooth(Vec3[] path, double step) {
        int half = (int) Math.ceil(3 * SMOOTHING / step);
        double[] weight = new double[2 * half + 1];
        double total = 0;
        for (int j = -half; j <= half; j++) {
            double x = j * step / SMOOTHING;
            weight[j + half] = StrictMath.exp(-0.5 * x * x);
            total += weight[j + half];
        }
        Vec3[] out = new Vec3[path.length];
        for (int i = 0; i < path.length; i++) {
            Vec3 s = Vec3.ZERO;
            for (int j = -half; j <= half; j++) {
                int k = Math.max(0, Math.min(path.length - 1, i + j));
                s = s.plus(path[k], weight[j + half] / total);
            }
            out[i] = s;
        }
        return out;
    }
}
