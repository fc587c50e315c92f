package dev.beatboard.motion.camera;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.CameraEase;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.CameraSupport;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.Transition;
import dev.beatboard.stage.Note;
import dev.beatboard.stage.Score;
import dev.beatboard.stage.set.FilmSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Turns what the keyframes say about the camera into a view for every frame (keyframe rules 2, 7, 8 and 9): framings
/// are solved at their frames, moves land on them at rest, and where no move can serve, it cuts.
public final class CameraPlanner {

    /// A framing that nobody leads up to is reached by a move of at most this long, seconds.
    private static final double LONGEST_APPROACH = 4;
    /// Faster than this, and it cuts instead.
    private static final double TOP_SPEED = 2.0;

    /// Less than this is no pan at all.
    private static final double LEAST_TURN = StrictMath.toRadians(8);

    private static final double TOP_TURN = StrictMath.toRadians(45);

    private final Shot shot;
    private final List<Score> scores;
    private final Bodies bodies;
    private final SetUps setUps;
    private final double end;
    private final List<Note> notes = new ArrayList<>();
    private final List<CameraPlan.Framed> framings = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<List<Integer>, Travel> travels = new HashMap<>();
    private final boolean[] reframes;
    /// How far orbits have brought the camera round its subject, radians about y.
    private double around;

    /// Whether the keyframe at hand says from which side, by a word or a mark.
    private boolean sideSaid;

    private record Stretch(double start, boolean cut, Leg leg, Wanted wanted) {}

    private CameraPlanner(Shot shot, FilmSet set, List<Score> scores, Bodies bodies) {
        this.shot = shot;
        this.scores = scores;
        this.bodies = bodies;
        this.setUps = new SetUps(shot, set, bodies);
        this.reframes = new boolean[shot.keyframes().size()];
        this.end = shot.frames() * shot.rate().frameSeconds();
    }

    /// The camera of the clip. Pure.
    public static CameraPlan plan(Shot shot, FilmSet set, List<Score> scores, Bodies bodies) {
        CameraPlanner planner = new CameraPlanner(shot, set, scores, bodies);
        planner.direct();
        return planner.develop();
    }

    private void direct() {
        Wanted wanted = Wanted.opening(shot, setUps.hero());
        Optional<OpenCourse> open = Optional.empty();
        for (int k = 0; k < shot.keyframes().size(); k++) {
            Keyframe key = shot.keyframes().get(k);
            Wanted next = wanted.after(shot, key);
            reframes[k] = k == 0 || reframes(key.camera(), wanted, next);
            wanted = next;
        }
        wanted = Wanted.opening(shot, setUps.hero());
        for (int k = 0; k < shot.keyframes().size(); k++) {
            Keyframe key = shot.keyframes().get(k);
            double t = k == 0 ? 0 : seconds(k);
            CameraDirection c = key.camera();
            Wanted next = wanted.after(shot, key);
            sideSaid = c.side().isPresent() || c.mark().isPresent();
            if (sideSaid || c.transition() == Transition.CUT || !next.sameSubject(wanted)) {
                around = 0;
            }
            if (k == 0) {
                KeyView view = solve(k, next, t, notes);
                hold(t, true, view, next);
                framings.add(framed(k, "opening", next));
            } else if (reframes[k]) {
                open = arrive(k, wanted, next, t, open);
            } else if (next.still() && !wanted.still()) {
                hold(t, false, now(t, next), next);
                open = Optional.empty();
            }
            if (c.move().isPresent() && c.move().get().kind() != CameraMoveKind.NONE) {
                open = Optional.of(new OpenCourse(k, c.move().get(), key.ease().orElse(CameraEase.SMOOTH)));
                run(k, open.get(), next);
            }
            wanted = next;
        }
    }

    private record OpenCourse(int keyframe, CameraDirection.Move move, CameraEase ease) {}

