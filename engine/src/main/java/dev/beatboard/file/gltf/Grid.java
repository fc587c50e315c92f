package dev.beatboard.file.gltf;

/// The grid that positions are rounded to: `p = offset + scale * q`, q from 0 to 65535, one scale for all axes so that
/// normals keep their direction. For exact positions it is the identity.
///
/// @param scale meters
record Grid(double[] offset, double scale, boolean exact) {

    static final Grid EXACT = new Grid(new double[3], 1, true);

    /// The finest grid that holds all of these.
    static Grid around(Iterable<float[]> positions) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (float[] p : positions) {
            for (int i = 0; i < p.length; i++) {
                low[i % 3] = Math.min(low[i % 3], p[i]);
                high[i % 3] = Math.max(high[i % 3], p[i]);
            }
        }
        double extent = 1e-6;
        for (int c = 0; c < 3; c++) {
            extent = Math.max(extent, high[c] - low[c]);
        }
        return new Grid(low, extent / 65535, false);
    }

    int place(float p, int axis) {
        return (int) Math.clamp(Math.round((p - offset[axis]) / scale), 0, 65535);
    }

    int move(float d) {
        return (int) Math.clamp(Math.round(d / scale), -32767, 32767);
    }
}
