package dev.beatboard.file.camera;

import dev.beatboard.scene.View;
import java.util.ArrayList;
import java.util.List;

/// Finds the cuts of a camera that does not say where they are: frames on which it is somewhere
/// else all of a sudden.
final class CutFinder {

    /// The smallest jump that is taken for a cut: 10 centimeters, 5 degrees or 9 percent of focal
    /// length in one frame.
    private static final double JUMP = 0.1;
    /// How many times the step before and the step after a jump has to be. A whip pan gathers speed
    /// over several frames.
    private static final double SUDDEN = 4;
    /// Meters that count as much as a radian of turn.
    private static final double METERS_PER_RADIAN = 1.15;

    private CutFinder() {}

    /// The places of the first views of all set-ups, 0 among them.
    static List<Integer> cuts(List<View> views) {
        List<Integer> cuts = new ArrayList<>(List.of(0));
        for (int i = 1; i < views.size(); i++) {
            double now = step(views, i);
            double around = Math.max(i > 1 ? step(views, i - 1) : 0, i + 1 < views.size() ? step(views, i + 1) : 0);
            if (now > JUMP && now > SUDDEN * around) {
                cuts.add(i);
            }
        }
        return List.copyOf(cuts);
    }

    /// How far the camera goes and turns, and how much its lens changes, from one view to the next.
    private static double step(List<View> views, int i) {
        View a = views.get(i - 1);
        View b = views.get(i);
        double turn = a.orientation()
                .inverse()
                .times(b.orientation())
                .toRotationVector()
                .length();
        double lens = StrictMath.abs(StrictMath.log(a.tanHalfWidth() / b.tanHalfWidth()));
        return a.position().distanceTo(b.position()) + METERS_PER_RADIAN * (turn + lens);
    }
}
