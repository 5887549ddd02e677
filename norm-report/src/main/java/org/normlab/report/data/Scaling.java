package org.normlab.report.data;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * A shift and a divisor for every channel: y = (x − shift) / divisor, in double, rounded once.
 *
 * @param shift one value a channel, or one for all; not to be modified
 * @param divisor likewise; never 0
 */
record Scaling(double[] shift, double[] divisor) {
    /** The scaling that the training part asks for: pixels by their maximum, features by mean and standard deviation. */
    static Scaling fit(Dense examples, int[] train) {
        Tensor values = examples.values();
        if (examples.units() == Dense.Units.PIXELS) {
            return new Scaling(
                    new double[1],
                    new double[] {usable(ofRows(values, train).max().orElse(0))});
        }
        double[][] channels = IntStream.range(0, values.shape().channels())
                .mapToObj(c -> ofChannel(values, train, c).toArray())
                .toArray(double[][]::new);
        double[] means = Arrays.stream(channels).mapToDouble(Scaling::mean).toArray();
        double[] deviations = IntStream.range(0, means.length)
                .mapToDouble(c -> usable(deviation(channels[c], means[c])))
                .toArray();
        return new Scaling(means, deviations);
    }

    private static double usable(double divisor) {
        return divisor > 0 ? divisor : 1;
    }

    private static double mean(double[] values) {
        return values.length == 0 ? 0 : DoubleStream.of(values).sequential().reduce(0, Double::sum) / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return values.length == 0 ? 0 : Math.sqrt(sum / values.length);
    }

    private static DoubleStream ofRows(Tensor values, int[] rows) {
        int size = values.shape().stride('N');
        return Arrays.stream(rows)
                .flatMap(row -> IntStream.range(row * size, (row + 1) * size))
                .mapToDouble(values::get);
    }

    private static DoubleStream ofChannel(Tensor values, int[] rows, int channel) {
        Shape shape = values.shape();
        int size = shape.stride('N');
        int inner = shape.stride('C');
        return Arrays.stream(rows)
                .flatMap(row -> IntStream.range(row * size, (row + 1) * size))
                .filter(i -> i / inner % shape.channels() == channel)
                .mapToDouble(values::get);
    }

    /** A scaled copy. */
    Dense apply(Dense examples) {
        Tensor values = examples.values();
        int inner = values.shape().stride('C');
        float[] scaled = new float[values.shape().count()];
        for (int i = 0; i < scaled.length; i++) {
            int channel = i / inner % shift.length;
            scaled[i] = (float) ((values.get(i) - shift[channel]) / divisor[channel]);
        }
        return new Dense(Tensor.of(values.shape(), scaled), examples.units());
    }
}
