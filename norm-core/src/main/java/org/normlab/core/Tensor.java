package org.normlab.core;

import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.normlab.core.NormException.Kind;
import org.normlab.core.kernel.Flat;

/**
 * A dense row-major view of an array of float32 or float64: data, offset and shape, no arithmetic.
 *
 * <p>The array is not copied: whoever writes to it writes to the tensor, and the reverse.
 */
public final class Tensor {
    private final Shape shape;
    private final Flat flat;
    private final int offset;

    private Tensor(Shape shape, Flat flat, int offset) {
        this.shape = Objects.requireNonNull(shape, "shape");
        this.flat = flat;
        this.offset = offset;
        if (offset < 0 || (long) offset + shape.count() > flat.length()) {
            throw NormException.about(Kind.SHAPE, "Tensor", "data", flat.length() + " elements")
                    .because(
                            "cannot hold " + shape + " at offset " + offset,
                            "give at least " + ((long) Math.max(offset, 0) + shape.count()) + " elements");
        }
    }

    /**
     * A float32 tensor over an array.
     *
     * @param shape its shape
     * @param data at least as many elements as the shape has; not copied
     * @return the tensor
     */
    public static Tensor of(Shape shape, float... data) {
        return of(shape, data, 0);
    }

    /**
     * A float64 tensor over an array.
     *
     * @param shape its shape
     * @param data at least as many elements as the shape has; not copied
     * @return the tensor
     */
    public static Tensor of(Shape shape, double... data) {
        return of(shape, data, 0);
    }

    /**
     * A float32 tensor over a part of an array.
     *
     * @param shape its shape
     * @param data the array; not copied
     * @param offset where the tensor starts
     * @return the tensor
     */
    public static Tensor of(Shape shape, float[] data, int offset) {
        return new Tensor(shape, new Flat.Floats(data), offset);
    }

    /**
     * A float64 tensor over a part of an array.
     *
     * @param shape its shape
     * @param data the array; not copied
     * @param offset where the tensor starts
     * @return the tensor
     */
    public static Tensor of(Shape shape, double[] data, int offset) {
        return new Tensor(shape, new Flat.Doubles(data), offset);
    }

    /**
     * An EJML matrix seen as examples (rows) by channels (columns).
     *
     * @param matrix not copied
     * @return the tensor
     */
    public static Tensor of(FMatrixRMaj matrix) {
        return of(Shape.nc(matrix.numRows, matrix.numCols), matrix.data, 0);
    }

    /**
     * An EJML matrix seen as examples (rows) by channels (columns).
     *
     * @param matrix not copied
     * @return the tensor
     */
    public static Tensor of(DMatrixRMaj matrix) {
        return of(Shape.nc(matrix.numRows, matrix.numCols), matrix.data, 0);
    }

    /**
     * A new tensor of zeros with this tensor's element type.
     *
     * @param shape its shape
     * @return the tensor
     */
    public Tensor like(Shape shape) {
        return new Tensor(shape, flat.zeros(shape.count()), 0);
    }

    /**
     * The same elements under another shape of the same count.
     *
     * @param shape the new shape
     * @return a view, not a copy
     */
    public Tensor as(Shape shape) {
        if (shape.count() != this.shape.count()) {
            throw NormException.about(Kind.SHAPE, "Tensor", "shape", shape)
                    .because("has another count than " + this.shape, "keep the number of elements");
        }
        return new Tensor(shape, flat, offset);
    }

    /**
     * A packed copy.
     *
     * @return a tensor over an array of its own
     */
    public Tensor copy() {
        Tensor copy = like(shape);
        flat.copyTo(offset, copy.flat, shape.count());
        return copy;
    }

    /**
     * The shape.
     *
     * @return sizes and roles
     */
    public Shape shape() {
        return shape;
    }

    /**
     * Where the tensor starts in its array.
     *
     * @return the offset
     */
    public int offset() {
        return offset;
    }

    /**
     * The array under the tensor.
     *
     * @return the array itself, not a copy
     */
    public Flat flat() {
        return flat;
    }

    /**
     * Whether the elements are float32.
     *
     * @return false for float64
     */
    public boolean isFloat32() {
        return flat instanceof Flat.Floats;
    }

    /**
     * One element, widened exactly.
     *
     * @param index its place in row-major order
     * @return its value
     */
    public double get(int index) {
        return flat.get(offset + Objects.checkIndex(index, shape.count()));
    }

    /**
     * Overwrites one element, rounded to the element type.
     *
     * @param index its place in row-major order
     * @param value the new value
     */
    public void set(int index, double value) {
        flat.set(offset + Objects.checkIndex(index, shape.count()), value);
    }

    /**
     * All elements, widened exactly, in row-major order.
     *
     * @return a new array
     */
    public double[] toArray() {
        double[] values = new double[shape.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = flat.get(offset + i);
        }
        return values;
    }

    /**
     * The tensor as a float32 EJML matrix: the first axis by all the others.
     *
     * @return a matrix over the same array
     * @throws NormException SHAPE if the tensor is float64 or does not start at 0
     */
    public FMatrixRMaj toFMatrix() {
        if (flat instanceof Flat.Floats floats && offset == 0) {
            return FMatrixRMaj.wrap(rows(), columns(), floats.array());
        }
        throw notThatMatrix("float32");
    }

    /**
     * The tensor as a float64 EJML matrix: the first axis by all the others.
     *
     * @return a matrix over the same array
     * @throws NormException SHAPE if the tensor is float32 or does not start at 0
     */
    public DMatrixRMaj toDMatrix() {
        if (flat instanceof Flat.Doubles doubles && offset == 0) {
            return DMatrixRMaj.wrap(rows(), columns(), doubles.array());
        }
        throw notThatMatrix("float64");
    }

    private NormException notThatMatrix(String type) {
        return NormException.about(Kind.SHAPE, "Tensor", "matrix", this)
                .because("is not a " + type + " tensor at offset 0", "take a copy of the right type first");
    }

    private int rows() {
        return shape.size(0);
    }

    private int columns() {
        return rows() == 0 ? 0 : shape.count() / rows();
    }

    /** Type and shape, such as {@code float32 NCHW 2x3x5x7}. */
    @Override
    public String toString() {
        return (isFloat32() ? "float32 " : "float64 ") + shape;
    }
}
