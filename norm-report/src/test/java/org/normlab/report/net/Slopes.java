package org.normlab.report.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.normlab.core.Tensor;

/** Gradients of a whole network against extrapolated central differences in float64. */
public final class Slopes {
    private static final double STEP = 0x1p-12;
    /**
     * The extrapolated difference errs by its fifth derivative times STEP⁴/30 = 1e-16 and by the rounding of a loss near 2, 1e-15
     * after some hundred operations, over STEP = 2e-4: below 1e-8 as long as the fifth derivative stays below 1e7.
     */
    private static final double TOLERANCE = 1e-8;

    private final Network network;
    private final Tensor x;
    private final int[] labels;

    public Slopes(Network network, Tensor x, int... labels) {
        this.network = network;
        this.x = x;
        this.labels = labels;
    }

    /** Every gradient of a parameter and of the inputs is the slope of the loss, without what only training adds. */
    public void assertAll() {
        Tensor dx = backward(Mode.BATCH);
        assertSlopes();
        assertSlope("input", x, dx);
    }

    /** Every gradient of a parameter is the slope of the loss. */
    Slopes assertParameters() {
        network.lossAndGradients(x, labels);
        assertSlopes();
        return this;
    }

    private void assertSlopes() {
        for (Parameter parameter : network.parameters()) {
            assertSlope(parameter.name(), parameter.value(), parameter.gradient());
        }
    }

    /** The gradient of the inputs is the slope of the loss. */
    void assertInputs() {
        assertSlope("input", x, backward(Mode.TRAIN));
    }

    private Tensor backward(Mode mode) {
        Tensor logits = network.forward(x, mode);
        Tensor gradient = logits.like(logits.shape());
        SoftmaxCrossEntropy.lossAndGradient(logits, labels, gradient);
        return network.backward(gradient).copy();
    }

    private void assertSlope(String name, Tensor value, Tensor gradient) {
        for (int i = 0; i < value.shape().count(); i += 1 + value.shape().count() / 29) {
            int at = i;
            double kept = value.get(i);
            DoubleUnaryOperator change = step -> {
                value.set(at, kept + step);
                return loss();
            };
            double slope = (4 * difference(change, STEP) - difference(change, 2 * STEP)) / 3;
            value.set(i, kept);
            assertThat(Math.abs(gradient.get(i) - slope))
                    .as("%s[%d]: gradient %s, slope %s", name, i, gradient.get(i), slope)
                    .isLessThan(TOLERANCE);
        }
    }

    private static double difference(DoubleUnaryOperator change, double step) {
        return (change.applyAsDouble(step) - change.applyAsDouble(-step)) / (2 * step);
    }

    private double loss() {
        Tensor logits = network.forward(x, Mode.BATCH);
        return SoftmaxCrossEntropy.lossAndGradient(logits, labels, logits.like(logits.shape()));
    }
}
