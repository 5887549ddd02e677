package org.normlab.core.formula;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.normlab.core.Axes;
import org.normlab.core.Centre;
import org.normlab.core.Epsilon;
import org.normlab.core.Moments;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.Shape;

/** What the kernels compute, as a formula, for inputs of which some elements do not count. */
final class Plain {
    private Plain() {}

    static Point at(Normalizer normalizer, Sample sample) {
        Shape view = normalizer.view(sample.shape());
        Axes axes = normalizer.reductionAxes(view);
        if (axes.isEmpty()) {
            return new Point(sample.x().toArray(), Moments.empty(0), Pull::new);
        }
        Slices slices = sample.slices(view, axes);
        Moments moments =
                normalizer.given().map(Plain::moments).orElseGet(() -> slices.moments(sample.x(), normalizer.centre()));
        double[] r = IntStream.range(0, slices.size())
                .mapToDouble(s -> normalizer.epsilon().scale(moments.variance(s)))
                .toArray();
        double[] z = sample.map(i -> moments.deviation(slices.of(i), sample.get(i)) * r[slices.of(i)]);
        return new Point(
                z,
                moments,
                q -> normalizer.given().isPresent()
                        ? new Pull(sample.map(i -> q[i] * r[slices.of(i)]))
                        : pull(normalizer, slices, new Point(z, moments, Pull::new), r, q));
    }

    private static Pull pull(Normalizer normalizer, Slices slices, Point point, double[] r, double[] q) {
        Epsilon epsilon = normalizer.epsilon();
        double[] z = point.output();
        double[] mean = normalizer.centre() == Centre.MEAN ? slices.means(i -> q[i]) : new double[slices.size()];
        double[] dot = slices.means(i -> q[i] * z[i]);
        for (int s = 0; s < dot.length; s++) {
            double slope = epsilon.slope(point.moments().variance(s), r[s]);
            dot[s] = r[s] == 0 ? 0 : dot[s] * slope / (r[s] * r[s]); // times 1 inside the root, 1/(r·√v) outside
        }
        double[] dx = new double[q.length];
        Arrays.setAll(dx, i -> r[slices.of(i)] * (q[i] - mean[slices.of(i)] - z[i] * dot[slices.of(i)]));
        return new Pull(dx);
    }

    private static Moments moments(RunningMoments given) {
        long[] counts = new long[given.channels()];
        Arrays.fill(counts, 1);
        double[] means =
                IntStream.range(0, counts.length).mapToDouble(given::mean).toArray();
        double[] variances =
                IntStream.range(0, counts.length).mapToDouble(given::variance).toArray();
        return Moments.of(counts, means, variances);
    }
}
