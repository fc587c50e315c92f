package dev.beatboard.motion.camera;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.stage.Note;
import dev.beatboard.stage.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Films a planned clip for a picture of another shape. Lens places, cuts and moves stay, and with them what everybody
/// does, whom they look at and the light; so does the height of view, and with it the size of people. A wider picture
/// shows more on both sides. A narrower one is panned to whom the plan's picture is about and whoever speaks or acts in
/// it, and is widened where that does not hold their faces: for two, or where nobody stands out, as far as need be;
/// else
/// up to 2.4 times, or 1.6 where people are small already, and then whoever speaks or acts stays in. It follows as an
/// operator does: it rests while it can, and leads a change by a third of a second.
public final class Reframing {

    /// What stays free at both edges, as a share of the width.
    private static final double MARGIN = 0.04;
    /// By how much the view is widened at most where somebody stands out, and for hands alone.
    private static final double WIDEST = 2.4;

    private static final double WIDEST_OF_WIDE = 1.6;
    private static final double FOR_HANDS = 1.45;
    /// A fixed frame may be this much wider than one that follows.
    private static final double RESTING = 1.15;
    /// Nothing is followed for less than this, seconds.
    private static final double LEAST = 1;
    /// Half of what it takes to go from one framing to the next, and how far a followed path is smoothed, seconds.
    private static final double LEAD = 0.35;

    /// So much more for every widening or narrowing by e, and for every radian of a turn, seconds.
    private static final double ZOOMING = 0.5;

    private static final double TURNING = 1.2;

    private static final double SMOOTHED = 0.5;
    /// Looking down steeper than this, the horizon says nothing.
    private static final double STEEP = 0.95;
    /// A widening that is worth telling.
    private static final double TOLD = 1.05;

    private final CameraPlan plan;
    private final double aspect;
    private final Interest interest;
    private final double fps;
    private final List<Note> notes;

    private Reframing(CameraPlan plan, double aspect, Shot shot, List<Score> scores, Bodies bodies) {
        this.plan = plan;
        this.aspect = aspect;
        this.interest = new Interest(plan, shot, scores, bodies);
        this.fps = 1 / shot.rate().frameSeconds();
        this.notes = new ArrayList<>(plan.notes());
    }

    /// The camera of the clip for a picture of that aspect, width over height. The same plan for the plan's own.
    public static CameraPlan of(CameraPlan plan, double aspect, Shot shot, List<Score> scores, Bodies bodies) {
        return aspect == plan.aspect() ? plan : new Reframing(plan, aspect, shot, scores, bodies).film(shot);
    }

    /// How a frame is seen differently.
    ///
    /// @param turn to the right, radians
    /// @param scale of the height of view
    /// @param rise where what matters lies over the axis, a tangent; what is widened stays half-way at its height
    private record Window(double turn, double scale, double rise) {

        static final Window SAME = new Window(0, 1, 0);

        Window toward(Window o, double share) {
            return new Window(
                    Ease.lerp(turn, o.turn, share), Ease.lerp(scale, o.scale, share), Ease.lerp(rise, o.rise, share));
        }
    }

    /// A time in which the same people are held.
    ///
    /// @param from first frame
    /// @param to behind the last
    private record Run(int from, int to, List<Integer> held) {

        int length() {
            return to - from;
        }
    }

