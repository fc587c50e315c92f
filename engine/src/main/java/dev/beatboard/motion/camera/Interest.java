package dev.beatboard.motion.camera;

import dev.beatboard.math.Box;
import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Shot;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import dev.beatboard.stage.camera.Landmarks;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who and what a planned picture is about at a frame, and where in it they are.
final class Interest {

    /// Whom a picture of one is of; whatever others do in it does not matter.
    private static final double SUBJECT = 100;

    private static final double SPEAKS = 8;
    private static final double ACTS = 4;
    private static final double FRAMED = 2;
    /// The shoulder in the foreground, of which a part will do.
    private static final double FOREGROUND = 1;

    /// Half of what is kept of a person to both sides, meters: the head by all means, the shoulders if they fit.
    private static final double HEAD = 0.1;
    /// The same of the eyes, which lie before the middle of the head.
    private static final double FACE = 0.09;

    private static final double SHOULDERS = 0.24;
    private static final double HAND = 0.09;
    /// A gesture that is held longer has been seen, seconds.
    private static final double SEEN = 2.5;
    /// Nobody's face has changed before this much after it is to be there, seconds.
    private static final double LASTS = 0.7;

    /// What one does without hands.
    private static final Set<ActionKind> HANDLESS = EnumSet.of(
            ActionKind.NOD,
            ActionKind.SHAKE_HEAD,
            ActionKind.TILT_HEAD,
            ActionKind.BOW_HEAD,
            ActionKind.LISTEN,
            ActionKind.SIGH,
            ActionKind.LEAN_FORWARD,
            ActionKind.LEAN_BACK,
            ActionKind.CROSS_LEGS,
            ActionKind.HANDS_IN_POCKETS,
            ActionKind.HANDS_BEHIND_BACK);

    private final CameraPlan plan;
    private final List<Score> scores;
    private final Bodies bodies;
    private final double frameSeconds;
    private final Map<Integer, List<Person>> people = new HashMap<>();

    Interest(CameraPlan plan, Shot shot, List<Score> scores, Bodies bodies) {
        this.plan = plan;
        this.scores = scores;
        this.bodies = bodies;
        this.frameSeconds = shot.rate().frameSeconds();
    }

    /// A stretch of the planned picture's width.
    ///
    /// @param low angle of its left end from the optical axis, radians, positive to the right
    /// @param high of its right end
    /// @param rise tangent of the angle by which what matters most lies above the axis
    record Span(double low, double high, double rise) {

        /// All of the middle, for a picture that nobody is in.
        static final Span MIDDLE = new Span(0, 0, 0);

        double width() {
            return high - low;
        }

        /// A stretch between this one and another, `share` of the way to it.
        Span toward(Span o, double share) {
            return new Span(
                    Ease.lerp(low, o.low, share), Ease.lerp(high, o.high, share), Ease.lerp(rise, o.rise, share));
        }

        Span with(Span o) {
            return new Span(Math.min(low, o.low), Math.max(high, o.high), (rise + o.rise) / 2);
        }

        double middle() {
            return (low + high) / 2;
        }
    }

    /// Somebody in the planned picture.
    ///
    /// @param worth how much it matters that this face stays in
    /// @param head all of it
    /// @param body from shoulder to shoulder
    /// @param hands head and the hands that do something in the picture
    record Person(int actor, double worth, Span head, Span body, Span hands) {}

    /// Everybody who matters at a frame and whose eyes the planned picture shows, from left to right.
    List<Person> people(int frame) {
        return people.computeIfAbsent(frame, this::look);
    }

    private List<Person> look(int frame) {
        CameraPlan.Framed framing = plan.framing(frame);
        List<Person> seen = new ArrayList<>();
        for (Score s : scores) {
            double worth = worth(framing, s, frame * frameSeconds);
            Optional<Person> one = worth == 0 ? Optional.empty() : person(frame, framing, s.actor(), worth);
            one.ifPresent(seen::add);
        }
        seen.sort((a, b) -> Double.compare(a.head().middle(), b.head().middle()));
        return seen;
    }

    /// The thing that the picture is of, as far as it is in it.
    Optional<Span> thing(int frame) {
        return plan.framing(frame).thing().flatMap(box -> span(plan.view(frame), box));
    }

