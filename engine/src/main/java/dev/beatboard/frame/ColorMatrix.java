package dev.beatboard.frame;

import java.util.List;

/// A linear map of colors.
///
/// @param rows nine numbers, row by row
public record ColorMatrix(List<Double> rows) {

    public ColorMatrix {
        if (rows.size() != 9) {
            throw new IllegalArgumentException("A color matrix has nine numbers, not " + rows.size());
        }
        rows = List.copyOf(rows);
    }

    static ColorMatrix diagonal(double a, double b, double c) {
        return new ColorMatrix(List.of(a, 0.0, 0.0, 0.0, b, 0.0, 0.0, 0.0, c));
    }

    public double at(int row, int column) {
        return rows.get(3 * row + column);
    }

    /// The color that `rgb` becomes.
    public double[] apply(double... rgb) {
        double[] to = new double[3];
        for (int i = 0; i < 3; i++) {
            to[i] = at(i, 0) * rgb[0] + at(i, 1) * rgb[1] + at(i, 2) * rgb[2];
        }
        return to;
    }

    /// Whole planes at once, `to` three planes of the same length; `to` may be the planes themselves.
    public void apply(float[] r, float[] g, float[] b, float[][] to) {
        float[] m = floats();
        for (int i = 0; i < r.length; i++) {
            float x = r[i];
            float y = g[i];
            float z = b[i];
            to[0][i] = m[0] * x + m[1] * y + m[2] * z;
            to[1][i] = m[3] * x + m[4] * y + m[5] * z;
            to[2][i] = m[6] * x + m[7] * y + m[8] * z;
        }
    }

    /// The nine numbers row by row, in single precision for inner loops.
    public float[] floats() {
        float[] m = new float[9];
        for (int i = 0; i < 9; i++) {
            m[i] = rows.get(i).floatValue();
        }
        return m;
    }

    /// First `other`, then this.
    public ColorMatrix times(ColorMatrix other) {
        Double[] product = new Double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[3 * i + j] = at(i, 0) * other.at(0, j) + at(i, 1) * other.at(1, j) + at(i, 2) * other.at(2, j);
            }
        }
        return new ColorMatrix(List.of(product));
    }

    /// The map back, by cofactors.
    public ColorMatrix inverse() {
        double determinant = 0;
        for (int j = 0; j < 3; j++) {
            determinant += at(0, j) * cofactor(0, j);
        }
        if (determinant == 0) {
            throw new IllegalArgumentException("This matrix has no inverse: " + rows);
        }
        Double[] inverse = new Double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                inverse[3 * j + i] = cofactor(i, j) / determinant;
            }
        }
        return new ColorMatrix(List.of(inverse));
    }

    private double cofactor(int row, int column) {
        int i = (row + 1) % 3;
        int j = (row + 2) % 3;
        int k = (column + 1) % 3;
        int l = (column + 2) % 3;
        return at(i, k) * at(j, l) - at(i, l) * at(j, k);
    }
}
