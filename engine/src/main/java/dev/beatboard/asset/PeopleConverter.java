package dev.beatboard.asset;

import dev.beatboard.math.Ease;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Turns the people package into our pack, in two walks through the archive: the first reads the base mesh, the rig and
/// the list of targets, the second everything that refers to them.
final class PeopleConverter {

    private static final String DATA = "package/public/data/";
    private static final float METERS = 0.1f;
    private static final int FILES = 700;

    /// How far from the joint of a shoulder weights are softened, meters, and how often they take their neighbors'
    /// mean.
    private static final double SHOULDER = 0.18;

    private static final int STEPS = 26;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path into;
    private final PackSource.Progress progress;
    private int[] boneOf = {};
    private int vertexCount;
    private int boneCount;
    private float[] softened = {};
    private short[] bodyBones = {};
    private float[] bodyWeights = {};
    private int seen;

    PeopleConverter(Path into, PackSource.Progress progress) {
        this.into = into;
        this.progress = progress;
    }

    void convert(Path archive) throws IOException {
        Map<String, JsonNode> first = new HashMap<>();
        TarGz.walk(archive, (name, size, content) -> {
            if (name.equals(DATA + "models/human_full_size.json")
                    || name.equals("package/src/json/rigs/default.json")
                    || name.equals("package/src/json/targets/target-list.json")) {
                first.put(name.substring(name.lastIndexOf('/') + 1), json.readTree(content.readAllBytes()));
            }
        });
        JsonNode mesh = required(first, "human_full_size.json");
        body(mesh, required(first, "default.json"));
        List<String> names = targetNames(required(first, "target-list.json"));
        progress.at(0.1, "shapes");
        TarGz.walk(archive, (name, size, content) -> file(name, content, names));
    }

    private static JsonNode required(Map<String, JsonNode> files, String name) throws IOException {
        JsonNode node = files.get(name);
        if (node == null) {
            throw new IOException("The people package has no " + name);
        }
        return node;
    }

    private void file(String name, InputStream content, List<String> targetNames) throws IOException {
        if (!name.startsWith(DATA)) {
            return;
        }
        progress.at(0.1 + 0.9 * Math.min(1.0, seen++ / (double) FILES), "people");
        String path = name.substring(DATA.length());
        List<String> parts = List.of(path.split("/", -1));
        if (path.equals("targets/targets.bin")) {
            targets(content, targetNames);
        } else if (parts.getFirst().equals("skins") && parts.size() == 4) {
            if (Clearance.skin(parts.get(1), parts.get(3))) {
                texture("skin/" + skinName(parts.get(1), parts.get(3)), content);
            }
        } else if (parts.getFirst().equals("proxies") && parts.size() >= 4) {
            Optional<Piece.Kind> kind = Clearance.kind(parts.get(1), parts.get(2));
            if (kind.isEmpty()) {
                return;
            }
            String last = parts.getLast();
            if (parts.size() == 4 && last.equals(parts.get(2) + ".json")) {
                piece(parts.get(2), kind.get(), json.readTree(content.readAllBytes()));
            } else if (parts.size() == 5 && parts.get(3).equals("textures") && isColor(last)) {
                texture(parts.get(2) + "/" + stem(last), content);
            }
        }
    }

    /// `young_caucasian_male`, with a `2` behind it for the second variant of a set.
    private static String skinName(String folder, String file) {
        return folder + (folder.contains("caucasian") && file.endsWith("diffuse2.png") ? "2" : "");
    }

    private static boolean isColor(String file) {
        return (file.endsWith(".png") || file.endsWith(".jpg"))
                && !file.toLowerCase(java.util.Locale.ROOT).matches(".*_(nrm|nrml|normals)\\.\\w+");
    }

    private static String stem(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }

    private void texture(String name, InputStream content) throws IOException {
        TextureFile.write(PeoplePack.texture(into, name), new ByteArrayInputStream(content.readAllBytes()), name);
    }

