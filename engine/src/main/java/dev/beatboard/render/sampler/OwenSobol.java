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

    /// The second dimension of the sequence (Kollig and Keller 2002).
    static int sobol(int index) {
        int r = 0;
        int v = 1 << 31;
        for (int n = index; n != 0; n >>>= 1) {
            if ((n & 1) != 0) {
                r ^= v;
            }
            v ^= v >>> 1;
        }
        return r;
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
