package dev.beatboard.file.video;

import dev.beatboard.file.Graphic;
import dev.beatboard.file.Picture;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.ToneMap;

/// 10-bit Y'CbCr 4:4:4 of the SDR picture by ITU-R BT.709-6, narrow range, with the frame's alpha beside it, not
/// multiplied into it. A frame without `A` is opaque.
final class AlphaRaster implements Raster {

    private static final float KR = 0.2126f;
    private static final float KB = 0.0722f;
    private static final int OPAQUE = 1023;

    private final int width;
    private final int height;
    private final byte[] bytes;

    AlphaRaster(int width, int height) {
        this.width = width;
        this.height = height;
        this.bytes = new byte[8 * width * height];
    }

    @Override
    public String pixelFormat() {
        return "yuva444p10le";
    }

    @Override
    public byte[] of(Frame frame, Graphic graphic) {
        float[] r = frame.plane("R").values();
        float[] g = frame.plane("G").values();
        float[] b = frame.plane("B").values();
        float[] a = frame.has("A") ? frame.plane("A").values() : null;
        float[] c = new float[3];
        for (int i = 0; i < r.length; i++) {
            ToneMap.display(r[i], g[i], b[i], c);
            float alpha = a == null ? 1 : Math.max(0, Math.min(1, a[i]));
            int ink = graphic.at(i);
            if (ink != 0) {
                float over = (ink >>> 24) / 255f;
                for (int k = 0; k < 3; k++) {
                    c[k] += over * ((ink >> 16 - 8 * k & 255) / 255f - c[k]);
                }
                alpha += over * (1 - alpha);
            }
            put(i, c[0], c[1], c[2], alpha);
        }
        return bytes;
    }

    @Override
    public byte[] of(Picture picture) {
        byte[] rgb = picture.rgb();
        for (int i = 0; i < width * height; i++) {
            put(i, (rgb[3 * i] & 255) / 255f, (rgb[3 * i + 1] & 255) / 255f, (rgb[3 * i + 2] & 255) / 255f, 1);
        }
        return bytes;
    }

    private void put(int i, float r, float g, float b, float alpha) {
        float y = KR * r + (1 - KR - KB) * g + KB * b;
        float dither = ToneMap.dither(i % width, i / width);
        int plane = width * height;
        code(i, 64 + 876 * y + dither);
        code(plane + i, 512 + 896 * (b - y) / (2 * (1 - KB)));
        code(2 * plane + i, 512 + 896 * (r - y) / (2 * (1 - KR)));
        code(3 * plane + i, OPAQUE * alpha);
    }

    private void code(int at, float value) {
        int v = (int) (value + 0.5f);
        bytes[2 * at] = (byte) v;
        bytes[2 * at + 1] = (byte) (v >> 8);
    }
}
