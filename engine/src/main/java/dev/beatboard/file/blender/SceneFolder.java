package dev.beatboard.file.blender;

import dev.beatboard.file.OutputFile;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.View;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A scene as a folder: `scene.json` says what there is, and beside it are bare numbers, little-endian: `positions.f32`
/// and `normals.f32` (three per vertex), `corners.i32` (three vertices per triangle, counted through all shapes),
/// `triangles.i32` (triangles of each shape) and `sky.f32` (the panorama, top row first). Axes, units and
/// colors are those of the [Scene]; `scene.py` turns them into Blender's.
///
/// It holds one moment, and surfaces of one plain diffuse color: whatever else a material says would be lost, so it is
/// refused.
public final class SceneFolder {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int CHUNK = 1 << 16;

    private SceneFolder() {}

    /// Writes the folder anew.
    ///
    /// @throws IllegalArgumentException for a material that is not plainly diffuse and a sky that is no panorama
    public static void write(Path folder, Scene scene, int width, int height) throws IOException {
        List<Shape> shapes = new ArrayList<>(scene.world().shapes());
        shapes.addAll(scene.shapes());
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("width", width).put("height", height);
        camera(all.putObject("camera"), scene.view());
        sky(all, folder, scene.sky());
        ArrayNode emitters = all.putArray("emitters");
        scene.lights().forEach(e -> emitter(emitters.addObject(), e));
        ArrayNode list = all.putArray("shapes");
        int[] triangles = new int[shapes.size()];
        for (int i = 0; i < triangles.length; i++) {
            Shape s = shapes.get(i);
            ObjectNode o = list.addObject();
            o.put("name", s.material().name());
            color(o, "albedo", albedo(s.material()));
            triangles[i] = s.topology().triangleCount();
        }
        floats(
                folder.resolve("positions.f32"),
                shapes.stream().map(Shape::positions).toList());
        floats(
                folder.resolve("normals.f32"),
                shapes.stream().map(Shape::normals).toList());
        ints(folder.resolve("corners.i32"), corners(shapes));
        ints(folder.resolve("triangles.i32"), List.of(triangles));
        OutputFile.write(folder.resolve("scene.json"), MAPPER.writeValueAsString(all) + "\n");
    }

    /// The one color of a plain diffuse surface.
    private static Rgb albedo(Material m) {
        boolean plain = m.kind() == Material.Kind.PLAIN
                && m.metalness() == 0
                && m.specular() == 0
                && m.opacity() == Material.Opacity.OPAQUE
                && m.emission().equals(Rgb.BLACK);
        if (plain && m.base() instanceof Pattern.Solid solid) {
            return solid.color();
        }
        throw new IllegalArgumentException("\"" + m.name() + "\" is not plainly diffuse");
    }

    /// The folder's lens has no f-number: the aperture's radius is what makes the blur of the [View]'s contract, a
    /// circle of confusion at infinity as of a lens that is focused by changing its distance from the sensor.
    private static void camera(ObjectNode o, View v) {
        vector(o, "position", v.position());
        vector(o, "right", v.right());
        vector(o, "up", v.up());
        vector(o, "back", v.forward().times(-1));
        o.put("focalLength", v.focalLength());
        o.put("sensorWidth", v.sensorWidth());
        double f = v.focalLength() * 1e-3;
        double focus = Math.max(v.focusDistance(), 1.5 * f);
        boolean open = Double.isFinite(v.fNumber()) && Double.isFinite(focus);
        o.put("focusDistance", open ? focus : 1);
        o.put("apertureRadius", open ? 0.5 * f / v.fNumber() * focus / (focus - f) : 0);
    }

    private static void sky(ObjectNode all, Path folder, Sky sky) throws IOException {
        ObjectNode o = all.putObject("sky");
        switch (sky) {
            case Sky.Uniform s -> color(o, "radiance", s.radiance());
            case Sky.Panorama s -> {
                o.put("width", s.width()).put("height", s.height());
                o.put("turn", s.turn()).put("scale", s.scale());
                floats(folder.resolve("sky.f32"), List.of(s.rgb()));
            }
            case Sky.Gradient s -> throw new IllegalArgumentException("A gradient is no panorama");
        }
    }

    private static void emitter(ObjectNode o, Emitter emitter) {
        switch (emitter) {
            case Emitter.Rectangle e -> {
                o.put("kind", "rectangle");
                vector(o, "center", e.center());
                vector(o, "u", e.u());
                vector(o, "v", e.v());
                color(o, "radiance", e.radiance());
            }
            case Emitter.Bulb e -> {
                o.put("kind", "ball");
                vector(o, "center", e.center());
                o.put("radius", e.radius());
                color(o, "intensity", e.intensity());
            }
            case Emitter.Sun e -> {
                o.put("kind", "sun");
                vector(o, "toward", e.toward());
                o.put("angularRadius", e.angularRadius());
                color(o, "irradiance", e.irradiance());
            }
        }
    }

    private static void vector(ObjectNode o, String name, Vec3 v) {
        o.putArray(name).add(v.x()).add(v.y()).add(v.z());
    }

    private static void color(ObjectNode o, String name, Rgb c) {
        o.putArray(name).add(c.r()).add(c.g()).add(c.b());
    }

    private static List<int[]> corners(List<Shape> shapes) {
        List<int[]> all = new ArrayList<>();
        int first = 0;
        for (Shape s : shapes) {
            int[] t = s.topology().triangles().clone();
            for (int i = 0; i < t.length; i++) {
                t[i] += first;
            }
            all.add(t);
            first += s.topology().vertexCount();
        }
        return all;
    }

    private static void floats(Path file, List<float[]> parts) throws IOException {
        OutputFile.write(file, part -> {
            ByteBuffer chunk = ByteBuffer.allocate(4 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                for (float[] a : parts) {
                    for (int from = 0; from < a.length; from += CHUNK) {
                        int n = Math.min(CHUNK, a.length - from);
                        chunk.asFloatBuffer().put(a, from, n);
                        out.write(chunk.array(), 0, 4 * n);
                    }
                }
            }
        });
    }

    private static void ints(Path file, List<int[]> parts) throws IOException {
        OutputFile.write(file, part -> {
            ByteBuffer chunk = ByteBuffer.allocate(4 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                for (int[] a : parts) {
                    for (int from = 0; from < a.length; from += CHUNK) {
                        int n = Math.min(CHUNK, a.length - from);
                        chunk.asIntBuffer().put(a, from, n);
                        out.write(chunk.array(), 0, 4 * n);
                    }
                }
            }
        });
    }
}
