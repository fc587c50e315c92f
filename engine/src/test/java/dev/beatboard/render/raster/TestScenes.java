package dev.beatboard.render.raster;

import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.SceneObject;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.Texture;
import dev.beatboard.scene.Topology;
import dev.beatboard.scene.View;
import dev.beatboard.scene.World;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Small scenes with known answers.
public final class TestScenes {

    private TestScenes() {}

    public static Shape quad(int object, Material m, Vec3 corner, Vec3 u, Vec3 v) {
        Vec3 n = u.cross(v).normalized();
        float[] p = new float[12];
        float[] normals = new float[12];
        for (int k = 0; k < 4; k++) {
            Vec3 q = corner.plus(u, k == 1 || k == 2 ? 1 : 0).plus(v, k >= 2 ? 1 : 0);
            put(p, k, q);
            put(normals, k, n);
        }
        return Shape.fixed(
                object,
                m,
                new Topology(4, new int[] {0, 1, 2, 0, 2, 3}, new float[] {0, 0, 1, 0, 1, 1, 0, 1}),
                p,
                normals);
    }

    private static void put(float[] to, int k, Vec3 v) {
        to[3 * k] = (float) v.x();
        to[3 * k + 1] = (float) v.y();
        to[3 * k + 2] = (float) v.z();
    }

    public static Shape ball(int object, Material m, Vec3 center, double radius, int rings) {
        int columns = 2 * rings + 1;
        int n = (rings + 1) * columns;
        float[] p = new float[3 * n];
        float[] normals = new float[3 * n];
        float[] uvs = new float[2 * n];
        for (int i = 0; i < n; i++) {
            double down = Math.PI * (i / columns) / rings;
            double turn = Math.PI * (i % columns) / rings;
            Vec3 d = new Vec3(
                    StrictMath.sin(down) * StrictMath.cos(turn),
                    StrictMath.cos(down),
                    -StrictMath.sin(down) * StrictMath.sin(turn));
            put(normals, i, d);
            put(p, i, center.plus(d, radius));
            uvs[2 * i] = (float) (i % columns) / (columns - 1);
            uvs[2 * i + 1] = 1 - (float) (i / columns) / rings;
        }
        int[] t = new int[12 * rings * rings];
        int q = 0;
        for (int i = 0; i < rings; i++) {
            for (int j = 0; j < 2 * rings; j++) {
                int a = i * columns + j;
                int b = a + columns;
                for (int k : new int[] {a, b, a + 1, a + 1, b, b + 1}) {
                    t[q++] = k;
                }
            }
        }
        return Shape.fixed(object, m, new Topology(n, t, uvs), p, normals);
    }

    /// Gives all of a canvas light of 1 from everywhere.
    static void light(Canvas c) {
        for (float[] plane : c.ambient) {
            Arrays.fill(plane, 1);
        }
        for (float[] plane : c.visible) {
            Arrays.fill(plane, 1);
        }
    }

    public static Material matte(double grey) {
        return of(Material.Kind.PLAIN, grey);
    }

    static Material of(Material.Kind kind, double grey) {
        return new Material(
                "matte", kind, new Pattern.Solid(Rgb.grey(grey)), 1, 0, 0, Material.Opacity.OPAQUE, Rgb.BLACK, false);
    }

