package dev.beatboard.render.texture;

import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;

/// The procedural patterns. All are functions of the world position along the two axes across which the surface lies,
/// and all lose their detail before it becomes smaller than a pixel.
final class Patterns {

    private Patterns() {}

    /// First coordinate on the surface: z on walls that face x, else x.
    static float along(Surface p) {
        return Math.abs(p.gx) > Math.abs(p.gy) && Math.abs(p.gx) > Math.abs(p.gz) ? p.z : p.x;
    }

    /// Second coordinate: z on floors and ceilings, else the height.
    static float across(Surface p) {
        return Math.abs(p.gy) >= Math.abs(p.gx) && Math.abs(p.gy) >= Math.abs(p.gz) ? p.z : p.y;
    }

    /// The width of a pixel on the surface along a direction of the surface whose slope to the view is `toward`, the
    /// cosine between them: at grazing angles pixels are long.
    private static float stretch(Surface p, float toward) {
        float nv = Math.max(0.03f, p.gx * p.vx + p.gy * p.vy + p.gz * p.vz);
        return p.pixel * (float) Math.sqrt(1 + toward * toward / (nv * nv));
    }

    /// Pixel width along [#along].
    static float widthAlong(Surface p) {
        return stretch(p, Math.abs(p.gx) > Math.abs(p.gy) && Math.abs(p.gx) > Math.abs(p.gz) ? p.vz : p.vx);
    }

    /// Pixel width along [#across].
    static float widthAcross(Surface p) {
        return stretch(p, Math.abs(p.gy) >= Math.abs(p.gx) && Math.abs(p.gy) >= Math.abs(p.gz) ? p.vz : p.vy);
    }

    /// Tilts the normal by slopes along the two coordinates.
    static void tilt(Surface p, float du, float dv) {
        float ax = Math.abs(p.gx);
        float ay = Math.abs(p.gy);
        float az = Math.abs(p.gz);
        if (ax > ay && ax > az) {
            p.nz -= du;
            p.ny -= dv;
        } else if (ay >= az) {
            p.nx -= du;
            p.nz -= dv;
        } else {
            p.nx -= du;
            p.ny -= dv;
        }
    }

    /// The share of a joint in the pixel at `x` (in units of one period, joint around whole numbers) whose joint is
    /// `width` and pixel `pixel` wide in that unit.
    static float joint(float x, float width, float pixel) {
        float d = Math.abs(x - Mip.floor(x + 0.5f));
        float half = 0.5f * width;
        float soft = Math.max(0.5f * pixel, 0.15f * half);
        float cover = 1 - Grain.smooth(half - soft, half + soft, d);
        return pixel <= width ? cover : cover * Math.min(1, width / pixel);
    }

    private static void set(Surface p, Rgb a, Rgb b, float t) {
        p.r = a.r() + (b.r() - a.r()) * t;
        p.g = a.g() + (b.g() - a.g()) * t;
        p.b = a.b() + (b.b() - a.b()) * t;
    }

    record PlasterPaint(Pattern.Plaster q) implements Paint {
        @Override
        public void apply(Surface p) {
            float u = along(p);
            float v = across(p);
            float k = 1
                    + q.variation()
                            * (1.1f * Grain.faded(u + 3, v, 0.9f, p.footprint)
                                    + 0.7f * Grain.faded(u, v + 5, 6.5f, p.footprint));
            set(p, q.color(), q.color(), 0);
            p.shade(k);
            float amount = 0.10f * Math.min(1, 0.0025f / p.footprint) * (1 - Grain.smooth(0.002f, 0.004f, p.footprint));
            if (amount > 0) {
                float s = 280;
                float c = Grain.value(u * s, v * s);
                tilt(
                        p,
                        (Grain.value(u * s + 0.4f, v * s) - c) * amount,
                        (Grain.value(u * s, v * s + 0.4f) - c) * amount);
            }
        }

        @Override
        public Rgb mean() {
            return q.color();
        }
    }

    record PlankPaint(Pattern.Planks q) implements Paint {
        @Override
        public void apply(Surface p) {
            boolean floor = Math.abs(p.gy) > 0.5f;
            float u = floor ? q.alongZ() ? p.z : p.x : across(p);
            float v = floor ? q.alongZ() ? p.x : p.z : along(p);
            boolean alongIsU = floor && !q.alongZ();
            float rowAt = v / q.width();
            int row = (int) Mip.floor(rowAt);
            float boardAt = u / q.length() + Grain.cell(row, 77);
            int board = (int) Mip.floor(boardAt);
            float shade = Grain.cell(row, board);
            float grain = 0.6f * Grain.faded(u * 0.025f + shade * 50, v + shade * 33, 90, p.footprint)
                    + 0.4f * Grain.faded(u * 0.02f, v + shade * 9, 260, p.footprint);
            float t = 0.5f + 0.75f * (shade - 0.5f) - 0.9f * grain;
            set(p, q.light(), q.dark(), t < 0 ? 0 : t > 1 ? 1 : t);
            float gap = Math.max(
                    joint(rowAt, 0.0022f / q.width(), (alongIsU ? widthAcross(p) : widthAlong(p)) / q.width()),
                    joint(boardAt, 0.002f / q.length(), (alongIsU ? widthAlong(p) : widthAcross(p)) / q.length()));
            p.shade(1 - 0.65f * gap);
            p.roughness += 0.10f * grain + 0.2f * gap + 0.03f * (shade - 0.5f);
            tilt(
                    p,
                    0.008f * Grain.faded(u * 0.3f, v, 9, p.footprint),
                    0.012f * Grain.faded(u * 0.05f, v, 40, p.footprint));
        }