    /// Reaches the framing of keyframe `k`: as the landing of the move under way, by a move of its own, or by a cut.
    private Optional<OpenCourse> arrive(int k, Wanted before, Wanted next, double t, Optional<OpenCourse> open) {
        CameraDirection c = shot.keyframes().get(k).camera();
        double orbit = c.transition() == Transition.CUT ? 0 : landingOrbit(k, before, next, t, open);
        around += orbit;
        KeyView to = solve(k, next, t, notes);
        String why = "";
        if (c.transition() == Transition.CUT) {
            why = "said";
        } else if (next.composition() == Composition.POINT_OF_VIEW
                || next.composition() == Composition.INSERT && before.composition() != Composition.INSERT) {
            why = "an insert or a point of view";
        } else if (before.still() && c.transition() != Transition.MOVE) {
            why = "the camera is " + Names.words(before.support());
        } else if (c.lens().isPresent()
                && before.lens().isPresent()
                && !c.lens().equals(before.lens())) {
            why = "another lens";
        }
        if (why.isEmpty()) {
            double start = open.map(o -> seconds(o.keyframe())).orElse(Math.max(seconds(k - 1), t - LONGEST_APPROACH));
            start = Math.max(start, lastCut());
            Stretch under = stretchAt(start);
            CameraEase ease = open.map(OpenCourse::ease)
                    .orElse(shot.keyframes().get(k - 1).ease().orElse(CameraEase.SMOOTH));
            Glide glide = new Glide(
                    keyAt(start, under),
                    to,
                    start,
                    Progress.of(Math.max(0.04, t - start), ease),
                    travel(next),
                    before.round() && next.round() && before.sameSubject(next),
                    detour(orbit));
            why = c.transition() == Transition.MOVE ? "" : obstacle(glide, start, t, open, before, next);
            if (why.isEmpty()) {
                while (!stretches.isEmpty()
                        && stretches.getLast().start() >= start - 1e-9
                        && !stretches.getLast().cut()) {
                    stretches.removeLast();
                }
                stretches.add(new Stretch(start, false, glide, before));
                hold(t, false, to, next);
                framings.add(framed(k, "move", next));
                if (open.isEmpty()) {
                    notes.add(new Note(k, "camera.transition", "move", "nothing forbids one continuous move", false));
                }
                return Optional.empty();
            }
        }
        hold(t, true, to, next);
        framings.add(framed(k, "cut", next));
        if (!why.equals("said")) {
            notes.add(new Note(k, "camera.transition", "cut", why, false));
        }
        return Optional.empty();
    }

    /// Why a move will not do; empty if it will.
    private String obstacle(
            Glide glide, double start, double t, Optional<OpenCourse> open, Wanted before, Wanted next) {
        if (open.isPresent() && !lands(open.get().move().kind(), before, next)) {
            return "the " + Names.words(open.get().move().kind()) + " cannot end in it";
        }
        double step = 0.1;
        View last = glide.at(start);
        Vec3 lastTravel = travel(next).at(start);
        for (double s = start + step; s <= t; s += step) {
            View v = glide.at(s);
            Vec3 traveled = travel(next).at(s);
            double speed = v.position()
                            .minus(last.position())
                            .minus(traveled.minus(lastTravel))
                            .length()
                    / step;
            double turn = StrictMath.acos(Math.min(1, v.forward().dot(last.forward()))) / step;
            if (speed > TOP_SPEED) {
                return String.format(Locale.ROOT, "a move would run at %.1f m/s", speed);
            }
            if (turn > TOP_TURN) {
                return String.format(Locale.ROOT, "a move would turn at %.0f degrees/s", StrictMath.toDegrees(turn));
            }
            if (!setUps.inside(v.position())) {
                return "the way is blocked";
            }
            last = v;
            lastTravel = traveled;
        }
        return "";
    }

    private static boolean lands(CameraMoveKind kind, Wanted before, Wanted next) {
        int tighter = next.size().compareTo(before.size());
        return switch (kind) {
            case PUSH_IN, ZOOM_IN, DOLLY_ZOOM -> tighter >= 0 && before.sameSubject(next);
            case PULL_OUT, ZOOM_OUT -> tighter <= 0;
            case ORBIT_LEFT, ORBIT_RIGHT -> before.sameSubject(next);
            default -> true;
        };
    }

    /// How far an orbit under way goes round until its landing; 0 where nothing orbits or a side is asked.
    private double landingOrbit(int k, Wanted before, Wanted next, double t, Optional<OpenCourse> open) {
        if (open.isEmpty() || sideSaid || !before.sameSubject(next)) {
            return 0;
        }
        CameraDirection.Move move = open.get().move();
        if (move.kind() != CameraMoveKind.ORBIT_LEFT && move.kind() != CameraMoveKind.ORBIT_RIGHT) {
            return 0;
        }
        double start = seconds(open.get().keyframe());
        Stretch under = stretchAt(start);
        double duration = t - start;
        double amount = move.degrees()
                .map(StrictMath::toRadians)
                .orElse(OpenMove.rate(move.kind(), move.pace(), under.leg().at(start))
                        * duration
                        / Progress.of(duration, open.get().ease()).peak());
        double sign = move.kind() == CameraMoveKind.ORBIT_LEFT ? -1 : 1;
        KeyView straight = solve(k, next, t, new ArrayList<>());
        for (double share = 1; share > 0; share -= 0.1) {
            if (setUps.inside(turned(straight, sign * amount * share).view().position())) {
                return sign * amount * share;
            }
        }
        return 0;
    }

