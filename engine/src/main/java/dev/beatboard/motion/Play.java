package dev.beatboard.motion;

import dev.beatboard.math.Vec3;
import dev.beatboard.motion.camera.CameraPlan;
import dev.beatboard.motion.skin.Skinning;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.SceneObject;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.View;
import dev.beatboard.scene.World;
import dev.beatboard.stage.Stage;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.SkinnedSurface;
import dev.beatboard.stage.light.LightPlan;
import dev.beatboard.stage.set.FilmSet;
import dev.beatboard.stage.set.Glow;
import dev.beatboard.track.Pose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A stage in motion: what the lens sees at any frame. Frame `n` is a pure function of the stage and `n`.
public final class Play {

    /// The open share of a frame: a shutter of 180 degrees.
    public static final double SHUTTER = 0.5;

    private final Stage stage;
    private final Performers performers;
    private final CameraPlan camera;
    private final Illumination light;
    private final List<World> worlds;
    private final List<Skinning> skins;
    private final List<Recent> recents;
    private final Eyelines eyelines;
    private final double frameSeconds;

    public Play(Stage stage, Performers performers, CameraPlan camera, Illumination light) {
        this.stage = stage;
        this.performers = performers;
        this.camera = camera;
        this.light = light;
        this.frameSeconds = stage.shot().rate().frameSeconds();
        this.eyelines = performers.eyelines(this::lens);
        this.worlds = light.plans().stream().map(p -> world(stage, p)).toList();
        this.skins = stage.actors().stream().map(Skinning::of).toList();
        this.recents = stage.actors().stream().map(a -> new Recent()).toList();
    }

    /// The set with its lamps on or off as a light plan has them.
    private static World world(Stage stage, LightPlan plan) {
        List<SceneObject> objects = new ArrayList<>();
        objects.add(new SceneObject("nothing", false));
        FilmSet set = stage.set();
        for (FilmSet.Thing t : set.things()) {
            objects.add(new SceneObject(t.noun(), false));
        }
        for (Actor a : stage.actors()) {
            objects.add(new SceneObject(a.performer().name(), true));
        }
        Vec3 low = set.actingArea().low();
        Vec3 high = set.actingArea().high();
        for (var room : set.rooms()) {
            low = new Vec3(
                    Math.min(low.x(), room.low().x()),
                    Math.min(low.y(), room.low().y()),
                    Math.min(low.z(), room.low().z()));
            high = new Vec3(
                    Math.max(high.x(), room.high().x()),
                    Math.max(high.y(), room.high().y()),
                    Math.max(high.z(), room.high().z()));
        }
        return new World(
                set.kind().name().toLowerCase(java.util.Locale.ROOT),
                Glow.lit(set, plan.emitters()),
                objects,
                low,
                high);
    }

    /// The same play before another camera, which must have its lens at the same places: eyes follow it.
    public Play before(CameraPlan other) {
        return new Play(stage, performers, other, light);
    }

    public Stage stage() {
        return stage;
    }

    public CameraPlan camera() {
        return camera;
    }

    public Performers performers() {
        return performers;
    }

    public Illumination light() {
        return light;
    }

    /// The number by which a performer is known in the id plane.
    public int object(int actor) {
        return stage.set().things().size() + 1 + actor;
    }

    /// What stands still at frame `n`.
    public World world(int n) {
        return worlds.get(light.number(n));
    }

    /// What the lens sees at frame `n`.
    public Scene scene(int n) {
        LightPlan plan = light.at(n);
        List<Shape> shapes = new ArrayList<>();
        for (Actor a : stage.actors()) {
            shapes.addAll(body(a, n));
        }
        return new Scene(
                world(n),
                shapes,
                plan.emitters(),
                light.bounced(n),
                plan.sky(),
                camera.before(n),
                camera.view(n),
                camera.after(n),
                SHUTTER,
                plan.exposure(),
                n);
    }

    /// The body of a performer at frame `n`, eyes where they look.
    public Pose pose(int actor, int n) {
        return performers.pose(actor, n * frameSeconds, eyelines);
    }

    private List<Shape> body(Actor a, int n) {
        List<float[]> now = positions(a.index(), n);
        List<float[]> normals = skins.get(a.index()).normals(now);
        List<float[]> before = positions(a.index(), n - 1);
        List<float[]> after = positions(a.index(), n + 1);
        List<Shape> shapes = new ArrayList<>();
        for (int s = 0; s < a.surfaces().size(); s++) {
            SkinnedSurface surface = a.surfaces().get(s);
            shapes.add(new Shape(
                    object(a.index()),
                    surface.material(),
                    surface.topology(),
                    now.get(s),
                    normals.get(s),
                    before.get(s),
                    after.get(s)));
        }
        return shapes;
    }

    /// The surfaces of a performer at frame `n`. Each is asked for three times in a row of frames: as what comes, is
    /// and
    /// was.
    private List<float[]> positions(int actor, int n) {
        Recent recent = recents.get(actor);
        synchronized (recent) {
            List<float[]> found = recent.get(n);
            if (found == null) {
                found = skins.get(actor).positions(pose(actor, n));
                recent.put(n, found);
            }
            return found;
        }
    }

    /// The surfaces of the frames that were asked for last.
    private static final class Recent extends LinkedHashMap<Integer, List<float[]>> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<float[]>> eldest) {
            return size() > 3;
        }
    }

    /// Where the lens is at any time: on the way between two frames of one set-up.
    private Vec3 lens(double seconds) {
        double x = seconds / frameSeconds;
        int last = camera.views().size() - 1;
        int i = (int) Math.max(0, Math.min(last, Math.floor(x + 1e-6)));
        View v = camera.view(i);
        boolean joined = i < last && !camera.cuts().contains(i + 1);
        return joined && x > i ? v.position().lerp(camera.view(i + 1).position(), Math.min(1, x - i)) : v.position();
    }
}
