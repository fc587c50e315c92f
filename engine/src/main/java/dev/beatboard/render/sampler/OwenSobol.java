package dev.beatboard.render.sampler;

import dev.beatboard.render.texture.Grain;

/// Points for an integral of many dimensions: pairs of the Sobol' (0,2)-sequence, each pair shuffled and
/// Owen-scrambled on its own by hashing (Burley 2020). A pure function of pixel, sample and pair, so any number can be
/// had alone and by any thread.
///
/// Each run of [#REPLICATION] samples is a randomization of its own: their means are independent, so that their spread
/// tells the error of the whole.
public final class OwenSobol {

    /// Samples of a pixel that are spread evenly among each other.
    public static final int REPLICATION = 16;

    /// The second dimension of the sequence (Kollig and Keller 2002) by the bytes of the index.
    private static final int[] SECOND = new int[1024];

    static {
        int v = 1 << 31;
        for (int bit = 0; bit < 32; bit++) {
            for (int k = 0; k < 256; k++) {
                if ((k >> bit % 8 & 1) != 0) {
                    SECOND[256 * (bit / 8) + k] ^= v;
                }
            }
            v ^= v >>> 1;
        }
    }

    private int pixel;
    private int index;
    private double first;
    private double second;

    /// Turns to a sample of the pixel (x, y) in the frame numbered `frame`.
    public void start(int x, int y, int frame, int sample) {
        pixel = Grain.hash(x + Grain.hash(y + Grain.hash(frame + Grain.hash(sample / REPLICATION + 0x51ED270B))));
        index = sample % REPLICATION;
    }

    /// Turns to pair `d`, whose numbers are then [#first] and [#second], uniform in [0, 1).
    public void pair(int d) {
        int seed = Grain.hash(pixel ^ d * 0x9E3779B1);
        int i = scramble(index, seed);
        first = unit(scramble(Integer.reverse(i), seed * 0x2C1B3C6D + 0x68E31DA4));
        second = unit(scramble(sobol(i), seed * 0x297A2D39 + 0x1B56C4E9));
    }

    public double first() {
        return first;
    }

    public double second() {
        return second;
    }

    /// A hash of the sample and `d` for choices that need not be spread evenly.
    public int bits(int d) {
        return Grain.hash(pixel + Grain.hash(index * 0x85EBCA77 ^ d));
    }

    static double unit(int bits) {
        return (bits >>> 1) * 0x1p-31;
    }

    static int sobol(int index) {
        return SECOND[index & 255]
                ^ SECOND[256 | index >>> 8 & 255]
                ^ SECOND[512 | index >>> 16 & 255]
                ^ SECOND[768 | index >>> 24];
    }

    /// Owen's nested uniform scrambling: each bit is flipped by a hash of the bits above it (Laine and Karras 2011).
    static int scramble(int value, int seed) {
        int x = Integer.reverse(value);
        x += seed;
        x ^= x * 0x6c50b47c;
        x ^= x * 0xb82f1e52;
        x ^= x * 0xc7afe638;
        x ^= x * 0x8d22f6e6;
        return Integer.reverse(x);
    }
}
