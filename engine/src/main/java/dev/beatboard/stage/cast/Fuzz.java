package dev.beatboard.stage.cast;

import dev.beatboard.asset.BodyMesh;
import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;
import java.util.Arrays;
import java.util.List;

/// Short hair that grows out of the skin: beards and cropped heads. The skin where it grows is laid on itself several
/// times, each time a little farther out and with fewer dots left, so that the dots of all layers read as strands
/// (shells, after Lengyel 2000). It hangs on the skin's own vertices and bones and follows every expression.
final class Fuzz {

    /// Dots are about this many texels wide.
    private static final double DOT = 1.6;

    /// Skin with less hair than this has none.
    private static final double BARE = 0.03;

    /// Where hair grows on the neutral body, in coordinates of its skin: sideways from the middle, up, forward, meters.
    interface Growth {

        /// How dense, 0..1; below zero inside of the body, where the mesh has faces too.
        double at(double px, double py, double pz);

        /// Place on the picture, both 0..1.
        double[] chart(double px, double py, double pz);
    }

    /// A coat of hair: its mesh and the picture of all its layers, one above the other.
    record Coat(Piece piece, Texture texture) {}

    private final BodyMesh body;
    private final Growth growth;
    private final int layers;
    private final int width;
    private final int height;
    private final byte[] rgba;
    private final int[] number;
    private int[] quads = new int[0];

    private Fuzz(BodyMesh body, Growth growth, int layers, int width, int height) {
        this.body = body;
        this.growth = growth;
        this.layers = layers;
        this.width = width;
        this.height = height;
        rgba = new byte[4 * width * height * layers];
        number = new int[body.count()];
    }

    /// @param layers how often the skin is laid on itself
    /// @param width size of the picture of one layer, texels; `height` likewise
    /// @param length of the strands, meters
    /// @param droop how far down strands hang, a slope
    /// @param credit to whom the skin is owed
    static Coat of(
            String name,
            Growth growth,
            int layers,
            int width,
            int height,
            double length,
            double droop,
            Rgb color,
            People people,
            String credit) {
        Fuzz f = new Fuzz(people.body(), growth, layers, width, height);
        f.select();
        f.paint(color);
        Piece piece = f.piece(name, length, droop, credit);
        return new Coat(piece, new Texture(name + "#fuzz", width, height * layers, f.rgba));
    }

    /// The faces on which something grows.
    private void select() {
        int[] all = body.quads();
        int[] kept = new int[all.length];
        int n = 0;
        Arrays.fill(number, -1);
        for (int q = 0; q < all.length; q += 4) {
            double most = 0;
            double least = 0;
            for (int k = 0; k < 4; k++) {
                double d = density(body.sources()[all[q + k]]);
                most = Math.max(most, d);
                least = Math.min(least, d);
            }
            for (int k = 0; k < 4 && most > BARE && least >= 0; k++) {
                kept[n++] = body.sources()[all[q + k]];
            }
        }
        quads = Arrays.copyOf(kept, n);
    }

    private double density(int v) {
        float[] at = body.positions();
        return growth.at(Math.abs(at[3 * v]), at[3 * v + 1], at[3 * v + 2]);
    }

    private Piece piece(String name, double length, double droop, String credit) {
        int n = 0;
        for (int v : quads) {
            if (number[v] < 0) {
                number[v] = n++;
            }
        }
        Vec3[] normals = normals();
        int count = n * layers;
        int[] references = new int[3 * count];
        float[] shares = new float[3 * count];
        float[] offsets = new float[3 * count];
        short[] bones = new short[4 * count];
        float[] weights = new float[4 * count];
        float[] uvs = new float[2 * count];
        int[] twins = new int[count];
        for (int layer = 0; layer < layers; layer++) {
            double out = length * (layer + 0.3) / layers;
            for (int v = 0; v < number.length; v++) {
                if (number[v] < 0) {
                    continue;
                }
                int i = layer * n + number[v];
                Arrays.fill(references, 3 * i, 3 * i + 3, v);
                shares[3 * i] = 1;
                double far = out * (0.25 + 0.75 * Math.max(0, density(v)));
                Vec3 normal = normals[v];
                offsets[3 * i] = (float) (far * normal.x());
                offsets[3 * i + 1] = (float) (far * (normal.y() - droop * layer / layers));
                offsets[3 * i + 2] = (float) (far * normal.z());
                System.arraycopy(body.bones(), 4 * v, bones, 4 * i, 4);
                System.arraycopy(body.weights(), 4 * v, weights, 4 * i, 4);
                double[] at = chart(v);
                uvs[2 * i] = (float) at[0];
                uvs[2 * i + 1] = (float) ((layers - 1 - layer + at[1]) / layers);
                twins[i] = i;
            }
        }
        int[] triangles = new int[quads.length / 4 * 6 * layers];
        int t = 0;
        for (int layer = 0; layer < layers; layer++) {
            for (int q = 0; q < quads.length; q += 4) {
                for (int half = 1; half < 3; half++) {
                    triangles[t++] = layer * n + number[quads[q]];
                    triangles[t++] = layer * n + number[quads[q + half]];
                    triangles[t++] = layer * n + number[quads[q + half + 1]];
                }
            }
        }
        return new Piece(
                name,
                Piece.Kind.HAIR,
                references,
                shares,
                offsets,
                bones,
                weights,
                triangles,
                uvs,
                twins,
                new int[0],
                List.of(),
                credit);
    }

