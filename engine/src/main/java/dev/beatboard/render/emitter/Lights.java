package dev.beatboard.render.emitter;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import java.util.List;

/// The emitters of a scene as plain numbers, each assigned to one of four channels whose shadows are kept apart: the
/// sun
/// has its own, and so have the strongest light groups; the rest share the last.
public final class Lights {

    public static final int CHANNELS = 4;
    public static final int RECTANGLE = 0;
    public static final int BULB = 1;
    public static final int SUN = 2;

    public final int count;
    public final int[] type;
    public final int[] channel;
    public final LightGroup[] group;
    /// Center; for the sun the unit direction to it.
    public final float[] center;
    /// Half edges of a rectangle.
    public final float[] u;

    public final float[] v;
    public final float[] normal;
    /// Radiance of a rectangle, radiance-equivalent of a bulb (intensity over pi r^2), irradiance of the sun.
    public final float[] color;
    /// Half lengths of a rectangle's edges.
    public final float[] halfU;

    public final float[] halfV;
    /// Radius of a bulb; tangent of the sun's angular radius.
    public final float[] radius;
    /// Corners of a rectangle, counter-clockwise seen from where it shines to, 12 numbers each.
    public final float[] corners;
    /// How many channels are in use.
    public final int channels;
    /// The largest radiance of a channel's lights.
    public final float[] brightest = new float[CHANNELS];

    /// All four channels.
    public Lights(List<Emitter> emitters) {
        this(emitters, CHANNELS);
    }

    /// @param most channels to use besides the sun's; groups that share one are told apart by chance only
    public Lights(List<Emitter> emitters, int most) {
        count = emitters.size();
        type = new int[count];
        channel = new int[count];
        group = new LightGroup[count];
        center = new float[3 * count];
        u = new float[3 * count];
        v = new float[3 * count];
        normal = new float[3 * count];
        color = new float[3 * count];
        halfU = new float[count];
        halfV = new float[count];
        radius = new float[count];
        corners = new float[12 * count];
        double[] power = new double[LightGroup.values().length];
        boolean sun = false;
        for (int i = 0; i < count; i++) {
            Emitter e = emitters.get(i);
            group[i] = e.group();
            switch (e) {
                case Emitter.Rectangle r -> {
                    rectangle(i, r);
                    power[e.group().ordinal()] += r.area() * r.radiance().luminance();
                }
                case Emitter.Bulb b -> {
                    type[i] = BULB;
                    put(center, i, b.center());
                    radius[i] = (float) Math.max(0.005, b.radius());
                    put(color, i, b.intensity(), 1 / (Math.PI * radius[i] * radius[i]));
                    power[e.group().ordinal()] += b.intensity().luminance();
                }
                case Emitter.Sun s -> {
                    type[i] = SUN;
                    sun = true;
                    put(center, i, s.toward());
                    radius[i] = (float) StrictMath.tan(Math.max(1e-4, s.angularRadius()));
                    put(color, i, s.irradiance(), 1 / Math.PI);
                }
            }
        }
        channels = assign(power, sun, most);
        for (int i = 0; i < count; i++) {
            brightest[channel[i]] = Math.max(brightest[channel[i]], luminance(i));
        }
    }

    private int assign(double[] power, boolean sun, int most) {
        int free = Math.min(most, sun ? CHANNELS - 1 : CHANNELS);
        int[] of = new int[power.length];
        int used = 0;
        boolean[] done = new boolean[power.length];
        int present = 0;
        for (double p : power) {
            present += p > 0 ? 1 : 0;
        }
        for (int k = 0; k < present; k++) {
            int best = -1;
            for (int g = 0; g < power.length; g++) {
                if (!done[g] && power[g] > 0 && (best < 0 || power[g] > power[best])) {
                    best = g;
                }
            }
            done[best] = true;
            of[best] = Math.min(k, free - 1);
            used = Math.max(used, of[best] + 1);
        }
        for (int i = 0; i < count; i++) {
            channel[i] = type[i] == SUN ? used : of[group[i].ordinal()];
        }
        return sun ? used + 1 : used;
    }

    private void rectangle(int i, Emitter.Rectangle r) {
        type[i] = RECTANGLE;
        Vec3 n = r.normal();
        put(center, i, r.center());
        put(u, i, r.u());
        put(v, i, r.v());
        put(normal, i, n);
        put(color, i, r.radiance(), 1);
        halfU[i] = (float) r.u().length();
        halfV[i] = (float) r.v().length();
        int[] su = {-1, -1, 1, 1};
        int[] sv = {-1, 1, 1, -1};
        for (int k = 0; k < 4; k++) {
            Vec3 c = r.center().plus(r.u(), su[k]).plus(r.v(), sv[k]);
            corners[12 * i + 3 * k] = (float) c.x();
            corners[12 * i + 3 * k + 1] = (float) c.y();
            corners[12 * i + 3 * k + 2] = (float) c.z();
        }
    }

    private static void put(float[] to, int i, Vec3 p) {
        to[3 * i] = (float) p.x();
        to[3 * i + 1] = (float) p.y();
        to[3 * i + 2] = (float) p.z();
    }

    private static void put(float[] to, int i, Rgb c, double k) {
        to[3 * i] = (float) (c.r() * k);
        to[3 * i + 1] = (float) (c.g() * k);
        to[3 * i + 2] = (float) (c.b() * k);
    }

    /// How many channels there are without the sun's.
    public int emitterChannels() {
        return channels - (hasSun() ? 1 : 0);
    }

    /// Whether one of them is a sun, whose channel is then the last.
    public boolean hasSun() {
        for (int t : type) {
            if (t == SUN) {
                return true;
            }
        }
        return false;
    }

    public float luminance(int i) {
        return 0.2126f * color[3 * i] + 0.7152f * color[3 * i + 1] + 0.0722f * color[3 * i + 2];
    }
}
