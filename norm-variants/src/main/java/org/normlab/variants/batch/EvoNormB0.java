package org.normlab.variants.batch;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.normlab.core.Moments;
import org.normlab.core.Normalizer;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Formula;
import org.normlab.core.formula.Point;
import org.normlab.core.formula.Pull;
import org.normlab.core.formula.Sample;
import org.normlab.core.formula.Slices;
import org.normlab.variants.BatchNorm;
import org.normlab.variants.InstanceNorm;
import org.normlab.variants.Options;

/**
 * EvoNorm-B0: x over the larger of its batch deviation and a learned multiple of itself plus its instance deviation. Departs from
 * BatchNorm in that x is not centred and no activation follows.
 *
 * <p>y = x/max(√(v_batch + ε), v·x + √(v_instance + ε))·weight + bias. Liu et al. 2020, arXiv 2004.02967; ε 1e-3 as timm.
 *
 * @param base weight, bias, ε and rule
 * @param slope v, one a channel
 * @param running the running variance, at evaluation
 */
public record EvoNormB0(BatchNorm base, Tensor slope, Optional<RunningMoments> running) implements BatchBased, Formula {

    static EvoNormB0 create(Options o) {
        return new EvoNormB0(
                BatchNorm.from(o, 1e-3, RunningRule.TORCH), o.parameter(o.channels(), 1), Optional.empty());
    }

    @Override
    public Map<String, Tensor> parameters() {
        Map<String, Tensor> parameters = new TreeMap<>(affine().parameters());
        parameters.put("v", slope);
        return parameters;
    }

    @Override
    public int fewest() {
        return running.isPresent() ? 1 : BatchBased.super.fewest();
    }

    @Override
    public void check(Shape shape) {
        BatchBased.super.check(shape);
        InstanceNorm.of(channels()).check(shape);
    }

    @Override
    public Point at(Sample sample) {
        Shape shape = sample.shape();
        Slices batch = sample.channels();
        Slices instance = sample.slices(shape, shape.spatialAxes());
        Moments over = sample.moments(shape, reductionAxes(shape));
        Moments own = sample.moments(shape, shape.spatialAxes());
        double[] left = roots(batch.size(), c -> running.map(r -> r.variance(c)).orElseGet(() -> over.variance(c)));
        double[] right = roots(instance.size(), own::variance);
        double[] v = slope.toArray();
        double[] divisor =
                sample.map(i -> Math.max(left[batch.of(i)], v[batch.of(i)] * sample.get(i) + right[instance.of(i)]));
        double[] z = sample.map(i -> divisor[i] == 0 ? 0 : sample.get(i) / divisor[i]);
        return new Point(z, over, q -> {
            double[] e = sample.map(i -> divisor[i] == 0 ? 0 : -q[i] * z[i] / divisor[i]);
            double[] leftE = sample.map(i -> divisor[i] == left[batch.of(i)] ? e[i] : 0);
            double[] rightE = sample.map(i -> e[i] - leftE[i]);
            double[] leftSum = running.isPresent() ? new double[left.length] : batch.means(i -> leftE[i]);
            double[] rightSum = instance.means(i -> rightE[i]);
            double[] dx = sample.map(i -> (divisor[i] == 0 ? 0 : q[i] / divisor[i])
                    + rightE[i] * v[batch.of(i)]
                    + quotient(leftSum[batch.of(i)] * over.deviation(batch.of(i), sample.get(i)), left[batch.of(i)])
                    + quotient(
                            rightSum[instance.of(i)] * own.deviation(instance.of(i), sample.get(i)),
                            right[instance.of(i)]));
            return new Pull(dx, Map.of("v", batch.sums(i -> rightE[i] * sample.get(i))));
        });
    }

    private double[] roots(int size, java.util.function.IntToDoubleFunction variance) {
        double[] roots = new double[size];
        Arrays.setAll(
                roots, s -> Math.sqrt(variance.applyAsDouble(s) + epsilon().value()));
        return roots;
    }

    private static double quotient(double dividend, double divisor) {
        return divisor == 0 ? 0 : dividend / divisor;
    }

    @Override
    public Normalizer frozen(RunningMoments given) {
        return new EvoNormB0(base, slope, Optional.of(given));
    }
}