    private static double worth(CameraPlan.Framed framing, Score score, double t) {
        boolean asked = framing.actors().contains(score.actor());
        double does = does(score, t);
        return switch (framing.composition()) {
            case PLACE, INSERT, POINT_OF_VIEW -> does;
            case OVER_SHOULDER -> asked ? SUBJECT : FOREGROUND;
            case SINGLE -> asked ? SUBJECT : 0;
            case TWO_SHOT, GROUP -> asked ? FRAMED + does : does;
        };
    }

    private static double does(Score score, double t) {
        double most = 0;
        for (Cue c : score.cues()) {
            double worth = c instanceof Cue.Speak ? SPEAKS : c instanceof Cue.Gaze ? 0 : ACTS;
            if (c.start() <= t && t < end(c)) {
                most = Math.max(most, worth);
            }
        }
        return most;
    }

    private static double end(Cue cue) {
        return switch (cue) {
            case Cue.Walk w -> w.start() + w.length() / w.speed();
            case Cue.Turn u -> u.start() + u.duration();
            case Cue.Sit s -> s.start() + s.duration();
            case Cue.Stand s -> s.start() + s.duration();
            case Cue.Lower l -> l.start() + l.duration();
            case Cue.Gesture g -> Math.min(g.until(), g.start() + SEEN);
            case Cue.Gaze g -> g.start();
            case Cue.Face f -> f.full() + LASTS;
            case Cue.Speak s -> s.end();
            case Cue.Pass p -> p.start();
        };
    }

    private Optional<Person> person(int frame, CameraPlan.Framed framing, int actor, double worth) {
        double t = frame * frameSeconds;
        View view = plan.view(frame);
        Landmarks body = bodies.landmarks(actor, t);
        Vec3 eyes = view.project(body.eyes(), plan.aspect());
        boolean shown = eyes.z() > 0 && inside(eyes.x()) && inside(eyes.y());
        if (!shown) {
            return Optional.empty();
        }
        boolean foreground = worth == FOREGROUND && framing.composition() == Composition.OVER_SHOULDER;
        Span head = foreground
                ? span(view, body.eyes(), 0)
                : span(view, body.eyes(), FACE).with(span(view, body.crown(), HEAD));
        Span whole = foreground ? head : span(view, body.eyes(), SHOULDERS);
        Span hands = head;
        if (gestures(actor, t)) {
            for (Vec3 hand : List.of(body.leftHand(), body.rightHand())) {
                Vec3 at = view.project(hand, plan.aspect());
                if (at.z() > 0 && inside(at.x()) && inside(at.y())) {
                    Span s = span(view, hand, HAND);
                    hands = new Span(Math.min(hands.low(), s.low()), Math.max(hands.high(), s.high()), head.rise());
                }
            }
        }
        return Optional.of(new Person(actor, worth, head, whole, hands));
    }

    private static boolean inside(double share) {
        return share > 0 && share < 1;
    }

    private boolean gestures(int actor, double t) {
        return scores.get(actor).cues().stream()
                .anyMatch(c ->
                        c instanceof Cue.Gesture g && !HANDLESS.contains(g.kind()) && g.start() <= t && t < end(g));
    }

    /// What is `half` meters to both sides of a point, as far as the picture shows it.
    private static Span span(View view, Vec3 world, double half) {
        Vec3 p = view.orientation().inverse().rotate(world.minus(view.position()));
        double distance = Math.hypot(p.x(), p.z());
        double middle = StrictMath.atan2(p.x(), -p.z());
        double by = StrictMath.atan(half / distance);
        double edge = StrictMath.atan(view.tanHalfWidth());
        return new Span(Math.max(-edge, middle - by), Math.min(edge, middle + by), p.y() / distance);
    }

    private static Optional<Span> span(View view, Box box) {
        Optional<Span> all = Optional.empty();
        for (int c = 0; c < 8; c++) {
            Vec3 corner = new Vec3(
                    (c & 1) == 0 ? box.low().x() : box.high().x(),
                    (c & 2) == 0 ? box.low().y() : box.high().y(),
                    (c & 4) == 0 ? box.low().z() : box.high().z());
            if (corner.minus(view.position()).dot(view.forward()) <= 0) {
                return Optional.empty();
            }
            Span one = span(view, corner, 0);
            all = Optional.of(all.map(a -> a.with(one)).orElse(one));
        }
        double rise = span(view, box.center(), 0).rise();
        return all.map(a -> new Span(a.low(), a.high(), rise));
    }
}
