package dev.beatboard.motion.tracking;

import dev.beatboard.scene.Topology;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A point of the face as a vertex of the human base mesh.
///
/// @param vertex its number in the base mesh
/// @param u its texture coordinates, by which it is found on a dressed body
/// @param where in words
record FaceVertex(int vertex, double u, double v, String where) {

    /// Texture coordinates are written with five decimals; no two vertices of the face are as near.
    private static final double TOLERANCE = 1e-4;

    private static final double UNIT = 1e-5;
    private static final int CELLS = 5;

    /// The vertices of `face-points.tsv`: the 68 landmarks of the skin, then three at the hairline.
    static List<FaceVertex> table() {
        try (InputStream in = FaceVertex.class.getResourceAsStream("face-points.tsv")) {
            if (in == null) {
                throw new IllegalStateException("The table face-points.tsv is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(FaceVertex::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FaceVertex of(String row) {
        String[] c = row.split("\t", CELLS);
        return new FaceVertex(
                Integer.parseInt(c[1]), UNIT * Integer.parseInt(c[2]), UNIT * Integer.parseInt(c[3]), c[4]);
    }

    /// The vertex of a body's skin.
    ///
    /// @throws IllegalStateException if the skin lacks it
    int find(Topology skin) {
        float[] uvs = skin.uvs();
        for (int i = 0; i < uvs.length; i += 2) {
            if (StrictMath.abs(uvs[i] - u) < TOLERANCE && StrictMath.abs(uvs[i + 1] - v) < TOLERANCE) {
                return i / 2;
            }
        }
        throw new IllegalStateException("The skin has no vertex " + vertex + " (" + where + ")");
    }
}