    private void body(JsonNode mesh, JsonNode rigFile) throws IOException {
        List<String> order = boneOrder(rigFile.path("bones"));
        Map<String, Integer> number = new HashMap<>();
        order.forEach(b -> number.put(b, number.size()));
        JsonNode meshBones = mesh.path("bones");
        boneOf = new int[meshBones.size()];
        for (int i = 0; i < boneOf.length; i++) {
            String name = meshBones.path(i).path("name").asString("").replace("____head", "");
            boneOf[i] = number.getOrDefault(name, -1);
        }
        float[] positions = ThreeMesh.floats(mesh.path("vertices"));
        vertexCount = positions.length / 3;
        for (int i = 0; i < positions.length; i++) {
            positions[i] *= METERS;
        }
        ThreeMesh drawn = ThreeMesh.read(mesh, "body");
        int[] all = new int[vertexCount];
        Arrays.setAll(all, i -> i);
        short[] bones = new short[4 * vertexCount];
        float[] weights = new float[4 * vertexCount];
        new ThreeMesh(new int[0], all, new float[0]).influences(mesh, boneOf, bones, weights);
        soften(mesh, rigFile, order, positions, bones, weights);
        try (PackFile.Writer out = new PackFile.Writer(into.resolve(PeoplePack.BODY), PeoplePack.BODY_MARK)) {
            out.number(order.size());
            for (String bone : order) {
                JsonNode b = rigFile.path("bones").path(bone);
                out.text(bone);
                out.number(
                        b.path("parent").isString()
                                ? number.getOrDefault(b.path("parent").asString(), -1)
                                : -1);
                out.ints(ThreeMesh.ints(
                        rigFile.path("joints").path(b.path("head").asString(""))));
            }
            out.floats(positions);
            out.shorts(bones);
            out.floats(weights);
            out.ints(drawn.quads());
            out.ints(drawn.sources());
            out.floats(drawn.uvs());
        }
    }

    /// Spreads the weights around both shoulders and keeps them for the garments.
    private void soften(
            JsonNode mesh, JsonNode rigFile, List<String> order, float[] positions, short[] bones, float[] weights)
            throws IOException {
        float[] share = new float[vertexCount];
        for (String bone : List.of("upperarm01.L", "upperarm01.R")) {
            int[] around = ThreeMesh.ints(rigFile.path("joints")
                    .path(rigFile.path("bones").path(bone).path("head").asString("")));
            double[] joint = new double[3];
            for (int v : around) {
                for (int axis = 0; axis < 3; axis++) {
                    joint[axis] += positions[3 * v + axis] / (double) around.length;
                }
            }
            for (int v = 0; v < vertexCount; v++) {
                double far = 0;
                for (int axis = 0; axis < 3; axis++) {
                    double d = positions[3 * v + axis] - joint[axis];
                    far += d * d;
                }
                share[v] = Math.max(share[v], (float) Ease.smooth((SHOULDER - Math.sqrt(far)) / (SHOULDER / 2)));
            }
        }
        ThreeMesh skin = ThreeMesh.read(mesh, "body");
        int[] quads = skin.quads().clone();
        boolean[] drawn = new boolean[vertexCount];
        for (int i = 0; i < quads.length; i++) {
            quads[i] = skin.sources()[quads[i]];
            drawn[quads[i]] = true;
        }
        new WeightSpread(quads, vertexCount, order.size()).spread(bones, weights, share, STEPS);
        for (int v = 0; v < vertexCount; v++) {
            if (!drawn[v] && share[v] > 0) {
                int near = nearest(positions, v, drawn);
                System.arraycopy(bones, 4 * near, bones, 4 * v, 4);
                System.arraycopy(weights, 4 * near, weights, 4 * v, 4);
            }
        }
        softened = share;
        bodyBones = bones;
        bodyWeights = weights;
        boneCount = order.size();
    }

    /// The skin's vertex next to a vertex of the invisible hull that garments are fitted to.
    private static int nearest(float[] positions, int v, boolean[] drawn) {
        int best = v;
        double least = Double.MAX_VALUE;
        for (int other = 0; other < drawn.length; other++) {
            double x = positions[3 * v] - positions[3 * other];
            double y = positions[3 * v + 1] - positions[3 * other + 1];
            double z = positions[3 * v + 2] - positions[3 * other + 2];
            double d = x * x + y * y + z * z;
            if (drawn[other] && d < least) {
                least = d;
                best = other;
            }
        }
        return best;
    }

    /// Where a garment lies on softened skin, it hangs on the bones as that skin does.
    private void followSkin(int[] references, float[] shares, short[] bones, float[] weights) {
        float[] dense = new float[boneCount];
        for (int i = 0; i < references.length / 3; i++) {
            float soft = 0;
            for (int k = 0; k < 3; k++) {
                soft = Math.max(soft, softened[references[3 * i + k]]);
            }
            if (soft <= 0) {
                continue;
            }
            Arrays.fill(dense, 0);
            for (int k = 0; k < 3; k++) {
                int r = references[3 * i + k];
                float share = Math.max(0, shares[3 * i + k]);
                for (int j = 0; j < 4; j++) {
                    dense[bodyBones[4 * r + j]] += share * bodyWeights[4 * r + j];
                }
            }
            WeightSpread.strongest(dense, 0, boneCount, bones, weights, 4 * i);
        }
    }

    /// Bones in the file's order, but parents first.
    private static List<String> boneOrder(JsonNode bones) {
        List<String> out = new ArrayList<>();
        bones.propertyNames().forEach(name -> addBone(name, bones, out));
        return out;
    }

