package dev.beatboard.file.camera;

import dev.beatboard.file.camera.GltfDocument.Unusable;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.shot.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads a perspective camera of a glTF 2.0 file, with its own animation and that of the nodes
/// above it, at the times of the clip's frames. Core glTF only: extensions that change nothing
/// about nodes, cameras and plain buffers do not matter, others that the file requires are refused.
final class GltfReader {

    private static final int MOST_NODES = 200_000;
    private static final int DEEPEST = 256;
    private static final double LARGEST_ANGLE = 3.05;

    private final Faults faults;
    private final CameraTrack planned;

    GltfReader(Faults faults, CameraTrack planned) {
        this.faults = faults;
        this.planned = planned;
    }

    Optional<CameraFile.Moments> read(Path file, Optional<String> asked) throws IOException {
        try {
            GltfDocument gltf = GltfDocument.open(file);
            check(gltf.root());
            int[] parents = parents(gltf.root().path("nodes"));
            Optional<Integer> node = choose(gltf, asked);
            return node.isEmpty() ? Optional.empty() : Optional.of(follow(gltf, node.get(), parents));
        } catch (Unusable e) {
            faults.add(0, String.valueOf(e.getMessage()), "", "Export the camera as plain glTF 2.0.");
            return Optional.empty();
        }
    }

    private static void check(JsonNode root) throws Unusable {
        String version = root.path("asset").path("version").asString("");
        if (!version.startsWith("2.")) {
            throw new Unusable(
                    "The file is not glTF 2.0 (asset.version is \"" + version.replaceAll("[^ -~]", "?") + "\").");
        }
        for (JsonNode e : root.path("extensionsRequired")) {
            String name = e.asString("");
            boolean surfaces = Set.of("KHR_draco_mesh_compression", "KHR_mesh_quantization", "KHR_lights_punctual")
                            .contains(name)
                    || name.startsWith("KHR_materials_")
                    || name.startsWith("KHR_texture_")
                    || name.startsWith("EXT_texture_")
                    || name.equals("EXT_meshopt_compression");
            if (!surfaces) {
                throw new Unusable("The file requires the extension \"" + name.replaceAll("[^ -~]", "?")
                        + "\", which is not read.");
            }
        }
    }

    /// The parent of every node, -1 for none.
    private static int[] parents(JsonNode nodes) throws Unusable {
        if (nodes.size() > MOST_NODES) {
            throw new Unusable("The file has more than " + MOST_NODES + " nodes.");
        }
        int[] parents = new int[nodes.size()];
        Arrays.fill(parents, -1);
        for (int i = 0; i < parents.length; i++) {
            for (JsonNode child : nodes.path(i).path("children")) {
                int c = child.asInt(-1);
                if (c < 0 || c >= parents.length || parents[c] >= 0) {
                    throw new Unusable("The children of node " + i + " do not make a tree.");
                }
                parents[c] = i;
            }
        }
        return parents;
    }

