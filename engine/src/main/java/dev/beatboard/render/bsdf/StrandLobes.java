package dev.beatboard.render.bsdf;

/// The lobes of [Strand] for many pixels, a strand and a viewer at a time. One per worker.
public final class StrandLobes {

    /// The share of light in the hair's color that the diffuse body sends on.
    public static final float BODY = (float) Strand.BODY;
    /// The share of light that the white lobe sends on, and of light in the hair's color the tinted one.
    public static final float WHITE = (float) Strand.WHITE;

    public static final float TINTED = (float) Strand.TINTED;

    private static final float[] SHIFT = {(float) Strand.SHIFT[0], (float) Strand.SHIFT[1]};
    private static final float[] SCALE = {(float) Strand.SCALE[0], (float) Strand.SCALE[1]};
    /// Light from opposite to the viewer around the strand gives nothing, and next to that hardly anything.
    private static final float LEAST = 1e-3f;

    /// Of what is gathered before hair: the share that is left when what lies behind is dark, as the lobes see it, too.
    private static final float DARK = 0.75f;
    /// The share of what hair of color 1 sends on that reaches other hair and comes back.
    private static final float AGAIN = 0.5f;

    private float tx;
    private float ty;
    private float tz;
    private float vx;
    private float vy;
    private float vz;
    private float so;
    /// Over what of the lobe lies on the sphere.
    private final float[] norm = new float[SCALE.length];

    /// Densities over the sphere toward the light asked about last.
    public float white;

    public float tinted;

    /// What light of 1 that is gathered before hair counts for in one color: less, as half of the lobes looks into
    /// the hair, and more, in the hair's own color, as light goes from strand to strand; of fair hair more than 1,
    /// as that stands for the emitters' light, too. Without, fair hair is pale and dark hair too bright. The shares
    /// are fitted to the reference with five colors of hair.
    ///
    /// @param color of the hair, 0 to 1
    public static float gathered(float color) {
        return DARK / (1 - AGAIN * color);
    }

    /// Turns to a strand along the unit vector t that is seen from the unit vector v.
    public void turn(float tx, float ty, float tz, float vx, float vy, float vz) {
        this.tx = tx;
        this.ty = ty;
        this.tz = tz;
        this.vx = vx;
        this.vy = vy;
        this.vz = vz;
        so = tx * vx + ty * vy + tz * vz;
        for (int p = 0; p < norm.length; p++) {
            norm[p] = 1 / (SCALE[p] * (cumulative(p, 1) - cumulative(p, -1)));
        }
    }

    private float cumulative(int p, float x) {
        float y = (x + so - SHIFT[p]) / SCALE[p];
        float e = fall(Math.abs(y));
        return y < 0 ? e / (1 + e) : 1 / (1 + e);
    }

    /// Sets the densities toward the unit vector l.
    public void toward(float lx, float ly, float lz) {
        float si = tx * lx + ty * ly + tz * lz;
        float dot = vx * lx + vy * ly + vz * lz - so * si;
        float k = (1 - so * so) * (1 - si * si);
        float cos = k > 1e-12f ? Math.clamp(dot / (float) Math.sqrt(k), -1, 1) : 1;
        float round = 0.25f * (float) Math.sqrt(0.5f * (1 + cos));
        if (round < LEAST) {
            white = 0;
            tinted = 0;
            return;
        }
        white = round * lobe(0, si);
        tinted = round * lobe(1, si);
    }

    private float lobe(int p, float si) {
        float e = fall(Math.abs(si + so - SHIFT[p]) / SCALE[p]);
        return norm[p] * e / ((1 + e) * (1 + e));
    }

    /// About e^-x of what is not negative: the eighth power of a series, within a hundredth of itself up to 6.
    private static float fall(float x) {
        float y = 0.125f * x;
        float e = 1 / (1 + y * (1 + y * (0.5f + y * (1 / 6f + y * (1 / 24f)))));
        e *= e;
        e *= e;
        return e * e;
    }
}
