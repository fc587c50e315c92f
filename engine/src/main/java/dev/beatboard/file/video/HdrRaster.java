package dev.beatboard.file.video;

import dev.beatboard.file.Graphic;
import dev.beatboard.file.Picture;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.HdrLook;
import dev.beatboard.frame.HdrSignal;
import dev.beatboard.frame.ToneMap;
import java.util.Optional;

/// 10-bit Y'CbCr 4:2:0 by ITU-R BT.2100, non-constant luminance, narrow range, color sited on the top left pixel of
/// each four. What is drawn over it has its white at diffuse white.
final class HdrRaster implements Raster {

    private static final float KR = 0.2627f;
    private static final float KB = 0.0593f;

    private final int width;
    private final int height;
    private final HdrSignal signal;
    private final byte[] bytes;
    private final float[] blue;
    private final float[] red;
    private final float[] c = new float[3];
    private final float[] ink = new float[3];
    private float brightest;
    private double sum;
    private double brightestMean;

    HdrRaster(int width, int height, HdrSignal signal) {
        this.width = width;
        this.height = height;
        this.signal = signal;
        this.bytes = new byte[3 * width * height];
        this.blue = new float[width * height];
        this.red = new float[width * height];
    }

    @Override
    public String pixelFormat() {
        return "yuv420p10le";
    }

    @Override
    public Optional<ContentLight> light() {
        return Optional.of(new ContentLight((int) Math.ceil(brightest), (int) Math.ceil(brightestMean)));
    }

    @Override
    public byte[] of(Frame frame, Graphic graphic) {
        float[] r = frame.plane("R").values();
        float[] g = frame.plane("G").values();
        float[] b = frame.plane("B").values();
        sum = 0;
        for (int i = 0; i < r.length; i++) {
            HdrLook.display(r[i], g[i], b[i], c);
            int argb = graphic.at(i);
            if (argb != 0) {
                HdrLook.graphics((argb >> 16 & 255) / 255f, (argb >> 8 & 255) / 255f, (argb & 255) / 255f, ink);
                float over = (argb >>> 24) / 255f;
                for (int k = 0; k < 3; k++) {
                    c[k] += over * (ink[k] - c[k]);
                }
            }
            put(i);
        }
        return whole();
    }

    @Override
    public byte[] of(Picture picture) {
        byte[] rgb = picture.rgb();
        sum = 0;
        for (int i = 0; i < width * height; i++) {
            HdrLook.graphics(
                    (rgb[3 * i] & 255) / 255f, (rgb[3 * i + 1] & 255) / 255f, (rgb[3 * i + 2] & 255) / 255f, c);
            put(i);
        }
        return whole();
    }

    /// Pixel `i` has the nits in `c`.
    private void put(int i) {
        float most = Math.max(c[0], Math.max(c[1], c[2]));
        brightest = Math.max(brightest, most);
        sum += most;
        signal.encode(c);
        float y = KR * c[0] + (1 - KR - KB) * c[1] + KB * c[2];
        blue[i] = (c[2] - y) / (2 * (1 - KB));
        red[i] = (c[0] - y) / (2 * (1 - KR));
        code(i, 64 + 876 * y + ToneMap.dither(i % width, i / width));
    }

    private byte[] whole() {
        brightestMean = Math.max(brightestMean, sum / (width * height));
        int at = width * height;
        for (float[] plane : new float[][] {blue, red}) {
            for (int y = 0; y < height; y += 2) {
                for (int x = 0; x < width; x += 2) {
                    code(at++, 512 + 896 * sited(plane, x, y));
                }
            }
        }
        return bytes;
    }

    /// A quarter, a half, a quarter in both directions, around the pixel where the color is sited.
    private float sited(float[] p, int x, int y) {
        int above = Math.max(0, y - 1) * width;
        int here = y * width;
        int below = Math.min(height - 1, y + 1) * width;
        return (across(p, above, x) + 2 * across(p, here, x) + across(p, below, x)) / 16;
    }

    private float across(float[] p, int row, int x) {
        return p[row + Math.max(0, x - 1)] + 2 * p[row + x] + p[row + Math.min(width - 1, x + 1)];
    }

    private void code(int at, float value) {
        int v = (int) (value + 0.5f);
        bytes[2 * at] = (byte) v;
        bytes[2 * at + 1] = (byte) (v >> 8);
    }
}