    public static World world(List<Shape> shapes, Vec3 low, Vec3 high) {
        List<SceneObject> objects = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            objects.add(new SceneObject("thing " + i, false));
        }
        return new World("test", shapes, objects, low, high);
    }

    public static Scene scene(World world, List<Shape> moving, List<Emitter> lights, Sky sky, View view) {
        return new Scene(world, moving, lights, sky, view, view, view, 0.5, 1, 0);
    }

    public static View view(Vec3 from, Vec3 to) {
        return new View(from, View.looking(from, to, 0), 36, 36, 5, Double.POSITIVE_INFINITY);
    }

    /// A room with a lamp, a window with sun, a textured ball and a cutout leaf; `step` moves a skin-colored
    /// ball with a lash and a strand of hair.
    public static Scene room(World world, int step) {
        Shape moving = ball(
                4,
                new Material(
                        "skin",
                        Material.Kind.SKIN,
                        new Pattern.Solid(new Rgb(0.6f, 0.35f, 0.25f)),
                        0.4f,
                        0,
                        0.028f,
                        Material.Opacity.OPAQUE,
                        Rgb.BLACK,
                        false),
                new Vec3(-0.6 + 0.1 * step, 0.9, 0),
                0.35,
                24);
        Shape lash = quad(
                4,
                lash(40, 100),
                new Vec3(-0.8 + 0.1 * step, 0.9, 0.36),
                new Vec3(0.3, 0.02, 0),
                new Vec3(0, 0.1, 0.02));
        Material brown = Material.plain("hair", new Pattern.Solid(new Rgb(0.3f, 0.2f, 0.1f)), 0.5)
                .withKind(Material.Kind.HAIR)
                .withTwoSided(true);
        Shape hair =
                quad(4, brown, new Vec3(-0.3 + 0.1 * step, 0.5, 0.1), new Vec3(0.08, 0, 0.03), new Vec3(0.02, 0.7, 0));
        List<Emitter> lights = List.of(
                new Emitter.Rectangle(
                        LightGroup.OVERHEAD,
                        new Vec3(0, 2.4, 0),
                        new Vec3(0.5, 0, 0),
                        new Vec3(0, 0, 0.3),
                        Rgb.grey(9)),
                new Emitter.Bulb(LightGroup.PRACTICAL, new Vec3(1.2, 1.2, -1), 0.05, Rgb.grey(0.4)),
                new Emitter.Sun(LightGroup.SUN, new Vec3(0.3, 1, 0.5).normalized(), 0.01, Rgb.grey(3)));
        View view = view(new Vec3(0.3, 1.4, 3), new Vec3(0, 0.9, 0));
        return scene(world, List.of(moving, lash, hair), lights, new Sky.Uniform(new Rgb(0.4f, 0.6f, 1)), view);
    }

    /// Lashes of one grey and one alpha, both 0 to 255.
    static Material lash(int code, int alpha) {
        byte[] pixels = new byte[4 * 16];
        for (int i = 0; i < 16; i++) {
            pixels[4 * i] = (byte) code;
            pixels[4 * i + 1] = (byte) code;
            pixels[4 * i + 2] = (byte) code;
            pixels[4 * i + 3] = (byte) alpha;
        }
        return Material.plain("lashes", new Pattern.Image(new Texture("lash", 4, 4, pixels), Rgb.WHITE), 0.8)
                .withKind(Material.Kind.LASH)
                .withOpacity(Material.Opacity.CUTOUT)
                .withTwoSided(true);
    }

    public static World roomWorld() {
        byte[] pixels = new byte[4 * 64 * 64];
        for (int i = 0; i < 64 * 64; i++) {
            boolean on = (i / 64 / 8 + i % 64 / 8 & 1) == 0;
            pixels[4 * i] = (byte) (on ? 220 : 40);
            pixels[4 * i + 1] = (byte) (on ? 200 : 90);
            pixels[4 * i + 2] = (byte) 120;
            pixels[4 * i + 3] = (byte) (on ? 255 : 0);
        }
        Texture checks = new Texture("checks", 64, 64, pixels);
        Material image = Material.plain("image", new Pattern.Image(checks, Rgb.WHITE), 0.3);
        List<Shape> shapes = List.of(
                quad(
                        1,
                        Material.plain(
                                "floor",
                                new Pattern.Planks(
                                        new Rgb(0.5f, 0.3f, 0.2f), new Rgb(0.3f, 0.2f, 0.1f), 0.15f, 1.2f, true),
                                0.4),
                        new Vec3(-3, 0, 3),
                        new Vec3(6, 0, 0),
                        new Vec3(0, 0, -5)),
                quad(
                        2,
                        Material.plain("wall", new Pattern.Plaster(Rgb.grey(0.7), 0.1f), 0.8),
                        new Vec3(-3, 0, -2),
                        new Vec3(6, 0, 0),
                        new Vec3(0, 2.6, 0)),
                ball(3, image, new Vec3(0.7, 0.4, -0.3), 0.4, 20),
                quad(
                        5,
                        image.withOpacity(Material.Opacity.CUTOUT).withTwoSided(true),
                        new Vec3(-1.8, 0.4, -0.5),
                        new Vec3(0.8, 0, 0.3),
                        new Vec3(0, 1, 0)));
        return world(shapes, new Vec3(-3, 0, -2), new Vec3(3, 2.6, 3));
    }

    /// A digest of all planes, bit by bit.
    public static String digest(Frame frame) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Plane p : frame.planes()) {
                ByteBuffer b = ByteBuffer.allocate(4 * p.values().length);
                for (float v : p.values()) {
                    b.putInt(Float.floatToIntBits(v));
                }
                sha.update(b.array());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
