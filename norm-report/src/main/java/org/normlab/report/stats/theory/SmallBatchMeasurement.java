package org.normlab.report.stats.theory;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.normlab.core.Moments;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.formula.Mask;
import org.normlab.core.formula.Slices;
import org.normlab.report.random.Streams;

/**
 * What {@link SmallBatchTheory} says, measured on a normalizer: its real forward and backward on independent Gaussian
 * inputs and gradients.
 *
 * @param values m, how many values a statistic is computed over
 * @param gradientShare ‖dx/r‖²/‖dy‖², summed over all statistics
 * @param varianceNoise standard deviation of the unbiased variances over their mean; not finite for m = 1
 * @param largest the largest |x̂| of an input whose first value stands alone
 * @param biasedVarianceShare the mean of the biased variances; the population's is 1
 */
public record SmallBatchMeasurement(
        long values, double gradientShare, double varianceNoise, double largest, double biasedVarianceShare) {

    /**
     * Measures a normalizer.
     *
     * @param normalizer without weight and bias; its ε should be far below 1
     * @param shape the shape of the input; the more statistics it has, the closer the figures
     * @param streams where the draws come from
     * @return the figures
     */
    public static SmallBatchMeasurement of(Normalizer normalizer, Shape shape, Streams streams) {
        Tensor x = gaussian(shape, streams.open("theory-input")::gaussian);
        Tensor dy = gaussian(shape, streams.open("theory-gradient")::gaussian);
        Normalized pass = normalizer.forward(x);
        double[] dx = pass.backward(dy).input().toArray();
        Moments moments = pass.moments();
        Shape view = normalizer.view(shape);
        Slices slices = Slices.of(view, normalizer.reductionAxes(view), Mask.all(view));
        double[] passed = slices.sums(i -> dx[i] * dx[i]);
        double share = IntStream.range(0, slices.size())
                        .mapToDouble(
                                s -> passed[s] / square(normalizer.epsilon().scale(moments.variance(s))))
                        .sum()
                / Arrays.stream(dy.toArray()).map(SmallBatchMeasurement::square).sum();
        return new SmallBatchMeasurement(
                moments.count(0),
                share,
                noise(slices.each(moments::unbiasedVariance)),
                largest(normalizer, shape),
                Arrays.stream(slices.each(moments::variance)).average().orElseThrow());
    }

    private static Tensor gaussian(Shape shape, DoubleSupplier draw) {
        double[] values = new double[shape.count()];
        Arrays.setAll(values, i -> draw.getAsDouble());
        return Tensor.of(shape, values);
    }

    private static double noise(double[] variances) {
        double mean = Arrays.stream(variances).average().orElseThrow();
        double squares = Arrays.stream(variances).map(v -> square(v - mean)).sum();
        return Math.sqrt(squares / (variances.length - 1)) / mean;
    }

    private static double largest(Normalizer normalizer, Shape shape) {
        double[] values = new double[shape.count()];
        values[0] = 1;
        double[] y = normalizer.forward(Tensor.of(shape, values)).output().toArray();
        return Arrays.stream(y).map(Math::abs).max().orElseThrow();
    }

    private static double square(double value) {
        return value * value;
    }
}
