package dev.beatboard.render.raster;

import dev.beatboard.render.texture.Grain;

/// Random numbers for pixels: in each block of 4x4 pixels the sixteen pairs are a (0,2)-sequence, so neighbors never
/// draw alike, and each block is scrambled on its own. The numbers stay with the pixel from frame to frame, since noise
/// that moves flickers.
final class Noise {

    private static final int[] FIRST = {
        0x00, 0x80, 0x40, 0xc0, 0x20, 0xa0, 0x60, 0xe0, 0x10, 0x90, 0x50, 0xd0, 0x30, 0xb0, 0x70, 0xf0
    };
    private static final int[] SECOND = {
        0x00, 0x80, 0xc0, 0x40, 0xa0, 0x20, 0x60, 0xe0, 0xf0, 0x70, 0x30, 0xb0, 0x50, 0xd0, 0x90, 0x10
    };
    private static final int[] PLACE = {0, 8, 2, 10, 4, 12, 6, 14, 1, 9, 3, 11, 5, 13, 7, 15};

    /// What is different from block to block: even numbers in two rows of blocks, odd ones in two.
    private static final int[] BLOCK = {0, 8, 4, 12, 6, 14, 2, 10, 3, 11, 7, 15, 5, 13, 1, 9};

    private Noise() {}

    /// Both components of pair `d` at pixel (x, y), as [#first] and [#second] read them.
    static long pair(int x, int y, int d) {
        int h = Grain.hash((x >> 2) * 0x9E3779B1 + Grain.hash((y >> 2) * 0x85EBCA77 + d * 131));
        int i = PLACE[x & 3 | (y & 3) << 2] ^ h & 15;
        int q = x * 0x9E3779B1 + y * 0x85EBCA77 + d * 0xC2B2AE3D;
        q ^= q >>> 15;
        q *= 0x2C1B3C6D;
        q ^= q >>> 12;
        return scrambled(i, h, q);
    }

    /// The same within a pixel: pair `i` of its sixteen of number `d`, of which any four from a multiple of four on are
    /// spread evenly too.
    static long within(int x, int y, int d, int i) {
        int h = Grain.hash(x * 0x9E3779B1 + Grain.hash(y * 0x85EBCA77 + d * 131));
        return scrambled(i ^ h & 15, h, Grain.hash(h + i));
    }

    /// Pair `i` of the sequence, scrambled by `h`, with finer digits by `q`.
    private static long scrambled(int i, int h, int q) {
        int a = (FIRST[i] ^ h >>> 8 & 0xf0) << 16 | q & 0xfffff;
        int b = (SECOND[i] ^ h >>> 16 & 0xf0) << 16 | q * 0x9E3779B1 >>> 12;
        return (long) a << 32 | b;
    }

    /// Uniform in [0, 1), number `d` at pixel (x, y): in each block of 4x4 pixels the sixteen are evenly
    /// apart, and so are the eight of either color of a chessboard in it, four that lie two columns and
    /// rows apart, and the sixteen at one place of 4x4 blocks. These repeat, so that what a filter of
    /// that width makes of them has no noise (interleaved sampling, Keller and Heidrich 2001).
    static float even(int x, int y, int d) {
        int i = PLACE[x & 3 | (y & 3) << 2] ^ BLOCK[x >> 2 & 3 | y & 12];
        int q = Grain.hash(x * 7919 + y * 3251599 + d * 977 + 5);
        return (FIRST[i] << 16 | q & 0xfffff) * (1f / 16777216f);
    }

    static float first(long pair) {
        return (int) (pair >>> 32) * (1f / 16777216f);
    }

    static float second(long pair) {
        return (int) pair * (1f / 16777216f);
    }

    /// Uniform in [0, 1): component `c` (0 or 1) of pair `d` at pixel (x, y).
    static float at(int x, int y, int d, int c) {
        int h = Grain.hash((x >> 2) * 0x9E3779B1 + Grain.hash((y >> 2) * 0x85EBCA77 + d * 131));
        int i = PLACE[x & 3 | (y & 3) << 2] ^ h & 15;
        int q = Grain.hash(x * 7919 + y * 3251599 + d * 977 + c * 13 + 5);
        int s = c == 0 ? FIRST[i] ^ h >>> 8 & 0xf0 : SECOND[i] ^ h >>> 16 & 0xf0;
        return (s << 16 | q & 0xfffff) * (1f / 16777216f);
    }
}
