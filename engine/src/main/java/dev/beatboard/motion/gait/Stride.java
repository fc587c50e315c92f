package dev.beatboard.motion.gait;

import dev.beatboard.motion.body.Flank;
import java.util.ArrayList;
import java.util.List;

/// The rhythm of a run of footsteps: phase, amplitude, manner and speed at any time.
///
/// Phase is 0 when the left foot strikes and pi when the right one does, in radians and growing; amplitude is 0 when
/// standing and 1 at an ordinary stride.
final class Stride {

    private static final double FADE = 0.6;

    private final double[] times;
    private final double[] phases;
    private final Curve amplitude;
    private final List<Footstep> steps;

    Stride(Footprint left, Footprint right, List<Footstep> steps) {
        this.steps = steps;
        List<Double> t = new ArrayList<>();
        List<Double> p = new ArrayList<>();
        List<Double> at = new ArrayList<>();
        List<Double> a = new ArrayList<>();
        Footprint[] feet = {left, right};
        Footstep first = steps.getFirst();
        double phase = first.flank() == Flank.LEFT ? -StrictMath.PI : 0;
        double begin = first.land() - (first.land() - first.lift()) * 1.35;
        t.add(begin);
        p.add(phase);
        at.add(begin);
        a.add(0.0);
        Flank before = first.flank().other();
        for (int i = 0; i < steps.size(); i++) {
            Footstep s = steps.get(i);
            phase += s.flank() == before ? 2 * StrictMath.PI : StrictMath.PI;
            before = s.flank();
            if (i > 0 && s.lift() - steps.get(i - 1).land() > 0.3) {
                at.add((s.lift() + steps.get(i - 1).land()) / 2);
                a.add(0.0);
            }
            t.add(s.land());
            p.add(phase);
            double length = s.to().place().distanceTo(feet[s.flank().ordinal()].place());
            feet[s.flank().ordinal()] = s.to();
            at.add(s.land());
            a.add(length / FootTrack.STRIDE * (i == steps.size() - 1 ? 0.5 : 1));
        }
        double last = steps.getLast().land() + FADE;
        t.add(last);
        p.add(phase + StrictMath.PI * 0.6);
        at.add(last);
        a.add(0.0);
        times = array(t);
        phases = array(p);
        amplitude = Curve.monotone(array(at), array(a));
    }

    double end() {
        return times[times.length - 1];
    }

    double phase(double t) {
        if (t <= times[0]) {
            return phases[0];
        }
        int i = 1;
        while (i < times.length - 1 && times[i] < t) {
            i++;
        }
        double u = Math.min(1, (t - times[i - 1]) / (times[i] - times[i - 1]));
        return phases[i - 1] + (phases[i] - phases[i - 1]) * u;
    }

    double amplitude(double t) {
        return amplitude.at(t);
    }

    /// The manner of the step under way, changing over from one step to the next.
    Manner manner(double t) {
        int i = step(t);
        Manner now = Manner.of(steps.get(i).style());
        if (i == 0) {
            return now;
        }
        Footstep before = steps.get(i - 1);
        double u = (t - before.land()) / Math.max(0.05, steps.get(i).land() - before.land());
        return Manner.of(before.style()).toward(now, Math.clamp(u, 0, 1));
    }

    double speed(double t) {
        return steps.get(step(t)).speed();
    }

    private int step(double t) {
        int i = 0;
        while (i < steps.size() - 1 && steps.get(i).land() < t) {
            i++;
        }
        return i;
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
