package org.normlab.report.net.recurrent;

import java.util.ArrayList;
import java.util.List;

/** An array of doubles for each step, kept from the forward pass for the backward pass. */
final class Tape {
    private final int width;
    private final List<double[]> steps = new ArrayList<>();
    private int capacity;

    Tape(int width) {
        this.width = width;
    }

    /** Makes room for so many rows a step; what was there is lost if there was less. */
    void reserve(int rows) {
        if (rows > capacity) {
            capacity = rows;
            steps.clear();
        }
    }

    /** The rows of a step; zeros until they are written. */
    double[] at(int step) {
        while (steps.size() <= step) {
            steps.add(new double[capacity * width]);
        }
        return steps.get(step);
    }
}
