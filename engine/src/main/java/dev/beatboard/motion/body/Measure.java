package dev.beatboard.motion.body;

import dev.beatboard.math.Vec3;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.SkinnedSurface;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Takes a performer's measures from the surfaces of body and clothes at rest.
final class Measure {

    private final Actor actor;

    Measure(Actor actor) {
        this.actor = actor;
    }

    Leg.Sole sole(Leg leg, Vec3 ball) {
        double[] z = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        boolean[] foot = new boolean[actor.rig().count()];
        foot[leg.foot] = true;
        for (int[] toe : leg.toes) {
            for (int bone : toe) {
                foot[bone] = true;
            }
        }
        visit(b -> foot[b], (p, x) -> {
            double forward = leg.footZero.rotate(p.minus(leg.ankle)).z();
            if (p.y() < 0.06) {
                z[0] = Math.min(z[0], forward);
                z[1] = Math.max(z[1], forward);
            }
        });
        Vec3 ballHere = leg.footZero.rotate(ball.minus(leg.ankle));
        double heel = Double.isFinite(z[0]) ? z[0] : -0.07;
        double tip = Double.isFinite(z[1]) ? z[1] : ballHere.z() + 0.09;
        return new Leg.Sole(leg.ankle.y(), heel + 0.015, new Vec3(0, ballHere.y(), ballHere.z()), tip);
    }

    Girth girth(double scale) {
        List<Girth.Slab> slabs = new ArrayList<>();
        double halfHips = 0;
        String[] bones = {"root", "spine03", "spine01"};
        double[] halfWidth = {0.170, 0.165, 0.185};
        double[] halfDepth = {0.142, 0.136, 0.125};
        double[] centerZ = {0.025, 0.035, 0.030};
        boolean[] trunk = trunkBones();
        double hips = actor.joint("upperleg01.L").y();
        double neck = actor.joint("neck01").y();
        for (int i = 0; i < 3; i++) {
            double y = hips + (neck - hips) * (0.06 + 0.37 * i);
            double[] box = {0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            visit(b -> trunk[b], (p, x) -> {
                if (StrictMath.abs(p.y() - y) < 0.04) {
                    box[0] = Math.max(box[0], StrictMath.abs(p.x()));
                    box[1] = Math.min(box[1], p.z());
                    box[2] = Math.max(box[2], p.z());
                }
            });
            boolean measured = box[0] > 0.05;
            double w = measured ? box[0] - 0.008 : halfWidth[i] * scale;
            double d = measured ? (box[2] - box[1]) / 2 - 0.008 : halfDepth[i] * scale;
            double c = measured ? (box[1] + box[2]) / 2 : centerZ[i] * scale;
            if (i == 2) {
                w = Math.min(w, actor.joint("upperarm01.L").x());
            }
            if (i < 2) {
                halfHips = Math.max(halfHips, w);
            }
            slabs.add(new Girth.Slab(actor.rig().bone(bones[i]), new Vec3(0, y, c), w, d, 0.13 * scale));
        }
        double broad = slabs.get(0).halfWidth() / (0.170 * scale);
        return new Girth(slabs, 0.092 * scale * broad, 0.062 * scale, 0.088 * Math.sqrt(scale), halfHips);
    }

    private boolean[] trunkBones() {
        boolean[] trunk = new boolean[actor.rig().count()];
        for (int b = 0; b < trunk.length; b++) {
            String n = actor.rig().bones().get(b);
            trunk[b] = n.startsWith("spine")
                    || n.equals("root")
                    || n.startsWith("pelvis")
                    || n.startsWith("breast")
                    || n.startsWith("upperleg01")
                    || n.startsWith("clavicle");
        }
        return trunk;
    }

    private void visit(IntPredicate bone, Visitor visitor) {
        for (SkinnedSurface s : actor.surfaces()) {
            boolean[] drawn = new boolean[s.topology().vertexCount()];
            for (int v : s.topology().triangles()) {
                drawn[v] = true;
            }
            for (int v = 0; v < drawn.length; v++) {
                if (drawn[v] && bone.test(heaviest(s, v))) {
                    visitor.see(new Vec3(s.rest()[3 * v], s.rest()[3 * v + 1], s.rest()[3 * v + 2]), v);
                }
            }
        }
    }

    private static int heaviest(SkinnedSurface s, int vertex) {
        int best = 0;
        for (int k = 1; k < 4; k++) {
            if (s.weights()[4 * vertex + k] > s.weights()[4 * vertex + best]) {
                best = k;
            }
        }
        return s.bones()[4 * vertex + best];
    }

    private interface Visitor {
        void see(Vec3 rest, int vertex);
    }
}
