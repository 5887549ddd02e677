package org.normlab.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The hardware vectors: doubles of the preferred width, and floats of half that width, which widen into them.
 *
 * <p>The system property {@value #PROPERTY} forces a width in bits, from 64 to 512, for tests; no width changes a bit of a result.
 */
final class Lanes {
    /** Forces a width. */
    static final String PROPERTY = "normlab.lanes";

    static final VectorSpecies<Double> DOUBLES = doubles(Integer.getInteger(PROPERTY, 0));
    static final int COUNT = DOUBLES.length();
    static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(Math.max(64, DOUBLES.vectorBitSize() / 2)));

    private Lanes() {}

    private static VectorSpecies<Double> doubles(int bits) {
        return bits == 0
                ? DoubleVector.SPECIES_PREFERRED
                : VectorSpecies.of(double.class, VectorShape.forBitSize(bits));
    }

    /** The width of a hardware vector. */
    static int bits() {
        return DOUBLES.vectorBitSize();
    }
}
