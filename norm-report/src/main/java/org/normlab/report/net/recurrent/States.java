package org.normlab.report.net.recurrent;

import java.util.Arrays;
import org.normlab.core.Tensor;
import org.normlab.report.net.Matrix;

/** The states of a layer: floor 0 holds the first ones, floor t + 1 those after step t; and the gradient of the present one. */
final class States {
    private final Ragged ragged;
    private final Stack floors;
    private final Stack history;
    private final Stack through;
    private double[] gradient = {};
    private double[] squares = {};

    States(Ragged ragged, Tensor precision, int units) {
        this.ragged = ragged;
        floors = new Stack(precision, units);
        history = new Stack(precision, units);
        through = new Stack(precision, units);
    }

    void reserve(int rows, int steps) {
        floors.reserve(rows);
        through.reserve(rows);
        history.reserve(rows * steps);
        if (gradient.length < rows * floors.width()) {
            gradient = new double[rows * floors.width()];
        }
        if (squares.length < steps) {
            squares = new double[steps];
        }
    }

    int units() {
        return floors.width();
    }

    /** How many elements are alive at a step. */
    int count(int step) {
        return ragged.alive(step) * units();
    }

    /** The first states of all sequences. */
    Tensor first() {
        return floors.tensor(0, ragged.count());
    }

    /** The states before a step of the sequences alive at it. */
    Matrix before(int step) {
        return floors.matrix(step, ragged.alive(step));
    }

    /** The states after a step. */
    Matrix after(int step) {
        return floors.matrix(step + 1, ragged.alive(step));
    }

    /** Overwrites {@code outputs} with the last state of each example. */
    void last(Matrix outputs) {
        for (int row = 0; row < ragged.count(); row++) {
            Matrix state = floors.matrix(ragged.length(row), ragged.count());
            Fill.copy(state, row * units(), outputs, ragged.example(row) * units(), units());
        }
    }

    /** Starts from the gradient of the last states. */
    void takeGradient(Tensor outputGradient) {
        Arrays.fill(squares, 0);
        for (int row = 0; row < ragged.count(); row++) {
            for (int j = 0; j < units(); j++) {
                gradient[row * units() + j] = outputGradient.get(ragged.example(row) * units() + j);
            }
        }
    }

    /** Takes note of how large the gradient of the states after a step is. */
    void observe(int step) {
        for (int row = 0; row < ragged.alive(step); row++) {
            double sum = 0;
            for (int i = row * units(); i < (row + 1) * units(); i++) {
                sum += gradient[i] * gradient[i];
            }
            squares[ragged.left(row, step)] += sum;
        }
    }

    /** The root of the mean square norm, over sequences, of the gradient so many steps before the last, in the last backward pass. */
    double[] gradientNorms() {
        double[] norms = new double[ragged.steps()];
        int[] counts = new int[norms.length];
        for (int row = 0; row < ragged.count(); row++) {
            for (int k = 0; k < ragged.length(row); k++) {
                counts[k]++;
            }
        }
        Arrays.setAll(norms, k -> Math.sqrt(squares[k] / counts[k]));
        return norms;
    }

    /** The gradient of the loss with respect to the present state, of all sequences; a cell overwrites the rows alive. */
    double[] gradient() {
        return gradient;
    }

    /** Where drives add the gradient of the state before a step; 0 at first. */
    Matrix cleared(int step) {
        Matrix rows = through.matrix(0, ragged.alive(step));
        Fill.zero(rows.tensor());
        return rows;
    }

    /** Adds what has come through the drives to the gradient. */
    void addThrough(int step) {
        Tensor rows = through.tensor(0, ragged.alive(step));
        for (int i = 0; i < count(step); i++) {
            gradient[i] += rows.get(i);
        }
    }

    /** The states before of all valid positions, as columns. */
    Matrix history() {
        Matrix all = history.matrix(0, ragged.total());
        for (int t = 0; t < ragged.steps(); t++) {
            Fill.copy(before(t), 0, all, ragged.start(t) * units(), count(t));
        }
        return history.transposed(0, ragged.total());
    }
}
