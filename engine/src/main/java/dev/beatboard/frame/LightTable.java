package dev.beatboard.frame;

import java.util.function.DoubleUnaryOperator;

/// A function of light that is too slow for every pixel, kept by the upper bits of its argument: 1024 entries per
/// stop, so neighbors are 0.07 percent of light apart.
final class LightTable {

    private static final int SHIFT = 13;

    private final float low;
    private final int first;
    private final float[] values;

    /// @param low arguments up to this are taken for it
    /// @param high arguments from this on are taken for it
    LightTable(DoubleUnaryOperator function, float low, float high) {
        this.low = low;
        this.first = Float.floatToRawIntBits(low) >>> SHIFT;
        this.values = new float[(Float.floatToRawIntBits(high) >>> SHIFT) - first + 1];
        for (int i = 0; i < values.length; i++) {
            // The middle of the floats that share the entry.
            double light = Float.intBitsToFloat((first + i << SHIFT) + (1 << SHIFT - 1));
            values[i] = (float) function.applyAsDouble(light);
        }
    }

    float at(float light) {
        if (!(light > low)) {
            return values[0];
        }
        int i = (Float.floatToRawIntBits(light) >>> SHIFT) - first;
        return values[i < values.length ? i : values.length - 1];
    }
}