        @Override
        public Rgb mean() {
            return Paint.mix(q.light(), q.dark(), 0.5f);
        }
    }

    record TilePaint(Pattern.Tiles q) implements Paint {
        @Override
        public void apply(Surface p) {
            float u = along(p);
            float v = across(p);
            float x = u / q.width();
            float y = v / q.height();
            float shade = Grain.cell((int) Mip.floor(x), (int) Mip.floor(y)) - 0.5f;
            set(p, q.color(), q.color(), 0);
            p.shade(1 + q.variation() * shade + 0.06f * Grain.faded(u, v, 160, p.footprint));
            float gap = Math.max(
                    joint(x, q.jointWidth() / q.width(), widthAlong(p) / q.width()),
                    joint(y, q.jointWidth() / q.height(), widthAcross(p) / q.height()));
            p.r += (q.joint().r() - p.r) * gap;
            p.g += (q.joint().g() - p.g) * gap;
            p.b += (q.joint().b() - p.b) * gap;
            p.roughness += (Math.max(p.roughness, 0.7f) - p.roughness) * gap;
        }

        @Override
        public Rgb mean() {
            return Paint.mix(q.color(), q.joint(), Math.min(0.3f, 2 * q.jointWidth() / q.width()));
        }
    }

    record CarpetPaint(Pattern.Carpet q) implements Paint {
        @Override
        public void apply(Surface p) {
            float u = along(p);
            float v = across(p);
            float s = 1 / Math.max(1e-3f, q.scale());
            float t = 0.35f
                    + 0.8f * Grain.faded(u, v, s, p.footprint)
                    + 0.5f * Grain.faded(u + 7, v, 0.37f * s, p.footprint);
            set(p, q.color(), q.fleck(), t < 0 ? 0 : t > 1 ? 1 : t);
            p.shade(1
                    + 0.35f * Grain.faded(u, v + 3, 2.3f * s, p.footprint)
                    + 0.05f * Grain.faded(u, v, 1.7f, p.footprint));
        }

        @Override
        public Rgb mean() {
            return Paint.mix(q.color(), q.fleck(), 0.35f);
        }
    }

    record BrickPaint(Pattern.Bricks q) implements Paint {
        @Override
        public void apply(Surface p) {
            float u = along(p);
            float v = across(p);
            float y = v / q.height();
            int row = (int) Mip.floor(y);
            float x = u / q.width() + ((row & 1) == 0 ? 0 : 0.5f);
            float shade = Grain.cell((int) Mip.floor(x), row) - 0.5f;
            set(p, q.color(), q.color(), 0);
            float rough = Grain.faded(u, v, 45, p.footprint) + Grain.faded(u, v, 160, p.footprint);
            p.shade(1 + 0.45f * shade + 0.25f * rough);
            float gap = Math.max(
                    joint(x, q.jointWidth() / q.width(), widthAlong(p) / q.width()),
                    joint(y, q.jointWidth() / q.height(), widthAcross(p) / q.height()));
            p.r += (q.mortar().r() * (1 + 0.2f * rough) - p.r) * gap;
            p.g += (q.mortar().g() * (1 + 0.2f * rough) - p.g) * gap;
            p.b += (q.mortar().b() * (1 + 0.2f * rough) - p.b) * gap;
        }

        @Override
        public Rgb mean() {
            return Paint.mix(q.color(), q.mortar(), 0.15f);
        }
    }

    record WoodPaint(Pattern.WoodGrain q) implements Paint {
        @Override
        public void apply(Surface p) {
            float u = along(p);
            float v = across(p);
            float s = 1 / Math.max(1e-3f, q.scale());
            float wave = Grain.faded(u * 0.15f, v, 0.4f * s, p.footprint);
            float fine = Grain.faded(u * 0.03f + wave, v, 3 * s, p.footprint);
            float pore = Grain.faded(u * 0.02f, v, 11 * s, p.footprint);
            float t = 0.5f + 0.5f * wave + 0.7f * fine + 0.4f * pore;
            set(p, q.light(), q.dark(), t < 0 ? 0 : t > 1 ? 1 : t);
            p.roughness += 0.08f * fine;
        }

        @Override
        public Rgb mean() {
            return Paint.mix(q.light(), q.dark(), 0.5f);
        }
    }

    record AggregatePaint(Pattern.Aggregate q) implements Paint {
        @Override
        public void apply(Surface p) {
            float u = along(p);
            float v = across(p);
            float s = 1 / Math.max(5e-4f, q.scale());
            float grain = Grain.faded(u, v, s, p.footprint) + 0.6f * Grain.faded(u + 11, v, 0.31f * s, p.footprint);
            float t = 0.4f + 1.2f * grain;
            float c = q.contrast() * (t < 0 ? 0 : t > 1 ? 1 : t);
            set(p, q.color(), q.grain(), c);
            p.shade(1 + 0.10f * Grain.faded(u, v, 0.7f, p.footprint) + 0.07f * Grain.faded(u + 5, v, 4, p.footprint));
            p.roughness += 0.06f * grain;
        }

        @Override
        public Rgb mean() {
            return Paint.mix(q.color(), q.grain(), 0.4f * q.contrast());
        }
    }
}
