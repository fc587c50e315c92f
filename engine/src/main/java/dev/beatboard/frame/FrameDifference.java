package dev.beatboard.frame;

/// How much two pictures of the same size differ, over their displayed values.
///
/// @param mean the mean absolute difference of bytes, 0..255
/// @param most the largest difference of a byte
/// @param psnr peak signal-to-noise ratio in decibels, infinite for equal pictures
public record FrameDifference(double mean, int most, double psnr) {

    /// @throws IllegalArgumentException if the sizes differ
    public static FrameDifference of(byte[] a, byte[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("Pictures of " + a.length + " and " + b.length + " bytes");
        }
        long sum = 0;
        long squares = 0;
        int most = 0;
        for (int i = 0; i < a.length; i++) {
            int d = Math.abs((a[i] & 255) - (b[i] & 255));
            sum += d;
            squares += (long) d * d;
            most = Math.max(most, d);
        }
        double n = Math.max(1, a.length);
        double psnr = squares == 0 ? Double.POSITIVE_INFINITY : 10 * StrictMath.log10(255.0 * 255.0 / (squares / n));
        return new FrameDifference(sum / n, most, psnr);
    }

    public static FrameDifference of(Frame a, Frame b) {
        return of(ToneMap.toSrgb(a), ToneMap.toSrgb(b));
    }
}
