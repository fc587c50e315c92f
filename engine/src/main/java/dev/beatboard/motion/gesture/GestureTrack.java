package dev.beatboard.motion.gesture;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Anatomy;
import dev.beatboard.motion.body.Angles;
import dev.beatboard.motion.body.Dof;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.motion.body.HandAnchor;
import dev.beatboard.motion.body.Idle;
import dev.beatboard.motion.gait.Heading;
import dev.beatboard.motion.gait.Legs;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Side;
import dev.beatboard.stage.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All gestures of one performer. Each arm, the trunk with the head, and the legs are channels: a new order takes its
/// channel over from wherever it is, and leaves the others alone.
public final class GestureTrack {

    /// A movement begins this much before its cue, so that it is seen soon after it.
    private static final double ANTICIPATION = 0.12;

    private final Anatomy anatomy;
    private final List<ArmEvent> left;
    private final List<ArmEvent> right;
    private final List<TrunkEvent> trunk;
    private final List<Cue.Gesture> crossings;

    private GestureTrack(
            Anatomy anatomy,
            List<ArmEvent> left,
            List<ArmEvent> right,
            List<TrunkEvent> trunk,
            List<Cue.Gesture> crossings) {
        this.anatomy = anatomy;
        this.left = left;
        this.right = right;
        this.trunk = trunk;
        this.crossings = crossings;
    }

    public static GestureTrack of(List<Cue> cues, Anatomy anatomy, Legs legs, long seed) {
        return new Builder(anatomy, legs).build(cues, seed);
    }

    /// Adds the gestures to angles and hands.
    ///
    /// @param leftHold what holds the left hand before any gesture, added to
    /// @param lens where hands that are shown to it go
    public void apply(double t, Angles d, List<HandAnchor.Hold> leftHold, List<HandAnchor.Hold> rightHold, Vec3 lens) {
        Angles idle = Idle.angles(anatomy);
        for (ArmEvent e : left) {
            if (!e.over(t)) {
                e.apply(t, Flank.LEFT, d, idle, leftHold, lens);
            }
        }
        for (ArmEvent e : right) {
            if (!e.over(t)) {
                e.apply(t, Flank.RIGHT, d, idle, rightHold, lens);
            }
        }
        for (TrunkEvent e : trunk) {
            e.apply(t, d);
        }
    }

    /// How far the right leg is laid over the left, 0 to 1; only for somebody seated.
    public double crossed(double t) {
        double w = 0;
        for (Cue.Gesture c : crossings) {
            w = Math.max(w, Ease.minimumJerk((t - c.start()) / 1.1) * (1 - Ease.minimumJerk((t - c.until()) / 1.0)));
        }
        return w;
    }

    private static final class Builder {

        private final Anatomy anatomy;
        private final Legs legs;
        private final List<Cue.Gesture> all = new ArrayList<>();
        private final List<ArmEvent> left = new ArrayList<>();
        private final List<ArmEvent> right = new ArrayList<>();
        private final List<TrunkEvent> trunk = new ArrayList<>();
        private final List<Cue.Gesture> crossings = new ArrayList<>();

        Builder(Anatomy anatomy, Legs legs) {
            this.anatomy = anatomy;
            this.legs = legs;
        }

        GestureTrack build(List<Cue> cues, long seed) {
            for (Cue c : cues) {
                if (c instanceof Cue.Gesture g) {
                    all.add(g);
                }
            }
            all.forEach(this::gesture);
            TalkingHands.add(cues, seed, left, right);
            left.sort(Comparator.comparingDouble(ArmEvent::start));
            right.sort(Comparator.comparingDouble(ArmEvent::start));
            return new GestureTrack(
                    anatomy, handOver(left), handOver(right), List.copyOf(trunk), List.copyOf(crossings));
        }

