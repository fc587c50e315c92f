package dev.beatboard.stage.cast;

import dev.beatboard.asset.BodyMesh;
import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import dev.beatboard.asset.Target;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Topology;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Builds the surfaces of one performer from the shaped body: positions with the ground at the soles, weights, and the
/// displacements of all face shapes.
final class SurfaceBuilder {

    /// Displacements shorter than this are left out, meters.
    private static final float LEAST = 3e-5f;

    private final People people;
    private final Figure figure;
    private final double ground;
    private final Map<String, float[]> units = new TreeMap<>();
    private final boolean[] touched;

    /// @param ground height of the soles in the base mesh's space
    /// @param heritage which family of expression targets, `caucasian` ...
    SurfaceBuilder(People people, Figure figure, double ground, String heritage) {
        this.people = people;
        this.figure = figure;
        this.ground = ground;
        String folder = "expression/units/" + heritage + "/";
        this.touched = new boolean[people.body().count()];
        for (String name : people.targets()) {
            if (name.startsWith(folder)) {
                Target target = people.target(name);
                float[] dense = new float[3 * touched.length];
                target.addTo(dense, 1);
                for (int v : target.vertices()) {
                    touched[v] = true;
                }
                units.put(name.substring(folder.length()), dense);
            }
        }
    }

    /// The skin, without the faces all of whose corners are hidden under clothes.
    SkinnedSurface body(Material material, boolean[] hidden) {
        BodyMesh mesh = people.body();
        int[] quads = mesh.quads();
        int[] source = mesh.sources();
        int[] map = new int[source.length];
        Arrays.fill(map, -1);
        int kept = 0;
        int[] triangles = new int[quads.length / 4 * 6];
        int t = 0;
        for (int q = 0; q < quads.length; q += 4) {
            boolean covered = true;
            for (int k = 0; k < 4; k++) {
                covered &= hidden[source[quads[q + k]]];
            }
            if (covered) {
                continue;
            }
            for (int k = 0; k < 4; k++) {
                if (map[quads[q + k]] < 0) {
                    map[quads[q + k]] = kept++;
                }
            }
            for (int half = 1; half < 3; half++) {
                triangles[t++] = map[quads[q]];
                triangles[t++] = map[quads[q + half]];
                triangles[t++] = map[quads[q + half + 1]];
            }
        }
        int[] base = new int[kept];
        float[] uvs = new float[2 * kept];
        for (int i = 0; i < map.length; i++) {
            if (map[i] >= 0) {
                base[map[i]] = source[i];
                uvs[2 * map[i]] = mesh.uvs()[2 * i];
                uvs[2 * map[i] + 1] = mesh.uvs()[2 * i + 1];
            }
        }
        float[] rest = new float[3 * kept];
        short[] bones = new short[4 * kept];
        float[] weights = new float[4 * kept];
        int[] twins = new int[kept];
        int[] first = new int[mesh.count()];
        Arrays.fill(first, -1);
        for (int i = 0; i < kept; i++) {
            System.arraycopy(figure.positions(), 3 * base[i], rest, 3 * i, 3);
            System.arraycopy(mesh.bones(), 4 * base[i], bones, 4 * i, 4);
            System.arraycopy(mesh.weights(), 4 * base[i], weights, 4 * i, 4);
            first[base[i]] = first[base[i]] < 0 ? i : first[base[i]];
            twins[i] = first[base[i]];
        }
        stand(rest);
        Map<String, SkinnedSurface.Displacement> shapes = new LinkedHashMap<>();
        units.forEach((name, dense) -> {
            float[] moved = new float[3 * base.length];
            for (int i = 0; i < base.length; i++) {
                System.arraycopy(dense, 3 * base[i], moved, 3 * i, 3);
            }
            put(shapes, name, moved);
        });
        Topology topology = new Topology(kept, Arrays.copyOf(triangles, t), uvs);
        return new SkinnedSurface("body", material, topology, rest, bones, weights, shapes, twins, false);
    }

    /// A fitted piece.
    SkinnedSurface piece(String name, Piece piece, Material material, boolean skirt) {
        float[] rest = figure.fit(piece);
        stand(rest);
        Map<String, SkinnedSurface.Displacement> shapes = new LinkedHashMap<>();
        if (moves(piece)) {
            float[] moved = new float[3 * piece.count()];
            units.forEach((unit, dense) -> {
                Figure.spread(piece, dense, moved);
                put(shapes, unit, moved);
            });
        }
        Topology topology = new Topology(piece.count(), piece.triangles(), piece.uvs());
        return new SkinnedSurface(
                name, material, topology, rest, piece.bones(), piece.weights(), shapes, piece.twins(), skirt);
    }

    private boolean moves(Piece piece) {
        for (int v : piece.references()) {
            if (touched[v]) {
                return true;
            }
        }
        return false;
    }

    private static void put(Map<String, SkinnedSurface.Displacement> shapes, String name, float[] moved) {
        int n = moved.length / 3;
        int[] vertices = new int[n];
        float[] offsets = new float[moved.length];
        int kept = 0;
        for (int i = 0; i < n; i++) {
            float x = moved[3 * i];
            float y = moved[3 * i + 1];
            float z = moved[3 * i + 2];
            if (x * x + y * y + z * z > LEAST * LEAST) {
                vertices[kept] = i;
                offsets[3 * kept] = x;
                offsets[3 * kept + 1] = y;
                offsets[3 * kept + 2] = z;
                kept++;
            }
        }
        if (kept > 0) {
            shapes.put(
                    name,
                    new SkinnedSurface.Displacement(Arrays.copyOf(vertices, kept), Arrays.copyOf(offsets, 3 * kept)));
        }
    }

    private void stand(float[] rest) {
        for (int i = 1; i < rest.length; i += 3) {
            rest[i] -= (float) ground;
        }
    }
}
