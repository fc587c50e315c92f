package dev.beatboard.motion;

import dev.beatboard.asset.Rig;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Topology;
import dev.beatboard.shot.Build;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Stature;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.SkinnedSurface;
import dev.beatboard.track.Pose;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A body without assets: the bones of an adult at any size, and shoes of which only the soles matter.
final class Mannequin {

    private Mannequin() {}

    /// @param size 1 is a man of 1.78 m
    /// @param legs extra length of legs
    static Actor of(double size, double legs) {
        List<String> names = new ArrayList<>();
        List<Vec3> joints = new ArrayList<>();
        Map<String, Integer> index = new HashMap<>();
        List<Integer> parents = new ArrayList<>();
        for (String line : lines()) {
            String[] f = line.split(" ");
            index.put(f[0], names.size());
            names.add(f[0]);
            parents.add(f[1].equals("-") ? -1 : names.indexOf(f[1]));
            double y = Double.parseDouble(f[3]);
            double stretched = y < 0.97 ? y * legs : y + 0.97 * (legs - 1);
            joints.add(new Vec3(Double.parseDouble(f[2]), stretched, Double.parseDouble(f[4])).times(size));
        }
        Rig rig = new Rig(
                List.copyOf(names),
                parents.stream().mapToInt(Integer::intValue).toArray(),
                new int[names.size()][0],
                Map.copyOf(index));
        Performer performer = new Performer(
                "mannequin",
                "",
                Sex.MALE,
                30,
                Build.AVERAGE,
                Stature.AVERAGE,
                Heritage.CAUCASIAN,
                new Performer.Hair(HairStyle.BALD, Optional.empty()),
                List.of());
        return new Actor(0, performer, rig, joints, List.of(shoes(rig, joints, size)), 1.78 * size, List.of());
    }

    /// The sole of each foot as a strip of points from heel to tip, those before the toe joint on the toe bones.
    private static SkinnedSurface shoes(Rig rig, List<Vec3> joints, double size) {
        List<float[]> points = new ArrayList<>();
        List<Integer> bones = new ArrayList<>();
        List<Integer> feet = new ArrayList<>();
        List<Double> toeShare = new ArrayList<>();
        for (String side : new String[] {".L", ".R"}) {
            Vec3 ankle = joints.get(rig.bone("foot" + side));
            Vec3 ball = joints.get(rig.bone("toe2-1" + side)).lerp(joints.get(rig.bone("toe3-1" + side)), 0.5);
            Vec3 forward = ball.minus(ankle).withY(0).normalized();
            double toBall = ball.minus(ankle).dot(forward);
            for (double z = -0.052 * size; z < 0.208 * size; z += 0.01 * size) {
                // Heel and tip are rounded, as those of shoes are.
                double tip = Math.max(0, (z / size - 0.165) / 0.043);
                double heel = Math.max(0, (-0.022 - z / size) / 0.03);
                double rise = size * (0.012 * tip * tip + 0.009 * heel * heel);
                Vec3 p = ankle.plus(forward, z).withY(rise);
                points.add(new float[] {(float) p.x(), (float) p.y(), (float) p.z()});
                bones.add(rig.bone("toe2-1" + side));
                toeShare.add(Math.clamp(1 + (z - toBall) / (0.06 * size), 0, 1));
                feet.add(rig.bone("foot" + side));
            }
        }
        int n = points.size();
        float[] rest = new float[3 * n];
        short[] influences = new short[4 * n];
        float[] weights = new float[4 * n];
        int[] twins = new int[n];
        int[] triangles = new int[3 * n];
        for (int v = 0; v < n; v++) {
            System.arraycopy(points.get(v), 0, rest, 3 * v, 3);
            influences[4 * v] = bones.get(v).shortValue();
            influences[4 * v + 1] = feet.get(v).shortValue();
            weights[4 * v] = toeShare.get(v).floatValue();
            weights[4 * v + 1] = 1 - weights[4 * v];
            twins[v] = v;
            triangles[3 * v] = v;
            triangles[3 * v + 1] = (v + 1) % n;
            triangles[3 * v + 2] = (v + 2) % n;
        }
        Material leather = Material.plain("leather", new Pattern.Solid(Rgb.grey(0.1)), 0.5);
        return new SkinnedSurface(
                "shoes",
                leather,
                new Topology(n, triangles, new float[0]),
                rest,
                influences,
                weights,
                Map.of(),
                twins,
                false);
    }

    static Vec3 joint(Actor a, Pose p, String bone) {
        return p.joints().get(a.rig().bone(bone));
    }

    static Quat turn(Actor a, Pose p, String bone) {
        return p.rotations().get(a.rig().bone(bone));
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Mannequin.class.getResourceAsStream("skeleton.txt"));
                BufferedReader r = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return r.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