    private CameraPlan film(Shot shot) {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < plan.cuts().size(); i++) {
            int from = plan.cuts().get(i);
            int to = i + 1 < plan.cuts().size()
                    ? plan.cuts().get(i + 1)
                    : plan.views().size();
            windows.addAll(aspect > plan.aspect() ? same(to - from) : setUp(from, to));
        }
        List<View> views = new ArrayList<>();
        for (int n = 0; n < windows.size(); n++) {
            views.add(view(plan.view(n), windows.get(n)));
        }
        tell(shot, windows);
        return new CameraPlan(views, aspect, plan.cuts(), plan.travel(), plan.framings(), notes);
    }

    private static List<Window> same(int frames) {
        return Collections.nCopies(frames, Window.SAME);
    }

    /// The windows of a set-up: those of its runs, with a smooth way from each to the next.
    private List<Window> setUp(int from, int to) {
        List<Run> runs = runs(from, to);
        List<List<Window>> each = runs.stream().map(this::windows).toList();
        List<Window> out = new ArrayList<>();
        each.forEach(out::addAll);
        for (int r = 1; r < runs.size(); r++) {
            int at = runs.get(r).from();
            List<Window> before = each.get(r - 1);
            List<Window> after = each.get(r);
            double zoom = Math.abs(
                    StrictMath.log(before.getLast().scale() / after.getFirst().scale()));
            double turn = Math.abs(before.getLast().turn() - after.getFirst().turn());
            int lead = (int) Math.round((LEAD + ZOOMING * zoom + TURNING * turn) * fps);
            for (int n = Math.max(from, at - lead); n < Math.min(to, at + lead); n++) {
                Window a = before.get(Math.clamp(n - runs.get(r - 1).from(), 0, before.size() - 1));
                Window b = after.get(Math.clamp(n - at, 0, after.size() - 1));
                out.set(n - from, a.toward(b, Ease.smooth((n - at + lead + 0.5) / (2.0 * lead))));
            }
        }
        return out;
    }

    /// Who is held when. What would last for less than a second belongs to what comes before, or else after.
    private List<Run> runs(int from, int to) {
        List<Run> runs = new ArrayList<>();
        for (int n = from; n < to; n++) {
            List<Integer> held = held(n);
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.held().equals(held)) {
                runs.set(runs.size() - 1, new Run(last.from(), n + 1, held));
            } else {
                runs.add(new Run(n, n + 1, held));
            }
        }
        for (int i = 0; i < runs.size() && runs.size() > 1; ) {
            Run run = runs.get(i);
            if (run.length() >= LEAST * fps) {
                i++;
                continue;
            }
            int into = i > 0 ? i - 1 : 1;
            Run other = runs.get(into);
            Run joined = new Run(Math.min(run.from(), other.from()), Math.max(run.to(), other.to()), other.held());
            runs.set(Math.min(i, into), joined);
            runs.remove(Math.max(i, into));
            i = Math.max(0, i - 1);
            if (i + 1 < runs.size() && runs.get(i).held().equals(runs.get(i + 1).held())) {
                runs.set(
                        i,
                        new Run(
                                runs.get(i).from(),
                                runs.get(i + 1).to(),
                                runs.get(i).held()));
                runs.remove(i + 1);
            }
        }
        return runs;
    }

    /// The neighbors who together matter most among those that one view can hold; of equals the narrower company.
    private List<Integer> held(int n) {
        List<Interest.Person> people = interest.people(n);
        List<Integer> best = List.of();
        double most = 0;
        double width = 0;
        for (int i = 0; i < people.size(); i++) {
            double worth = 0;
            Interest.Span span = people.get(i).head();
            for (int j = i; j < people.size(); j++) {
                worth += people.get(j).worth();
                span = span.with(people.get(j).head());
                boolean fits = i == j || scale(plan.view(n), span) <= widest(n);
                if (fits && (worth > most || worth == most && span.width() < width)) {
                    most = worth;
                    width = span.width();
                    best = people.subList(i, j + 1).stream()
                            .map(Interest.Person::actor)
                            .sorted()
                            .toList();
                }
            }
        }
        return best;
    }

    private double widest(int n) {
        double all = plan.aspect() / aspect;
        CameraPlan.Framed framing = plan.framing(n);
        List<Interest.Person> people = interest.people(n);
        if (framing.composition() == Composition.TWO_SHOT
                || people.stream()
                                .mapToDouble(Interest.Person::worth)
                                .distinct()
                                .count()
                        < 2) {
            return all;
        }
        return Math.min(framing.size().compareTo(ShotSize.FULL) <= 0 ? WIDEST_OF_WIDE : WIDEST, all);
    }

    private double widest(Run run) {
        double most = 1;
        for (int n = run.from(); n < run.to(); n++) {
            most = Math.max(most, widest(n));
        }
        return most;
    }

    /// What a frame, or several, should show of whom it holds.
    ///
    /// @param heads by all means; the thing or the middle of the picture if nobody is held
    /// @param hands heads and the hands that do something: as far as they fit a view somewhat wider
    /// @param bodies from shoulder to shoulder, as far as they fit
    private record Needs(Interest.Span heads, Interest.Span hands, Interest.Span bodies) {}

    private Needs needs(int n, List<Integer> held) {
        List<Interest.Person> people = people(n, held);
        if (people.isEmpty()) {
            Interest.Span thing = interest.thing(n).orElse(Interest.Span.MIDDLE);
            return new Needs(thing, thing, thing);
        }
        Interest.Span heads = union(people, Interest.Person::head);
        boolean close = plan.framing(n).size().compareTo(ShotSize.CLOSE_UP) >= 0;
        return new Needs(
                heads, close ? heads : union(people, Interest.Person::hands), union(people, Interest.Person::body));
    }

    /// At rest if the plan's camera is, and one frame holds them all the time that is not much wider than they need on
    /// average; else following.
    private List<Window> windows(Run run) {
        List<Needs> needs = new ArrayList<>();
        double average = 0;
        double most = widest(run);
        View first = plan.view(run.from());
        boolean rests = true;
        for (int n = run.from(); n < run.to(); n++) {
            needs.add(needs(n, run.held()));
            average += window(plan.view(n), needs.getLast(), most).scale() / run.length();
            rests &= plan.view(n).equals(first);
        }
        List<Interest.Span> heads = needs.stream().map(Needs::heads).toList();
        List<Interest.Span> hands = needs.stream().map(Needs::hands).toList();
        List<Interest.Span> bodies = needs.stream().map(Needs::bodies).toList();
        Window fixed = window(first, new Needs(all(heads), all(hands), all(bodies)), most);
        if (rests && fixed.scale() <= average * RESTING && scale(first, all(heads)) <= most) {
            return Collections.nCopies(run.length(), fixed);
        }
        heads = smoothed(heads);
        hands = smoothed(hands);
        bodies = smoothed(bodies);
        List<Window> out = new ArrayList<>();
        for (int i = 0; i < run.length(); i++) {
            Needs along = new Needs(heads.get(i), hands.get(i), bodies.get(i));
            out.add(window(plan.view(run.from() + i), along, most));
        }
        return out;
    }

    private List<Interest.Person> people(int n, List<Integer> held) {
        return interest.people(n).stream().filter(p -> held.contains(p.actor())).toList();
    }

    /// All of them together, at their mean height.
    private static Interest.Span all(List<Interest.Span> spans) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double rise = 0;
        for (Interest.Span s : spans) {
            low = Math.min(low, s.low());
            high = Math.max(high, s.high());
            rise += s.rise() / spans.size();
        }
        return new Interest.Span(low, high, rise);
    }

    private static Interest.Span union(List<Interest.Person> people, Function<Interest.Person, Interest.Span> part) {
        return all(people.stream().map(part).toList());
    }

    /// As much of `to` besides `from` as fits a picture that is so much widened.
    private Interest.Span grown(View view, Interest.Span from, Interest.Span to, double scale) {
        double room = 2 * StrictMath.atan((1 - 2 * MARGIN) * half(view) * scale) - from.width();
        Interest.Span both =
                new Interest.Span(Math.min(from.low(), to.low()), Math.max(from.high(), to.high()), from.rise());
        double more = both.width() - from.width();
        return more <= room ? both : from.toward(both, Math.max(0, room / more));
    }

    /// A smooth course that at every frame takes in what the frame needs: widened to what the time round it needs, then
    /// averaged over the same time.
    private List<Interest.Span> smoothed(List<Interest.Span> spans) {
        int reach = (int) Math.round(SMOOTHED * fps);
        List<Interest.Span> wide = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Interest.Span near = all(spans.subList(Math.max(0, i - reach), Math.min(spans.size(), i + reach + 1)));
            wide.add(new Interest.Span(near.low(), near.high(), spans.get(i).rise()));
        }
        List<Interest.Span> out = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            double low = 0;
            double high = 0;
            double rise = 0;
            double all = 0;
            for (int j = Math.max(0, i - reach); j <= Math.min(spans.size() - 1, i + reach); j++) {
                double weight = 1 + StrictMath.cos(StrictMath.PI * (j - i) / (reach + 1));
                low += weight * wide.get(j).low();
                high += weight * wide.get(j).high();
                rise += weight * wide.get(j).rise();
                all += weight;
            }
            out.add(new Interest.Span(low / all, high / all, rise / all));
        }
        return out;
    }

    /// The tangent of half the width that the plan's height of view has in the new shape.
    private double half(View view) {
        return view.tanHalfWidth() * aspect / plan.aspect();
    }

    /// How much wider than the plan's height of view a span needs, at least 1.
    private double scale(View view, Interest.Span span) {
        double needs = StrictMath.tan(span.width() / 2) / ((1 - 2 * MARGIN) * half(view));
        return Math.max(1, needs);
    }

    /// The narrowest view, at most so much widened, of what is needed: its middle as far off the middle of the picture
    /// as in the plan's, but all of it inside.
    private Window window(View view, Needs needs, double most) {
        double forHeads = scale(view, needs.heads());
        Interest.Span acting = grown(view, needs.heads(), needs.hands(), Math.max(FOR_HANDS, forHeads));
        double scale = Math.min(most, scale(view, acting));
        Interest.Span span = grown(view, acting, needs.bodies(), scale);
        double wide = StrictMath.atan(view.tanHalfWidth());
        double half = StrictMath.atan(scale * half(view));
        double inner = StrictMath.atan(scale * half(view) * (1 - 2 * MARGIN));
        double turn = span.middle() * (1 - half / wide);
        double rightmost = span.low() + inner;
        double leftmost = span.high() - inner;
        turn = leftmost <= rightmost ? Ease.clamp(turn, leftmost, rightmost) : span.middle();
        return new Window(turn, scale, span.rise());
    }

    private View view(View planned, Window window) {
        double height = planned.sensorWidth() / plan.aspect();
        double up = window.rise() * (1 - window.scale()) / 2;
        Quat orientation = planned.orientation();
        if (window.turn() != 0 || up != 0) {
            Vec3 forward = planned.forward()
                    .times(StrictMath.cos(window.turn()))
                    .plus(planned.right(), StrictMath.sin(window.turn()))
                    .plus(planned.up(), up)
                    .normalized();
            orientation = Math.abs(forward.y()) > STEEP
                    ? planned.orientation()
                            .times(Quat.about(Vec3.Y, -window.turn()))
                            .times(Quat.about(Vec3.X, StrictMath.atan(up)))
                            .normalized()
                    : View.looking(planned.position(), planned.position().plus(forward), roll(planned));
        }
        return new View(
                planned.position(),
                orientation,
                planned.focalLength() / window.scale(),
                height * aspect,
                planned.focusDistance(),
                planned.fNumber());
    }

    /// By how much a view's horizon is off level, radians.
    private static double roll(View v) {
        Quat level = View.looking(v.position(), v.position().plus(v.forward()), 0);
        Vec3 right = level.inverse().rotate(v.right());
        return StrictMath.atan2(right.y(), right.x());
    }

    /// What was widened, and who does something outside.
    private void tell(Shot shot, List<Window> windows) {
        for (CameraPlan.Framed f : plan.framings()) {
            double scale = windows.get(f.frame()).scale();
            if (scale > TOLD) {
                notes.add(new Note(
                        f.keyframe(),
                        "camera.reframe",
                        String.format(Locale.ROOT, "%.1f times wider", scale),
                        "to hold in a narrower picture what matters",
                        false));
            }
            List<Integer> held = held(f.frame());
            List<String> lost = aspect > plan.aspect()
                    ? List.of()
                    : interest.people(f.frame()).stream()
                            .map(Interest.Person::actor)
                            .filter(a -> !held.contains(a))
                            .map(a -> shot.cast().get(a).name())
                            .toList();
            if (!lost.isEmpty()) {
                notes.add(new Note(
                        f.keyframe(),
                        "camera.reframe",
                        String.join(", ", lost) + " outside of the picture",
                        "the shape is too narrow for everybody",
                        true));
            }
        }
    }
}
