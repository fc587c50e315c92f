package dev.beatboard.motion.skin;

import dev.beatboard.scene.SkinnedShape;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.SkinnedSurface;
import dev.beatboard.track.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One surface made ready for bending: which vertices are the same point of the skin on two sides of a texture seam,
/// how far each lies along a twisted segment.
final class Mesh {

    private static final String JAW = "mouth-open";
    /// Lower teeth and tongue sink by this much more than the jaw: they would fill the mouth of whoever talks.
    private static final float SINK = 1.7f;

    /// How far the tongue draws back and down with an open jaw, meters.
    private static final float TONGUE = 0.042f;

    private final SkinnedSurface surface;
    private final boolean inMouth;
    private final float[] rest;
    private final int count;
    /// Per vertex the first vertex at the same place; normals are summed there.
    private final int[] welded;
    /// Per vertex and influence the place along the bone's segment times the table's steps, or -1.
    private final float[] along;

    private final short[] influences;
    private final float[] weights;
    private final @Nullable Skirt skirt;

    Mesh(Actor actor, SkinnedSurface surface, Segments segments) {
        this.surface = surface;
        count = surface.topology().vertexCount();
        inMouth = surface.name().equals("teeth") || surface.name().equals("tongue");
        welded = surface.twins();
        rest = UnderSkirt.slimmed(actor, surface);
        if (surface.skirt()) {
            influences = surface.bones().clone();
            weights = surface.weights().clone();
            skirt = Skirt.over(actor, surface, influences, weights);
        } else {
            influences = surface.bones();
            weights = surface.weights();
            skirt = null;
        }
        along = along(rest, influences, segments, count);
    }

    float[] positions(BoneTransforms bones, Pose pose) {
        float[] from = shaped(pose);
        float[] out = new float[3 * count];
        for (int v = 0; v < count; v++) {
            float x = from[3 * v];
            float y = from[3 * v + 1];
            float z = from[3 * v + 2];
            float ox = 0;
            float oy = 0;
            float oz = 0;
            for (int i = 4 * v; i < 4 * v + 4; i++) {
                float w = weights[i];
                if (w == 0) {
                    continue;
                }
                float[] m = bones.of(influences[i]);
                float s = along[i];
                if (s < 0) {
                    ox += w * (m[0] * x + m[1] * y + m[2] * z + m[3]);
                    oy += w * (m[4] * x + m[5] * y + m[6] * z + m[7]);
                    oz += w * (m[8] * x + m[9] * y + m[10] * z + m[11]);
                    continue;
                }
                int k = Math.min((int) s, BoneTransforms.STEPS - 1);
                float f = s - k;
                int a = k * BoneTransforms.SIZE;
                int b = a + BoneTransforms.SIZE;
                float wa = w * (1 - f);
                float wb = w * f;
                ox += wa * (m[a] * x + m[a + 1] * y + m[a + 2] * z + m[a + 3])
                        + wb * (m[b] * x + m[b + 1] * y + m[b + 2] * z + m[b + 3]);
                oy += wa * (m[a + 4] * x + m[a + 5] * y + m[a + 6] * z + m[a + 7])
                        + wb * (m[b + 4] * x + m[b + 5] * y + m[b + 6] * z + m[b + 7]);
                oz += wa * (m[a + 8] * x + m[a + 9] * y + m[a + 10] * z + m[a + 11])
                        + wb * (m[b + 8] * x + m[b + 9] * y + m[b + 10] * z + m[b + 11]);
            }
            out[3 * v] = ox;
            out[3 * v + 1] = oy;
            out[3 * v + 2] = oz;
        }
        if (skirt != null) {
            skirt.push(out, bones);
        }
        return out;
    }

    /// Area-weighted normals, summed over welded vertices.
    float[] normals(float[] p) {
        float[] n = new float[3 * count];
        int[] t = surface.topology().triangles();
        for (int i = 0; i < t.length; i += 3) {
            int a = 3 * t[i];
            int b = 3 * t[i + 1];
            int c = 3 * t[i + 2];
            float ux = p[b] - p[a];
            float uy = p[b + 1] - p[a + 1];
            float uz = p[b + 2] - p[a + 2];
            float vx = p[c] - p[a];
            float vy = p[c + 1] - p[a + 1];
            float vz = p[c + 2] - p[a + 2];
            float nx = uy * vz - uz * vy;
            float ny = uz * vx - ux * vz;
            float nz = ux * vy - uy * vx;
            add(n, welded[t[i]], nx, ny, nz);
            add(n, welded[t[i + 1]], nx, ny, nz);
            add(n, welded[t[i + 2]], nx, ny, nz);
        }
        for (int v = 0; v < count; v++) {
            int w = welded[v];
            if (w != v) {
                // The first vertex of a place comes before the others and is unit length by now.
                n[3 * v] = n[3 * w];
                n[3 * v + 1] = n[3 * w + 1];
                n[3 * v + 2] = n[3 * w + 2];
                continue;
            }
            float x = n[3 * v];
            float y = n[3 * v + 1];
            float z = n[3 * v + 2];
            float l = x * x + y * y + z * z;
            if (l > 0) {
                float k = (float) (1 / Math.sqrt(l));
                n[3 * v] = x * k;
                n[3 * v + 1] = y * k;
                n[3 * v + 2] = z * k;
            } else {
                n[3 * v + 1] = 1;
            }
        }
        return n;
    }

