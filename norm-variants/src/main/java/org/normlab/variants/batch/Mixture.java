package org.normlab.variants.batch;

import java.util.Map;
import org.normlab.core.Normalized;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;

/** share·one + (1 − share)·other, with a share a channel. */
record Mixture(Tensor share, Normalized one, Normalized other) {

    Point at(Sample sample) {
        Slices channels = sample.channels();
        double[] a = one.output().toArray();
        double[] b = other.output().toArray();
        double[] rho = share.toArray();
        double[] z = sample.map(i -> rho[channels.of(i)] * a[i] + (1 - rho[channels.of(i)]) * b[i]);
        return new Point(z, one.moments(), q -> {
            double[] left = Pull.through(one, sample.map(i -> q[i] * rho[channels.of(i)]));
            double[] right = Pull.through(other, sample.map(i -> q[i] * (1 - rho[channels.of(i)])));
            double[] dRho = channels.sums(i -> q[i] * (a[i] - b[i]));
            return new Pull(sample.map(i -> left[i] + right[i]), Map.of("rho", dRho));
        });
    }
}
