package dev.beatboard;

import dev.beatboard.file.Slate;
import dev.beatboard.file.gltf.ShotModel;
import dev.beatboard.math.Box;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.Play;
import dev.beatboard.motion.skin.LinearSkin;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Sky;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotJson;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.light.LightPlan;
import dev.beatboard.track.Pose;
import dev.beatboard.track.SkinMotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes a whole shot out of a take as a [ShotModel], for files that hold all of it.
final class ShotModels {

    /// What the surfaces of a room throw back, on average.
    private static final double ALBEDO = 0.55;

    private ShotModels() {}

    /// The model of a take.
    ///
    /// @param quality for the slate
    static ShotModel of(Take take, String quality) {
        Shot shot = take.shot();
        Play play = take.play();
        List<ShotModel.Person> people = new ArrayList<>();
        for (Actor a : play.stage().actors()) {
            people.add(person(play, a, shot.frames()));
        }
        return new ShotModel(
                slate(shot, quality),
                shot.rate(),
                play.camera().aspect(),
                play.camera().views(),
                play.camera().cuts(),
                markers(shot),
                play.scene(0).world(),
                people,
                lighting(play, shot.frames()),
                ambient(play, play.light().at(0)),
                mean(play.light().at(0).sky()));
    }

    static Slate slate(Shot shot, String quality) {
        return new Slate(shot.title(), ShotJson.digest(shot), shot.seed(), Slate.ENGINE, quality);
    }

    static List<ShotModel.Marker> markers(Shot shot) {
        List<ShotModel.Marker> markers = new ArrayList<>();
        for (int k = 0; k < shot.keyframes().size(); k++) {
            markers.add(new ShotModel.Marker(
                    shot.frameOf(k), shot.keyframes().get(k).prompt()));
        }
        return markers;
    }

    private static ShotModel.Person person(Play play, Actor a, int frames) {
        LinearSkin skin = LinearSkin.of(a);
        List<List<Quat>> rotations = new ArrayList<>();
        List<Vec3> roots = new ArrayList<>();
        List<Map<String, Double>> morphs = new ArrayList<>();
        for (int n = 0; n < frames; n++) {
            Pose pose = play.pose(a.index(), n);
            rotations.add(skin.rotations(pose));
            roots.add(pose.joints().getFirst());
            morphs.add(pose.face());
        }
        return new ShotModel.Person(
                a.performer().name(), skin.joints(), skin.surfaces(), new SkinMotion(rotations, roots, morphs));
    }

    static List<ShotModel.Lighting> lighting(Play play, int frames) {
        Map<LightPlan, ShotModel.Lighting> known = new LinkedHashMap<>();
        List<ShotModel.Lighting> out = new ArrayList<>();
        for (int n = 0; n < frames; n++) {
            LightPlan p = play.light().at(n);
            out.add(known.computeIfAbsent(p, q -> new ShotModel.Lighting(q.emitters(), q.exposure())));
        }
        return out;
    }

    /// Light from everywhere for viewers that bounce none: outdoors what the sky gives, indoors
    /// what an integrating sphere of the rooms' surface would hold, flux / area x albedo / (1 -
    /// albedo).
    static Rgb ambient(Play play, LightPlan light) {
        SetKind kind = play.stage().set().kind();
        if (kind == SetKind.STREET_DAY || kind == SetKind.STREET_NIGHT) {
            return mean(light.sky()).times(Math.PI);
        }
        double area = 0;
        for (Box room : play.stage().set().rooms()) {
            Vec3 s = room.size();
            area += 2 * (s.x() * s.y() + s.y() * s.z() + s.z() * s.x());
        }
        Rgb flux = Rgb.BLACK;
        for (Emitter e : light.emitters()) {
            flux = flux.plus(
                    switch (e) {
                        case Emitter.Rectangle r -> r.radiance().times(Math.PI * r.area());
                        case Emitter.Bulb b -> b.intensity().times(4 * Math.PI);
                        case Emitter.Sun s -> Rgb.BLACK;
                    });
        }
        return area > 0 ? flux.times(ALBEDO / (1 - ALBEDO) / area) : Rgb.BLACK;
    }

    /// The mean radiance of the upper half of the sky.
    static Rgb mean(Sky sky) {
        return switch (sky) {
            case Sky.Uniform u -> u.radiance();
            case Sky.Gradient g -> g.zenith().plus(g.horizon()).times(0.5);
            case Sky.Panorama p -> {
                double[] sum = new double[4];
                for (int y = 0; y < p.height() / 2; y++) {
                    double w = StrictMath.sin((y + 0.5) / p.height() * Math.PI);
                    for (int x = 0; x < p.width(); x++) {
                        int at = 3 * (y * p.width() + x);
                        for (int c = 0; c < 3; c++) {
                            sum[c] += w * p.rgb()[at + c];
                        }
                        sum[3] += w;
                    }
                }
                double k = p.scale() / sum[3];
                yield new Rgb((float) (k * sum[0]), (float) (k * sum[1]), (float) (k * sum[2]));
            }
        };
    }
}