        private void gesture(Cue.Gesture g) {
            if (g.kind() == ActionKind.CROSS_LEGS) {
                crossings.add(g);
                return;
            }
            if (g.kind() == ActionKind.SIGH) {
                sigh(g);
                return;
            }
            GestureBook.find(g.kind()).map(b -> b.scaled(g.emphasis())).ifPresent(b -> put(g, b));
        }

        private void put(Cue.Gesture g, Gesture b) {
            double start = g.start() - ANTICIPATION;
            Flank main = g.side() == Side.LEFT ? Flank.LEFT : Flank.RIGHT;
            if (b.main().isPresent()) {
                ArmShape second = secondArm(g, b).orElse(null);
                arm(g, b, start, main, b.main().get());
                if (second != null) {
                    // The other hand is never quite at the same time.
                    arm(g, b, start + 0.02, main.other(), second);
                }
            }
            if (!b.trunk().isEmpty() || !b.sways().isEmpty()) {
                int mirror = main == Flank.LEFT ? -1 : 1;
                double lead = b.main().isPresent() ? start : g.start() - 0.07;
                trunk.add(new TrunkEvent(lead, g.until(), b.rise(), b.fall(), b.trunk(), b.sways(), mirror));
            }
        }

        /// What the other arm does with it: the same if both were told, its own part if the gesture takes two arms that
        /// do different things, unless that arm has an order of its own.
        private Optional<ArmShape> secondArm(Cue.Gesture g, Gesture b) {
            if (g.side() == Side.BOTH) {
                return b.second().or(b::main);
            }
            Flank other = g.side() == Side.LEFT ? Flank.RIGHT : Flank.LEFT;
            boolean busy = all.stream()
                    .anyMatch(o -> o != g
                            && o.start() < g.until()
                            && o.until() > g.start()
                            && other.in(o.side())
                            && GestureBook.find(o.kind()).flatMap(Gesture::main).isPresent());
            return busy || b.second().equals(b.main()) ? Optional.empty() : b.second();
        }

        private void arm(Cue.Gesture g, Gesture b, double start, Flank f, ArmShape shape) {
            List<ArmEvent> arm = f == Flank.LEFT ? left : right;
            Optional<HandAnchor> world = g.toward().flatMap(o -> switch (o) {
                case Cue.Focus.Point p -> world(g, p.world(), f);
                // Told by the lens itself when it comes to it.
                case Cue.Focus.Lens l -> world(g, Vec3.ZERO, f);
                default -> Optional.empty();
            });
            boolean atLens = g.toward().filter(Cue.Focus.Lens.class::isInstance).isPresent();
            double e = g.emphasis();
            switch (g.kind()) {
                case DRINK -> {
                    double sip = start + 0.95;
                    double down = Math.max(sip + 0.6, Math.min(g.until(), start + 1e3) - 0.7);
                    arm.add(new ArmEvent(start, sip, 0.8, 0.8, shape, world, e));
                    arm.add(new ArmEvent(sip, down, 0.85, 0.8, GesturesAtWork.SIP, Optional.empty(), e));
                    arm.add(new ArmEvent(down, g.until(), 0.8, 0.8, shape, world, e));
                    trunk.add(new TrunkEvent(sip + 0.5, down, 0.5, 0.5, Map.of(Dof.HEAD_FLEX, -9.0), List.of(), 1));
                }
                case PICK_UP -> {
                    arm.add(new ArmEvent(start, start + 1, 0.85, 0.8, GesturesAtWork.REACH, world, e));
                    arm.add(new ArmEvent(start + 1, g.until(), 0.9, 0.8, shape, Optional.empty(), e));
                    bend(world, start, start + 1.1, f);
                }
                case PUT_DOWN -> {
                    arm.add(new ArmEvent(start, start + 0.9, 0.6, 0.8, shape, Optional.empty(), e));
                    arm.add(new ArmEvent(start + 0.5, g.until(), 0.85, 0.8, GesturesAtWork.REACH, world, e));
                    bend(world, start + 0.5, g.until(), f);
                }
                default -> arm.add(new ArmEvent(start, g.until(), b.rise(), b.fall(), shape, world, atLens, e));
            }
        }

