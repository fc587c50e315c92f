package dev.beatboard.asset;

import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;
import dev.beatboard.scene.Topology;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/// The file of one prop: big-endian; per part its paint, then positions, normals, texture coordinates and triangles.
final class FurnitureFile {

    private static final int MAGIC = 0x42425046;
    /// Texture coordinates that are larger have lost their fraction.
    private static final float FARTHEST = 65536;

    private FurnitureFile() {}

    static void write(Path file, List<ObjModel.Group> groups, Map<String, String> textures) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(MAGIC);
            out.writeInt(groups.size());
            for (ObjModel.Group g : groups) {
                ObjModel.Paint p = g.paint();
                out.writeUTF(p.name());
                out.writeUTF(textures.getOrDefault(p.map(), ""));
                for (float x : new float[] {p.r(), p.g(), p.b(), p.shine(), p.opacity()}) {
                    out.writeFloat(x);
                }
                out.writeInt(g.positions().length / 3);
                out.writeInt(g.uvs().length / 2);
                out.writeInt(g.triangles().length);
                for (float[] a : List.of(g.positions(), g.normals(), g.uvs())) {
                    for (float x : a) {
                        out.writeFloat(x);
                    }
                }
                for (int i : g.triangles()) {
                    out.writeInt(i);
                }
            }
        }
    }

    static List<Prop.Part> read(Path file, Path textures, Map<String, Texture> loaded) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
        if (in.remaining() < 8 || in.getInt() != MAGIC) {
            throw new IOException(file + " is not a prop: install the furniture again");
        }
        int n = in.getInt();
        List<Prop.Part> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String name = text(in);
            String png = text(in);
            Rgb color = new Rgb(in.getFloat(), in.getFloat(), in.getFloat());
            float shine = in.getFloat();
            float opacity = in.getFloat();
            int vertices = in.getInt();
            int uvs = in.getInt();
            int corners = in.getInt();
            float[] p = floats(in, 3 * vertices);
            float[] q = floats(in, 3 * vertices);
            float[] t = floats(in, 2 * uvs);
            for (int k = 0; k < t.length; k++) {
                // Where a model says nonsense, no pixel of the picture is meant.
                t[k] = Math.abs(t[k]) < FARTHEST ? t[k] : 0;
            }
            int[] tri = new int[corners];
            in.asIntBuffer().get(tri);
            in.position(in.position() + 4 * corners);
            Texture image = png.isEmpty() ? null : loaded.get(png);
            if (!png.isEmpty() && image == null) {
                image = image(textures.resolve(png));
                loaded.put(png, image);
            }
            Pattern base = image == null ? new Pattern.Solid(linear(color)) : new Pattern.Image(image, Rgb.WHITE);
            parts.add(new Prop.Part(material(name, base, color, shine, opacity), new Topology(vertices, tri, t), p, q));
        }
        return parts;
    }

    /// Colors of MTL files are meant for the screen.
    private static Rgb linear(Rgb c) {
        int hex = byteOf(c.r()) << 16 | byteOf(c.g()) << 8 | byteOf(c.b());
        Rgb l = Rgb.ofSrgb(hex);
        return new Rgb(Math.clamp(l.r(), 0.02f, 0.8f), Math.clamp(l.g(), 0.02f, 0.8f), Math.clamp(l.b(), 0.02f, 0.8f));
    }

    private static int byteOf(float x) {
        return Math.clamp(Math.round(x * 255), 0, 255);
    }

    /// What a part is made of, guessed from its name.
    private static Material material(String name, Pattern base, Rgb color, float shine, float opacity) {
        String s = name.toLowerCase(Locale.ROOT);
        if (opacity < 0.7f || s.contains("glass") || s.contains("pane")) {
            return new Material(
                    name,
                    Material.Kind.GLASS,
                    new Pattern.Solid(Rgb.grey(0.9)),
                    0.04f,
                    0,
                    0.04f,
                    Material.Opacity.CLEAR,
                    Rgb.BLACK,
                    true);
        }
        if (s.contains("mirror")) {
            return Material.metal(name, Rgb.grey(0.85), 0.02).withKind(Material.Kind.MIRROR);
        }
        if (s.contains("chrome") || s.contains("metal") || s.contains("steel") || s.contains("alumin")) {
            double v = Math.max(0.15, linear(color).luminance());
            return Material.metal(name, Rgb.grey(Math.min(0.75, v + 0.1)), s.contains("chrome") ? 0.15 : 0.35)
                    .withTwoSided(true);
        }
        boolean cloth = s.contains("fabric") || s.contains("cloth") || s.contains("cushion") || s.contains("leather");
        boolean leaf = s.contains("leaf") || s.contains("leaves") || s.contains("feuil");
        double roughness = cloth ? 0.85 : Math.clamp(0.75 - 0.09 * Math.log10(1 + shine) * 2, 0.3, 0.8);
        Material m = Material.plain(name, base, roughness).withTwoSided(true);
        return leaf ? m.withKind(Material.Kind.FOLIAGE).withOpacity(Material.Opacity.CUTOUT) : m;
    }

    private static String text(ByteBuffer in) {
        byte[] b = new byte[in.getShort() & 0xFFFF];
        in.get(b);
        return new String(b, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static float[] floats(ByteBuffer in, int n) {
        float[] a = new float[n];
        in.asFloatBuffer().get(a);
        in.position(in.position() + 4 * n);
        return a;
    }

    private static Texture image(Path png) throws IOException {
        var image = ImageIO.read(png.toFile());
        if (image == null) {
            throw new IOException(png + " is not a picture: install the furniture again");
        }
        int w = image.getWidth();
        int h = image.getHeight();
        int[] argb = image.getRGB(0, 0, w, h, null, 0, w);
        byte[] rgba = new byte[4 * w * h];
        for (int i = 0; i < argb.length; i++) {
            rgba[4 * i] = (byte) (argb[i] >> 16);
            rgba[4 * i + 1] = (byte) (argb[i] >> 8);
            rgba[4 * i + 2] = (byte) argb[i];
            rgba[4 * i + 3] = (byte) (argb[i] >>> 24);
        }
        return new Texture(png.getFileName() + "", w, h, rgba);
    }
}