    /// What the short way round lacks of an orbit of more than half a turn.
    private static double detour(double orbit) {
        double full = 2 * StrictMath.PI;
        double by = orbit - full * Math.floor((orbit + StrictMath.PI) / full);
        return orbit - by;
    }

    /// Lets a move run from keyframe `k` until the next keyframe that frames or moves, or the end.
    private void run(int k, OpenCourse course, Wanted wanted) {
        double t = k == 0 ? 0 : seconds(k);
        double until = end;
        for (int j = k + 1; j < shot.keyframes().size(); j++) {
            CameraDirection c = shot.keyframes().get(j).camera();
            if (reframes[j] || c.move().isPresent() || c.rests()) {
                until = seconds(j);
                break;
            }
        }
        double duration = Math.max(0.2, until - t);
        CameraDirection.Move move = course.move();
        KeyView from = keyAt(t, stretchAt(t));
        Progress progress = Progress.of(duration, course.ease());
        double asked = move.degrees()
                .map(StrictMath::toRadians)
                .or(() -> toThing(k, from, move.kind()))
                .orElse(OpenMove.rate(move.kind(), move.pace(), from.view()) * duration / progress.peak());
        OpenMove leg = new OpenMove(from, move.kind(), asked, t, progress, travel(wanted));
        double free = freeShare(leg, t, duration);
        if (free < 1) {
            leg = leg.withAmount(asked * free);
            notes.add(new Note(
                    k,
                    "camera.move",
                    String.format(Locale.ROOT, "%.0f %% of the %s", 100 * free, Names.words(move.kind())),
                    "the place ends there",
                    free < 0.6));
        }
        stretches.add(new Stretch(t, false, leg, wanted));
        if (landsNext(k)) {
            return;
        }
        switch (move.kind()) {
            case ORBIT_LEFT -> around -= leg.amount();
            case ORBIT_RIGHT -> around += leg.amount();
            default -> {}
        }
    }

    /// Whether the next keyframe that stops a move does so by a framing, which may then be its landing.
    private boolean landsNext(int k) {
        for (int j = k + 1; j < shot.keyframes().size(); j++) {
            if (reframes[j]) {
                return true;
            }
            if (shot.keyframes().get(j).camera().move().isPresent()) {
                return false;
            }
        }
        return false;
    }

    /// How far a pan or tilt turns that was told to end on a thing: on the nearest one that lies that way.
    private Optional<Double> toThing(int k, KeyView from, CameraMoveKind kind) {
        return setUps.things(shot.keyframes().get(k).camera().subjects()).stream()
                .map(target -> turn(from.view(), target, kind))
                .filter(a -> a > LEAST_TURN)
                .min(Double::compare);
    }

    private static double turn(View view, Vec3 target, CameraMoveKind kind) {
        Vec3 to = target.minus(view.position());
        Vec3 forward = view.forward();
        double left = StrictMath.atan2(forward.cross(to).y(), forward.withY(0).dot(to.withY(0)));
        double up = StrictMath.atan2(to.y(), to.withY(0).length()) - StrictMath.asin(forward.y());
        return switch (kind) {
            case PAN_LEFT -> left;
            case PAN_RIGHT -> -left;
            case TILT_UP -> up;
            case TILT_DOWN -> -up;
            default -> 0;
        };
    }

    /// How much of a move stays clear of walls, furniture and faces.
    private double freeShare(OpenMove leg, double start, double duration) {
        for (double share = 1; share > 0.05; share -= 0.05) {
            OpenMove tried = leg.withAmount(leg.amount() * share);
            boolean clear = true;
            for (int i = 0; i <= 24 && clear; i++) {
                View v = tried.at(start + duration * i / 24);
                clear = setUps.inside(v.position()) && setUps.clearOfPeople(v.position(), start + duration * i / 24);
            }
            if (clear) {
                return share;
            }
        }
        return 0;
    }

