package dev.beatboard.render.work;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// The vector width, chosen once per process: 16 numbers where the processor has 512-bit registers, else 8. A width
/// beyond the hardware is some ninety times slower, and all kernels give equal results for both.
public final class Lanes {

    /// Most numbers in a vector; scratch and padding are made for it.
    public static final int MOST = 16;

    public static final VectorSpecies<Float> F =
            FloatVector.SPECIES_PREFERRED.length() >= MOST && Integer.getInteger("beatboard.lanes", MOST) >= MOST
                    ? FloatVector.SPECIES_512
                    : FloatVector.SPECIES_256;
    public static final VectorSpecies<Integer> I = F.length() == MOST ? IntVector.SPECIES_512 : IntVector.SPECIES_256;
    public static final int COUNT = F.length();

    private static final float[] NUMBERS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    /// 0, 1, 2, ...
    public static final FloatVector IOTA = FloatVector.fromArray(F, NUMBERS, 0);

    private Lanes() {}
}
