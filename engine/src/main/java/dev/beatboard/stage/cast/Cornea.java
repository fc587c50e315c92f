package dev.beatboard.stage.cast;

import dev.beatboard.asset.Piece;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Texture;
import java.util.Map;
import java.util.TreeMap;

/// The eyes come with a clear shell around them, drawn by texels without alpha, that bulges before the hollow iris. Our
/// eyes are opaque and glossy themselves, so the shell is taken off, or it would hide the iris; the iris takes its
/// place, or it would mirror the lights upside down.
final class Cornea {

    private static final int CLEAR = 100;

    /// Radius of what is moved, meters: the iris and the rim where the white begins.
    private static final double IRIS = 0.0065;

    /// How far out the bulge is measured, meters: inside of where it meets the white.
    private static final double LIMBUS = 0.0048;

    private Cornea() {}

    static Piece off(Piece eyes, Texture texture) {
        return Trim.only(eyes, eyes.hides(), i -> !clear(eyes, texture, i));
    }

    private static boolean clear(Piece eyes, Texture texture, int triangle) {
        double u = 0;
        double v = 0;
        for (int k = 0; k < 3; k++) {
            int corner = eyes.triangles()[triangle + k];
            u += eyes.uvs()[2 * corner] / 3;
            v += eyes.uvs()[2 * corner + 1] / 3;
        }
        int x = (int) Math.max(0, Math.min(texture.width() - 1, u * texture.width()));
        int y = (int) Math.max(0, Math.min(texture.height() - 1, (1 - v) * texture.height()));
        return (texture.rgba()[4 * (y * texture.width() + x) + 3] & 255) < CLEAR;
    }

    /// Moves the iris forward to where the shell bulges over it.
    ///
    /// @param rest positions of the whole piece to change, three per vertex, eyes looking along z
    /// @param whole the eyes with their shell
    /// @param joint the middle of one eye, in the same space
    static void dome(float[] rest, Piece whole, Texture texture, Vec3 joint) {
        TreeMap<Double, Double> bulge = new TreeMap<>();
        int[] t = whole.triangles();
        for (int i = 0; i < t.length; i += 3) {
            for (int k = 0; k < 3 && clear(whole, texture, i); k++) {
                double away = away(rest, t[i + k], joint);
                if (away < IRIS && rest[3 * t[i + k] + 2] > joint.z()) {
                    bulge.put(away, (double) rest[3 * t[i + k] + 2]);
                }
            }
        }
        Map.Entry<Double, Double> top = bulge.firstEntry();
        Map.Entry<Double, Double> side = bulge.floorEntry(LIMBUS);
        if (top == null || side == null || side.getValue() >= top.getValue()) {
            return;
        }
        // The sphere through the top of the bulge and its side: the shell's few rings would break up reflections.
        double sag = top.getValue() - side.getValue();
        double radius = (side.getKey() * side.getKey() + sag * sag) / (2 * sag);
        for (int v = 0; v < whole.count(); v++) {
            double away = away(rest, v, joint);
            if (away < Math.min(IRIS, radius) && rest[3 * v + 2] > joint.z()) {
                double z = top.getValue() - radius + Math.sqrt(radius * radius - away * away);
                rest[3 * v + 2] = (float) Math.max(rest[3 * v + 2], z);
            }
        }
    }

    /// Distance from the axis of an eye, meters.
    private static double away(float[] rest, int v, Vec3 joint) {
        return Math.hypot(rest[3 * v] - joint.x(), rest[3 * v + 1] - joint.y());
    }
}