    private KeyView solve(int k, Wanted wanted, double t, List<Note> told) {
        SetUps.Solved solved = setUps.solve(k, wanted, t, told);
        return turned(new KeyView(solved.view(), travel(wanted).at(t), solved.focus()), around);
    }

    /// The same picture from farther round the focus.
    private static KeyView turned(KeyView key, double by) {
        if (by == 0) {
            return key;
        }
        Quat turn = Quat.about(Vec3.Y, by);
        View v = key.view();
        return new KeyView(
                new View(
                        key.focus().plus(turn.rotate(v.position().minus(key.focus()))),
                        turn.times(v.orientation()).normalized(),
                        v.focalLength(),
                        v.sensorWidth(),
                        v.focusDistance(),
                        v.fNumber()),
                key.anchor(),
                key.focus());
    }

    /// Whether a keyframe asks for another picture: naming again what is framed already, for a move, does not.
    private static boolean reframes(CameraDirection c, Wanted before, Wanted next) {
        boolean stated = c.size().isPresent()
                || c.composition().isPresent() && next.composition() != before.composition()
                || c.angle().isPresent()
                || c.side().isPresent()
                || c.lens().isPresent()
                || c.mark().isPresent();
        return c.transition() == Transition.CUT
                || stated
                || c.frames() && !next.sameSubject(before)
                || c.frames() && !c.moves();
    }

    /// The view at a moment as a key of its own, to go on from.
    private KeyView now(double t, Wanted wanted) {
        return keyAt(t, new Stretch(t, false, stretchAt(t).leg(), wanted));
    }

    private KeyView keyAt(double t, Stretch stretch) {
        View v = stretch.leg().at(t);
        Vec3 focus = setUps.focus(stretch.wanted(), t).orElse(v.position().plus(v.forward(), v.focusDistance()));
        return new KeyView(v, travel(stretch.wanted()).at(t), focus);
    }

    private void hold(double t, boolean cut, KeyView view, Wanted wanted) {
        stretches.add(new Stretch(t, cut, new Hold(view, travel(wanted), wanted.still()), wanted));
    }

    private double lastCut() {
        double t = 0;
        for (Stretch s : stretches) {
            t = s.cut() ? s.start() : t;
        }
        return t;
    }

    private Stretch stretchAt(double t) {
        Stretch found = stretches.getFirst();
        for (Stretch s : stretches) {
            if (s.start() <= t + 1e-9) {
                found = s;
            }
        }
        return found;
    }

    private Travel travel(Wanted wanted) {
        List<Integer> who = wanted.composition() == Composition.POINT_OF_VIEW ? List.of() : wanted.actors();
        return travels.computeIfAbsent(
                who, w -> Travel.of(bodies, scores, w, end, shot.rate().frameSeconds()));
    }

    private CameraPlan.Framed framed(int k, String arrival, Wanted wanted) {
        return new CameraPlan.Framed(
                k,
                k == 0 ? 0 : shot.frameOf(k),
                arrival,
                wanted.size(),
                wanted.composition(),
                wanted.actors(),
                setUps.bounds(wanted));
    }

    private CameraPlan develop() {
        List<View> views = new ArrayList<>();
        List<Integer> cuts = new ArrayList<>();
        List<Vec3> traveled = new ArrayList<>();
        Stretch last = null;
        for (int n = 0; n < shot.frames(); n++) {
            double t = n * shot.rate().frameSeconds();
            Stretch s = stretchAt(t);
            if (s != last) {
                boolean cut = n == 0;
                for (Stretch x : stretches) {
                    cut |= x.cut()
                            && x.start() <= t + 1e-9
                            && x.start() > t - shot.rate().frameSeconds() + 1e-9;
                }
                if (cut) {
                    cuts.add(n);
                }
                last = s;
            }
            View v = s.leg().at(t);
            traveled.add(travel(s.wanted()).at(t));
            views.add(
                    s.wanted().support() == CameraSupport.HANDHELD || s.wanted().support() == CameraSupport.DRONE
                            ? Operator.carried(v, s.wanted().support(), shot.seed(), t)
                            : v);
        }
        return new CameraPlan(views, shot.aspect(), cuts, traveled, framings, notes);
    }

    private double seconds(int k) {
        return shot.frameOf(k) * shot.rate().frameSeconds();
    }
}