        private Optional<HandAnchor> world(Cue.Gesture g, Vec3 p, Flank f) {
            return switch (g.kind()) {
                case POINT -> Optional.of(new HandAnchor.Toward(p, 0.985, true, 10));
                case STOP_SIGN -> Optional.of(new HandAnchor.Toward(p, 0.9, false, 10));
                case DRINK, PICK_UP, PUT_DOWN -> {
                    Legs.Moment m = legs.at(g.start());
                    Vec3 ahead = p.minus(m.hips()).withY(0).normalized();
                    Vec3 inward = Heading.left(m.heading()).times(-f.sign());
                    double out = f.sign() * Heading.between(m.heading(), Heading.of(ahead));
                    boolean reachable = out > -0.9 && out < 1.6;
                    if (!reachable || p.withY(0).distanceTo(m.hips().withY(0)) > 1.1) {
                        yield Optional.empty();
                    }
                    yield Optional.of(new HandAnchor.InWorld(
                            p.plus(Vec3.Y, 0.05), ahead.plus(Vec3.Y, -0.3), inward.plus(Vec3.Y, -0.4), 14));
                }
                default -> Optional.empty();
            };
        }

        /// The trunk goes along with a hand that reaches beyond the arm's length.
        private void bend(Optional<HandAnchor> world, double start, double until, Flank f) {
            if (world.orElse(null) instanceof HandAnchor.InWorld w) {
                Legs.Moment m = legs.at(start + 0.5);
                double height = anatomy.eyesFromHips().y() * 0.72;
                Vec3 shoulder = m.hips()
                        .plus(Vec3.Y, height)
                        .plus(Heading.left(m.heading()), 0.17 * anatomy.scale() * f.sign());
                Vec3 reach = w.point().minus(shoulder);
                double excess = Math.max(0, reach.length() - 0.85 * anatomy.armLength());
                double low = Math.clamp(-reach.y() / Math.max(0.1, reach.length()), 0, 1);
                double bend = Math.clamp(excess * (150 + 120 * low), 0, 60 + 45 * low);
                Map<Dof, Double> body = new EnumMap<>(Dof.class);
                body.put(Dof.PELVIS_TILT, 0.4 * bend);
                body.put(Dof.SPINE_FLEX, 0.6 * bend);
                body.put(Dof.SPINE_TWIST, -0.25 * bend * f.sign());
                body.put(Dof.HEAD_FLEX, -0.2 * bend);
                trunk.add(new TrunkEvent(start, until, 0.8, 0.8, body, List.of(), 1));
            }
        }

        /// Shoulders and chest rise with a deep breath, then sink, and the head with them; arms stay where they are.
        private void sigh(Cue.Gesture g) {
            double out = g.start() + 0.6;
            trunk.add(new TrunkEvent(
                    g.start() - ANTICIPATION,
                    out,
                    0.65,
                    0.6,
                    Map.of(Dof.SPINE_FLEX, -5.0, Dof.HEAD_FLEX, -4.0, Dof.GIRDLE_LIFT, 7.0, Dof.GIRDLE_FORWARD, -4.0),
                    List.of(),
                    1));
            trunk.add(new TrunkEvent(
                    out, g.until(), 0.8, 0.9, Map.of(Dof.SPINE_FLEX, 5.0, Dof.HEAD_FLEX, 7.0), List.of(), 1));
        }

        /// An arm that is taken over stays in its shape until the next one has it.
        private static List<ArmEvent> handOver(List<ArmEvent> events) {
            List<ArmEvent> out = new ArrayList<>();
            for (int i = 0; i < events.size(); i++) {
                ArmEvent e = events.get(i);
                if (i + 1 < events.size()) {
                    ArmEvent next = events.get(i + 1);
                    if (e.until() > next.start() - 0.25) {
                        e = e.until(next.start() + next.rise());
                    }
                }
                out.add(e);
            }
            return List.copyOf(out);
        }
    }
}
