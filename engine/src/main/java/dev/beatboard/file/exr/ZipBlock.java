package dev.beatboard.file.exr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// OpenEXR's ZIP compression of blocks of scan lines: even bytes before odd ones, differences of
/// neighbors, Deflate. Takes a block line by line and channel by channel, and one block after
/// another in the same memory: a frame with all layers is some 400 MB, and asking for memory and
/// clearing it took a tenth of the packing.
///
/// Where lines are of one value, as those of mattes and alpha mostly are, what Deflate makes of
/// them is at hand in [FlatStream].
///
/// Source: OpenEXR, `internal_zip.c`; RFC 1950.
final class ZipBlock implements AutoCloseable {

    /// Level 4 makes files 6 % smaller in 40 % more time.
    private static final int LEVEL = 1;

    /// A difference of nothing.
    private static final byte FLAT = (byte) 128;

    private static final byte[] HEADER = {0x78, 0x01};

    private final byte[] steps;
    private final byte[] out;
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final Half evens = new Half();
    private final Half odds = new Half();
    private int size;

    /// How the bytes of a stretch are looked at.
    private enum Kind {
        /// Like noise, as the low bytes of colors: to look for repetitions takes three times the
        /// time and finds few.
        NOISE,
        SHAPE,
        /// Steps of nothing.
        FLAT
    }

    /// Bytes of one kind.
    private record Stretch(Kind kind, int length) {}

    /// @param most bytes of a raw block
    ZipBlock(int most) {
        steps = new byte[most];
        // And room to see that it is too many.
        out = new byte[most + FlatStream.atMost(most)];
    }

    /// The even or the odd bytes of a block.
    private final class Half {

        private final List<Stretch> stretches = new ArrayList<>();
        private int at;
        private byte last;

        void start(int first) {
            stretches.clear();
            at = first;
            // So that the first byte stays what it is.
            last = FLAT;
        }

        void add(byte[] bytes, int n, Kind kind) {
            steps[at] = (byte) (bytes[0] - last + 128);
            for (int i = 1; i < n; i++) {
                steps[at + i] = (byte) (bytes[i] - bytes[i - 1] + 128);
            }
            last = bytes[n - 1];
            at += n;
            count(kind, n);
        }

        void constant(byte value, int n) {
            steps[at] = (byte) (value - last + 128);
            Arrays.fill(steps, at + 1, at + n, FLAT);
            boolean flat = steps[at] == FLAT;
            if (!flat) {
                count(Kind.SHAPE, 1);
            }
            count(Kind.FLAT, flat ? n : n - 1);
            last = value;
            at += n;
        }

        private void count(Kind kind, int n) {
            boolean same = !stretches.isEmpty() && stretches.getLast().kind() == kind;
            int before = same ? stretches.removeLast().length() : 0;
            stretches.add(new Stretch(kind, before + n));
        }
    }

    /// Begins a block of that many raw bytes, an even number.
    void start(int bytes) {
        size = bytes;
        evens.start(0);
        odds.start(bytes / 2);
    }

    /// The next bytes, `n` even and `n` odd ones.
    ///
    /// @param noisy see [Channel#noisy]
    void add(byte[] even, byte[] odd, int n, boolean noisy) {
        evens.add(even, n, noisy ? Kind.NOISE : Kind.SHAPE);
        odds.add(odd, n, Kind.SHAPE);
    }

    /// As [#add] of `n` times the same.
    void constant(byte even, byte odd, int n) {
        evens.constant(even, n);
        odds.constant(odd, n);
    }

    /// The compressed bytes of the block, or the raw ones where they would not be fewer: readers
    /// tell by the length.
    byte[] packed() {
        // The first odd byte follows the last even one.
        steps[size / 2] -= (byte) (evens.last - 128);
        deflater.reset();
        System.arraycopy(HEADER, 0, out, 0, HEADER.length);
        int from = 0;
        int to = HEADER.length;
        for (Half half : List.of(evens, odds)) {
            for (Stretch s : half.stretches) {
                to = deflate(s, from, to);
                from += s.length();
            }
        }
        deflater.finish();
        while (!deflater.finished() && to < size) {
            to += deflater.deflate(out, to, size - to);
        }
        if (!deflater.finished() || to + Integer.BYTES >= size) {
            return raw();
        }
        Adler32 check = new Adler32();
        check.update(steps, 0, size);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out[to++] = (byte) (check.getValue() >> shift);
        }
        return Arrays.copyOf(out, to);
    }

    /// Where the compressed bytes of a stretch end.
    private int deflate(Stretch s, int from, int first) {
        int to = first;
        int known = s.kind() == Kind.FLAT ? FlatStream.known(s.length()) : 0;
        if (known > 0 && to < size) {
            // What follows must not refer to what comes before: Deflater does not know the distance.
            to += deflater.deflate(out, to, size - to, Deflater.FULL_FLUSH);
            to = FlatStream.write(known, out, to);
        }
        deflater.setStrategy(s.kind() == Kind.NOISE ? Deflater.HUFFMAN_ONLY : Deflater.DEFAULT_STRATEGY);
        // A strategy begins with the next call, for whatever input there is by then.
        to += deflater.deflate(out, to, Math.max(0, size - to));
        deflater.setInput(steps, from + known, s.length() - known);
        while (!deflater.needsInput() && to < size) {
            to += deflater.deflate(out, to, size - to);
        }
        return to;
    }

    private byte[] raw() {
        sum(steps, size);
        return joined(steps, size);
    }

    private static void sum(byte[] steps, int n) {
        for (int i = 1; i < n; i++) {
            steps[i] = (byte) (steps[i - 1] + steps[i] - 128);
        }
    }

    /// Even and odd bytes in their order.
    private static byte[] joined(byte[] split, int n) {
        byte[] raw = new byte[n];
        int half = n / 2;
        for (int i = 0; i < half; i++) {
            raw[2 * i] = split[i];
            raw[2 * i + 1] = split[half + i];
        }
        return raw;
    }

    @Override
    public void close() {
        deflater.end();
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
        sum(split, size);
        return joined(split, size);
    }
}
