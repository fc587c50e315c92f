package dev.beatboard.render.reference;

import dev.beatboard.frame.ToneMap;
import dev.beatboard.render.sampler.OwenSobol;
import java.util.Arrays;

/// Sums up the samples of a window of the picture, and how far they spread: each replication of the sampler gives an
/// independent mean, and the spread of these is the error of their mean.
final class Film {

    private static final int CHANNELS = 4;
    private static final int GROUPS = 8;

    final int width;
    final int height;
    private final double[] sum;
    private final double[] part;
    private final double[] squares;
    private final int[] count;
    /// Sums and counts of every eighth replication, if outliers are to be told from the rest.
    private final double[] groups;

    private final int[] groupCounts;

    /// @param robust whether [#robust] will be asked
    Film(int width, int height, boolean robust) {
        this.width = width;
        this.height = height;
        int n = width * height;
        sum = new double[CHANNELS * n];
        part = new double[3 * n];
        squares = new double[3 * n];
        count = new int[n];
        groups = new double[robust ? 3 * GROUPS * n : 0];
        groupCounts = new int[robust ? GROUPS * n : 0];
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
        if (groups.length > 0) {
            int q = GROUPS * pixel + count[pixel] / OwenSobol.REPLICATION % GROUPS;
            groups[3 * q] += r;
            groups[3 * q + 1] += g;
            groups[3 * q + 2] += b;
            groupCounts[q]++;
        }
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

    /// An estimate of a color channel that single very bright paths do not spoil: the mean of groups of samples
    /// without the extreme ones, of which more are left out the more unequal the groups are (Gini median of
    /// means, Buisine et al. 2021). It is darker than the mean where rare paths carry much light.
    double robust(int pixel, int channel) {
        double[] means = sorted(pixel, channel);
        if (means.length == 0) {
            return mean(pixel, channel);
        }
        int cut = cut(means);
        double kept = 0;
        for (int k = cut; k < GROUPS - cut; k++) {
            kept += means[k];
        }
        return kept / (GROUPS - 2 * cut);
    }

    /// The standard error of the robust estimate: that of a trimmed mean, from the groups with the ones left out put
    /// at the nearest kept (Tukey and McLaughlin 1963; for few groups Yuen 1974).
    double robustError(int pixel, int channel) {
        double[] means = sorted(pixel, channel);
        if (means.length == 0) {
            return error(pixel, channel);
        }
        int cut = cut(means);
        double sum = 0;
        for (int k = 0; k < GROUPS; k++) {
            means[k] = Math.clamp(means[k], means[cut], means[GROUPS - 1 - cut]);
            sum += means[k];
        }
        double squares = 0;
        for (int k = 0; k < GROUPS; k++) {
            squares += (means[k] - sum / GROUPS) * (means[k] - sum / GROUPS);
        }
        int kept = GROUPS - 2 * cut;
        return Math.sqrt(squares / kept / (kept - 1));
    }

    /// The means of the groups from dark to bright; none before each has a sample.
    private double[] sorted(int pixel, int channel) {
        if (groups.length == 0) {
            return new double[0];
        }
        double[] means = new double[GROUPS];
        for (int k = 0; k < GROUPS; k++) {
            int q = GROUPS * pixel + k;
            if (groupCounts[q] == 0) {
                return new double[0];
            }
            means[k] = groups[3 * q + channel] / groupCounts[q];
        }
        Arrays.sort(means);
        return means;
    }

    /// How many groups to leave out at each end.
    private static int cut(double[] means) {
        double sum = 0;
        double weighted = 0;
        for (int k = 0; k < GROUPS; k++) {
            sum += means[k];
            weighted += (k + 1) * means[k];
        }
        double gini = sum > 0 ? 2 * weighted / (GROUPS * sum) - (GROUPS + 1.0) / GROUPS : 0;
        return Math.clamp((int) (gini * GROUPS / 2), 0, GROUPS / 2 - 1);
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

    /// The standard error of a pixel as displayed, in the largest of its channels, 0..1, of the robust estimate where
    /// that will be asked; `out` is scratch of 6.
    double displayed(int pixel, double exposure, float[] out) {
        float[] low = new float[3];
        float[] high = new float[3];
        for (int c = 0; c < 3; c++) {
            double e = robustError(pixel, c);
            if (Double.isInfinite(e)) {
                return 1;
            }
            double m = robust(pixel, c);
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
