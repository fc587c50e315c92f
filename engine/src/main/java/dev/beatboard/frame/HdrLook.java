package dev.beatboard.frame;

/// The picture for HDR displays, in nits of BT.2020: [ToneMap]'s look with room above it. Dark and middle tones are the
/// SDR picture's with its white at 203 nits (ITU-R BT.2408). Above, where the SDR curve bends to fit under white, this
/// one goes on: a scene-linear 1, diffuse white, is at 203 nits; a shoulder leads to 1000 nits at 16, beyond which
/// all is alike. A gray card is at 39 nits in both.
public final class HdrLook {

    /// BT.2408: where diffuse white and graphics white are, in nits.
    public static final double WHITE = 203;
    /// The brightest pixel, in nits.
    public static final double PEAK = 1000;

    /// Up to here the curve is the SDR picture's: its contrast on a log-log scale is still about one, as between the
    /// two points it has to connect.
    private static final double ALIKE = 0.12;
    /// Light that reaches the peak: four stops over diffuse white.
    private static final double BRIGHTEST = 16;
    /// Contrast at diffuse white on a log-log scale; the SDR curve is down to 0.43 there.
    private static final double CONTRAST_AT_WHITE = 0.9;

    private static final double LOG_ALIKE = StrictMath.log(ALIKE);
    private static final double LOG_BRIGHTEST = StrictMath.log(BRIGHTEST);
    private static final double LOG_START = StrictMath.log(sdr(ALIKE));
    private static final double LOG_TOP = StrictMath.log(PEAK / WHITE);
    private static final double CONTRAST_AT_START =
            (StrictMath.log(sdr(ALIKE * 1.01)) - StrictMath.log(sdr(ALIKE / 1.01))) / (2 * StrictMath.log(1.01));

    private static final LightTable CURVE =
            new LightTable(l -> Transfer.SRGB.encode(tone(l)), 0x1p-14f, (float) BRIGHTEST);
    /// Encoded value, as in [ToneMap], to nits; values above 1 go on by the same formula.
    private static final LightTable NITS = new LightTable(v -> WHITE * Transfer.SRGB.decode(v), 0x1p-20f, 4);

    private static final float[] TO_2020 =
            Chromaticities.REC709.to(Chromaticities.REC2020).floats();

    private HdrLook() {}

    /// One channel's light to display light, where 1 is white.
    private static double tone(double light) {
        if (light <= ALIKE) {
            return sdr(light);
        }
        double l = StrictMath.log(light);
        return StrictMath.exp(
                l < 0
                        ? hermite(l, LOG_ALIKE, LOG_START, CONTRAST_AT_START, 0, 0, CONTRAST_AT_WHITE)
                        : hermite(Math.min(l, LOG_BRIGHTEST), 0, 0, CONTRAST_AT_WHITE, LOG_BRIGHTEST, LOG_TOP, 0));
    }

    private static double sdr(double light) {
        return Transfer.SRGB.decode(ToneMap.encoded(light));
    }

    /// The cubic from (a, fa) to (b, fb) with these slopes there.
    private static double hermite(double x, double a, double fa, double sa, double b, double fb, double sb) {
        double h = b - a;
        double t = (x - a) / h;
        double u = 1 - t;
        return u * u * ((1 + 2 * t) * fa + t * h * sa) + t * t * ((1 + 2 * u) * fb - u * h * sb);
    }

    /// One scene-linear Rec.709 color as displayed: nits of BT.2020 red, green, blue, each within 0 and [#PEAK].
    public static void display(float r, float g, float b, float[] nits) {
        ToneMap.inset(r, g, b, nits);
        ToneMap.look(CURVE.at(nits[0]), CURVE.at(nits[1]), CURVE.at(nits[2]), nits);
        toNits(nits);
    }

    /// A color of a finished SDR picture, each channel 0..1 encoded as sRGB, as displayed beside the frames: nits of
    /// BT.2020, white at [#WHITE].
    public static void graphics(float r, float g, float b, float[] nits) {
        nits[0] = r;
        nits[1] = g;
        nits[2] = b;
        toNits(nits);
    }

    private static void toNits(float[] c) {
        float r = nits(c[0]);
        float g = nits(c[1]);
        float b = nits(c[2]);
        for (int i = 0; i < 3; i++) {
            c[i] = TO_2020[3 * i] * r + TO_2020[3 * i + 1] * g + TO_2020[3 * i + 2] * b;
        }
    }

    private static float nits(float encoded) {
        return encoded <= 0 ? 0 : Math.min((float) PEAK, NITS.at(encoded));
    }
}