    private static void addBone(String name, JsonNode bones, List<String> out) {
        if (out.contains(name)) {
            return;
        }
        JsonNode parent = bones.path(name).path("parent");
        if (parent.isString() && !parent.asString().isEmpty()) {
            addBone(parent.asString(), bones, out);
        }
        out.add(name);
    }

    /// The names in the order in which the targets stand in their file: sorted.
    private static List<String> targetNames(JsonNode list) {
        List<String> names = new ArrayList<>(list.path("targets").propertyNames());
        names.sort(null);
        return names.stream()
                .map(n -> n.replace("data/targets/", "").replace(".target", ""))
                .toList();
    }

    private void targets(InputStream content, List<String> names) throws IOException {
        Map<String, Integer> places = new TreeMap<>();
        int place = 4;
        try (PackFile.Writer out = new PackFile.Writer(into.resolve(PeoplePack.TARGETS), PeoplePack.TARGETS_MARK)) {
            int size = 6 * vertexCount;
            for (String name : names) {
                byte[] bytes = content.readNBytes(size);
                if (bytes.length < size) {
                    throw new IOException("The shape targets end at \"" + name + "\"");
                }
                if (!Clearance.target(name)) {
                    continue;
                }
                ShortBuffer deltas =
                        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
                short[] vertices = new short[vertexCount];
                short[] offsets = new short[3 * vertexCount];
                int n = 0;
                for (int v = 0; v < vertexCount; v++) {
                    short x = deltas.get(3 * v);
                    short y = deltas.get(3 * v + 1);
                    short z = deltas.get(3 * v + 2);
                    if (x != 0 || y != 0 || z != 0) {
                        vertices[n] = (short) v;
                        offsets[3 * n] = x;
                        offsets[3 * n + 1] = y;
                        offsets[3 * n + 2] = z;
                        n++;
                    }
                }
                places.put(name, place);
                out.shorts(Arrays.copyOf(vertices, n));
                out.shorts(Arrays.copyOf(offsets, 3 * n));
                place += 8 + 8 * n;
            }
        }
        try (PackFile.Writer out = new PackFile.Writer(into.resolve(PeoplePack.TARGET_TABLE), PeoplePack.TABLE_MARK)) {
            out.number(places.size());
            for (Map.Entry<String, Integer> e : places.entrySet()) {
                out.text(e.getKey());
                out.number(e.getValue());
            }
        }
    }

    private void piece(String name, Piece.Kind kind, JsonNode file) throws IOException {
        JsonNode meta = file.path("metadata");
        ThreeMesh mesh = ThreeMesh.read(file, "");
        int n = mesh.sources().length;
        int[] references = new int[3 * n];
        float[] shares = new float[3 * n];
        float[] offsets = new float[3 * n];
        JsonNode refs = meta.path("ref_vIdxs");
        for (int i = 0; i < n; i++) {
            int row = mesh.sources()[i];
            for (int k = 0; k < 3; k++) {
                references[3 * i + k] = refs.path(row).path(k).asInt();
                shares[3 * i + k] =
                        (float) meta.path("weights").path(row).path(k).asDouble();
                offsets[3 * i + k] =
                        METERS * (float) meta.path("offsets").path(row).path(k).asDouble();
            }
        }
        short[] bones = new short[4 * n];
        float[] weights = new float[4 * n];
        mesh.influences(file, boneOf, bones, weights);
        if (kind == Piece.Kind.GARMENT) {
            followSkin(references, shares, bones, weights);
        }
        JsonNode flags = meta.path("deleteVerts");
        int[] hides = java.util.stream.IntStream.range(0, flags.size())
                .filter(i -> flags.path(i).asInt() != 0)
                .toArray();
        List<Piece.Look> looks = new ArrayList<>();
        for (JsonNode m : file.path("materials")) {
            String map = m.path("mapDiffuse").asString("");
            if (!map.isEmpty()) {
                looks.add(new Piece.Look(m.path("DbgName").asString(""), name + "/" + stem(map)));
            }
        }
        JsonNode license = meta.path("license");
        String author = license.path("author").asString("MakeHuman.org");
        String credit = Clearance.credit(
                name,
                author.isBlank() ? "MakeHuman.org" : author,
                license.path("license").asString("no label"));
        Piece piece = new Piece(
                name,
                kind,
                references,
                shares,
                offsets,
                bones,
                weights,
                mesh.triangles(),
                mesh.uvs(),
                mesh.twins(),
                hides,
                looks,
                credit);
        try (PackFile.Writer out = new PackFile.Writer(PeoplePack.piece(into, name), PeoplePack.PIECE_MARK)) {
            PieceFile.write(out, piece);
        }
    }
}
