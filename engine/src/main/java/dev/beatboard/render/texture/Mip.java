package dev.beatboard.render.texture;

import dev.beatboard.scene.Texture;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A texture with its halvings. Colors stay sRGB bytes and are decoded by table; halvings average linear light,
/// weighted
/// by alpha, so that what surrounds a leaf or a strand does not bleed into it.
public final class Mip {

    private static final VarHandle PIXEL = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[][] levels;
    private final int[] widths;
    private final int[] heights;
    public final int width;
    public final int height;

    public Mip(Texture texture, boolean cutout) {
        width = texture.width();
        height = texture.height();
        int n = 1;
        while (Math.max(width, height) >> n > 0) {
            n++;
        }
        levels = new byte[n][];
        widths = new int[n];
        heights = new int[n];
        levels[0] = texture.rgba();
        widths[0] = width;
        heights[0] = height;
        for (int l = 1; l < n; l++) {
            halve(l);
        }
        if (cutout) {
            levels[0] = levels[0].clone();
            for (int l = n - 2; l >= 0; l--) {
                fill(l);
            }
        }
    }

    private void halve(int l) {
        int sw = widths[l - 1];
        int sh = heights[l - 1];
        int w = Math.max(1, sw / 2);
        int h = Math.max(1, sh / 2);
        byte[] from = levels[l - 1];
        byte[] to = new byte[4 * w * h];
        widths[l] = w;
        heights[l] = h;
        levels[l] = to;
        for (int y = 0; y < h; y++) {
            int y1 = Math.min(sh - 1, 2 * y + 1);
            for (int x = 0; x < w; x++) {
                int x1 = Math.min(sw - 1, 2 * x + 1);
                int a = 4 * (2 * y * sw + 2 * x);
                int b = 4 * (2 * y * sw + x1);
                int c = 4 * (y1 * sw + 2 * x);
                int d = 4 * (y1 * sw + x1);
                int wa = from[a + 3] & 255;
                int wb = from[b + 3] & 255;
                int wc = from[c + 3] & 255;
                int wd = from[d + 3] & 255;
                int sum = wa + wb + wc + wd;
                float f = sum == 0 ? 0.25f : 1f / sum;
                float fa = sum == 0 ? f : wa * f;
                float fb = sum == 0 ? f : wb * f;
                float fc = sum == 0 ? f : wc * f;
                float fd = sum == 0 ? f : wd * f;
                int o = 4 * (y * w + x);
                for (int k = 0; k < 3; k++) {
                    to[o + k] = Srgb.code(fa * Srgb.linear(from[a + k] & 255)
                            + fb * Srgb.linear(from[b + k] & 255)
                            + fc * Srgb.linear(from[c + k] & 255)
                            + fd * Srgb.linear(from[d + k] & 255));
                }
                to[o + 3] = (byte) (sum + 2 >> 2);
            }
        }
    }

