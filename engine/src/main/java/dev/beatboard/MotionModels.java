package dev.beatboard;

import dev.beatboard.file.gltf.LampTrack;
import dev.beatboard.file.gltf.ShotModel;
import dev.beatboard.file.preview.MotionModel;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.Play;
import dev.beatboard.motion.skin.LinearSkin;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Sky;
import dev.beatboard.shot.Shot;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.light.LightPlan;
import dev.beatboard.stage.set.Glow;
import dev.beatboard.track.Pose;
import dev.beatboard.track.SkinJoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Takes what moves and shines out of a take as a [MotionModel]. Frames are posed on all cores; each is a pure function
/// of its number, so that their order makes no difference.
final class MotionModels {

    /// What glows and is no lamp of a light group, such as a screen.
    static final String ALWAYS = "always";

    private MotionModels() {}

    static MotionModel of(Take take) {
        Shot shot = take.shot();
        Play play = take.play();
        List<ShotModel.Lighting> lighting = ShotModels.lighting(play, shot.frames());
        return new MotionModel(
                ShotModels.slate(shot, "draft"),
                shot.rate(),
                play.camera().aspect(),
                play.camera().views(),
                play.camera().cuts(),
                ShotModels.markers(shot),
                people(play, shot.frames()),
                light(play, shot.frames()),
                LampTrack.of(lighting));
    }

    /// The name under which what a material gives off is scaled, by light group.
    static String glow(LightGroup group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    private static List<MotionModel.Person> people(Play play, int frames) {
        List<Draft> drafts =
                play.stage().actors().stream().map(a -> new Draft(a, frames)).toList();
        IntStream.range(0, frames).parallel().forEach(n -> {
            for (Draft d : drafts) {
                d.pose(n, play.pose(d.actor.index(), n));
            }
        });
        return drafts.stream().map(Draft::finished).toList();
    }

    /// A person of which every frame is filled in by itself.
    private static final class Draft {
        final Actor actor;
        final int frames;
        final LinearSkin skin;
        final double[] turns;
        final double[] roots;
        final List<Map<String, Double>> faces;

        Draft(Actor actor, int frames) {
            this.actor = actor;
            this.frames = frames;
            skin = LinearSkin.of(actor);
            turns = new double[4 * frames * skin.joints().size()];
            roots = new double[3 * frames];
            faces = new ArrayList<>(Collections.nCopies(frames, Map.of()));
        }

        void pose(int n, Pose pose) {
            List<Quat> rotations = skin.rotations(pose);
            for (int j = 0; j < rotations.size(); j++) {
                Quat q = rotations.get(j);
                int at = 4 * (j * frames + n);
                turns[at] = q.x();
                turns[at + 1] = q.y();
                turns[at + 2] = q.z();
                turns[at + 3] = q.w();
            }
            Vec3 root = pose.joints().getFirst();
            roots[3 * n] = root.x();
            roots[3 * n + 1] = root.y();
            roots[3 * n + 2] = root.z();
            faces.set(n, pose.face());
        }

        MotionModel.Person finished() {
            TreeSet<String> used = new TreeSet<>();
            faces.forEach(f -> used.addAll(f.keySet()));
            List<String> morphs = List.copyOf(used);
            float[] weights = new float[frames * morphs.size()];
            for (int n = 0; n < frames; n++) {
                for (int m = 0; m < morphs.size(); m++) {
                    weights[n * morphs.size() + m] =
                            faces.get(n).getOrDefault(morphs.get(m), 0.0).floatValue();
                }
            }
            List<String> joints = skin.joints().stream().map(SkinJoint::name).toList();
            return new MotionModel.Person(actor.performer().name(), joints, turns, roots, morphs, weights);
        }
    }

    private static List<MotionModel.Light> light(Play play, int frames) {
        Map<LightPlan, MotionModel.Light> known = new HashMap<>();
        Map<Sky, Rgb> skies = new IdentityHashMap<>();
        List<MotionModel.Light> out = new ArrayList<>();
        for (int n = 0; n < frames; n++) {
            out.add(known.computeIfAbsent(play.light().at(n), p -> light(play, p, skies)));
        }
        return out;
    }

    private static MotionModel.Light light(Play play, LightPlan plan, Map<Sky, Rgb> skies) {
        double exposure = plan.exposure();
        Map<String, Rgb> glows = new TreeMap<>();
        Glow.levels(play.stage().set(), plan.emitters())
                .forEach((group, level) -> glows.put(glow(group), level.times(exposure)));
        glows.put(ALWAYS, Rgb.grey(1).times(exposure));
        Rgb sky = skies.computeIfAbsent(plan.sky(), ShotModels::mean);
        return new MotionModel.Light(
                exposure, ShotModels.ambient(play, plan).times(exposure), sky.times(exposure), glows);
    }
}
