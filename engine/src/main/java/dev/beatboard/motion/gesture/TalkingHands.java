package dev.beatboard.motion.gesture;

import dev.beatboard.math.Chance;
import dev.beatboard.motion.body.Dof;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.shot.Side;
import dev.beatboard.stage.Cue;
import java.util.List;
import java.util.Optional;

/// Hands that talk along: while somebody speaks, a hand that has nothing else to do rises now and then, opens, and
/// sinks again.
final class TalkingHands {

    /// Seconds from one such gesture to the next.
    private static final double PERIOD = 3.1;

    private static final ArmShape OPEN = ArmShape.arm()
            .shoulder(14, 11, -14)
            .elbow(74, -20)
            .wrist(-6, 0)
            .relaxed()
            .wave(Dof.ELBOW, -7, 1.3, 0)
            .wave(Dof.WRIST_FLEX, -8, 1.3, 0.5)
            .shape();

    private static final ArmShape LOW = ArmShape.arm()
            .shoulder(6, 10, -4)
            .elbow(54, 4)
            .relaxed()
            .wave(Dof.ELBOW, -6, 1.2, 0)
            .wave(Dof.PRONATION, -14, 0.9, 0.2)
            .shape();

    private TalkingHands() {}

    static void add(List<Cue> cues, long seed, List<ArmEvent> left, List<ArmEvent> right) {
        for (Cue c : cues) {
            if (!(c instanceof Cue.Speak s) || s.laughing()) {
                continue;
            }
            for (int k = 0; k < 12; k++) {
                double start = s.start() + 0.5 + PERIOD * (k + 0.5 * Chance.unit(seed, 71, k, 0));
                double until = start + 0.9 + 0.8 * Chance.unit(seed, 71, k, 1);
                if (until + 0.7 > s.end() + 0.4 || Chance.unit(seed, 71, k, 2) < 0.2) {
                    continue;
                }
                Flank f = Chance.unit(seed, 71, k, 3) < 0.62 ? Flank.RIGHT : Flank.LEFT;
                ArmShape shape = Chance.unit(seed, 71, k, 4) < 0.55 ? OPEN : LOW;
                if (free(cues, f, start, until + 0.8)) {
                    (f == Flank.LEFT ? left : right)
                            .add(new ArmEvent(start, until, 0.6, 0.75, shape, Optional.empty(), 1));
                }
                if (Chance.unit(seed, 71, k, 5) < 0.3 && free(cues, f.other(), start + 0.05, until + 0.8)) {
                    (f == Flank.LEFT ? right : left)
                            .add(new ArmEvent(start + 0.06, until - 0.05, 0.6, 0.75, LOW, Optional.empty(), 1));
                }
            }
        }
    }

    private static boolean free(List<Cue> cues, Flank f, double from, double to) {
        for (Cue c : cues) {
            if (c instanceof Cue.Gesture g && g.start() - 0.5 < to && g.until() + 0.9 > from) {
                boolean arms = GestureBook.find(g.kind())
                        .map(b -> b.main().isPresent() && (b.second().isPresent() || f.in(g.side())))
                        .orElse(false);
                if (arms || g.side() == Side.BOTH && GestureBook.find(g.kind()).isPresent()) {
                    return false;
                }
            }
        }
        return true;
    }
}
