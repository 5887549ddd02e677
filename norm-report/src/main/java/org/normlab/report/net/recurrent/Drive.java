package org.normlab.report.net.recurrent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normlab.core.Tensor;
import org.normlab.report.net.Matrix;
import org.normlab.report.net.Mode;
import org.normlab.report.net.Parameter;

/**
 * What drives the units of a recurrent layer: p + b from the inputs and q from the state before, as many values a row as the layer has
 * gates times units. If they are normalized jointly, q is all of it and p is 0.
 */
final class Drive {
    private final Ragged ragged;
    private final Inflow inflow;
    private final Feedback feedback;
    private final Bias bias;
    private final Wiring wiring;

    /** Where p and q meet. */
    enum Wiring {
        /** In the cell. */
        APART,
        /** Before they are normalized: q is the norm of W·x + U·h' and p is 0. */
        JOINT
    }

    /** What is added to p: constant, and learned if there is a parameter for it. */
    record Bias(Tensor values, Optional<Parameter> parameter) {}

    Drive(Ragged ragged, Inflow inflow, Feedback feedback, Bias bias, Wiring wiring) {
        this.ragged = ragged;
        this.inflow = inflow;
        this.feedback = feedback;
        this.bias = bias;
        this.wiring = wiring;
    }

    Stream<Parameter> parameters() {
        return Stream.of(
                        inflow.parameters(),
                        feedback.parameters(),
                        bias.parameter.stream().toList())
                .flatMap(List::stream);
    }

    Stream<Site> sites() {
        return Stream.concat(inflow.sites(), feedback.sites());
    }

    void reserve(int rows, int steps) {
        inflow.reserve(rows, steps);
        feedback.reserve(rows, steps);
    }

    private boolean isJoint() {
        return wiring == Wiring.JOINT;
    }

    private int width() {
        return bias.values.shape().count();
    }

    /** Before the first step. */
    void begin(Mode mode) {
        inflow.forward(mode);
    }

    /** Writes p + b and q of a step. */
    void forward(int step, Matrix before, Mode mode, double[] p, double[] q) {
        int from = ragged.start(step) * width();
        int count = ragged.alive(step) * width();
        Matrix summand = feedback.summand(step);
        if (isJoint()) {
            Fill.copy(inflow.outputs(), from, summand, 0, count);
        } else {
            Fill.zero(summand.tensor());
        }
        Fill.get(feedback.forward(step, before, mode), 0, q, count);
        if (isJoint()) {
            Fill.repeat(bias.values, p, count);
        } else {
            Fill.get(inflow.outputs(), from, p, count);
            Fill.addRepeated(bias.values, p, count);
        }
    }

    /** Before the last step's backward. */
    void beginBackward() {
        feedback.beginBackward();
    }

    /** Takes the gradients of p + b and of q at a step and adds to that of the state before. */
    void backward(int step, double[] dp, double[] dq, Matrix beforeGradient) {
        int from = ragged.start(step) * width();
        int count = ragged.alive(step) * width();
        Fill.set(feedback.outputGradient(step), 0, dq, count);
        Matrix da = feedback.backward(step, beforeGradient);
        if (isJoint()) {
            Fill.copy(da, 0, inflow.outputGradients(), from, count);
        } else {
            Fill.set(inflow.outputGradients(), from, dp, count);
        }
        if (bias.parameter.isPresent()) {
            addSums(dp, count, bias.parameter.get().gradient());
        }
    }

    private static void addSums(double[] rows, int count, Tensor sums) {
        int width = sums.shape().count();
        for (int from = 0; from < count; from += width) {
            for (int j = 0; j < width; j++) {
                sums.set(j, sums.get(j) + rows[from + j]);
            }
        }
    }

    /** After the first step's backward, given the states before of all valid positions as columns; returns the gradient of W·x. */
    Matrix endBackward(Matrix before) {
        feedback.endBackward(before);
        return inflow.backward();
    }

    /** Adds to the gradient of the inputs. */
    void backwardToInputs(Matrix du) {
        inflow.backwardToInputs(du);
    }
}
