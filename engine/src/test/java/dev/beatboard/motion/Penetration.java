package dev.beatboard.motion;

import dev.beatboard.math.Vec3;
import dev.beatboard.motion.skin.Skinning;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.SkinnedSurface;
import dev.beatboard.track.Pose;
import java.util.ArrayList;
import java.util.List;

/// How deep parts of a posed skin are in other parts of it: for every vertex of one part, how far it is behind the
/// surface at the nearest vertex of the other.
public final class Penetration {

    /// Vertices farther apart than this do not belong together, meters.
    private static final double NEAR = 0.05;

    private final List<List<Vec3>> points = new ArrayList<>();
    private final List<List<Vec3>> normals = new ArrayList<>();

    /// What a body is divided into.
    public enum Part {
        LEFT_HAND,
        RIGHT_HAND,
        LEFT_FOREARM,
        RIGHT_FOREARM,
        LEFT_UPPER_ARM,
        RIGHT_UPPER_ARM,
        TRUNK,
        HEAD;

        static Part of(String bone) {
            boolean left = bone.endsWith(".L");
            if (bone.startsWith("wrist") || bone.startsWith("finger") || bone.startsWith("metacarpal")) {
                return left ? LEFT_HAND : RIGHT_HAND;
            }
            if (bone.startsWith("lowerarm")) {
                return left ? LEFT_FOREARM : RIGHT_FOREARM;
            }
            if (bone.startsWith("upperarm") || bone.startsWith("shoulder")) {
                return left ? LEFT_UPPER_ARM : RIGHT_UPPER_ARM;
            }
            boolean trunk = bone.startsWith("spine")
                    || bone.startsWith("root")
                    || bone.startsWith("pelvis")
                    || bone.startsWith("breast")
                    || bone.startsWith("upperleg")
                    || bone.startsWith("clavicle");
            return trunk ? TRUNK : HEAD;
        }
    }

    private Penetration() {
        for (Part p : Part.values()) {
            points.add(new ArrayList<>());
            normals.add(new ArrayList<>());
        }
    }

    public static Penetration of(Actor actor, Pose pose) {
        Penetration all = new Penetration();
        Skinning skin = Skinning.of(actor);
        List<float[]> positions = skin.positions(pose);
        List<float[]> normals = skin.normals(positions);
        for (int i = 0; i < positions.size(); i++) {
            all.add(actor, actor.surfaces().get(i), positions.get(i), normals.get(i));
        }
        return all;
    }

    private void add(Actor actor, SkinnedSurface s, float[] position, float[] normal) {
        boolean[] drawn = new boolean[s.topology().vertexCount()];
        for (int v : s.topology().triangles()) {
            drawn[v] = true;
        }
        for (int v = 0; v < drawn.length; v++) {
            if (!drawn[v]) {
                continue;
            }
            int best = 0;
            for (int k = 1; k < 4; k++) {
                best = s.weights()[4 * v + k] > s.weights()[4 * v + best] ? k : best;
            }
            Part p = Part.of(actor.rig().bones().get(s.bones()[4 * v + best]));
            points.get(p.ordinal()).add(at(position, v));
            normals.get(p.ordinal()).add(at(normal, v));
        }
    }

    private static Vec3 at(float[] a, int v) {
        return new Vec3(a[3 * v], a[3 * v + 1], a[3 * v + 2]);
    }

    /// The greatest depth of a vertex of `part` under the surface of `other`, meters; 0 if none is.
    public double deepest(Part part, Part other) {
        double deepest = 0;
        List<Vec3> q = points.get(other.ordinal());
        for (Vec3 p : points.get(part.ordinal())) {
            int nearest = -1;
            double best = NEAR * NEAR;
            for (int i = 0; i < q.size(); i++) {
                double d = q.get(i).minus(p).lengthSquared();
                if (d < best) {
                    best = d;
                    nearest = i;
                }
            }
            if (nearest >= 0) {
                deepest = Math.max(
                        deepest,
                        q.get(nearest).minus(p).dot(normals.get(other.ordinal()).get(nearest)));
            }
        }
        return deepest;
    }

    /// The lowest vertex of a part, meters.
    public double lowest(Part part) {
        return points.get(part.ordinal()).stream().mapToDouble(Vec3::y).min().orElse(Double.NaN);
    }
}
