package dev.beatboard.motion.gait;

import java.util.Arrays;

/// A smooth line through knots; constant before the first and after the last. Immutable.
public final class Curve {

    private final double[] x;
    private final double[] y;
    private final double[] slope;

    private Curve(double[] x, double[] y, double[] slope) {
        this.x = x;
        this.y = y;
        this.slope = slope;
    }

    /// Never leaves the range between neighboring knots (Fritsch and Carlson 1980, Fritsch and Butland's slopes).
    ///
    /// @param x increasing
    public static Curve monotone(double[] x, double[] y) {
        int n = x.length;
        double[] m = new double[n];
        for (int i = 1; i < n - 1; i++) {
            double h0 = x[i] - x[i - 1];
            double h1 = x[i + 1] - x[i];
            double d0 = (y[i] - y[i - 1]) / h0;
            double d1 = (y[i + 1] - y[i]) / h1;
            if (d0 * d1 > 0) {
                double a = 2 * h1 + h0;
                double b = h1 + 2 * h0;
                m[i] = (a + b) / (a / d0 + b / d1);
            }
        }
        return new Curve(x.clone(), y.clone(), m);
    }

    /// The cubic spline with continuous acceleration that starts and ends at rest.
    ///
    /// @param x increasing
    public static Curve spline(double[] x, double[] y) {
        int n = x.length;
        double[] diagonal = new double[n];
        double[] upper = new double[n];
        double[] m = new double[n];
        Arrays.fill(diagonal, 1);
        for (int i = 1; i < n - 1; i++) {
            double h0 = x[i] - x[i - 1];
            double h1 = x[i + 1] - x[i];
            double right = 3 * (h1 * (y[i] - y[i - 1]) / h0 + h0 * (y[i + 1] - y[i]) / h1);
            double w = h1 / diagonal[i - 1];
            diagonal[i] = 2 * (h0 + h1) - w * upper[i - 1];
            upper[i] = h0;
            m[i] = right - w * m[i - 1];
        }
        for (int i = n - 2; i > 0; i--) {
            m[i] = (m[i] - upper[i] * m[i + 1]) / diagonal[i];
        }
        return new Curve(x.clone(), y.clone(), m);
    }

    public double at(double t) {
        int last = x.length - 1;
        if (t <= x[0]) {
            return y[0];
        }
        if (t >= x[last]) {
            return y[last];
        }
        int i = Arrays.binarySearch(x, t);
        if (i < 0) {
            i = -i - 2;
        }
        double h = x[i + 1] - x[i];
        double u = (t - x[i]) / h;
        double u2 = u * u;
        double u3 = u2 * u;
        return (2 * u3 - 3 * u2 + 1) * y[i]
                + (u3 - 2 * u2 + u) * h * slope[i]
                + (-2 * u3 + 3 * u2) * y[i + 1]
                + (u3 - u2) * h * slope[i + 1];
    }
}
