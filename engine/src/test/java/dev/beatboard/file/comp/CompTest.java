package dev.beatboard.file.comp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.file.camera.CameraTrack;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.time.FrameRate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Neither program runs here, so the structure is checked: balanced braces, every input there,
/// every layer in the file.
class CompTest {

    private static final List<String> ALL = channels();

    private static List<String> channels() {
        List<String> all = new ArrayList<>(List.of("R", "G", "B", "A", "depth.Z"));
        for (String layer : List.of("N", "P")) {
            List.of("X", "Y", "Z").forEach(c -> all.add(layer + "." + c));
        }
        List.of("forward.u", "forward.v", "backward.u", "backward.v").forEach(all::add);
        for (String layer :
                List.of("albedo", "diffuse", "specular", "emission", "shadow", "ambient", "light_key", "light_rim")) {
            List.of("R", "G", "B").forEach(c -> all.add(layer + "." + c));
        }
        for (String layer : List.of("CryptoObject", "CryptoActor")) {
            for (int i = 0; i < 3; i++) {
                for (String c : List.of("r", "g", "b", "a")) {
                    all.add(layer + "0" + i + "." + c);
                }
            }
        }
        return List.copyOf(all);
    }

    private static CompSource source(List<String> channels, String... actors) {
        List<View> views = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            Vec3 place = new Vec3(0.1 * n, 1.6, 4);
            views.add(new View(place, View.looking(place, new Vec3(0, 1, 0), 0), 35 + n, 36, 4, 2.8));
        }
        CameraTrack camera = new CameraTrack(views, List.of(0), new FrameRate(24000, 1001), 1920, 1080, 48);
        return new CompSource(
                "A [title] $x {", "exr", "clip.", ".exr", channels, List.of(actors), ColorSpace.LINEAR_REC709, camera);
    }

    /// Whether every brace is closed, those within quotation marks not counted.
    private static boolean balanced(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && --depth < 0) {
                return false;
            }
        }
        return depth == 0 && !quoted;
    }

    /// Runs the script's stack as Nuke does; answers the names of the nodes with those of their
    /// inputs.
    private static Map<String, List<String>> nodes(String script) {
        Map<String, List<String>> nodes = new HashMap<>();
        Map<String, String> kept = new HashMap<>();
        Deque<String> stack = new ArrayDeque<>();
        Matcher node = Pattern.compile("^(\\w+) \\{\\n((?: .*\\n)*)}").matcher("");
        String[] lines = script.split("\n");
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.startsWith("set ")) {
                kept.put(line.split(" ")[1], stack.getFirst());
            } else if (line.startsWith("push $")) {
                stack.push(Objects.requireNonNull(kept.get(line.substring(6)), line));
            } else if (line.endsWith(" {")) {
                StringBuilder block = new StringBuilder(line).append('\n');
                while (!line.equals("}")) {
                    line = lines[++i];
                    block.append(line).append('\n');
                }
                node.reset(block);
                assertThat(node.find()).as(block.toString()).isTrue();
                Matcher inputs = Pattern.compile(" inputs (\\d)").matcher(node.group(2));
                int count = inputs.find() ? Integer.parseInt(inputs.group(1)) : 1;
                List<String> from = new ArrayList<>();
                for (int k = 0; k < count; k++) {
                    assertThat(stack).as(block.toString()).isNotEmpty();
                    from.add(stack.pop());
                }
                Matcher name = Pattern.compile("(?m)^ name (\\w+)$").matcher(node.group(2));
                String called = name.find() ? name.group(1) : node.group(1);
                assertThat(nodes.put(called, from)).as(called).isNull();
                if (!called.equals("Root")) {
                    stack.push(called);
                }
            }
        }
        return nodes;
    }

    @Test
    void everyNodeOfTheNukeScriptHasItsInputs() {
        String script = NukeScript.text(source(ALL, "Ann", "man 1", "man-1"));
        assertThat(balanced(script)).isTrue();
        Map<String, List<String>> nodes = nodes(script);
        assertThat(nodes.get("Beauty_from_parts")).containsExactly("Add_emission", "Read_frames");
        assertThat(nodes.get("Add_emission")).containsExactly("Shuffle_emission", "Add_specular");
        assertThat(nodes.get("Add_specular")).containsExactly("Shuffle_specular", "Shuffle_diffuse");
        assertThat(nodes.get("Beauty_from_lights")).containsExactly("Add_light_rim", "Read_frames");
        assertThat(nodes.get("Difference_to_beauty")).containsExactly("Beauty_from_parts", "Read_frames");
        assertThat(nodes.get("Matte_Ann")).containsExactly("Read_frames");
        assertThat(nodes).containsKeys("Matte_man_1", "Matte_man_1_2", "Matte_objects");
        assertThat(nodes.get("Depth_of_field")).containsExactly("Read_frames");
        assertThat(nodes.get("Motion_blur")).containsExactly("Depth_of_field");
        assertThat(nodes.get("Camera_shot")).isEmpty();
        assertThat(script)
                .contains(" first 1049\n", " last 1060\n", " fps 23.976023976\n")
                .contains("file \"\\[file dirname \\[value root.name]]/exr/clip.%04d.exr\"")
                .contains(" label \"A _title_ _x _\"\n")
                .contains("add_layer {forward forward.u forward.v}\n", "add_layer {albedo albedo.red albedo.green")
                .contains("matteList \"\\\"man 1\\\"\"");
    }

    @Test
    void theNukeCameraIsTheCamera() {
        CompSource source = source(ALL, "Ann");
        String script = NukeScript.text(source);
        Matcher m = Pattern.compile("(?m)^ (translate|focal|rotate) (.*)$").matcher(script);
        Set<String> found = new HashSet<>();
        while (m.find()) {
            found.add(m.group(1));
            for (String curve : m.group(2).split("curve ")) {
                if (curve.startsWith("x")) {
                    assertThat(curve.replaceAll("[{}]", "").strip().split(" "))
                            .hasSize(13)
                            .startsWith("x1049");
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrder("translate", "rotate", "focal");
        assertThat(script).contains("translate {{curve x1049 0 0.1 0.2", " haperture 36\n", " vaperture 20.25\n");
    }

    @Test
    void layersThatAreNotThereHaveNoNodes() {
        List<String> few = List.of("R", "G", "B", "A", "diffuse.R", "diffuse.G", "diffuse.B");
        String nuke = NukeScript.text(source(few, "Ann"));
        assertThat(balanced(nuke)).isTrue();
        assertThat(nodes(nuke).keySet())
                .containsExactlyInAnyOrder("Root", "Read_frames", "Shuffle_diffuse", "Viewer1", "Camera_shot");
        String fusion = FusionComp.text(source(few, "Ann"));
        assertThat(fusion).doesNotContain("Cryptomatte", "Custom", "depth.Z");
    }

    @Test
    void everyToolOfTheFusionCompHasItsInputs() {
        CompSource source = source(ALL, "Ann \"the\" first", "man 1");
        String comp = FusionComp.text(source);
        assertThat(balanced(comp)).isTrue();
        Set<String> tools = new HashSet<>();
        Matcher tool = Pattern.compile("(?m)^\t\t(\\w+) = [\\w.]+ \\{$").matcher(comp);
        while (tool.find()) {
            assertThat(tools.add(tool.group(1))).isTrue();
        }
        assertThat(tools)
                .contains("Frames", "Layer_diffuse", "Layer_light_rim", "Beauty_from_parts", "Matte_Ann__the__first");
        Matcher wire = Pattern.compile("SourceOp = \"(\\w+)\"").matcher(comp);
        int wires = 0;
        while (wire.find()) {
            assertThat(tools).contains(wire.group(1));
            wires++;
        }
        assertThat(wires).isEqualTo(5);
        Matcher channel = Pattern.compile("OpenEXRFormat\\.\\w+\"] = Input \\{ Value = FuID \\{ \"([^\"]*)\"")
                .matcher(comp);
        while (channel.find()) {
            assertThat(ALL).contains(channel.group(1));
        }
        assertThat(comp)
                .contains("Filename = \"Comp:/exr/clip.1049.exr\"", "GlobalRange = { 1049, 1060 }")
                .contains("[\"Clip1.OpenEXRFormat.ZName\"] = Input { Value = FuID { \"depth.Z\" }, },")
                .contains("RedExpression = Input { Value = \"r1+r2+r3\", },");
    }
}
