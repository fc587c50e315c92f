package dev.beatboard;

import dev.beatboard.frame.Frame;
import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.Play;
import dev.beatboard.motion.camera.CameraPlan;
import dev.beatboard.motion.face.FaceMeasure;
import dev.beatboard.scene.SceneObject;
import dev.beatboard.scene.View;
import dev.beatboard.score.CameraTiming;
import dev.beatboard.score.Observation;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Side;
import dev.beatboard.stage.camera.Landmarks;
import dev.beatboard.stage.camera.ShotMeasure;
import dev.beatboard.stage.camera.Surroundings;
import dev.beatboard.stage.camera.ThingFraming;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.set.FilmSet;
import dev.beatboard.track.Pose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Observes a play at its keyframes: measures posed bodies, views and, where a frame was drawn,
/// its id plane.
final class Witness {

    private final Play play;
    private final Shot shot;
    /// By actor: to prepare one takes longer than to read a face.
    private final Map<Integer, FaceMeasure> faces = new LinkedHashMap<>();

    Witness(Play play) {
        this(play, play.stage().shot());
    }

    /// @param shot whose keyframe times count, for tests that look at the wrong moment on purpose
    Witness(Play play, Shot shot) {
        this.play = play;
        this.shot = shot;
    }

    /// @param drawn the keyframe's own frame, if it was rendered
    Observation observe(int keyframe, Optional<Frame> drawn) {
        return seen(keyframe, drawn.map(Coverage::of));
    }

    /// @param drawn what covers the keyframe's own frame, if it was rendered
    Observation seen(int keyframe, Optional<Coverage> drawn) {
        int n = shot.frameOf(keyframe);
        View view = play.camera().view(n);
        View soon = play.camera().view(Math.min(shot.frames() - 1, n + 8));
        boolean cutsSoon = play.camera().setup(Math.min(shot.frames() - 1, n + 8))
                != play.camera().setup(n);
        boolean moves = !cutsSoon
                && (view.position().distanceTo(soon.position()) > 1e-9
                        || view.forward().distanceTo(soon.forward()) > 1e-9
                        || view.focalLength() != soon.focalLength());
        List<Observation.Person> people = new ArrayList<>();
        for (Actor a : play.stage().actors()) {
            people.add(person(a, n, view, drawn.map(c -> c.share(play.object(a.index())))));
        }
        Map<String, Double> things = new LinkedHashMap<>();
        if (drawn.isPresent()) {
            List<SceneObject> objects = play.scene(n).objects();
            for (int i = 1; i < objects.size(); i++) {
                if (!objects.get(i).performer()) {
                    things.merge(objects.get(i).name(), drawn.get().share(i), Double::sum);
                }
            }
        }
        return new Observation(
                keyframe,
                n,
                moves,
                moves && view.position().distanceTo(soon.position()) < 1e-9,
                timing(n),
                view.right().withY(0).normalized(),
                people,
                things,
                thingSizes(view));
    }

    /// In which size each named thing is seen; of several of a name, the one nearest to the middle
    /// of the picture.
    private Map<String, Optional<ShotSize>> thingSizes(View view) {
        ThingFraming measure = new ThingFraming(Surroundings.OPEN, play.camera().aspect());
        Map<String, Optional<ShotSize>> sizes = new LinkedHashMap<>();
        play.stage().set().things().stream()
                .sorted(Comparator.comparingDouble((FilmSet.Thing t) -> off(view, t)))
                .forEach(t -> sizes.putIfAbsent(t.noun(), measure.measure(view, t.bounds())));
        return sizes;
    }

    /// How far from the middle of the picture a thing is, in pictures; behind the lens farther
    /// than anything before it.
    private double off(View view, FilmSet.Thing thing) {
        Vec3 p = view.project(thing.bounds().center(), play.camera().aspect());
        return p.z() <= 0 ? Double.MAX_VALUE : Math.hypot(p.x() - 0.5, p.y() - 0.5);
    }

    private CameraTiming timing(int n) {
        List<Double> steps = new ArrayList<>();
        for (int i = n - CameraTiming.REACH; i <= n + CameraTiming.REACH + 1; i++) {
            steps.add(step(i));
        }
        return new CameraTiming(steps);
    }

    /// How much the view changes into frame `i`, apart from traveling with its subject.
    private double step(int i) {
        CameraPlan plan = play.camera();
        if (i < 1 || i >= shot.frames()) {
            return 0;
        }
        if (plan.cuts().contains(i)) {
            return Double.POSITIVE_INFINITY;
        }
        View a = plan.view(i - 1);
        View b = plan.view(i);
        Vec3 traveled = plan.travel(i).minus(plan.travel(i - 1));
        return b.position().minus(a.position()).minus(traveled).length()
                + b.forward().distanceTo(a.forward())
                + Math.abs(b.focalLength() - a.focalLength());
    }

