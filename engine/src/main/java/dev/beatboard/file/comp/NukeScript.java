package dev.beatboard.file.comp;

import dev.beatboard.file.Decimal;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.camera.CameraTrack;
import dev.beatboard.file.camera.ChanFile;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Writes a Nuke script: a Read of the frames, a Shuffle per layer, the picture put together again
/// from its parts and from its light groups, a Cryptomatte per actor, the animated camera, and
/// depth of field and motion blur that are wired but off. Depth is in meters, motion in pixels.
///
/// Source: "Nuke Developer Reference" (nodes and knobs) and the form of scripts that Nuke 13 saves:
/// a node takes its inputs from a stack, the first from its top.
public final class NukeScript {

    private static final int DIGITS = 7;
    private static final String EVALUATED = "[\\\\\"\\[\\]{}$]";
    private static final int STEP = 120;

    private final CompSource source;
    private final StringBuilder out = new StringBuilder();
    private int column;

    private NukeScript(CompSource source) {
        this.source = source;
    }

    public static void write(Path target, CompSource source) throws IOException {
        OutputFile.write(target, text(source));
    }

    static String text(CompSource source) {
        String file = source.folder() + source.prefix() + source.suffix();
        if (!file.replaceAll(EVALUATED, "_").equals(file)) {
            throw new IllegalArgumentException("Nuke would evaluate parts of the frames' name: " + file);
        }
        NukeScript script = new NukeScript(source);
        script.root();
        script.layers();
        script.read();
        script.shuffles();
        script.sum("Parts", source.parts());
        script.sum("Lights", source.lights());
        script.check();
        script.mattes();
        script.lens();
        script.camera();
        return script.out.toString();
    }

    /// Text between quotation marks. Nuke evaluates what stands in brackets, also in labels and
    /// lists, so what could begin that becomes an underscore.
    static String quoted(String text) {
        return '"' + text.replaceAll("\\p{Cntrl}", " ").replaceAll(EVALUATED, "_") + '"';
    }

    private void node(String kind, String name, int x, int y, String... knobs) {
        out.append(kind).append(" {\n");
        for (String k : knobs) {
            out.append(' ').append(k).append('\n');
        }
        out.append(" name ")
                .append(name)
                .append("\n xpos ")
                .append(x)
                .append("\n ypos ")
                .append(y)
                .append("\n}\n");
    }

    private void keep(String name) {
        out.append("set ").append(name).append(" [stack 0]\n");
    }

    private void push(String name) {
        out.append("push $").append(name).append('\n');
    }

    private String format() {
        int w = source.camera().width();
        int h = source.camera().height();
        return "format \"" + w + " " + h + " 0 0 " + w + " " + h + " 1 \"";
    }

    private void root() {
        double rate = (double) source.camera().rate().numerator()
                / source.camera().rate().denominator();
        out.append("#! Nuke -nx\nversion 13.2 v1\nRoot {\n inputs 0\n")
                .append(" label ")
                .append(quoted(source.title()))
                .append('\n')
                .append(" frame ")
                .append(source.first())
                .append('\n')
                .append(" first_frame ")
                .append(source.first())
                .append('\n')
                .append(" last_frame ")
                .append(source.last())
                .append('\n')
                .append(" lock_range true\n fps ")
                .append(Decimal.of(rate, 10))
                .append('\n')
                .append(' ')
                .append(format())
                .append('\n');
        if (source.color() == ColorSpace.LINEAR_REC709) {
            out.append(" colorManagement Nuke\n");
        } else {
            out.append(" colorManagement OCIO\n OCIO_config aces_1.2\n workingSpaceLUT \"ACES - ACEScg\"\n");
        }
        out.append("}\n");
    }

    /// Layers that Nuke does not know of itself.
    private void layers() {
        source.layers().forEach((layer, channels) -> {
            out.append("add_layer {").append(layer);
            channels.forEach(c -> out.append(' ').append(layer).append('.').append(channel(c)));
            out.append("}\n");
        });
    }

    /// Nuke's own names of colors.
    private static String channel(String c) {
        return switch (c) {
            case "R", "r" -> "red";
            case "G", "g" -> "green";
            case "B", "b" -> "blue";
            case "A", "a" -> "alpha";
            default -> c;
        };
    }

    private void read() {
        String space = switch (source.color()) {
            case LINEAR_REC709 -> "linear";
            case ACESCG -> "\"ACES - ACEScg\"";
            case ACES2065_1 -> "\"ACES - ACES2065-1\"";
        };
        String file = source.folder() + "/" + source.prefix() + "%04d" + source.suffix();
        String here = "\\[file dirname \\[value root.name]]/";
        node(
                "Read",
                "Read_frames",
                0,
                0,
                "inputs 0",
                "file_type exr",
                "file \"" + here + file + "\"",
                format(),
                "first " + source.first(),
                "last " + source.last(),
                "origfirst " + source.first(),
                "origlast " + source.last(),
                "origset true",
                "colorspace " + space);
        keep("frames");
    }

    private int next() {
        column += STEP;
        return column;
    }

