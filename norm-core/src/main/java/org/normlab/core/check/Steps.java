package org.normlab.core.check;

import org.normlab.core.Axes;
import org.normlab.core.Centre;
import org.normlab.core.Epsilon.Place;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Over what distance an output bends when one element is moved. */
@FunctionalInterface
interface Steps {

    /** The distance for one element. */
    double size(int element);

    /** √(v + ε) of the element's statistic, or √v where ε stands outside; the size of x without variance. */
    static Steps input(Normalizer normalizer, Normalized pass, Tensor x) {
        Moments moments = pass.moments();
        double otherwise = magnitude(x);
        double inside = normalizer.epsilon().place() == Place.INSIDE
                ? normalizer.epsilon().value()
                : 0;
        Shape view = normalizer.view(x.shape());
        Axes axes = normalizer.reductionAxes(view);
        return element -> {
            int statistic = Coordinates.statistic(view, axes, element);
            // about its own mean a single value has no variance, wherever it is moved
            boolean bends = statistic < moments.size()
                    && (moments.count(statistic) > 1 || normalizer.centre() == Centre.ORIGIN);
            double variance = bends ? moments.variance(statistic) + inside : 0;
            return variance > 0 && Double.isFinite(variance) ? Math.sqrt(variance) : otherwise;
        };
    }

    /** The largest magnitude of the parameter, at least 1. */
    static Steps parameter(Tensor value) {
        double size = magnitude(value);
        return element -> size;
    }

    private static double magnitude(Tensor value) {
        double most = 1;
        for (int i = 0; i < value.shape().count(); i++) {
            most = Math.max(most, Math.abs(value.get(i)));
        }
        return most;
    }
}