    private Observation.Person person(Actor a, int n, View view, Optional<Double> visible) {
        Pose pose = play.pose(a.index(), n);
        Landmarks body = play.performers().landmarks(a.index(), n * shot.rate().frameSeconds());
        ShotMeasure measure = ShotMeasure.of(view, body, play.camera().aspect());
        Vec3 gaze = gaze(a, pose);
        double crown = view.project(body.crown(), play.camera().aspect()).y();
        double chin = view.project(body.chin(), play.camera().aspect()).y();
        int quarter = (int) Math.round(0.25 / shot.rate().frameSeconds());
        int later = (int) Math.round(1.2 / shot.rate().frameSeconds());
        int settled = (int) Math.round(0.8 / shot.rate().frameSeconds());
        int risen = (int) Math.round(2 / shot.rate().frameSeconds());
        FaceMeasure face = faces.computeIfAbsent(a.index(), i -> FaceMeasure.of(a));
        double jaw = 0;
        double low = 1;
        for (int i = 0; i <= 12; i += 2) {
            double open = face.mouthOpen(play.pose(a.index(), n + i));
            jaw = Math.max(jaw, open);
            low = Math.min(low, open);
        }
        return new Observation.Person(
                a.performer().name(),
                measure.size(),
                measure.deviation(),
                measure.inside(),
                chin - crown,
                visible,
                thighs(a, pose),
                gaze,
                body.facing(),
                body(a, n),
                body(a, n + quarter),
                body(a, n + settled),
                body(a, n + later),
                body(a, n + risen),
                new OnsetMeasure(play, a).at(n, settled),
                handsSeen(a, n, n + later),
                face.expressions(pose),
                jaw - low);
    }

    private Set<Side> handsSeen(Actor a, int n, int until) {
        Set<Side> seen = EnumSet.noneOf(Side.class);
        CameraPlan plan = play.camera();
        for (int i = n; i <= until && i < shot.frames() && plan.setup(i) == plan.setup(n); i += 3) {
            Pose pose = play.pose(a.index(), i);
            for (Side side : List.of(Side.LEFT, Side.RIGHT)) {
                Vec3 knuckle = joint(a, pose, "finger3-1" + (side == Side.LEFT ? ".L" : ".R"));
                Vec3 p = plan.view(i).project(knuckle, play.camera().aspect());
                if (p.z() > 0 && p.x() > 0 && p.x() < 1 && p.y() > 0 && p.y() < 1) {
                    seen.add(side);
                }
            }
        }
        return seen;
    }

    private Observation.Body body(Actor a, int n) {
        double t = n * shot.rate().frameSeconds();
        Vec3 lens = play.camera().view(Math.min(shot.frames() - 1, n)).position();
        Pose pose = play.pose(a.index(), n);
        Landmarks l = play.performers().landmarks(a.index(), t);
        Vec3 gaze = gaze(a, pose);
        Vec3 head = pose.rotations().get(a.rig().bone("head")).rotate(Vec3.Z);
        Vec3 left = Vec3.Y.cross(l.facing());
        return new Observation.Body(
                play.performers().anchor(a.index(), t),
                joint(a, pose, "wrist.L"),
                joint(a, pose, "wrist.R"),
                l.leftShoulder(),
                l.rightShoulder(),
                l.eyes(),
                gaze,
                l.hips().y(),
                turn(head, l.facing(), left),
                turn(gaze, l.facing(), left),
                -StrictMath.toDegrees(StrictMath.asin(Ease.clamp(head.y(), -1, 1))),
                degrees(gaze, lens.minus(l.eyes())));
    }

    private static double turn(Vec3 direction, Vec3 ahead, Vec3 left) {
        return StrictMath.toDegrees(StrictMath.atan2(direction.dot(left), direction.dot(ahead)));
    }

    static Vec3 gaze(Actor a, Pose pose) {
        Vec3 l = pose.rotations().get(a.rig().bone("eye.L")).rotate(Vec3.Z);
        Vec3 r = pose.rotations().get(a.rig().bone("eye.R")).rotate(Vec3.Z);
        return l.plus(r).normalized();
    }

    /// The mean angle of both thighs to the vertical.
    private static double thighs(Actor a, Pose pose) {
        Vec3 l = joint(a, pose, "lowerleg01.L").minus(joint(a, pose, "upperleg01.L"));
        Vec3 r = joint(a, pose, "lowerleg01.R").minus(joint(a, pose, "upperleg01.R"));
        return (degrees(l, Vec3.Y.negated()) + degrees(r, Vec3.Y.negated())) / 2;
    }

    static Vec3 joint(Actor a, Pose pose, String bone) {
        return pose.joints().get(a.rig().bone(bone));
    }

    static double degrees(Vec3 a, Vec3 b) {
        return StrictMath.toDegrees(StrictMath.acos(Ease.clamp(a.normalized().dot(b.normalized()), -1, 1)));
    }
}
