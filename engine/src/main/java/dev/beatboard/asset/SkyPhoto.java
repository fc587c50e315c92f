package dev.beatboard.asset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// A photographed sky without its sun: latitude-longitude, rows from the zenith down, the middle column looks along -z.
///
/// @param rgb scene-linear, scaled so that the upper half has the mean luminance 1 (by solid angle)
/// @param sun where the sun was: radians about y from -z toward +x
public record SkyPhoto(int width, int height, float[] rgb, float sun) {

    static final int MARK = 0x534B5931; // SKY1
    /// What shines more than this share of the sky's pixels is the sun or its glare: it becomes a white as bright as
    /// they
    /// get, since the sun is a light of its own, and its picture has no true color.
    private static final double BRIGHTEST = 0.985;

    /// A photograph as it is decoded, made ready for use.
    static SkyPhoto of(int width, int height, float[] photographed) {
        float[] rgb = photographed.clone();
        int half = width * height / 2;
        float[] light = new float[half];
        int brightest = 0;
        for (int p = 0; p < half; p++) {
            light[p] = luminance(rgb, p);
            brightest = light[p] > light[brightest] ? p : brightest;
        }
        float[] sorted = light.clone();
        Arrays.sort(sorted);
        float most = sorted[(int) (BRIGHTEST * (half - 1))];
        double sum = 0;
        double weights = 0;
        for (int p = 0; p < width * height; p++) {
            float l = luminance(rgb, p);
            boolean glare = !(l <= most) || p < half && burnt(rgb, p);
            for (int c = 0; c < 3; c++) {
                rgb[3 * p + c] = glare ? most : Math.max(0, rgb[3 * p + c]);
            }
            if (p < half) {
                double w = StrictMath.sin(StrictMath.PI * (p / width + 0.5) / height);
                sum += w * luminance(rgb, p);
                weights += w;
            }
        }
        float scale = (float) (weights / Math.max(1e-9, sum));
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] *= scale;
        }
        double sun = 2 * StrictMath.PI * ((brightest % width + 0.5) / width - 0.5);
        return new SkyPhoto(width, height, rgb, (float) sun);
    }

    /// Where the compression of the photographs broke at the sun's disk, red or green are gone: no sky is so blue.
    private static boolean burnt(float[] rgb, int pixel) {
        return rgb[3 * pixel] <= 0 || rgb[3 * pixel + 1] <= 0;
    }

    private static float luminance(float[] rgb, int pixel) {
        return 0.2126f * rgb[3 * pixel] + 0.7152f * rgb[3 * pixel + 1] + 0.0722f * rgb[3 * pixel + 2];
    }

    void write(Path file) throws IOException {
        try (PackFile.Writer out = new PackFile.Writer(file, MARK)) {
            out.number(width);
            out.number(height);
            out.floats(new float[] {sun});
            out.floats(rgb);
        }
    }

    static SkyPhoto read(Path file) throws IOException {
        PackFile.Reader in = PackFile.Reader.of(file, MARK);
        int width = in.number();
        int height = in.number();
        float sun = in.floats()[0];
        return new SkyPhoto(width, height, in.floats(), sun);
    }
}
