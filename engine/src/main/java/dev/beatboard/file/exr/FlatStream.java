package dev.beatboard.file.exr;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;

/// What Deflate makes of long stretches of the byte 128, made once: two thirds of the bytes of
/// mattes are such, and to find that out anew for each took a tenth of packing a frame with all
/// layers. Parts begin and end at whole bytes and refer to nothing before them.
///
/// Source: RFC 1951.
final class FlatStream {

    /// Shorter stretches are left to who writes the rest.
    private static final int SHORTEST_BITS = 12;

    private static final int LONGEST_BITS = 22;

    /// The parts of 2 to the power of so many bytes, from the shortest on.
    private static final List<byte[]> PARTS = IntStream.rangeClosed(SHORTEST_BITS, LONGEST_BITS)
            .mapToObj(FlatStream::part)
            .toList();

    private FlatStream() {}

    private static byte[] part(int bits) {
        byte[] flat = new byte[1 << bits];
        Arrays.fill(flat, (byte) 128);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(flat);
            byte[] out = new byte[flat.length];
            return Arrays.copyOf(out, deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH));
        } finally {
            deflater.end();
        }
    }

    /// How many of that many bytes [#write] can write.
    static int known(int length) {
        return length >> SHORTEST_BITS << SHORTEST_BITS;
    }

    /// No stream of so many bytes is longer than this.
    static int atMost(int length) {
        return length >> 6;
    }

    /// Writes the stream of some bytes of 128.
    ///
    /// @param known as [#known] gives it
    /// @return where it ends
    static int write(int known, byte[] out, int first) {
        int to = first;
        for (int left = known; left > 0; ) {
            int bits = Math.min(LONGEST_BITS, 31 - Integer.numberOfLeadingZeros(left));
            byte[] part = PARTS.get(bits - SHORTEST_BITS);
            System.arraycopy(part, 0, out, to, part.length);
            to += part.length;
            left -= 1 << bits;
        }
        return to;
    }
}
