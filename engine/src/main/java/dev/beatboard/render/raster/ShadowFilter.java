package dev.beatboard.render.raster;

import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.filter.Smoother;
import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.work.Crew;
import dev.beatboard.scene.Material;

/// Smooths what the shadow rays found, channel by channel, in four rounds. Where all that the
/// filter could reach is lit alike there is nothing to smooth, and the cell is left as it is. So are
/// narrow shadows, of which [ShadowPass#narrow] knows enough.
final class ShadowFilter {

    private static final int ROUNDS = 4;
    /// How strongly a differing value stops each round. At first values are noise; the sun's
    /// shadows have hardly any.
    private static final float[] STOP = {0, 0.5f, 2, 3.5f};

    private static final float[] SUN_STOP = {3, 3, 6, 10};
    private static final byte HAIR = (byte) Material.Kind.HAIR.ordinal();
    /// Hair within this depth lies together, meters.
    private static final float STRANDS = 0.04f;

    private static final int WIDTH = 16;
    private static final int HEIGHT = 8;
    /// How far the rounds reach together, in cells: 1 + 2 + 4 + 8 pixels.
    private static final int ACROSS = 1;

    private static final int DOWN = 2;

    private final Canvas c;
    private final Lights lights;
    private final int columns;
    private final int rows;
    /// By channel and cell: the one value of its surfaces, [#MIXED], or [#NONE] where there are none.
    private final float[][] value;

    /// By channel: what is known of narrow shadows, and [#OPEN] elsewhere; empty in a draft.
    private final float[][] narrow;

    /// In what is known of narrow shadows: there is none.
    static final float OPEN = -1;
    /// Cosine between the normals of pixels of a narrow shadow that count for each other.
    private static final float BEND = 0.7f;

    /// Within this the rounds and the mean of a narrow shadow say the same where its rays differ most, and at twice as
    /// much they do not.
    private static final float LIKE = 0.09f;
    /// Likewise where they all say the same.
    private static final float LEAST_LIKE = 0.01f;

    private static final float NONE = -1;
    private static final float MIXED = -2;

    ShadowFilter(Canvas c, Lights lights, float[][] narrow) {
        this.narrow = narrow;
        this.c = c;
        this.lights = lights;
        columns = (c.width + WIDTH - 1) / WIDTH;
        rows = (c.height + HEIGHT - 1) / HEIGHT;
        value = new float[lights.channels][columns * rows];
    }

    void run(Lens lens, Crew crew) {
        crew.each(rows, (j, w) -> survey(j));
        Smoother.Geometry g = new Smoother.Geometry(c.x, c.y, c.z, c.nx, c.ny, c.nz, c.stride);
        for (int round = 0; round < ROUNDS; round++) {
            float[] range = new float[lights.channels <= 2 ? 2 : Canvas.CHANNELS];
            for (int k = 0; k < lights.channels; k++) {
                range[k] = k == lights.channels - 1 && lights.hasSun() ? SUN_STOP[round] : STOP[round];
            }
            int step = 1 << round;
            crew.each(rows, (j, w) -> band(j, step, range, g, lens));
            c.swapVisible();
        }
        crew.each(rows, (j, w) -> evenHair(j));
        c.swapVisible();
        crew.each(rows, (j, w) -> narrow(j));
    }

    /// Narrow shadows as they are: each pixel of one takes the mean of those around it, itself twice. Where that is
    /// not darker than what the rounds have found there is none, and their result has less noise.
    private void narrow(int j) {
        for (int k = 0; k < narrow.length; k++) {
            float[] known = narrow[k];
            for (int y = j * HEIGHT; y < Math.min(c.height, (j + 1) * HEIGHT); y++) {
                for (int p = c.at(0, y); p < c.at(c.width, y); p++) {
                    if (known[p] == OPEN) {
                        continue;
                    }
                    float sum = known[p];
                    int n = 1;
                    for (int o = -c.stride; o <= c.stride; o += c.stride) {
                        for (int q = p + o - 1; q <= p + o + 1; q++) {
                            float dot = c.nx[p] * c.nx[q] + c.ny[p] * c.ny[q] + c.nz[p] * c.nz[q];
                            if (known[q] != OPEN && dot > BEND) {
                                sum += known[q];
                                n++;
                            }
                        }
                    }
                    float mean = sum / n;
                    float less = c.visible[k][p] - mean;
                    float like = Math.max(LEAST_LIKE, LIKE * 2 * (float) Math.sqrt(mean * (1 - mean)));
                    c.visible[k][p] -= Math.clamp((less - like) / like, 0, 1) * less;
                }
            }
        }
    }

