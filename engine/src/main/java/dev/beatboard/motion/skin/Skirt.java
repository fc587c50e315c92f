package dev.beatboard.motion.skin;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.SkinnedSurface;
import java.util.ArrayList;
import java.util.List;

/// A skirt over moving thighs: its weights, made for trousers, are replaced so that it hangs as one piece, and what
/// would be inside a thigh after bending is pushed out of it.
final class Skirt {

    /// From the waist of the skirt down to where it follows the thighs entirely, meters of an adult.
    private static final double DROP = 0.30;
    /// How much of it follows the thighs there.
    private static final double FOLLOW = 0.96;
    /// Half the width over which left changes to right.
    private static final double HALF = 0.13;

    private final int[] vertices;
    private final int[] hips = new int[2];
    private final int[] knees = new int[2];
    private final double scale;

    private Skirt(Actor actor, int[] vertices, double scale) {
        this.vertices = vertices;
        this.scale = scale;
        String[] sides = {".L", ".R"};
        for (int i = 0; i < 2; i++) {
            hips[i] = actor.rig().bone("upperleg01" + sides[i]);
            knees[i] = actor.rig().bone("lowerleg01" + sides[i]);
        }
    }

    /// Takes over the lower part of a surface.
    ///
    /// @param bones of the surface, changed
    /// @param weights of the surface, changed
    static Skirt over(Actor actor, SkinnedSurface s, short[] bones, float[] weights) {
        double hip = actor.joint("upperleg01.L").y();
        double scale = hip / 0.9;
        double top = hip + 0.06 * scale;
        double knee = actor.joint("lowerleg01.L").y() - 0.12 * scale;
        short root = (short) actor.rig().bone("root");
        short left = (short) actor.rig().bone("upperleg01.L");
        short right = (short) actor.rig().bone("upperleg01.R");
        List<Integer> taken = new ArrayList<>();
        for (int v = 0; v < s.topology().vertexCount(); v++) {
            double x = s.rest()[3 * v];
            double y = s.rest()[3 * v + 1];
            if (y > top || y < knee || StrictMath.abs(x) > 0.27 * scale) {
                continue;
            }
            double pelvis = 1 - FOLLOW * Ease.smooth((top - y) / (DROP * scale));
            double toLeft = Ease.smooth((x / scale + HALF) / (2 * HALF));
            bones[4 * v] = root;
            bones[4 * v + 1] = left;
            bones[4 * v + 2] = right;
            bones[4 * v + 3] = root;
            weights[4 * v] = (float) pelvis;
            weights[4 * v + 1] = (float) ((1 - pelvis) * toLeft);
            weights[4 * v + 2] = (float) ((1 - pelvis) * (1 - toLeft));
            weights[4 * v + 3] = 0;
            taken.add(v);
        }
        return new Skirt(actor, taken.stream().mapToInt(Integer::intValue).toArray(), scale);
    }

    void push(float[] p, BoneTransforms bones) {
        for (int i = 0; i < 2; i++) {
            Vec3 hip = bones.joint(hips[i]);
            Vec3 thigh = bones.joint(knees[i]).minus(hip);
            double length2 = thigh.lengthSquared();
            Vec3 front = bones.turn(hips[i]).rotate(Vec3.Z);
            for (int v : vertices) {
                Vec3 q = new Vec3(p[3 * v], p[3 * v + 1], p[3 * v + 2]);
                double t = Ease.unit(q.minus(hip).dot(thigh) / length2);
                Vec3 core = hip.plus(thigh, t).plus(front, Ease.lerp(0.022, 0.012, t) * scale);
                double radius = Ease.lerp(0.098, 0.074, t) * scale + 0.006;
                Vec3 out = q.minus(core);
                double d = out.length();
                if (d < radius && d > 1e-4) {
                    Vec3 moved = core.plus(out, radius / d);
                    p[3 * v] = (float) moved.x();
                    p[3 * v + 1] = (float) moved.y();
                    p[3 * v + 2] = (float) moved.z();
                }
            }
        }
    }
}
