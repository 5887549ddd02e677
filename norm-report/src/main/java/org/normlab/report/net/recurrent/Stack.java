package org.normlab.report.net.recurrent;

import java.util.ArrayList;
import java.util.List;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.net.Matrix;

/**
 * A tensor of rows for each step, seen at the number of rows that are alive. Views are made once, so the same step with as many rows
 * is the same tensor.
 */
final class Stack {
    private final Tensor precision;
    private final int width;
    private final List<Floor> floors = new ArrayList<>();
    private int capacity;

    /** The room of one step, and its views by number of rows. */
    private record Floor(Tensor all, Matrix[] views, Matrix[] transposed) {}

    /** Rows of this width, in the element type of {@code precision}. */
    Stack(Tensor precision, int width) {
        this.precision = precision;
        this.width = width;
    }

    /** Makes room for so many rows a step; what was there is lost if there was less. */
    void reserve(int rows) {
        if (rows > capacity) {
            capacity = rows;
            floors.clear();
        }
    }

    /** The first rows of a step. */
    Matrix matrix(int step, int rows) {
        while (floors.size() <= step) {
            floors.add(new Floor(
                    precision.like(Shape.nc(capacity, width)), new Matrix[capacity + 1], new Matrix[capacity + 1]));
        }
        Floor floor = floors.get(step);
        Matrix view = floor.views[rows];
        if (view == null) {
            view = Matrix.of(floor.all.examples(0, rows), width);
            floor.views[rows] = view;
            floor.transposed[rows] = view.transposed();
        }
        return view;
    }

    /** The first rows of a step as columns. */
    Matrix transposed(int step, int rows) {
        matrix(step, rows);
        return floors.get(step).transposed[rows];
    }

    /** The first rows of a step. */
    Tensor tensor(int step, int rows) {
        return matrix(step, rows).tensor();
    }

    /** The elements in a row. */
    int width() {
        return width;
    }
}
