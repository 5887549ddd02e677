package org.normlab.report.net;

import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * A tensor seen as rows by columns, with a step for each, so that transposing copies nothing.
 *
 * @param tensor the elements; not copied
 * @param rows how many rows
 * @param columns how many columns
 * @param rowStep elements from one row to the next
 * @param columnStep elements from one column to the next
 */
public record Matrix(Tensor tensor, int rows, int columns, int rowStep, int columnStep) {

    /**
     * The first axis of a tensor by all the others.
     *
     * @param tensor not copied
     * @return the view
     */
    public static Matrix of(Tensor tensor) {
        Shape shape = tensor.shape();
        return of(tensor, shape.size(0) == 0 ? 0 : shape.count() / shape.size(0));
    }

    /**
     * All elements of a tensor in rows of a given length.
     *
     * @param tensor not copied
     * @param columns the length of a row
     * @return the view
     * @throws NormException SHAPE if the elements do not fill whole rows
     */
    public static Matrix of(Tensor tensor, int columns) {
        int count = tensor.shape().count();
        if (columns < 0 || (columns == 0 ? count != 0 : count % columns != 0)) {
            throw NormException.about(Kind.SHAPE, "Matrix", "columns", columns)
                    .because("does not divide the elements of " + tensor, "use a divisor of " + count);
        }
        return new Matrix(tensor, columns == 0 ? 0 : count / columns, columns, columns, 1);
    }

    /**
     * Rows and columns exchanged.
     *
     * @return a view of the same elements
     */
    public Matrix transposed() {
        return new Matrix(tensor, columns, rows, columnStep, rowStep);
    }

    /** Rows, columns and element type, such as {@code 3x5 float32}. */
    @Override
    public String toString() {
        return rows + "x" + columns + (tensor.isFloat32() ? " float32" : " float64");
    }
}