    /// Gives nearly transparent texels the color of what is around them.
    private void fill(int l) {
        byte[] to = levels[l];
        byte[] from = levels[l + 1];
        int w = widths[l];
        int h = heights[l];
        int sw = widths[l + 1];
        int sh = heights[l + 1];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int o = 4 * (y * w + x);
                if ((to[o + 3] & 255) < 160) {
                    int q = 4 * (Math.min(sh - 1, y / 2) * sw + Math.min(sw - 1, x / 2));
                    to[o] = from[q];
                    to[o + 1] = from[q + 1];
                    to[o + 2] = from[q + 2];
                }
            }
        }
    }

    /// Linear color and alpha at (u, v), v upward, into `p`; `lod` is the level of detail, 0 the finest.
    public void sample(float u, float v, float lod, Surface p) {
        int n = levels.length - 1;
        float level = lod < 0 ? 0 : lod > n ? n : lod;
        int l = (int) level;
        float f = level - l;
        bilinear(u, v, l, p, 1 - f, true);
        if (f > 0 && l < n) {
            bilinear(u, v, l + 1, p, f, false);
        }
    }

    private void bilinear(float u, float v, int l, Surface p, float weight, boolean first) {
        byte[] t = levels[l];
        int w = widths[l];
        int h = heights[l];
        float x = (u - floor(u)) * w - 0.5f;
        float y = (1 - (v - floor(v))) * h - 0.5f;
        int ix = (int) floor(x);
        int iy = (int) floor(y);
        float fx = x - ix;
        float fy = y - iy;
        int x0 = ix < 0 ? w - 1 : ix;
        int x1 = ix + 1 >= w ? 0 : ix + 1;
        int y0 = (iy < 0 ? h - 1 : iy >= h ? h - 1 : iy) * w;
        int y1 = (iy + 1 >= h ? 0 : iy + 1) * w;
        int a = (int) PIXEL.get(t, 4 * (y0 + x0));
        int b = (int) PIXEL.get(t, 4 * (y0 + x1));
        int c = (int) PIXEL.get(t, 4 * (y1 + x0));
        int d = (int) PIXEL.get(t, 4 * (y1 + x1));
        float wd = fx * fy * weight;
        float wb = fx * weight - wd;
        float wc = fy * weight - wd;
        float wa = weight - wb - wc - wd;
        float r = wa * Srgb.linear(a & 255)
                + wb * Srgb.linear(b & 255)
                + wc * Srgb.linear(c & 255)
                + wd * Srgb.linear(d & 255);
        float g = wa * Srgb.linear(a >> 8 & 255)
                + wb * Srgb.linear(b >> 8 & 255)
                + wc * Srgb.linear(c >> 8 & 255)
                + wd * Srgb.linear(d >> 8 & 255);
        float bl = wa * Srgb.linear(a >> 16 & 255)
                + wb * Srgb.linear(b >> 16 & 255)
                + wc * Srgb.linear(c >> 16 & 255)
                + wd * Srgb.linear(d >> 16 & 255);
        p.r = first ? r : p.r + r;
        p.g = first ? g : p.g + g;
        p.b = first ? bl : p.b + bl;
    }

    /// Alpha 0..1 at (u, v), bilinear, of the level nearest to `lod`.
    public float alpha(float u, float v, float lod) {
        int n = levels.length - 1;
        int l = lod <= 0 ? 0 : (int) Math.min(n, lod + 0.5f);
        byte[] t = levels[l];
        int w = widths[l];
        int h = heights[l];
        float x = (u - floor(u)) * w - 0.5f;
        float y = (1 - (v - floor(v))) * h - 0.5f;
        int ix = (int) floor(x);
        int iy = (int) floor(y);
        float fx = x - ix;
        float fy = y - iy;
        int x0 = ix < 0 ? w - 1 : ix;
        int x1 = ix + 1 >= w ? 0 : ix + 1;
        int y0 = (iy < 0 ? h - 1 : iy >= h ? h - 1 : iy) * w;
        int y1 = (iy + 1 >= h ? 0 : iy + 1) * w;
        float a = t[4 * (y0 + x0) + 3] & 255;
        float b = t[4 * (y0 + x1) + 3] & 255;
        float c = t[4 * (y1 + x0) + 3] & 255;
        float d = t[4 * (y1 + x1) + 3] & 255;
        float top = a + (b - a) * fx;
        float low = c + (d - c) * fx;
        return (top + (low - top) * fy) * (1 / 255f);
    }

    /// Alpha of the nearest texel, for shadow rays.
    public float coarseAlpha(float u, float v) {
        int l = Math.min(levels.length - 1, 1);
        int w = widths[l];
        int h = heights[l];
        int x = Math.min(w - 1, (int) ((u - floor(u)) * w));
        int y = Math.min(h - 1, Math.max(0, (int) ((1 - (v - floor(v))) * h)));
        return (levels[l][4 * (y * w + x) + 3] & 255) * (1 / 255f);
    }

    static float floor(float x) {
        int i = (int) x;
        return x < i ? i - 1 : i;
    }
}
