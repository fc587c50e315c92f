package dev.beatboard.file.gltf;

import dev.beatboard.file.Slate;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.SceneObject;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.SkinnedShape;
import dev.beatboard.scene.Texture;
import dev.beatboard.scene.Topology;
import dev.beatboard.scene.View;
import dev.beatboard.scene.World;
import dev.beatboard.time.FrameRate;
import dev.beatboard.track.SkinJoint;
import dev.beatboard.track.SkinMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A shot of twelve frames with a cut at frame 6: a ribbon of three joints bends before a wall, the camera travels and
/// zooms after the cut, one lamp fades, another stays.
final class SmallShot {

    static final int FRAMES = 12;
    static final int CUT = 6;

    private SmallShot() {}

    static ShotModel model() {
        List<View> views = new ArrayList<>();
        List<ShotModel.Lighting> lighting = new ArrayList<>();
        List<List<Quat>> rotations = new ArrayList<>();
        List<Vec3> roots = new ArrayList<>();
        List<Map<String, Double>> morphs = new ArrayList<>();
        for (int n = 0; n < FRAMES; n++) {
            boolean before = n < CUT;
            Vec3 at = before ? new Vec3(0, 1, 5) : new Vec3(3 + 0.05 * n, 1.5, 2);
            views.add(new View(
                    at,
                    View.looking(at, new Vec3(0, 1, 0), 0),
                    before ? 35 : 40 + n,
                    36,
                    at.length(),
                    Double.POSITIVE_INFINITY));
            lighting.add(new ShotModel.Lighting(
                    List.of(
                            new Emitter.Bulb(LightGroup.PRACTICAL, new Vec3(0, 2, 1), 0.05, Rgb.grey(3)),
                            new Emitter.Rectangle(
                                    LightGroup.KEY,
                                    new Vec3(0.1 * n, 2, 2),
                                    new Vec3(0.5, 0, 0),
                                    new Vec3(0, 0, -0.5),
                                    Rgb.grey(1 + n))),
                    0.5));
            rotations.add(List.of(
                    Quat.about(Vec3.Y, 0.1 * n), Quat.about(Vec3.Z, before ? 0.02 * n : -1), Quat.about(Vec3.X, 0.3)));
            roots.add(new Vec3(0.02 * n, 0.5, 0));
            morphs.add(n % 2 == 0 ? Map.of() : Map.of("wide", 0.5));
        }
        return new ShotModel(
                new Slate("Small", "0".repeat(64), 5, "test", "draft"),
                FrameRate.FILM,
                16 / 9.0,
                views,
                List.of(0, CUT),
                List.of(new ShotModel.Marker(0, "a ribbon bends")),
                world(),
                List.of(new ShotModel.Person(
                        "ribbon", joints(), List.of(ribbon()), new SkinMotion(rotations, roots, morphs))),
                lighting,
                Rgb.grey(0.2),
                Rgb.grey(0.6));
    }

    static List<SkinJoint> joints() {
        return List.of(
                new SkinJoint("low", -1, new Vec3(0, 0, 0)),
                new SkinJoint("middle.L", 0, new Vec3(0, 0.5, 0)),
                new SkinJoint("high", 1, new Vec3(0, 1, 0)));
    }

    private static SkinnedShape ribbon() {
        int rows = 11;
        float[] p = new float[6 * rows];
        float[] n = new float[6 * rows];
        float[] uv = new float[4 * rows];
        short[] joints = new short[8 * rows];
        float[] weights = new float[8 * rows];
        int[] corners = new int[6 * (rows - 1)];
        for (int v = 0; v < 2 * rows; v++) {
            double y = 0.15 * (v / 2);
            p[3 * v] = v % 2 == 0 ? -0.1f : 0.1f;
            p[3 * v + 1] = (float) y;
            n[3 * v + 2] = 1;
            uv[2 * v] = v % 2;
            uv[2 * v + 1] = (float) (y / 1.5);
            int j = (int) Math.min(1, y / 0.5);
            double f = Math.clamp(y / 0.5 - j, 0, 1);
            joints[4 * v] = (short) (f > 0.5 ? j + 1 : j);
            joints[4 * v + 1] = (short) (f > 0.5 ? j : j + 1);
            weights[4 * v] = (float) Math.max(f, 1 - f);
            weights[4 * v + 1] = (float) Math.min(f, 1 - f);
        }
        for (int r = 0; r < rows - 1; r++) {
            int a = 2 * r;
            int[] quad = {a, a + 1, a + 2, a + 1, a + 3, a + 2};
            System.arraycopy(quad, 0, corners, 6 * r, 6);
        }
        byte[] rgba = new byte[4 * 16 * 16];
        for (int i = 0; i < 256; i++) {
            rgba[4 * i] = (byte) 200;
            rgba[4 * i + 3] = (byte) (i % 16 < 12 ? 255 : 0);
        }
        Material m = new Material(
                "cloth",
                Material.Kind.CLOTH,
                new Pattern.Image(new Texture("checks", 16, 16, rgba), Rgb.WHITE),
                0.8f,
                0,
                0.04f,
                Material.Opacity.CUTOUT,
                Rgb.BLACK,
                true);
        float[] wide = {-0.2f, 0, 0, 0.2f, 0, 0};
        return new SkinnedShape(
                "strip",
                m,
                new Topology(2 * rows, corners, uv),
                p,
                n,
                joints,
                weights,
                List.of(
                        new SkinnedShape.Morph("never", new int[] {4}, new float[] {0, 0, 1}),
                        new SkinnedShape.Morph("wide", new int[] {10, 11}, wide)));
    }

    private static World world() {
        float[] p = {-2, 0, -1, 2, 0, -1, -2, 3, -1, 2, 3, -1};
        float[] n = {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1};
        Topology t = new Topology(4, new int[] {0, 1, 2, 1, 3, 2}, new float[0]);
        Material wall = Material.plain("wall", new Pattern.Solid(Rgb.grey(0.5)), 0.9);
        Material glow = Material.emissive("sign", new Rgb(4, 2, 0));
        float[] q = p.clone();
        for (int i = 2; i < q.length; i += 3) {
            q[i] += 0.1f;
        }
        return new World(
                "room",
                List.of(Shape.fixed(1, wall, t, p, n), Shape.fixed(2, glow, t, q, n)),
                List.of(
                        new SceneObject("nothing", false),
                        new SceneObject("back wall", false),
                        new SceneObject("sign", false),
                        new SceneObject("ribbon", true)),
                new Vec3(-2, 0, -1),
                new Vec3(2, 3, 5));
    }
}
