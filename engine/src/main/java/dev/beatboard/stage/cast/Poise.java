package dev.beatboard.stage.cast;

import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.scene.Texture;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.Sex;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Keeps a face at rest from saying something: brows that slope down to the nose read as anger and mouth corners below
/// the middle of the lips as displeasure, whoever wears them. Each is measured on the shaped face and brought to a goal
/// drawn from a friendly range, by the pair of targets that moves it.
final class Poise {

    private static final long DRAW = 46;

    /// Base-mesh vertices: the corner of the mouth, the line between the lips, the rims of both lips in the middle.
    private static final int CORNER = 7435;

    private static final int LIPS = 474;
    private static final int UPPER_RIM = 362;
    private static final int LOWER_RIM = 492;

    /// The share of a brow's hair that counts as its end.
    private static final double END = 0.25;

    /// Where the paint of a triangle is looked at.
    private static final int PROBES = 16;

    /// Weights farther than this distort the mesh.
    private static final double MOST = 1;

    private Poise() {}

    /// How far, in meters, the outer end of the hair of a brow stands above its inner end. Brows are hair painted on a
    /// larger strip, so each triangle of the strip counts by how much hair is on it.
    static double browTilt(Figure figure, Piece brows, People people) {
        Texture hair = people.texture(brows.looks().getFirst().texture());
        float[] at = figure.fit(brows);
        int[] t = brows.triangles();
        TreeMap<Double, double[]> across = new TreeMap<>();
        double all = 0;
        for (int i = 0; i < t.length; i += 3) {
            double x = (at[3 * t[i]] + at[3 * t[i + 1]] + at[3 * t[i + 2]]) / 3;
            double y = (at[3 * t[i] + 1] + at[3 * t[i + 1] + 1] + at[3 * t[i + 2] + 1]) / 3;
            double amount = hair(hair, brows, t, i);
            if (x > 0 && amount > 0) {
                double[] sum = across.computeIfAbsent(x, k -> new double[2]);
                sum[0] += amount;
                sum[1] += amount * y;
                all += amount;
            }
        }
        return end(across.descendingMap(), all) - end(across, all);
    }

    /// Mean height of the first part of a brow's hair.
    private static double end(SortedMap<Double, double[]> across, double all) {
        double amount = 0;
        double height = 0;
        for (double[] sum : across.values()) {
            amount += sum[0];
            height += sum[1];
            if (amount > END * all) {
                break;
            }
        }
        return height / Math.max(amount, 1e-12);
    }

    /// Area of a triangle in the texture times how much hair is painted there.
    private static double hair(Texture texture, Piece piece, int[] t, int i) {
        float[] uv = piece.uvs();
        int a = 2 * t[i];
        int b = 2 * t[i + 1];
        int c = 2 * t[i + 2];
        double area = Math.abs((uv[b] - uv[a]) * (uv[c + 1] - uv[a + 1]) - (uv[c] - uv[a]) * (uv[b + 1] - uv[a + 1]));
        double alpha = 0;
        for (int k = 0; k < PROBES; k++) {
            double p = (k % 4 + 0.5) / 4;
            double q = (k / 4 + 0.5) / 4 * (1 - p);
            double u = uv[a] + p * (uv[b] - uv[a]) + q * (uv[c] - uv[a]);
            double v = uv[a + 1] + p * (uv[b + 1] - uv[a + 1]) + q * (uv[c + 1] - uv[a + 1]);
            int x = (int) Ease.clamp(u * texture.width(), 0, texture.width() - 1);
            int y = (int) Ease.clamp((1 - v) * texture.height(), 0, texture.height() - 1);
            alpha += (texture.rgba()[4 * (y * texture.width() + x) + 3] & 255) / 255.0;
        }
        return area * alpha;
    }

    /// How far, in meters, the corners of the mouth stand above the line between the lips in its middle.
    static double mouthCorners(Figure figure) {
        return above(figure, CORNER, LIPS);
    }

    /// Height of the red of the upper lip in its middle, meters.
    static double upperLip(Figure figure) {
        return above(figure, UPPER_RIM, LIPS);
    }

    /// Height of the red of the lower lip in its middle, meters.
    static double lowerLip(Figure figure) {
        return above(figure, LIPS, LOWER_RIM);
    }

    private static double above(Figure figure, int vertex, int other) {
        return figure.positions()[3 * vertex + 1] - figure.positions()[3 * other + 1];
    }

    /// Adds to the weights of a face what brings it to rest.
    static void add(Map<String, Double> shape, Performer p, Face face, long seed, int index, People people) {
        boolean man = p.sex() == Sex.MALE;
        Figure figure = Figure.of(people, shape);
        people.piece(face.brows()).ifPresent(brows -> {
            double goal = (man ? -0.0012 : -0.0022) + 0.0011 * Chance.signed(seed, index, DRAW, 0);
            bring(
                    shape,
                    figure,
                    f -> browTilt(f, brows, people),
                    goal * figure.headScale(),
                    List.of("eyebrows/eyebrows-angle-up"),
                    List.of("eyebrows/eyebrows-angle-down"),
                    people);
        });
        double corners = 0.0009 + 0.0006 * Chance.signed(seed, index, DRAW, 1);
        bring(
                shape,
                figure,
                Poise::mouthCorners,
                corners * figure.headScale(),
                List.of("mouth/mouth-angles-down"),
                List.of("mouth/mouth-angles-up"),
                people);
    }

    private interface Measure {

        double of(Figure figure);
    }

    /// Finds the weight of the targets that lower or raise a measure to a goal; measures are linear in their targets.
    private static void bring(
            Map<String, Double> shape,
            Figure figure,
            Measure measure,
            double goal,
            List<String> lower,
            List<String> raise,
            People people) {
        double now = measure.of(figure);
        List<String> names = now > goal ? lower : raise;
        Figure full = new Figure(figure.positions().clone(), figure.headScale(), figure.bodyScale());
        names.forEach(n -> people.target(n).addTo(full.positions(), 1));
        double span = measure.of(full) - now;
        double weight = Math.abs(span) < 1e-6 ? 0 : Ease.clamp((goal - now) / span, 0, MOST);
        names.forEach(n -> {
            shape.merge(n, weight, Double::sum);
            people.target(n).addTo(figure.positions(), weight);
        });
    }
}
