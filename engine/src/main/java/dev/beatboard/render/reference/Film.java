package dev.beatboard.render.reference;

import dev.beatboard.frame.ToneMap;
import dev.beatboard.render.sampler.OwenSobol;

/// Sums up the samples of a window of the picture, and how far they spread: each replication of the sampler gives an
/// independent mean, and the spread of these is the error of their mean.
final class Film {

    private static final int CHANNELS = 4;

    final int width;
    final int height;
    private final double[] sum;
    private final double[] part;
    private final double[] squares;
    private final int[] count;

    Film(int width, int height) {
        this.width = width;
        this.height = height;
        int n = width * height;
        sum = new double[CHANNELS * n];
        part = new double[3 * n];
        squares = new double[3 * n];
        count = new int[n];
    }

    int count(int pixel) {
        return count[pixel];
    }

    void add(int pixel, double r, double g, double b, double a) {
        int o = CHANNELS * pixel;
        sum[o] += r;
        sum[o + 1] += g;
        sum[o + 2] += b;
        sum[o + 3] += a;
        part[3 * pixel] += r;
        part[3 * pixel + 1] += g;
        part[3 * pixel + 2] += b;
        if (++count[pixel] % OwenSobol.REPLICATION == 0) {
            for (int c = 0; c < 3; c++) {
                double m = part[3 * pixel + c] / OwenSobol.REPLICATION;
                squares[3 * pixel + c] += m * m;
                part[3 * pixel + c] = 0;
            }
        }
    }

    /// The mean of a channel (0 to 3) so far.
    double mean(int pixel, int channel) {
        return sum[CHANNELS * pixel + channel] / Math.max(1, count[pixel]);
    }

    /// The standard error of a color channel's mean; infinite before there are two whole replications.
    double error(int pixel, int channel) {
        int n = count[pixel] / OwenSobol.REPLICATION;
        if (n < 2) {
            return Double.POSITIVE_INFINITY;
        }
        double m = mean(pixel, channel);
        double variance = Math.max(0, squares[3 * pixel + channel] / n - m * m) * n / (n - 1);
        return Math.sqrt(variance / n);
    }

    /// The standard error of a pixel as displayed, in the largest of its channels, 0..1; `out` is scratch of 6.
    double displayed(int pixel, double exposure, float[] out) {
        float[] low = new float[3];
        float[] high = new float[3];
        for (int c = 0; c < 3; c++) {
            double e = error(pixel, c);
            if (Double.isInfinite(e)) {
                return 1;
            }
            double m = mean(pixel, c);
            low[c] = (float) (exposure * Math.max(0, m - e));
            high[c] = (float) (exposure * (m + e));
        }
        ToneMap.display(low[0], low[1], low[2], out);
        double most = 0;
        float a = out[0];
        float b = out[1];
        float c = out[2];
        ToneMap.display(high[0], high[1], high[2], out);
        most = Math.max(Math.abs(out[0] - a), Math.max(Math.abs(out[1] - b), Math.abs(out[2] - c)));
        return most / 2;
    }
}
