package dev.beatboard.motion.gesture;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Angles;
import dev.beatboard.motion.body.Dof;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.motion.body.HandAnchor;
import java.util.List;
import java.util.Optional;

/// One arm taking a shape, holding it, and letting go: the shoulder leads, the elbow follows, fingers come last.
///
/// @param start when it begins to move
/// @param until when it begins to let go
/// @param world where the hand goes in the world instead of on the body
/// @param atLens whether that is the lens, wherever it moves
record ArmEvent(
        double start,
        double until,
        double rise,
        double fall,
        ArmShape shape,
        Optional<HandAnchor> world,
        boolean atLens,
        double emphasis) {

    /// The share by which distal joints swing past their target before they settle.
    private static final double OVERSHOOT = 0.035;

    ArmEvent(
            double start,
            double until,
            double rise,
            double fall,
            ArmShape shape,
            Optional<HandAnchor> world,
            double emphasis) {
        this(start, until, rise, fall, shape, world, false, emphasis);
    }

    ArmEvent until(double other) {
        return new ArmEvent(start, other, rise, fall, shape, world, atLens, emphasis);
    }

    boolean over(double t) {
        return t <= start || t >= until + fall;
    }

    /// Moves the arm from where it is toward the shape, as far as it is by now.
    void apply(double t, Flank f, Angles d, Angles idle, List<HandAnchor.Hold> holds, Vec3 lens) {
        double hand = weight(t, 0.04, 0.90);
        Optional<HandAnchor> anchor = world.map(a -> aimed(a, lens)).or(() -> shape.anchor(f, t - start));
        if (anchor.isPresent()) {
            holds.add(new HandAnchor.Hold(anchor.get(), hand));
        } else {
            holds.replaceAll(h -> new HandAnchor.Hold(h.anchor(), h.weight() * (1 - hand)));
        }
        double before = StrictMath.hypot(d.get(Dof.SHOULDER_FLEX, f), d.get(Dof.SHOULDER_ABDUCT, f));
        double elbow = d.get(Dof.ELBOW, f);
        for (Dof dof : Dof.values()) {
            if (dof.sided() && (anchor.isEmpty() || free(dof))) {
                double target = idle.get(dof, f);
                target += (shape.angles().getOrDefault(dof, target) - target) * Math.min(1.12, emphasis);
                d.approach(dof, f, target, weight(t, lag(dof), span(dof)) + settle(dof, t));
            }
        }
        for (ArmShape.Wave w : shape.waves()) {
            double phase = 2 * StrictMath.PI * w.hertz() * (t - start - 0.5 * rise) - w.lag();
            d.add(w.dof(), f, w.degrees() * emphasis * weight(t, 0.25, 0.75) * StrictMath.sin(phase));
        }
        if (anchor.isEmpty()) {
            leadWithElbow(t, f, d, idle, before, elbow);
        }
    }

    private HandAnchor aimed(HandAnchor a, Vec3 lens) {
        return atLens && a instanceof HandAnchor.Toward w
                ? new HandAnchor.Toward(lens, w.stretch(), w.palmDown(), w.swivel())
                : a;
    }

    /// A raised hand does not sweep up on a straight arm: the elbow bends on the way.
    private void leadWithElbow(double t, Flank f, Angles d, Angles idle, double before, double elbow) {
        double flex = shape.angles().getOrDefault(Dof.SHOULDER_FLEX, idle.get(Dof.SHOULDER_FLEX, f));
        double abduct = shape.angles().getOrDefault(Dof.SHOULDER_ABDUCT, idle.get(Dof.SHOULDER_ABDUCT, f));
        double climb = StrictMath.abs(StrictMath.hypot(flex, abduct) - before);
        if (climb <= 25) {
            return;
        }
        double bent = Math.min(elbow, shape.angles().getOrDefault(Dof.ELBOW, elbow));
        double e = weight(t, 0.04, 0.86);
        double arch = StrictMath.sin(StrictMath.PI * e);
        double way = StrictMath.pow(Math.max(0, arch), 1.2);
        d.add(Dof.ELBOW, f, Math.clamp(1.1 * (climb - 25), 0, 85) * Math.clamp(1 - bent / 110, 0, 1) * way);
        d.add(Dof.SHOULDER_TWIST, f, -10 * arch);
        d.set(Dof.SHOULDER_ABDUCT, f, d.get(Dof.SHOULDER_ABDUCT, f) * (1 - 0.25 * arch));
    }

    /// How far into the shape a joint is that lags and spans by shares of the duration.
    double weight(double t, double lag, double span) {
        double in = Ease.minimumJerk(((t - start) / rise - lag) / span);
        double out = Ease.minimumJerk(((t - until) / fall - lag) / span);
        return in * (1 - out);
    }

    private double settle(Dof dof, double t) {
        return switch (dof) {
            case ELBOW, WRIST_FLEX, WRIST_DEVIATE, CURL ->
                OVERSHOOT * StrictMath.sin(StrictMath.PI * Ease.unit(((t - start) / rise - 0.82) / 0.4));
            default -> 0;
        };
    }

    /// What an arm still decides by angles when its hand is put somewhere.
    private static boolean free(Dof dof) {
        return switch (dof) {
            case SHOULDER_FLEX, SHOULDER_ABDUCT, SHOULDER_TWIST, ELBOW, PRONATION, WRIST_FLEX, WRIST_DEVIATE -> false;
            default -> true;
        };
    }

    private static double lag(Dof dof) {
        return switch (dof) {
            case GIRDLE_LIFT, GIRDLE_FORWARD, SHOULDER_FLEX, SHOULDER_ABDUCT, SHOULDER_TWIST -> 0.02;
            case ELBOW -> 0.07;
            case PRONATION -> 0.10;
            case WRIST_FLEX, WRIST_DEVIATE -> 0.14;
            default -> 0.20;
        };
    }

    private static double span(Dof dof) {
        return switch (dof) {
            case ELBOW, PRONATION -> 0.88;
            case CURL, INDEX_CURL, LITTLE_CURL, SPREAD, THUMB_OPPOSE, THUMB_CURL -> 0.80;
            default -> 0.86;
        };
    }
}
