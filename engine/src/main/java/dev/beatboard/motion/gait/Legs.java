package dev.beatboard.motion.gait;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Anatomy;
import dev.beatboard.motion.body.Angles;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.motion.body.FootGoal;
import dev.beatboard.motion.body.Idle;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import java.util.ArrayList;
import java.util.List;

/// All that the legs of one performer do in a clip, and what the rest of the body does along with them. A pure function
/// of time.
public final class Legs {

    /// Footsteps with a longer rest between them belong to different runs, seconds.
    private static final double REST = 0.9;
    /// How far off a mark is looked for, and how exactly, seconds.
    private static final double LATEST = 8;

    private static final double PASSING = 0.002;

    private final Anatomy anatomy;
    private final FootTrack left;
    private final FootTrack right;
    private final List<HipTrack> runs = new ArrayList<>();
    private final List<Vec3> rests = new ArrayList<>();
    private final List<Double> headings = new ArrayList<>();
    private final List<Sitting> sittings;

    /// What the legs do at a moment.
    ///
    /// @param hips midpoint of the hip joints, world space
    /// @param heading of the body, radians
    /// @param angles of trunk and arms as they go with it
    /// @param stillness 1 when standing or sitting at ease, 0 in the middle of a stride
    /// @param seated 1 when seated
    /// @param resting how far the hands rest on thighs or table, 0 to 1
    public record Moment(
            Vec3 hips,
            double heading,
            FootGoal leftFoot,
            FootGoal rightFoot,
            Angles angles,
            double stillness,
            double seated,
            double resting) {}

    private Legs(Anatomy anatomy, LegPlan plan) {
        this.anatomy = anatomy;
        this.sittings = plan.sittings();
        List<Footstep> steps = plan.steps();
        Footprint l = plan.left();
        Footprint r = plan.right();
        left = new FootTrack(Flank.LEFT, anatomy.leg(Flank.LEFT), l, steps);
        right = new FootTrack(Flank.RIGHT, anatomy.leg(Flank.RIGHT), r, steps);
        rest(l, r);
        for (int i = 0; i < steps.size(); ) {
            int j = i + 1;
            while (j < steps.size()
                    && steps.get(j).lift() - steps.get(j - 1).land() < REST
                    && !seatedBetween(steps.get(j - 1), steps.get(j))) {
                j++;
            }
            List<Footstep> run = steps.subList(i, j);
            runs.add(new HipTrack(anatomy, left, right, l, r, run));
            for (Footstep s : run) {
                if (s.flank() == Flank.LEFT) {
                    l = s.to();
                } else {
                    r = s.to();
                }
            }
            rest(l, r);
            i = j;
        }
    }

    public static Legs of(Anatomy anatomy, Score score) {
        Legs legs = new Legs(anatomy, LegPlan.of(anatomy, score));
        for (Cue c : score.cues()) {
            if (c instanceof Cue.Pass p) {
                return new Legs(anatomy, LegPlan.of(anatomy, legs.punctual(score, p)));
            }
        }
        return legs;
    }

    /// The score with its first walk set off so that the hips are where a mark says on its moment.
    private Score punctual(Score score, Cue.Pass pass) {
        List<Cue> cues = new ArrayList<>(score.cues());
        for (int i = 0; i < cues.size(); i++) {
            if (cues.get(i) instanceof Cue.Walk w) {
                Vec3 along = pass.place().minus(w.way().getFirst()).withY(0).normalized();
                double t = w.start();
                while (t < pass.start() + LATEST
                        && at(t).hips().minus(pass.place()).dot(along) < 0) {
                    t += PASSING;
                }
                cues.set(i, new Cue.Walk(w.start() + pass.start() - t, w.way(), w.speed(), w.style(), w.end()));
                break;
            }
        }
        return new Score(score.actor(), score.mark(), score.heading(), cues);
    }

    public Moment at(double t) {
        Angles d = Idle.angles(anatomy);
        int i = runs.size() - 1;
        while (i >= 0 && t < runs.get(i).start()) {
            i--;
        }
        boolean moving = i >= 0 && t < runs.get(i).end();
        Vec3 hips = rests.get(i + 1);
        double heading = headings.get(i + 1);
        double stillness = 1;
        if (moving) {
            HipTrack run = runs.get(i);
            hips = run.at(t);
            heading = run.heading(t);
            double amplitude = run.stride().amplitude(t);
            stillness = 1 - Ease.smooth(amplitude / 0.25);
            hips = bob(run, t, hips);
            Swing.add(d, run.stride(), t);
        }
        double seated = 0;
        double resting = 0;
        for (Sitting s : sittings) {
            if (s.during(t)) {
                hips = s.hips(anatomy, hips, t);
                heading = s.turned(t);
                s.add(d, t);
                seated = Ease.minimumJerk(s.seated(t));
                resting = s.hands(t);
            }
        }
        return new Moment(hips, heading, left.at(t), right.at(t), d, stillness, seated, resting);
    }

    /// Where the hips are and are headed, without the rest; cheap.
    public double heading(double t) {
        return at(t).heading();
    }

    /// 1 while the legs are at rest, 0 from shortly before to the end of anything they do, smooth between.
    public double calm(double t) {
        double c = 1;
        for (HipTrack r : runs) {
            c = Math.min(c, apart(t, r.start(), r.end()));
        }
        for (Sitting s : sittings) {
            c = Math.min(c, apart(t, s.down(), s.down() + s.downTime()));
            c = Math.min(c, apart(t, s.up(), s.up() + s.upTime()));
        }
        return c;
    }

    private static double apart(double t, double from, double to) {
        return t < from ? Ease.smooth((from - 0.1 - t) / 0.9) : Ease.smooth((t - to) / 0.9);
    }

    /// Running sinks at mid-stance and rises in flight; a crouching manner lowers the hips.
    private static Vec3 bob(HipTrack run, double t, Vec3 hips) {
        Manner m = run.stride().manner(t);
        double e = Math.min(1, 1.2 * run.stride().amplitude(t));
        double y = hips.y() - m.crouch() * e - 0.004 * Math.min(1, e);
        if (m.run() > 0) {
            double phase = run.stride().phase(t);
            double wave = -0.0375 + 0.0375 * StrictMath.cos(2 * (phase - StrictMath.PI * 0.4));
            y += m.run() * e * (wave - 0.035);
        }
        return hips.withY(y);
    }

    private boolean seatedBetween(Footstep a, Footstep b) {
        return sittings.stream().anyMatch(s -> s.down() < b.lift() && s.up() + s.upTime() > a.land());
    }

    private void rest(Footprint l, Footprint r) {
        rests.add(l.place().lerp(r.place(), 0.5).withY(anatomy.standingHips()));
        headings.add(l.heading() + 0.5 * Heading.between(l.heading(), r.heading()));
    }
}
