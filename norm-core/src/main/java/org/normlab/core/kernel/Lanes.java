package org.normlab.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
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
    /** The narrowest float vector has two lanes; a single double lane takes the first of them. */
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(Math.max(64, DOUBLES.vectorBitSize() / 2)));

    private static final VectorMask<Float> USED = FLOATS.indexInRange(0, COUNT);
    private static final boolean ALL_USED = FLOATS.length() == COUNT;

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

    /** Neighbouring doubles. */
    static DoubleVector at(double[] array, int from) {
        return DoubleVector.fromArray(DOUBLES, array, from);
    }

    /** Widens neighbouring floats. */
    static DoubleVector widen(float[] array, int from) {
        FloatVector floats = ALL_USED
                ? FloatVector.fromArray(FLOATS, array, from)
                : FloatVector.fromArray(FLOATS, array, from, USED);
        return (DoubleVector) floats.convertShape(VectorOperators.F2D, DOUBLES, 0);
    }

    /** Rounds to the element type of an array and stores. */
    static void store(DoubleVector values, View target, int at) {
        if (target.data() instanceof Flat.Floats floats) {
            FloatVector rounded = (FloatVector) values.convertShape(VectorOperators.D2F, FLOATS, 0);
            if (ALL_USED) {
                rounded.intoArray(floats.array(), target.offset() + at);
            } else {
                rounded.intoArray(floats.array(), target.offset() + at, USED);
            }
        } else {
            values.intoArray(((Flat.Doubles) target.data()).array(), target.offset() + at);
        }
    }
}
