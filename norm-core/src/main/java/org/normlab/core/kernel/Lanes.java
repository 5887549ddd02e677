package org.normlab.core.kernel;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
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
    private static final VectorSpecies<Float> FLOATS =
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

    /** Neighbouring elements, widened; small enough to be inlined also where it is called seldom. */
    static DoubleVector load(Flat data, int from) {
        return data instanceof Flat.Floats floats
                ? widened(floats.array(), from)
                : load(((Flat.Doubles) data).array(), from);
    }

    private static DoubleVector widened(float[] values, int from) {
        return (DoubleVector) FloatVector.fromArray(FLOATS, values, from).convertShape(F2D, DOUBLES, 0);
    }

    static DoubleVector load(double[] values, int from) {
        return DoubleVector.fromArray(DOUBLES, values, from);
    }

    /** Overwrites neighbouring elements, rounded to nearest. */
    static void store(DoubleVector values, Flat data, int to) {
        if (data instanceof Flat.Floats floats) {
            narrowed(values).intoArray(floats.array(), to);
        } else {
            values.intoArray(((Flat.Doubles) data).array(), to);
        }
    }

    private static FloatVector narrowed(DoubleVector values) {
        return (FloatVector) values.convertShape(D2F, FLOATS, 0);
    }

    static DoubleVector all(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }

    static DoubleVector zero() {
        return DoubleVector.zero(DOUBLES);
    }
}
