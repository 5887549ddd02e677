package org.normlab.report.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A perceptron with batch normalization and rectified units after every hidden layer, trained by gradient descent with momentum 0.9 on
 * the cross entropy of its logits.
 *
 * @param widths inputs, hidden layers, classes
 * @param batch examples in a step
 */
public record Perceptron(List<Integer> widths, int batch) {
    /** The step size: so small that a batch seen again and again does not blow up the weights. */
    public static final double RATE = 0.01;

    /** The momentum in PyTorch's form. */
    public static final double MOMENTUM = 0.9;

    /**
     * Copies the widths.
     *
     * @param widths inputs, hidden layers, classes
     * @param batch examples in a step
     */
    public Perceptron {
        widths = List.copyOf(widths);
    }

    /**
     * The number of inputs.
     *
     * @return the first width
     */
    public int inputs() {
        return widths.get(0);
    }

    /**
     * The number of classes.
     *
     * @return the last width
     */
    public int classes() {
        return widths.get(widths.size() - 1);
    }

    /**
     * The class of each example.
     *
     * @return all classes in turn
     */
    public int[] labels() {
        return IntStream.range(0, batch).map(i -> i % classes()).toArray();
    }

    /** The hidden layers. */
    List<Integer> hidden() {
        return widths.subList(1, widths.size() - 1);
    }

    /** Its widths, such as {@code 64-64-32-10}. */
    String label() {
        return widths.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }
}
