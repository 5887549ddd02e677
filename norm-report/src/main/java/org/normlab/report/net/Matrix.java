package org.normlab.report.net;

import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** A tensor seen as rows by columns, with a step for each, so that transposing copies nothing. */
public final class Matrix {
    private final Tensor tensor;
    private final float[] floats;
    private final int rows;
    private final int columns;
    private final boolean transposed;

    private Matrix(Tensor tensor, float[] floats, int rows, int columns, boolean transposed) {
        this.tensor = tensor;
        this.floats = floats;
        this.rows = rows;
        this.columns = columns;
        this.transposed = transposed;
    }

    /**
     * The first axis of a tensor by all the others.
     *
     * @param tensor not copied
     * @return the view
     * @throws NormException SHAPE if the tensor does not start at the first element of its array
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
        float[] floats = tensor.isFloat32() ? tensor.toFMatrix().data : new float[0];
        return new Matrix(tensor, floats, columns == 0 ? 0 : count / columns, columns, false);
    }

    /**
     * Rows and columns exchanged.
     *
     * @return a view of the same elements
     */
    public Matrix transposed() {
        return new Matrix(tensor, floats, columns, rows, !transposed);
    }

    /**
     * The tensor.
     *
     * @return the tensor itself
     */
    public Tensor tensor() {
        return tensor;
    }

    /**
     * The number of rows.
     *
     * @return how many
     */
    public int rows() {
        return rows;
    }

    /**
     * The number of columns.
     *
     * @return how many
     */
    public int columns() {
        return columns;
    }

    boolean isTransposed() {
        return transposed;
    }

    /**
     * The elements of a float32 matrix in memory order.
     *
     * @return the array itself, which may be longer; empty if the matrix is float64
     */
    public float[] floats() {
        return floats;
    }

    /** Rows, columns and element type, such as {@code 3x5 float32}. */
    @Override
    public String toString() {
        return rows + "x" + columns + (tensor.isFloat32() ? " float32" : " float64");
    }
}