    /// Hair's normals turn from strand to strand, which keeps the rounds from averaging there, and
    /// single rays would show as specks: it takes the mean of the hair around it, whichever way
    /// that faces.
    private void evenHair(int j) {
        for (int y = j * HEIGHT; y < Math.min(c.height, (j + 1) * HEIGHT); y++) {
            int from = c.at(0, y);
            for (int k = 0; k < lights.channels; k++) {
                System.arraycopy(c.visible[k], from, c.visibleSwap[k], from, c.width);
            }
            for (int p = from; p < from + c.width; p++) {
                if (c.kind[p] == HAIR) {
                    evenHairAt(p);
                }
            }
        }
    }

    private void evenHairAt(int p) {
        for (int k = 0; k < lights.channels; k++) {
            float[] v = c.visible[k];
            float sum = 0;
            int n = 0;
            for (int dy = -2; dy <= 2; dy++) {
                for (int q = p + dy * c.stride - 2; q <= p + dy * c.stride + 2; q++) {
                    if (c.kind[q] == HAIR && Math.abs(c.depth[q] - c.depth[p]) < STRANDS) {
                        sum += v[q];
                        n++;
                    }
                }
            }
            c.visibleSwap[k][p] = sum / n;
        }
    }

    private void survey(int j) {
        for (int k = 0; k < lights.channels; k++) {
            float[] v = c.visible[k];
            if (k < narrow.length) {
                know(j, v, narrow[k]);
            }
            for (int i = 0; i < columns; i++) {
                float one = NONE;
                for (int y = j * HEIGHT; y < Math.min(c.height, (j + 1) * HEIGHT) && one != MIXED; y++) {
                    int p = c.at(i * WIDTH, y);
                    int n = Math.min(WIDTH, c.width - i * WIDTH);
                    for (int q = p; q < p + n; q++) {
                        if (c.kind[q] >= 0 && v[q] != one) {
                            if (one != NONE) {
                                one = MIXED;
                                break;
                            }
                            one = v[q];
                        }
                    }
                }
                value[k][j * columns + i] = one;
            }
        }
    }

    /// The rounds take narrow shadows as they are known.
    private void know(int j, float[] v, float[] known) {
        for (int y = j * HEIGHT; y < Math.min(c.height, (j + 1) * HEIGHT); y++) {
            for (int p = c.at(0, y); p < c.at(c.width, y); p++) {
                v[p] = known[p] == OPEN ? v[p] : known[p];
            }
        }
    }

    private boolean even(int i, int j) {
        for (float[] v : value) {
            float one = NONE;
            for (int y = Math.max(0, j - DOWN); y <= Math.min(rows - 1, j + DOWN); y++) {
                for (int x = Math.max(0, i - ACROSS); x <= Math.min(columns - 1, i + ACROSS); x++) {
                    float other = v[y * columns + x];
                    if (other == NONE || other == one) {
                        continue;
                    }
                    if (other == MIXED || one != NONE) {
                        return false;
                    }
                    one = other;
                }
            }
        }
        return true;
    }

    /// One row of cells: runs of uneven ones are filtered, the others copied.
    private void band(int j, int step, float[] range, Smoother.Geometry g, Lens lens) {
        int y1 = Math.min(c.height, (j + 1) * HEIGHT);
        for (int i = 0; i < columns; ) {
            boolean even = even(i, j);
            int end = i + 1;
            while (end < columns && even(end, j) == even) {
                end++;
            }
            for (int y = j * HEIGHT; y < y1; y++) {
                int from = c.at(i * WIDTH, y);
                int to = c.at(end * WIDTH, y);
                if (even) {
                    for (int k = 0; k < lights.channels; k++) {
                        System.arraycopy(c.visible[k], from, c.visibleSwap[k], from, to - from);
                    }
                } else {
                    Smoother.row(
                            c.visible,
                            c.visibleSwap,
                            g,
                            from,
                            to,
                            step,
                            0.004f,
                            range,
                            lens.ox(),
                            lens.oy(),
                            lens.oz());
                }
            }
            i = end;
        }
    }
}