    private double[] chart(int v) {
        float[] at = body.positions();
        return growth.chart(at[3 * v], at[3 * v + 1], at[3 * v + 2]);
    }

    /// Unit normals of the neutral skin, by base vertex; zero where there is no skin.
    private Vec3[] normals() {
        Vec3[] sum = new Vec3[body.count()];
        Arrays.fill(sum, Vec3.ZERO);
        for (int q = 0; q < quads.length; q += 4) {
            Vec3 a = place(quads[q]);
            Vec3 across = place(quads[q + 2]).minus(a);
            Vec3 other = place(quads[q + 3]).minus(place(quads[q + 1]));
            Vec3 normal = across.cross(other);
            for (int k = 0; k < 4; k++) {
                sum[quads[q + k]] = sum[quads[q + k]].plus(normal);
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = sum[i].length() > 0 ? sum[i].normalized() : sum[i];
        }
        return sum;
    }

    private Vec3 place(int v) {
        float[] at = body.positions();
        return new Vec3(at[3 * v], at[3 * v + 1], at[3 * v + 2]);
    }

    private void paint(Rgb color) {
        for (int q = 0; q < quads.length; q += 4) {
            triangle(quads[q], quads[q + 1], quads[q + 2], color);
            triangle(quads[q], quads[q + 2], quads[q + 3], color);
        }
    }

    private void triangle(int a, int b, int c, Rgb color) {
        double[] ta = chart(a);
        double[] tb = chart(b);
        double[] tc = chart(c);
        double ax = ta[0] * width - 0.5;
        double ay = (1 - ta[1]) * height - 0.5;
        double bx = tb[0] * width - 0.5;
        double by = (1 - tb[1]) * height - 0.5;
        double cx = tc[0] * width - 0.5;
        double cy = (1 - tc[1]) * height - 0.5;
        double area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
        if (Math.abs(area) < 1e-9) {
            return;
        }
        int x0 = (int) Math.max(0, Math.ceil(Math.min(ax, Math.min(bx, cx))));
        int x1 = (int) Math.min(width - 1, Math.floor(Math.max(ax, Math.max(bx, cx))));
        int y0 = (int) Math.max(0, Math.ceil(Math.min(ay, Math.min(by, cy))));
        int y1 = (int) Math.min(height - 1, Math.floor(Math.max(ay, Math.max(by, cy))));
        float[] at = body.positions();
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double u = ((bx - x) * (cy - y) - (cx - x) * (by - y)) / area;
                double v = ((cx - x) * (ay - y) - (ax - x) * (cy - y)) / area;
                if (u >= -1e-9 && v >= -1e-9 && u + v <= 1 + 1e-9) {
                    double w = 1 - u - v;
                    double d = growth.at(
                            Math.abs(u * at[3 * a] + v * at[3 * b] + w * at[3 * c]),
                            u * at[3 * a + 1] + v * at[3 * b + 1] + w * at[3 * c + 1],
                            u * at[3 * a + 2] + v * at[3 * b + 2] + w * at[3 * c + 2]);
                    texel(x, y, d, color);
                }
            }
        }
    }

    /// All layers of a texel: a strand is as long as its noise, and the longer the denser it grows.
    private void texel(int x, int y, double density, Rgb color) {
        double strand = dots(x / DOT, y / DOT);
        double lock = dots(x / 9.0 + 31, y / 14.0 + 17);
        double reach = density * (0.25 + 0.85 * strand) + 0.4 * (lock - 0.5) * density * (1.2 - density);
        for (int layer = 0; layer < layers; layer++) {
            double need = 0.12 + 0.68 * layer / (layers - 1.0);
            int at = 4 * ((layer * height + y) * width + x);
            double k = (0.5 + 0.5 * layer / (layers - 1.0)) * (0.75 + 0.35 * strand + 0.25 * lock);
            rgba[at] = Dye.encode(color.r() * k);
            rgba[at + 1] = Dye.encode(color.g() * k);
            rgba[at + 2] = Dye.encode(color.b() * k);
            rgba[at + 3] = (byte) (int) (255 * Ease.unit(0.5 + (reach - need) * 5) + 0.5);
        }
    }

    /// Smooth noise 0..1, one cell per unit.
    private static double dots(double x, double y) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        double fx = Ease.smooth(x - ix);
        double fy = Ease.smooth(y - iy);
        return Ease.lerp(
                Ease.lerp(Chance.unit(ix, iy, 54, 0), Chance.unit(ix + 1, iy, 54, 0), fx),
                Ease.lerp(Chance.unit(ix, iy + 1, 54, 0), Chance.unit(ix + 1, iy + 1, 54, 0), fx),
                fy);
    }
}
