package dev.beatboard.score;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How much the view changes from frame to frame around a keyframe, and what follows from it: on which frame the camera
/// cuts, comes to rest or sets off (keyframe rules 7 and 8). Exact to the frame.
///
/// @param steps change into frame `n - REACH + i`: meters of the camera against its subject's way, plus radians, plus
///     millimeters of focal length; infinity at a cut
public record CameraTiming(List<Double> steps) {

    /// Frames that are looked at before and after the keyframe.
    public static final int REACH = 5;

    private static final double STILL = 1e-7;
    /// Next to the frame where two eased moves join, the camera is slower than this share of its speed a frame off; a
    /// third power has a seventh.
    private static final double PAUSE = 0.3;

    public CameraTiming {
        steps = List.copyOf(steps);
        if (steps.size() != 2 * REACH + 2) {
            throw new IllegalArgumentException("steps of " + (2 * REACH + 2) + " frames are needed");
        }
    }

    /// By how many frames the arrival nearest to the keyframe is late, a cut or a move's end; empty if there is none.
    Optional<Integer> arrival() {
        return nearest(d -> cut(d) || moves(d) && !cut(d) && (still(d + 1) || pauses(d)));
    }

    /// By how many frames the start nearest to the keyframe is late; empty if there is none.
    Optional<Integer> departure() {
        return nearest(d -> moves(d + 1) && !cut(d + 1) && (still(d) || cut(d) || pauses(d)));
    }

    /// By how many frames the camera comes to rest late; empty if it does not rest. A camera that was at rest before
    /// is not late.
    Optional<Integer> rest() {
        if (!still(REACH)) {
            return Optional.empty();
        }
        int last = -REACH;
        for (int d = -REACH; d <= REACH; d++) {
            last = moves(d) ? d : last;
        }
        return Optional.of(last == -REACH ? 0 : last);
    }

    /// Whether it never stands still here and neither pauses, like a camera in somebody's hands: there is no telling
    /// when.
    boolean restless() {
        return IntStream.rangeClosed(-REACH, REACH).noneMatch(d -> still(d) || cut(d) || pauses(d));
    }

    private Optional<Integer> nearest(java.util.function.IntPredicate event) {
        return IntStream.rangeClosed(1 - REACH, REACH - 1)
                .filter(event)
                .boxed()
                .min(Comparator.comparingInt(Math::abs));
    }

    /// Whether two moves join at a frame: one ends in it, the next begins.
    private boolean pauses(int d) {
        if (d - 1 < -REACH || d + 2 > REACH + 1 || !moves(d) || !moves(d + 1) || cut(d) || cut(d + 1)) {
            return false;
        }
        return step(d) < PAUSE * step(d - 1) && step(d + 1) < PAUSE * step(d + 2);
    }

    private boolean cut(int d) {
        return Double.isInfinite(step(d));
    }

    private boolean still(int d) {
        return step(d) <= STILL;
    }

    private boolean moves(int d) {
        return step(d) > STILL;
    }

    private double step(int d) {
        return steps.get(d + REACH);
    }
}
