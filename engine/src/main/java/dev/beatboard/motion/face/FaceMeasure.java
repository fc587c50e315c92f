package dev.beatboard.motion.face;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.skin.Skinning;
import dev.beatboard.shot.Expression;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.SkinnedSurface;
import dev.beatboard.track.Pose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// Reads an expression back from the posed skin: the skin is brought back to the skull's rest frame, and what has moved
/// there is explained by the face's shapes (non-negative least squares by coordinate descent).
public final class FaceMeasure {

    private static final int SWEEPS = 60;

    private final Actor actor;
    private final Skinning skinning;
    private final int surface;
    private final int head;
    private final List<FaceShape> shapes = new ArrayList<>();
    private final int[] vertices;
    /// `fields[shape][3 * i + axis]` for vertex `vertices[i]`.
    private final double[][] fields;
    /// The dot products of any two of them.
    private final double[][] overlaps;

    private FaceMeasure(Actor actor) {
        this.actor = actor;
        this.skinning = Skinning.of(actor);
        this.head = actor.rig().bone("head");
        int found = 0;
        for (int s = 0; s < actor.surfaces().size(); s++) {
            if (actor.surfaces().get(s).name().equals("body")) {
                found = s;
            }
        }
        this.surface = found;
        SkinnedSurface skin = actor.surfaces().get(found);
        TreeSet<Integer> touched = new TreeSet<>();
        for (FaceShape f : FaceShape.values()) {
            SkinnedSurface.Displacement d = skin.faceShapes().get(f.key());
            if (d != null) {
                shapes.add(f);
                for (int v : d.vertices()) {
                    if (skin.rest()[3 * v + 1] > actor.joints().get(head).y() - 0.02) {
                        touched.add(v);
                    }
                }
            }
        }
        vertices = touched.stream().mapToInt(Integer::intValue).toArray();
        fields = new double[shapes.size()][3 * vertices.length];
        for (int f = 0; f < shapes.size(); f++) {
            SkinnedSurface.Displacement d =
                    Objects.requireNonNull(skin.faceShapes().get(shapes.get(f).key()));
            for (int i = 0; i < d.vertices().length; i++) {
                int at = java.util.Arrays.binarySearch(vertices, d.vertices()[i]);
                if (at >= 0) {
                    for (int axis = 0; axis < 3; axis++) {
                        fields[f][3 * at + axis] = d.offsets()[3 * i + axis];
                    }
                }
            }
        }
        overlaps = new double[fields.length][fields.length];
        for (int f = 0; f < fields.length; f++) {
            for (int g = 0; g < fields.length; g++) {
                overlaps[f][g] = dot(fields[f], fields[g]);
            }
        }
    }

    public static FaceMeasure of(Actor actor) {
        return new FaceMeasure(actor);
    }

    /// How much of each expression's recipe the face shows, 0 to about 1: its share of the recipe, less the more else
    /// is
    /// on the face (by the squared cosine between the two). A laugh holds all of a smile and more, and is no smile.
    public Map<Expression, Double> expressions(Pose pose) {
        double[] w = weights(pose);
        Map<Expression, Double> shown = new EnumMap<>(Expression.class);
        for (Expression e : Expression.values()) {
            FaceWeights recipe = Expressions.of(e);
            double along = 0;
            double size = 0;
            double all = 1e-9;
            for (int f = 0; f < shapes.size(); f++) {
                double r = recipe.get(shapes.get(f));
                along += r * w[f];
                size += r * r;
                all += w[f] * w[f];
            }
            shown.put(e, size == 0 ? 0 : along / size * (along * along / (size * all)));
        }
        return shown;
    }

    /// The weight of the opening of the mouth.
    public double mouthOpen(Pose pose) {
        int at = shapes.indexOf(FaceShape.MOUTH_OPEN);
        return at < 0 ? 0 : weights(pose)[at];
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// The least squares of non-negative weights, by coordinate descent on the normal equations.
    private double[] weights(Pose pose) {
        float[] skin = skinning.positions(pose).get(surface);
        float[] rest = actor.surfaces().get(surface).rest();
        Quat back = pose.rotations().get(head).inverse();
        Vec3 skull = pose.joints().get(head);
        Vec3 home = actor.joints().get(head);
        double[] moved = new double[3 * vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            int v = vertices[i];
            Vec3 p = back.rotate(new Vec3(skin[3 * v], skin[3 * v + 1], skin[3 * v + 2]).minus(skull))
                    .plus(home);
            moved[3 * i] = p.x() - rest[3 * v];
            moved[3 * i + 1] = p.y() - rest[3 * v + 1];
            moved[3 * i + 2] = p.z() - rest[3 * v + 2];
        }
        double[] w = new double[shapes.size()];
        double[] asked = new double[w.length];
        for (int f = 0; f < w.length; f++) {
            asked[f] = dot(fields[f], moved);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int f = 0; f < w.length; f++) {
                double left = asked[f];
                for (int g = 0; g < w.length; g++) {
                    left -= overlaps[f][g] * w[g];
                }
                w[f] = Math.max(0, w[f] + left / (overlaps[f][f] + 1e-12));
            }
        }
        return w;
    }
}