    private static void add(float[] n, int vertex, float x, float y, float z) {
        n[3 * vertex] += x;
        n[3 * vertex + 1] += y;
        n[3 * vertex + 2] += z;
    }

    private float[] shaped(Pose pose) {
        float @Nullable [] moved = null;
        for (Map.Entry<String, Double> e : pose.face().entrySet()) {
            SkinnedSurface.Displacement d = surface.faceShapes().get(e.getKey());
            float w = e.getValue().floatValue() * (inMouth && e.getKey().equals(JAW) ? SINK : 1);
            if (d == null || w == 0) {
                continue;
            }
            if (moved == null) {
                moved = rest.clone();
            }
            int[] vertices = d.vertices();
            float[] offsets = d.offsets();
            for (int i = 0; i < vertices.length; i++) {
                int v = 3 * vertices[i];
                moved[v] += w * offsets[3 * i];
                moved[v + 1] += w * offsets[3 * i + 1];
                moved[v + 2] += w * offsets[3 * i + 2];
            }
        }
        if (moved != null && surface.name().equals("tongue")) {
            float w = pose.face().getOrDefault(JAW, 0.0).floatValue() * TONGUE;
            for (int v = 0; v < count; v++) {
                moved[3 * v + 1] -= w;
                moved[3 * v + 2] -= w;
            }
        }
        return moved == null ? rest : moved;
    }

    /// The surface for plain linear blend skinning, with everything that this class does to shapes of the mouth already
    /// in the morph targets.
    SkinnedShape linear(LinearSkin skin) {
        short[] joints = new short[4 * count];
        float[] shares = new float[4 * count];
        float[] places = new float[4 * count];
        for (int i = 0; i < places.length; i++) {
            places[i] = along[i] < 0 ? -1 : along[i] / BoneTransforms.STEPS;
        }
        for (int v = 0; v < count; v++) {
            skin.spread(influences, weights, places, v, joints, shares);
        }
        List<SkinnedShape.Morph> morphs = new ArrayList<>();
        for (String name : new TreeSet<>(surface.faceShapes().keySet())) {
            SkinnedSurface.Displacement d = surface.faceShapes().get(name);
            if (d != null) {
                morphs.add(morph(name, d));
            }
        }
        return new SkinnedShape(
                surface.name(), surface.material(), surface.topology(), rest, normals(rest), joints, shares, morphs);
    }

    private SkinnedShape.Morph morph(String name, SkinnedSurface.Displacement d) {
        if (!inMouth || !name.equals(JAW)) {
            return new SkinnedShape.Morph(name, d.vertices(), d.offsets());
        }
        int[] all = new int[count];
        float[] offsets = new float[3 * count];
        for (int i = 0; i < d.vertices().length; i++) {
            for (int c = 0; c < 3; c++) {
                offsets[3 * d.vertices()[i] + c] = SINK * d.offsets()[3 * i + c];
            }
        }
        float back = surface.name().equals("tongue") ? TONGUE : 0;
        for (int v = 0; v < count; v++) {
            all[v] = v;
            offsets[3 * v + 1] -= back;
            offsets[3 * v + 2] -= back;
        }
        return new SkinnedShape.Morph(name, all, offsets);
    }

    private static float[] along(float[] rest, short[] bones, Segments segments, int count) {
        float[] out = new float[4 * count];
        for (int i = 0; i < out.length; i++) {
            Segments.Segment g = segments.of(bones[i]);
            if (g == null) {
                out[i] = -1;
                continue;
            }
            int v = 3 * (i / 4);
            double d = (rest[v] - g.from().x()) * g.axis().x()
                    + (rest[v + 1] - g.from().y()) * g.axis().y()
                    + (rest[v + 2] - g.from().z()) * g.axis().z();
            out[i] = (float) (Math.clamp(d / g.length(), 0, 1) * BoneTransforms.STEPS);
        }
        return out;
    }
}