    private Optional<Integer> choose(GltfDocument gltf, Optional<String> asked) {
        Map<String, Integer> cameras = new HashMap<>();
        List<String> names = new ArrayList<>();
        JsonNode nodes = gltf.root().path("nodes");
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode camera = gltf.item("cameras", nodes.path(i).path("camera").asInt(-1));
            if (camera.path("type").asString("").equals("perspective")) {
                String name =
                        nodes.path(i).path("name").asString(camera.path("name").asString("camera " + i));
                if (cameras.putIfAbsent(name, i) == null) {
                    names.add(name);
                }
            }
        }
        if (names.isEmpty()) {
            faults.add(0, "The file holds no perspective camera.", "", "Export the camera with the scene.");
            return Optional.empty();
        }
        Optional<Integer> found = asked.map(cameras::get);
        if (found.isPresent()) {
            return found;
        }
        String known = "There " + (names.size() == 1 ? "is " : "are ")
                + String.join(
                        ", ",
                        names.stream()
                                .limit(12)
                                .map(n -> "\"" + shown(n) + "\"")
                                .toList()) + ".";
        if (asked.isPresent()) {
            String missing = "The file holds no camera \"" + shown(asked.get()) + "\".";
            faults.add(0, missing, known, Nearest.hint(asked.get(), names));
            return Optional.empty();
        }
        if (names.size() > 1) {
            faults.add(0, "The file holds " + names.size() + " cameras.", known, "Say which one.");
            return Optional.empty();
        }
        return Optional.ofNullable(cameras.get(names.getFirst()));
    }

    private static String shown(String name) {
        String visible = name.replaceAll("\\p{Cntrl}", "?");
        return visible.length() > 60 ? visible.substring(0, 60) + "..." : visible;
    }

    private CameraFile.Moments follow(GltfDocument gltf, int node, int[] parents) throws IOException, Unusable {
        JsonNode lens = gltf.item(
                        "cameras", gltf.item("nodes", node).path("camera").asInt(-1))
                .path("perspective");
        double angle = lens.path("yfov").asDouble(Double.NaN);
        if (!(angle > 0.001 && angle < LARGEST_ANGLE)) {
            throw new Unusable(
                    "The camera's yfov is " + angle + "; allowed is 0.001 to " + LARGEST_ANGLE + " radians.");
        }
        List<Integer> chain = new ArrayList<>();
        for (int n = node; n >= 0; n = parents[n]) {
            chain.addFirst(n);
            if (chain.size() > DEEPEST) {
                throw new Unusable("The camera is nested more than " + DEEPEST + " nodes deep.");
            }
        }
        List<String> notices = new ArrayList<>();
        Map<String, GltfCurve> curves = curves(gltf, Set.copyOf(chain), notices);
        List<CameraFile.Moment> all = new ArrayList<>();
        for (int i = 0; i < planned.views().size(); i++) {
            double seconds = planned.frame(i) * planned.rate().frameSeconds();
            Affine world = Affine.IDENTITY;
            for (int n : chain) {
                world = world.times(local(gltf.item("nodes", n), n, curves, seconds));
            }
            Vec3 o = world.origin();
            Optional<Quat> turn = world.turn();
            if (turn.isEmpty() || !(o.length() < 1e6)) {
                throw new Unusable("The camera is mirrored, flattened or nowhere at frame " + planned.frame(i) + ".");
            }
            all.add(new CameraFile.Moment(o, turn.get(), Optional.of(StrictMath.tan(angle / 2))));
        }
        double end = curves.values().stream().mapToDouble(GltfCurve::last).max().orElse(0);
        int rest = (int) Math.ceil(end / planned.rate().frameSeconds() - 1e-6);
        int lastFrame = planned.frame(planned.views().size() - 1);
        if (curves.isEmpty()) {
            notices.add("The camera is not animated; it stays where it is.");
        } else if (rest < lastFrame) {
            notices.add(String.format(
                    Locale.ROOT, "The animation ends at %.3f s; the camera rests from frame %d on.", end, rest));
        }
        return new CameraFile.Moments(all, notices);
    }

    /// The curves that move the camera or what it hangs on, by node and property, of the first
    /// animation that has any.
    private static Map<String, GltfCurve> curves(GltfDocument gltf, Set<Integer> chain, List<String> notices)
            throws IOException, Unusable {
        Map<String, GltfCurve> curves = new HashMap<>();
        int used = -1;
        JsonNode animations = gltf.root().path("animations");
        for (int a = 0; a < animations.size(); a++) {
            JsonNode animation = animations.path(a);
            for (JsonNode channel : animation.path("channels")) {
                int node = channel.path("target").path("node").asInt(-1);
                String path = channel.path("target").path("path").asString("");
                if (!chain.contains(node)
                        || !Set.of("translation", "rotation", "scale").contains(path)) {
                    continue;
                }
                if (used >= 0 && used != a) {
                    notices.add("Of several animations of the camera, the first is followed.");
                    return curves;
                }
                used = a;
                JsonNode sampler =
                        animation.path("samplers").path(channel.path("sampler").asInt(-1));
                curves.put(node + " " + path, curve(gltf, sampler, path.equals("rotation") ? 4 : 3));
            }
        }
        return curves;
    }

    private static GltfCurve curve(GltfDocument gltf, JsonNode sampler, int width) throws IOException, Unusable {
        double[] times = gltf.numbers(sampler.path("input").asInt(-1), "SCALAR");
        double[] values = gltf.numbers(sampler.path("output").asInt(-1), width == 4 ? "VEC4" : "VEC3");
        GltfCurve.Mode mode = switch (sampler.path("interpolation").asString("LINEAR")) {
            case "LINEAR" -> GltfCurve.Mode.LINEAR;
            case "STEP" -> GltfCurve.Mode.STEP;
            case "CUBICSPLINE" -> GltfCurve.Mode.CUBICSPLINE;
            default -> throw new Unusable("An animation has an interpolation that glTF 2.0 does not know.");
        };
        int each = width * (mode == GltfCurve.Mode.CUBICSPLINE ? 3 : 1);
        if (values.length != times.length * each) {
            throw new Unusable("An animation has " + times.length + " times and " + values.length / each + " values.");
        }
        for (int i = 1; i < times.length; i++) {
            if (!(times[i] > times[i - 1])) {
                throw new Unusable("The times of an animation do not ascend (key " + i + ").");
            }
        }
        return new GltfCurve(times, values, width, mode);
    }

    private static Affine local(JsonNode node, int number, Map<String, GltfCurve> curves, double seconds)
            throws Unusable {
        JsonNode m = node.path("matrix");
        if (m.size() == 16) {
            double[] v = list(m, 16, 0);
            return new Affine(
                    new Vec3(v[0], v[1], v[2]),
                    new Vec3(v[4], v[5], v[6]),
                    new Vec3(v[8], v[9], v[10]),
                    new Vec3(v[12], v[13], v[14]));
        }
        double[] t = list(node.path("translation"), 3, 0);
        double[] r = node.has("rotation") ? list(node.path("rotation"), 4, 0) : new double[] {0, 0, 0, 1};
        double[] s = list(node.path("scale"), 3, 1);
        GltfCurve moves = curves.get(number + " translation");
        GltfCurve turns = curves.get(number + " rotation");
        GltfCurve grows = curves.get(number + " scale");
        Quat turn = turns == null ? new Quat(r[0], r[1], r[2], r[3]).normalized() : turns.rotation(seconds);
        if (!Double.isFinite(turn.w())) {
            throw new Unusable("The rotation of node " + number + " is zero.");
        }
        return Affine.of(
                moves == null ? new Vec3(t[0], t[1], t[2]) : moves.vector(seconds),
                turn,
                grows == null ? new Vec3(s[0], s[1], s[2]) : grows.vector(seconds));
    }

    private static double[] list(JsonNode list, int size, double otherwise) throws Unusable {
        double[] out = new double[size];
        for (int i = 0; i < size; i++) {
            out[i] = list.path(i).asDouble(otherwise);
            if (!Double.isFinite(out[i])) {
                throw new Unusable("A node has a number that is not finite.");
            }
        }
        return out;
    }
}