    private void shuffles() {
        for (Map.Entry<String, List<String>> layer : source.layers().entrySet()) {
            String name = layer.getKey();
            if (name.startsWith("Crypto")) {
                continue;
            }
            push("frames");
            List<String> knobs = new ArrayList<>(List.of("in " + name));
            if (layer.getValue().size() == 1) {
                // One number: gray.
                knobs.addAll(List.of("green red", "blue red", "alpha white"));
            }
            knobs.add("label \"\\[value in]\"");
            node("Shuffle", "Shuffle_" + name, next(), 100, knobs.toArray(String[]::new));
            keep("layer_" + name);
        }
    }

    /// The sum of layers, with the picture's own alpha.
    private void sum(String what, List<String> layers) {
        if (layers.size() < 2) {
            return;
        }
        int x = next();
        push("layer_" + layers.getFirst());
        for (int i = 1; i < layers.size(); i++) {
            // A, then B: the one that was pushed last is input 0, which is B.
            push("layer_" + layers.get(i));
            node("Merge2", "Add_" + layers.get(i), x, 100 + 40 * i, "inputs 2", "operation plus");
        }
        keep("sum_" + what);
        push("frames");
        push("sum_" + what);
        node(
                "Copy",
                "Beauty_from_" + what.toLowerCase(Locale.ROOT),
                x,
                140 + 40 * layers.size(),
                "inputs 2",
                "from0 rgba.alpha",
                "to0 rgba.alpha");
        keep("rebuilt_" + what);
    }

    /// The difference that should be black.
    private void check() {
        if (!source.parts().isEmpty()) {
            push("frames");
            push("rebuilt_Parts");
            node("Merge2", "Difference_to_beauty", next(), 340, "inputs 2", "operation difference");
        }
    }

    private void mattes() {
        if (source.hasMattes(CompSource.ACTORS)) {
            List<String> names = CompSource.identifiers(source.actors());
            for (int i = 0; i < names.size(); i++) {
                push("frames");
                // An underscore in place of what Nuke would evaluate matches nobody: such a node has to be picked by
                // hand.
                matte(
                        "Matte_" + names.get(i),
                        CompSource.ACTORS,
                        source.actors().get(i));
            }
        }
        if (source.hasMattes(CompSource.OBJECTS)) {
            push("frames");
            matte("Matte_objects", CompSource.OBJECTS, "");
        }
    }

    private void matte(String name, String layer, String list) {
        node(
                "Cryptomatte",
                name,
                next(),
                100,
                list.isEmpty()
                        ? "matteList \"\""
                        : "matteList \"\\\"" + quoted(list).replace("\"", "") + "\\\"\"",
                "cryptoLayer " + layer,
                "cryptoLayerChoice " + layer);
    }

    private void lens() {
        boolean depth = source.layers().containsKey("depth");
        boolean motion = source.layers().containsKey("forward");
        push("frames");
        if (depth) {
            node(
                    "ZDefocus2",
                    "Depth_of_field",
                    0,
                    300,
                    "math depth",
                    "z_channel depth.Z",
                    "center {" + curve(v -> Math.min(1e5, v.focusDistance())) + "}",
                    "disable true");
        }
        if (motion) {
            node("VectorBlur2", "Motion_blur", 0, 340, "channels rgba", "uv forward", "scale 0.5", "disable true");
        }
        node("Viewer", "Viewer1", 0, 420, "frame_range " + source.first() + "-" + source.last());
    }

    private void camera() {
        CameraTrack camera = source.camera();
        double sensor = camera.views().getFirst().sensorWidth();
        List<Vec3> turns = new ArrayList<>();
        for (int i = 0; i < camera.views().size(); i++) {
            Vec3 near = camera.begins(i) ? Vec3.ZERO : turns.getLast();
            turns.add(ChanFile.ORDER.degrees(camera.views().get(i).orientation(), near));
        }
        List<Vec3> places = camera.views().stream().map(View::position).toList();
        node(
                "Camera2",
                "Camera_shot",
                -STEP,
                0,
                "inputs 0",
                "rot_order " + ChanFile.ORDER,
                "translate " + curves(places),
                "rotate " + curves(turns),
                "focal {" + curve(v -> v.focalLength() * sensor / v.sensorWidth()) + "}",
                "haperture " + Decimal.of(sensor, DIGITS),
                "vaperture " + Decimal.of(sensor / camera.aspect(), DIGITS),
                "near 0.05",
                "far 10000",
                "focal_point {" + curve(v -> Math.min(1e5, v.focusDistance())) + "}");
    }

    private String curves(List<Vec3> values) {
        return "{" + curve(values.stream().map(Vec3::x).toList()) + " "
                + curve(values.stream().map(Vec3::y).toList()) + " "
                + curve(values.stream().map(Vec3::z).toList()) + "}";
    }

    private String curve(ToDoubleFunction<View> of) {
        return curve(source.camera().views().stream().map(of::applyAsDouble).toList());
    }

    /// A value per frame from the first on.
    private String curve(List<Double> values) {
        StringBuilder curve = new StringBuilder("{curve x" + source.first());
        values.forEach(v -> curve.append(' ').append(Decimal.of(v, DIGITS)));
        return curve.append('}').toString();
    }
}
