package dev.beatboard.motion.tracking;

import dev.beatboard.math.Vec3;
import dev.beatboard.motion.skin.Skinning;
import dev.beatboard.scene.Topology;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.SkinnedSurface;
import dev.beatboard.track.FaceLandmark;
import dev.beatboard.track.Pose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The landmarks of one face: vertices of the skin, bent with it, and the pupils, which go with the
/// eyes.
///
/// The vertices were chosen by anatomy on the human base mesh (`face-points.tsv` says which and
/// where); on a performer's skin they are found by their texture coordinates, which shaping and
/// dressing leave alone. Only these few are bent, so a frame costs microseconds.
final class FacePoints {

    private static final int PUPILS = 2;

    private final Actor few;
    private final Skinning skinning;
    private final int leftEye;
    private final int rightEye;
    private final Vec3 leftPupil;
    private final Vec3 rightPupil;
    private final List<FaceVertex> table = FaceVertex.table();

    /// @throws IllegalStateException if the skin lacks one of the vertices
    FacePoints(Actor actor) {
        SkinnedSurface skin = surface(actor, "body");
        int[] vertices = new int[table.size()];
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = table.get(i).find(skin.topology());
        }
        few = new Actor(
                actor.index(),
                actor.performer(),
                actor.rig(),
                actor.joints(),
                List.of(part(skin, vertices)),
                actor.height(),
                List.of());
        skinning = Skinning.of(few);
        leftEye = actor.rig().bone("eye.L");
        rightEye = actor.rig().bone("eye.R");
        SkinnedSurface eyes = surface(actor, "eyes");
        leftPupil = pupil(eyes, actor.joints().get(leftEye));
        rightPupil = pupil(eyes, actor.joints().get(rightEye));
    }

    /// @param landmarks one per [FaceLandmark]
    /// @param hairline three points where the hair begins
    record Found(List<Vec3> landmarks, List<Vec3> hairline) {}

    Found at(Pose pose) {
        float[] p = skinning.positions(pose).getFirst();
        int skin = FaceLandmark.values().length - PUPILS;
        List<Vec3> landmarks = new ArrayList<>();
        List<Vec3> hairline = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            (i < skin ? landmarks : hairline).add(new Vec3(p[3 * i], p[3 * i + 1], p[3 * i + 2]));
        }
        landmarks.add(onBone(pose, rightEye, rightPupil));
        landmarks.add(onBone(pose, leftEye, leftPupil));
        return new Found(landmarks, hairline);
    }

    private Vec3 onBone(Pose pose, int bone, Vec3 rest) {
        Vec3 arm = rest.minus(few.joints().get(bone));
        return pose.joints().get(bone).plus(pose.rotations().get(bone).rotate(arm));
    }

    static SkinnedSurface surface(Actor actor, String name) {
        return actor.surfaces().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(actor.performer().name() + " has no " + name));
    }

    /// The foremost point of an eyeball at rest, straight before its middle.
    private static Vec3 pupil(SkinnedSurface eyes, Vec3 middle) {
        double front = middle.z();
        for (int v : eyes.topology().triangles()) {
            boolean mine = eyes.rest()[3 * v] > 0 == middle.x() > 0;
            front = mine ? Math.max(front, eyes.rest()[3 * v + 2]) : front;
        }
        return new Vec3(middle.x(), middle.y(), front);
    }

    /// Some vertices of a surface as a surface of their own, without faces.
    private static SkinnedSurface part(SkinnedSurface whole, int[] vertices) {
        int n = vertices.length;
        float[] rest = new float[3 * n];
        short[] bones = new short[4 * n];
        float[] weights = new float[4 * n];
        int[] twins = new int[n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(whole.rest(), 3 * vertices[i], rest, 3 * i, 3);
            System.arraycopy(whole.bones(), 4 * vertices[i], bones, 4 * i, 4);
            System.arraycopy(whole.weights(), 4 * vertices[i], weights, 4 * i, 4);
            twins[i] = i;
        }
        Map<String, SkinnedSurface.Displacement> shapes = new LinkedHashMap<>();
        whole.faceShapes().forEach((name, d) -> shapes.put(name, part(d, vertices)));
        Topology topology = new Topology(n, new int[0], new float[0]);
        return new SkinnedSurface(
                whole.name(), whole.material(), topology, rest, bones, weights, shapes, twins, whole.skirt());
    }

    private static SkinnedSurface.Displacement part(SkinnedSurface.Displacement whole, int[] vertices) {
        int[] moved = new int[vertices.length];
        float[] offsets = new float[3 * vertices.length];
        int kept = 0;
        for (int i = 0; i < vertices.length; i++) {
            int at = Arrays.binarySearch(whole.vertices(), vertices[i]);
            if (at >= 0) {
                moved[kept] = i;
                System.arraycopy(whole.offsets(), 3 * at, offsets, 3 * kept, 3);
                kept++;
            }
        }
        return new SkinnedSurface.Displacement(Arrays.copyOf(moved, kept), Arrays.copyOf(offsets, 3 * kept));
    }
}
