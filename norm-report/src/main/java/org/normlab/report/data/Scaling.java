package org.normlab.report.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.normlab.core.Moments;
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
        Tensor values = Tensor.of(
                examples.batchShape(train), new float[examples.batchShape(train).count()]);
        examples.gather(train, values);
        if (examples.units() == Dense.Units.PIXELS) {
            double largest = Arrays.stream(values.toArray()).max().orElse(0);
            return new Scaling(new double[1], new double[] {usable(largest)});
        }
        Shape shape = values.shape();
        Moments moments = Moments.of(values, shape.axes(shape.layout().replace("C", "")));
        return new Scaling(
                IntStream.range(0, moments.size()).mapToDouble(moments::mean).toArray(),
                IntStream.range(0, moments.size())
                        .mapToDouble(c -> usable(Math.sqrt(moments.variance(c))))
                        .toArray());
    }

    private static double usable(double divisor) {
        return divisor > 0 ? divisor : 1;
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
