package dev.beatboard.render.raster;

import dev.beatboard.render.Quality;
import dev.beatboard.render.mesh.Dimming;
import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.probe.ProbeBaker;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.World;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What still holds of the frame before: a camera at rest sees the same still things in the same light, and need not
/// find that out again (frame-to-frame coherence, Hubschman and Zucker 1981). Only what this frame would compute to the
/// same bits is kept, so a frame is the same alone and in sequence.
///
/// What can change is told by strips of [#COLUMNS] x [#ROWS] pixels: a strip in which some pixel shows another or a
/// moving surface is changed.
final class Coherence {

    static final int COLUMNS = 16;
    static final int ROWS = 8;

    /// In [#shaded]: nothing is known.
    static final float UNKNOWN = -1;

    private final Canvas canvas;
    private final int columns;
    private final boolean[] changed;
    private final byte[][] shaded;

    private @Nullable World world;
    private @Nullable Lens lens;
    private @Nullable Visibility visibility;
    private ProbeBaker.@Nullable Baked probes;
    private List<Emitter> lights = List.of();
    private double exposure;
    private @Nullable Quality quality;
    private int channels;
    private boolean whole;
    private boolean still;
    private boolean lit;
    private boolean bounced;

    Coherence(Canvas canvas) {
        this.canvas = canvas;
        columns = (canvas.width + COLUMNS - 1) / COLUMNS;
        changed = new boolean[columns * ((canvas.height + ROWS - 1) / ROWS)];
        shaded = new byte[Canvas.CHANNELS][canvas.size];
    }

    /// Whether this is about that canvas.
    boolean of(Canvas other) {
        return other == canvas;
    }

    /// A frame begins: compares what it is to show with the frame before.
    void begin(Scene scene, Lens newLens, Visibility newVisibility, Quality newQuality, int newChannels) {
        still = whole
                && scene.world() == world
                && newLens.equals(lens)
                && newVisibility == visibility
                && newQuality.equals(quality);
        lit = still
                && channels == newChannels
                && exposure == scene.exposure()
                && scene.lights().equals(lights);
        whole = false;
        world = scene.world();
        lens = newLens;
        visibility = newVisibility;
        quality = newQuality;
        lights = scene.lights();
        exposure = scene.exposure();
        channels = newChannels;
        Arrays.fill(changed, !still);
    }

    /// The light that bounces around this frame.
    void bounce(ProbeBaker.Baked newProbes) {
        bounced = still && newProbes == probes;
        probes = newProbes;
    }

    /// The frame has been finished: the next one may rely on it.
    void end() {
        whole = true;
    }

    /// Whether the lens and the world are those of the frame before.
    boolean still() {
        return still;
    }

    /// Marks the strip of pixel (x, y).
    void change(int x, int y) {
        changed[y / ROWS * columns + x / COLUMNS] = true;
    }

    /// Whether all light before shadows in the strip of pixel (x, y) is that of the frame before.
    boolean lit(int x, int y) {
        return lit && !changed[y / ROWS * columns + x / COLUMNS];
    }

    /// Whether all light that bounces and all that shines is that of the frame before.
    boolean bounced() {
        return bounced && lit;
    }

    /// Whether what the probes say in the strip of pixel (x, y) is what they said of the frame before.
    boolean bounced(int x, int y) {
        return bounced && !changed[y / ROWS * columns + x / COLUMNS];
    }

    /// What still things leave of the light that was picked at place `p` of the canvas, 0..1 in the steps
    /// of [Dimming], or [#UNKNOWN].
    float shaded(int channel, int p) {
        int level = shaded[channel][p] & 255;
        return level == 0 ? UNKNOWN : (level - 1) / (float) Dimming.STEPS;
    }

    void shade(int channel, int p, float what) {
        shaded[channel][p] = (byte) (1 + Math.round(Dimming.STEPS * what));
    }

    /// Forgets what stood before the lights of the places `from` to `to`: they pick new ones.
    void relight(int from, int to) {
        for (int k = 0; k < channels; k++) {
            Arrays.fill(shaded[k], from, to, (byte) 0);
        }
    }
}
