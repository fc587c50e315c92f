package dev.beatboard.motion.skin;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Material;
import dev.beatboard.stage.camera.Landmarks;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.SkinnedSurface;
import dev.beatboard.track.Pose;
import java.util.ArrayList;
import java.util.List;

/// Finds the [Landmarks] of a posed performer. What belongs to the skull was found on the surfaces at rest and goes
/// with its bone, so this is cheap; it needs no skinning.
public final class BodyPoints {

    private final Actor actor;
    private final int head;
    private final Vec3 crown;
    private final Vec3 chin;
    private final List<Vec3> hair;
    private final double soleBelowAnkle;

    private BodyPoints(Actor actor) {
        this.actor = actor;
        head = actor.rig().bone("head");
        Vec3 eyes = actor.joint("eye.L").lerp(actor.joint("eye.R"), 0.5);
        double skull = StrictMath.abs(eyes.y() - actor.joint("head").y());
        crown = top(eyes);
        chin = chin(eyes, Math.max(0.05, skull));
        hair = hair(eyes);
        soleBelowAnkle = actor.joint("foot.L").y();
    }

    public static BodyPoints of(Actor actor) {
        return new BodyPoints(actor);
    }

    public Landmarks at(Pose pose) {
        Vec3 top = onHead(pose, crown);
        Vec3 highest = top;
        for (Vec3 h : hair) {
            Vec3 p = onHead(pose, h);
            if (p.y() > highest.y()) {
                highest = p;
            }
        }
        Vec3 leftShoulder = joint(pose, "upperarm01.L");
        Vec3 rightShoulder = joint(pose, "upperarm01.R");
        Vec3 hips = joint(pose, "upperleg01.L").lerp(joint(pose, "upperleg01.R"), 0.5);
        Quat chestTurn = pose.rotations().get(actor.rig().bone("spine01"));
        Vec3 facing = chestTurn.rotate(Vec3.Z).withY(0).normalized();
        Vec3 neck = joint(pose, "clavicle.L")
                .lerp(joint(pose, "clavicle.R"), 0.5)
                .plus(chestTurn.rotate(new Vec3(0, 0.01, 0.04)));
        Vec3 shoulders = leftShoulder.lerp(rightShoulder, 0.5);
        Vec3 chest = shoulders.plus(shoulders.minus(hips).normalized(), -0.11).plus(facing, 0.08);
        Vec3 waist = hips.lerp(shoulders, 0.36).plus(facing, 0.06);
        Vec3 leftFoot = joint(pose, "foot.L");
        Vec3 rightFoot = joint(pose, "foot.R");
        double lowest = Math.min(leftFoot.y(), rightFoot.y()) - soleBelowAnkle;
        return new Landmarks(
                top,
                highest,
                joint(pose, "eye.L").lerp(joint(pose, "eye.R"), 0.5),
                onHead(pose, chin),
                neck,
                chest,
                waist,
                hips,
                joint(pose, "lowerleg01.L").lerp(joint(pose, "lowerleg01.R"), 0.5),
                leftFoot.lerp(rightFoot, 0.5).withY(Math.max(0, lowest)),
                leftShoulder,
                rightShoulder,
                palm(pose, ".L"),
                palm(pose, ".R"),
                facing.lengthSquared() > 0 ? facing : Vec3.Z,
                pose.rotations().get(head).rotate(Vec3.Z));
    }

    private Vec3 palm(Pose pose, String side) {
        return joint(pose, "wrist" + side).lerp(joint(pose, "finger3-1" + side), 0.8);
    }

    private Vec3 joint(Pose pose, String bone) {
        return pose.joints().get(actor.rig().bone(bone));
    }

    private Vec3 onHead(Pose pose, Vec3 rest) {
        return pose.joints()
                .get(head)
                .plus(pose.rotations()
                        .get(head)
                        .rotate(rest.minus(actor.joints().get(head))));
    }

    /// Highest point of the skin of the head.
    private Vec3 top(Vec3 eyes) {
        Vec3 best = eyes.plus(Vec3.Y, 0.12);
        boolean found = false;
        for (SkinnedSurface s : actor.surfaces()) {
            if (s.material().kind() == Material.Kind.SKIN || s.name().equals("body")) {
                for (Vec3 p : drawn(s)) {
                    if (p.y() > eyes.y() && (!found || p.y() > best.y())) {
                        best = p;
                        found = true;
                    }
                }
            }
        }
        return best;
    }

    /// The lowest point in the middle of the face in front: below the mouth, before the throat.
    private Vec3 chin(Vec3 eyes, double skull) {
        Vec3 best = new Vec3(0, eyes.y() - 0.115, eyes.z() + 0.01);
        boolean found = false;
        for (SkinnedSurface s : actor.surfaces()) {
            if (s.material().kind() == Material.Kind.SKIN || s.name().equals("body")) {
                for (Vec3 p : drawn(s)) {
                    if (StrictMath.abs(p.x()) < 0.012
                            && p.z() > eyes.z() - 0.012
                            && p.y() < eyes.y() - 0.6 * skull
                            && p.y() > eyes.y() - 3 * skull
                            && (!found || p.y() < best.y())) {
                        best = p;
                        found = true;
                    }
                }
            }
        }
        return best;
    }

    /// The upper outline of the hair or hat, thinned out.
    private List<Vec3> hair(Vec3 eyes) {
        List<Vec3> out = new ArrayList<>();
        for (SkinnedSurface s : actor.surfaces()) {
            if (s.name().equals("body") || s.material().kind() == Material.Kind.SKIN) {
                continue;
            }
            int i = 0;
            for (Vec3 p : drawn(s)) {
                if (p.y() > crown.y() - 0.04 && i++ % 3 == 0) {
                    out.add(p);
                }
            }
        }
        return List.copyOf(out);
    }

    private static List<Vec3> drawn(SkinnedSurface s) {
        boolean[] used = new boolean[s.topology().vertexCount()];
        for (int v : s.topology().triangles()) {
            used[v] = true;
        }
        List<Vec3> out = new ArrayList<>();
        for (int v = 0; v < used.length; v++) {
            if (used[v]) {
                out.add(new Vec3(s.rest()[3 * v], s.rest()[3 * v + 1], s.rest()[3 * v + 2]));
            }
        }
        return out;
    }
}
