package dev.beatboard.stage.cast;

import dev.beatboard.asset.BodyMesh;
import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import dev.beatboard.math.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A shaped, unposed body, not yet dressed: positions of the whole base mesh in the base mesh's own space.
///
/// @param positions three per base-mesh vertex, meters
/// @param headScale size of the head against an adult's, at most 1
/// @param bodyScale size of the trunk against an adult's, at most 1
record Figure(float[] positions, double headScale, double bodyScale) {

    private static final double ADULT = 0.97;

    static Figure of(People people, Map<String, Double> shape) {
        BodyMesh mesh = people.body();
        float[] v = mesh.positions().clone();
        shape.forEach((name, weight) -> people.target(name).addTo(v, weight));
        double trunk = ratio(people, v, "spine05", "neck01");
        Shoulders.bringIn(v, mesh.positions(), trunk);
        return new Figure(v, ratio(people, v, "head", "eye.L"), trunk);
    }

    private static double ratio(People people, float[] v, String from, String to) {
        double adult = span(people, people.body().positions(), from, to);
        return Math.min(1, span(people, v, from, to) / (adult * ADULT));
    }

    private static double span(People people, float[] v, String from, String to) {
        return joint(people, v, from).distanceTo(joint(people, v, to));
    }

    private static Vec3 joint(People people, float[] v, String bone) {
        return mean(v, people.rig().jointVertices()[people.rig().bone(bone)]);
    }

    private static Vec3 mean(float[] v, int[] vertices) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int i : vertices) {
            x += v[3 * i];
            y += v[3 * i + 1];
            z += v[3 * i + 2];
        }
        int n = vertices.length;
        return new Vec3(x / n, y / n, z / n);
    }

    /// Where the bones' heads are.
    List<Vec3> joints(People people) {
        List<Vec3> out = new ArrayList<>();
        for (int[] vertices : people.rig().jointVertices()) {
            out.add(mean(positions, vertices));
        }
        return out;
    }

    /// Where one bone's head is.
    Vec3 joint(People people, String bone) {
        return joint(people, positions, bone);
    }

    /// From the lowest to the highest vertex of the body, meters.
    double height(People people) {
        float low = Float.MAX_VALUE;
        float high = -Float.MAX_VALUE;
        for (int v : people.body().sources()) {
            low = Math.min(low, positions[3 * v + 1]);
            high = Math.max(high, positions[3 * v + 1]);
        }
        return high - low;
    }

    /// A piece laid onto this body: three coordinates per vertex of the piece.
    float[] fit(Piece piece) {
        float scale = (float) (piece.kind() == Piece.Kind.GARMENT ? bodyScale : headScale);
        float[] out = new float[3 * piece.count()];
        spread(piece, positions, out);
        for (int i = 0; i < out.length; i++) {
            out[i] += scale * piece.offsets()[i];
        }
        return out;
    }

    /// What a change of the base mesh does to a piece, without its offsets.
    static void spread(Piece piece, float[] base, float[] out) {
        int[] references = piece.references();
        float[] shares = piece.shares();
        for (int i = 0; i < piece.count(); i++) {
            float x = 0;
            float y = 0;
            float z = 0;
            for (int k = 3 * i; k < 3 * i + 3; k++) {
                int r = 3 * references[k];
                x += shares[k] * base[r];
                y += shares[k] * base[r + 1];
                z += shares[k] * base[r + 2];
            }
            out[3 * i] = x;
            out[3 * i + 1] = y;
            out[3 * i + 2] = z;
        }
    }
}
