package org.normlab.report.net.recurrent;

import static org.normlab.report.net.recurrent.ScalarSquash.BIAS;
import static org.normlab.report.net.recurrent.ScalarSquash.C10;
import static org.normlab.report.net.recurrent.ScalarSquash.C11;
import static org.normlab.report.net.recurrent.ScalarSquash.C2;
import static org.normlab.report.net.recurrent.ScalarSquash.C3;
import static org.normlab.report.net.recurrent.ScalarSquash.C4;
import static org.normlab.report.net.recurrent.ScalarSquash.C5;
import static org.normlab.report.net.recurrent.ScalarSquash.C6;
import static org.normlab.report.net.recurrent.ScalarSquash.C7;
import static org.normlab.report.net.recurrent.ScalarSquash.C8;
import static org.normlab.report.net.recurrent.ScalarSquash.C9;
import static org.normlab.report.net.recurrent.ScalarSquash.FAR;
import static org.normlab.report.net.recurrent.ScalarSquash.LN2_HIGH;
import static org.normlab.report.net.recurrent.ScalarSquash.LN2_LOW;
import static org.normlab.report.net.recurrent.ScalarSquash.LOG2_E;
import static org.normlab.report.net.recurrent.ScalarSquash.MANTISSA;
import static org.normlab.report.net.recurrent.ScalarSquash.ROUND;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** By the Vector API, in the order of operations of {@link ScalarSquash}, which takes what does not fill a vector. */
final class VectorSquash implements Squash {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private final ScalarSquash tail = new ScalarSquash();

    @Override
    public void sigmoid(double[] x, int from, int count) {
        int whole = from + S.loopBound(count);
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int i = from; i < whole; i += S.length()) {
            DoubleVector v = DoubleVector.fromArray(S, x, i);
            one.div(one.add(exp(v.neg()))).intoArray(x, i);
        }
        tail.sigmoid(x, whole, from + count - whole);
    }

    @Override
    public void tanh(double[] x, int from, int count) {
        int whole = from + S.loopBound(count);
        DoubleVector one = DoubleVector.broadcast(S, 1);
        DoubleVector two = DoubleVector.broadcast(S, 2);
        for (int i = from; i < whole; i += S.length()) {
            DoubleVector v = DoubleVector.fromArray(S, x, i);
            one.sub(two.div(one.add(exp(v.mul(2))))).intoArray(x, i);
        }
        tail.tanh(x, whole, from + count - whole);
    }

    private static DoubleVector exp(DoubleVector x) {
        DoubleVector bounded = x.max(-FAR).min(FAR);
        DoubleVector rounded = bounded.mul(LOG2_E).add(ROUND);
        DoubleVector k = rounded.sub(ROUND);
        DoubleVector r = bounded.sub(k.mul(LN2_HIGH)).sub(k.mul(LN2_LOW));
        DoubleVector r2 = r.mul(r);
        DoubleVector r4 = r2.mul(r2);
        DoubleVector low = r.add(1).add(r2.mul(r.mul(C3).add(C2)));
        DoubleVector middle = r.mul(C5).add(C4).add(r2.mul(r.mul(C7).add(C6)));
        DoubleVector high = r.mul(C9).add(C8).add(r2.mul(r.mul(C11).add(C10)));
        DoubleVector power = rounded.reinterpretAsLongs()
                .add(BIAS)
                .lanewise(VectorOperators.LSHL, MANTISSA)
                .reinterpretAsDoubles();
        return low.add(r4.mul(middle.add(r4.mul(high)))).mul(power);
    }
}
