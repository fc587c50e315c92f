package dev.beatboard.file.exr;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// OpenEXR's ZIP compression of a block of scan lines: even bytes before odd ones, differences of
/// neighbors, Deflate.
///
/// Source: OpenEXR, `internal_zip.c`.
final class ZipBlock {

    /// Level 4 makes files 6 % smaller in 40 % more time.
    private static final int LEVEL = 1;

    private ZipBlock() {}

    /// The compressed bytes, or the raw ones where they would not be fewer: readers tell by the
    /// length.
    ///
    /// @param split the even bytes of the raw block, then the odd ones; of an even number in all
    /// @param runs lengths of stretches of the even bytes that are by turns like noise, as the low
    ///     bytes of colors, and not, as those of mattes. To look for repetitions in noise takes
    ///     twice the time and finds few
    static byte[] compress(byte[] split, int[] runs) {
        int n = split.length;
        byte[] steps = new byte[n];
        steps[0] = split[0];
        for (int i = 1; i < n; i++) {
            steps[i] = (byte) (split[i] - split[i - 1] + 128);
        }
        Deflater deflater = new Deflater(LEVEL);
        try {
            byte[] out = new byte[n];
            int from = 0;
            int to = 0;
            for (int k = 0; k < runs.length; k++) {
                deflater.setStrategy(k % 2 == 0 ? Deflater.HUFFMAN_ONLY : Deflater.DEFAULT_STRATEGY);
                // A strategy begins with the next call, for whatever input there is by then.
                to += deflater.deflate(out, to, n - to);
                deflater.setInput(steps, from, runs[k]);
                from += runs[k];
                while (!deflater.needsInput() && to < n) {
                    to += deflater.deflate(out, to, n - to);
                }
            }
            deflater.setStrategy(Deflater.DEFAULT_STRATEGY);
            to += deflater.deflate(out, to, n - to);
            deflater.setInput(steps, from, n - from);
            deflater.finish();
            while (!deflater.finished() && to < n) {
                to += deflater.deflate(out, to, n - to);
            }
            return deflater.finished() && to < n ? Arrays.copyOf(out, to) : joined(split);
        } finally {
            deflater.end();
        }
    }

    /// The raw bytes.
    private static byte[] joined(byte[] split) {
        byte[] raw = new byte[split.length];
        int half = split.length / 2;
        for (int i = 0; i < half; i++) {
            raw[2 * i] = split[i];
            raw[2 * i + 1] = split[half + i];
        }
        return raw;
    }

    /// The way back.
    ///
    /// @param size of the raw bytes, even; as many packed ones are the raw ones
    /// @throws IOException if they are not of that size
    static byte[] decompress(byte[] packed, int size) throws IOException {
        if (packed.length == size) {
            return packed;
        }
        byte[] split = new byte[size];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int n = 0;
            while (n < size) {
                int more = inflater.inflate(split, n, size - n);
                if (more == 0) {
                    throw new IOException("A block of pixels is shorter than it should be.");
                }
                n += more;
            }
        } catch (DataFormatException e) {
            throw new IOException("A block of pixels is broken.", e);
        } finally {
            inflater.end();
        }
        for (int i = 1; i < size; i++) {
            split[i] = (byte) (split[i - 1] + split[i] - 128);
        }
        return joined(split);
    }
}
