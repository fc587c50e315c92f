package dev.beatboard.render.texture;

import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import java.util.function.Function;

/// A [Pattern] made ready: sets base color and, where it has some relief, normal and roughness of a point.
public interface Paint {

    void apply(Surface p);

    /// The color from far away, for light that bounces.
    Rgb mean();

    /// @param fixed whether the surface stands still, so that patterns in world space stay on it
    static Paint of(Pattern pattern, boolean fixed, Function<dev.beatboard.scene.Texture, Mip> mips) {
        return switch (pattern) {
            case Pattern.Solid s -> new Plain(s.color());
            case Pattern.Image i -> new Picture(mips.apply(i.texture()), i.tint());
            case Pattern.Plaster q -> fixed ? new Patterns.PlasterPaint(q) : new Plain(q.color());
            case Pattern.Planks q -> fixed ? new Patterns.PlankPaint(q) : new Plain(mix(q.light(), q.dark(), 0.5f));
            case Pattern.Tiles q -> fixed ? new Patterns.TilePaint(q) : new Plain(q.color());
            case Pattern.Carpet q -> fixed ? new Patterns.CarpetPaint(q) : new Plain(q.color());
            case Pattern.Bricks q -> fixed ? new Patterns.BrickPaint(q) : new Plain(q.color());
            case Pattern.WoodGrain q -> fixed ? new Patterns.WoodPaint(q) : new Plain(mix(q.light(), q.dark(), 0.5f));
            case Pattern.Aggregate q -> fixed ? new Patterns.AggregatePaint(q) : new Plain(q.color());
        };
    }

    static Rgb mix(Rgb a, Rgb b, float t) {
        return new Rgb(a.r() + (b.r() - a.r()) * t, a.g() + (b.g() - a.g()) * t, a.b() + (b.b() - a.b()) * t);
    }

    /// One color.
    record Plain(Rgb mean) implements Paint {
        @Override
        public void apply(Surface p) {
            p.r = mean.r();
            p.g = mean.g();
            p.b = mean.b();
        }
    }

    /// An image times a tint, filtered by the pixel's footprint.
    final class Picture implements Paint {
        private final Mip mip;
        private final Rgb tint;
        private final Rgb mean;
        private final float size;

        Picture(Mip mip, Rgb tint) {
            this.mip = mip;
            this.tint = tint;
            size = (float) Math.sqrt((double) mip.width * mip.height);
            Surface p = new Surface();
            mip.sample(0.5f, 0.5f, 99, p);
            mean = new Rgb(p.r, p.g, p.b).times(tint);
        }

        @Override
        public void apply(Surface p) {
            float texels = p.uvDensity * size * p.footprint;
            float lod = 0;
            if (texels > 1) {
                // A logarithm that is piecewise linear: near enough, and the same on every machine.
                int bits = Float.floatToRawIntBits(texels);
                lod = (bits >>> 23) - 127 + ((bits & 0x7fffff) * (1f / 8388608f));
            }
            mip.sample(p.u, p.v, lod, p);
            p.r *= tint.r();
            p.g *= tint.g();
            p.b *= tint.b();
        }

        @Override
        public Rgb mean() {
            return mean;
        }
    }
}
