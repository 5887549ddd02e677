package org.normlab.core;

import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.normlab.core.NormException.Kind;
import org.normlab.core.kernel.Flat;
import org.normlab.core.kernel.View;

/**
 * A dense row-major view of an array of float32 or float64: data, offset and shape, no arithmetic.
 *
 * <p>The array is not copied: whoever writes to it writes to the tensor, and the reverse.
 */
public final class Tensor {
    private final Shape shape;
    private final Flat flat;
    private final int offset;
    private final View view;

    private Tensor(Shape shape, Flat flat, int offset) {
        this.shape = Objects.requireNonNull(shape, "shape");
        this.flat = flat;
        this.offset = offset;
        this.view = new View(flat, offset);
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
     * Consecutive examples.
     *
     * @param from the first
     * @param to after the last
     * @return a view, not a copy
     * @throws NormException SHAPE if examples are not the outermost axis; OPTION if there are fewer
     */
    public Tensor examples(int from, int to) {
        return new Tensor(shape.examples(from, to), flat, offset + from * shape.stride('N'));
    }

    /**
     * Consecutive entries, as of a parameter that several normalizers divide.
     *
     * @param from the first
     * @param count how many
     * @return a view of shape C, not a copy
     */
    public Tensor range(int from, int count) {
        return new Tensor(Shape.of("C", count), flat, offset + Objects.checkFromIndexSize(from, count, shape.count()));
    }

    /**
     * Copies all elements into another tensor, bit for bit if the types agree, rounded to its type if not.
     *
     * @param target a tensor of the same count; overwritten
     * @throws NormException SHAPE if the counts differ
     */
    public void copyTo(Tensor target) {
        if (target.shape.count() != shape.count()) {
            throw NormException.about(Kind.SHAPE, "Tensor", "target", target.shape)
                    .because("does not hold " + shape, "give a tensor of as many elements");
        }
        flat.copyTo(offset, target.view, shape.count());
    }

    /**
     * The same values in the axis order of another shape, such as NHWC for NCHW.
     *
     * @param target a shape with the same letters and sizes, in any order
     * @return this tensor if the order is the same; else a packed copy
     * @throws NormException SHAPE if the letters or sizes differ
     */
    public Tensor to(Shape target) {
        if (target.equals(shape)) {
            return this;
        }
        int[] strides = new int[target.rank()];
        for (int axis = 0; axis < target.rank(); axis++) {
            char letter = target.layout().charAt(axis);
            if (shape.rank() != target.rank() || !shape.has(letter) || shape.size(letter) != target.size(axis)) {
                throw NormException.about(Kind.SHAPE, "Tensor", "shape", shape)
                        .because("does not match " + target, "give the same axes and sizes");
            }
            strides[axis] = shape.stride(letter);
        }
        Tensor copy = like(target);
        for (int i = 0; i < target.count(); i++) {
            int from = offset;
            for (int axis = target.rank() - 1, rest = i; axis >= 0; rest /= target.size(axis--)) {
                from += rest % target.size(axis) * strides[axis];
            }
            copy.set(i, flat.get(from));
        }
        return copy;
    }

    /**
     * A packed copy.
     *
     * @return a tensor over an array of its own
     */
    public Tensor copy() {
        Tensor copy = like(shape);
        copyTo(copy);
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

    /** Data and offset, as kernels see them. */
    View view() {
        return view;
    }

    /** Whether both tensors are the same stretch of the same array. */
    boolean sameMemory(Tensor other) {
        return flat.sameArray(other.flat) && offset == other.offset;
    }

    /** Whether both tensors share some elements but not all. */
    boolean overlapsInPart(Tensor other) {
        return flat.sameArray(other.flat)
                && offset != other.offset
                && Math.abs((long) offset - other.offset) < Math.max(shape.count(), other.shape.count());
    }

    /**
     * Refuses to be the output of a pass over an input of another shape, or one that shares some elements but not all.
     *
     * @param x the input
     * @param subject who refuses
     * @throws NormException SHAPE or OPTION
     */
    public void checkOutputOf(Tensor x, String subject) {
        checkBeside(x, "input", subject, "output");
    }

    /** Refuses to be written, as an argument of this name, while another tensor of the same shape is read. */
    void checkBeside(Tensor read, String what, String subject, String argument) {
        if (!shape.equals(read.shape)) {
            throw NormException.about(Kind.SHAPE, subject, argument, shape)
                    .because("is not the " + what + "'s shape " + read.shape, "give one of the same shape");
        }
        if (read.overlapsInPart(this)) {
            throw NormException.about(Kind.OPTION, subject, argument, "offset " + offset)
                    .because("overlaps the " + what + " at offset " + read.offset, "use the same tensor or one apart");
        }
    }

    /** Whether another tensor of this type and shape, packed from the start of its array, holds the same, signs of zeros included. */
    boolean hasBitsOf(Tensor packed) {
        return flat.hasBitsOf(packed.flat, offset, shape.count());
    }

    /** Widens all elements into an array. */
    void copyTo(double[] values) {
        for (int i = 0; i < shape.count(); i++) {
            values[i] = flat.get(offset + i);
        }
    }

    /**
     * Rounds an array into all elements.
     *
     * @param values one an element; not modified
     * @throws NormException SHAPE if there is not one an element
     */
    public void copyFrom(double[] values) {
        if (values.length != shape.count()) {
            throw NormException.about(Kind.SHAPE, "Tensor", "values", values.length + " values")
                    .because("do not fill " + shape, "give " + shape.count());
        }
        for (int i = 0; i < shape.count(); i++) {
            flat.set(offset + i, values[i]);
        }
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
        copyTo(values);
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
