package org.normlab.report.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Numbers of one type in row-major order, any rank from 0 on, as a file holds them. Immutable. */
public final class NdArray {
    private final Type type;
    private final int[] sizes;
    private final ByteBuffer bytes;

    NdArray(Type type, int[] sizes, ByteBuffer bytes) {
        this.type = type;
        this.sizes = sizes;
        this.bytes = bytes;
    }

    /** The type of the numbers: kind and size in bits. */
    public enum Type {
        /** IEEE double. */
        F64("f8"),
        /** IEEE float. */
        F32("f4"),
        /** Signed, 64 bits. */
        I64("i8"),
        /** Signed, 32 bits. */
        I32("i4"),
        /** Signed, 16 bits. */
        I16("i2"),
        /** Signed, 8 bits. */
        I8("i1"),
        /** Unsigned, 64 bits. */
        U64("u8"),
        /** Unsigned, 32 bits. */
        U32("u4"),
        /** Unsigned, 16 bits. */
        U16("u2"),
        /** Unsigned, 8 bits. */
        U8("u1"),
        /** 0 or 1 in a byte. */
        BOOL("b1");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /** NumPy's name for it, without byte order. */
        String code() {
            return code;
        }

        /** Bytes a number. */
        int bytes() {
            return code.charAt(1) - '0';
        }

        boolean isFloating() {
            return this == F64 || this == F32;
        }
    }

    /**
     * An array of float32.
     *
     * @param sizes one size an axis; not modified
     * @param values row-major, as many as the product of the sizes; copied
     * @return the array
     */
    public static NdArray of(int[] sizes, float... values) {
        ByteBuffer bytes = allocate(sizes, values.length, Type.F32);
        bytes.asFloatBuffer().put(values);
        return new NdArray(Type.F32, sizes.clone(), bytes);
    }

    /**
     * An array of float64.
     *
     * @param sizes one size an axis; not modified
     * @param values row-major, as many as the product of the sizes; copied
     * @return the array
     */
    public static NdArray of(int[] sizes, double... values) {
        ByteBuffer bytes = allocate(sizes, values.length, Type.F64);
        bytes.asDoubleBuffer().put(values);
        return new NdArray(Type.F64, sizes.clone(), bytes);
    }

    /**
     * An array of 64-bit integers.
     *
     * @param sizes one size an axis; not modified
     * @param values row-major, as many as the product of the sizes; copied
     * @return the array
     */
    public static NdArray of(int[] sizes, long... values) {
        ByteBuffer bytes = allocate(sizes, values.length, Type.I64);
        bytes.asLongBuffer().put(values);
        return new NdArray(Type.I64, sizes.clone(), bytes);
    }

    /**
     * A tensor's numbers, in its own type.
     *
     * @param tensor not modified
     * @return a copy
     */
    public static NdArray of(Tensor tensor) {
        int[] sizes = tensor.shape().sizes();
        return tensor.isFloat32()
                ? of(sizes, tensor.offset() == 0 ? packed(tensor) : packed(tensor.copy()))
                : of(sizes, tensor.toArray());
    }

    private static float[] packed(Tensor tensor) {
        return Arrays.copyOf(tensor.toFMatrix().data, tensor.shape().count());
    }

    private static ByteBuffer allocate(int[] sizes, int count, Type type) {
        long size = ArraySize.bytes(sizes, type).orElse(-1);
        if (size != (long) count * type.bytes()) {
            throw NormException.about(Kind.SHAPE, "NdArray", "sizes", Arrays.toString(sizes))
                    .because("do not hold " + count + " values", "give as many values as the product of the sizes");
        }
        return ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The type.
     *
     * @return kind and size of the numbers
     */
    public Type type() {
        return type;
    }

    /**
     * The sizes.
     *
     * @return a copy, one size an axis
     */
    public int[] sizes() {
        return sizes.clone();
    }

    /**
     * The number of elements.
     *
     * @return the product of the sizes
     */
    public int count() {
        return bytes.limit() / type.bytes();
    }

    /**
     * One element.
     *
     * @param index its place in row-major order
     * @return its value; an integer beyond 2⁵³ is rounded
     */
    public double get(int index) {
        return switch (type) {
            case F64 -> bytes.getDouble(8 * index);
            case F32 -> bytes.getFloat(4 * index);
            case U64 -> unsigned(getLong(index));
            default -> getLong(index);
        };
    }

    private static double unsigned(long bits) {
        return (bits >>> 1) * 2.0 + (bits & 1);
    }

    /**
     * One element as an integer.
     *
     * @param index its place in row-major order
     * @return its value; a fraction is cut off, an unsigned one beyond 2⁶³ comes as its bits
     */
    public long getLong(int index) {
        return switch (type) {
            case F64, F32 -> (long) get(index);
            case I64, U64 -> bytes.getLong(8 * index);
            case I32 -> bytes.getInt(4 * index);
            case U32 -> bytes.getInt(4 * index) & 0xffffffffL;
            case I16 -> bytes.getShort(2 * index);
            case U16 -> bytes.getShort(2 * index) & 0xffff;
            case I8 -> bytes.get(index);
            case U8, BOOL -> bytes.get(index) & 0xff;
        };
    }

    /**
     * The numbers under a layout: float32 of float32 and of integers up to 16 bits, else float64.
     *
     * @param layout one letter an axis, such as {@code NCHW}
     * @return a copy
     * @throws NormException SHAPE if the rank is another
     */
    public Tensor tensor(String layout) {
        Shape shape = Shape.of(layout, sizes);
        boolean exact = !type.isFloating() && type.bytes() <= 2;
        if (type == Type.F32 || exact) {
            return Tensor.of(shape, floats());
        }
        double[] values = new double[count()];
        Arrays.setAll(values, this::get);
        return Tensor.of(shape, values);
    }

    /** All numbers rounded to float32. */
    float[] floats() {
        float[] values = new float[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) get(i);
        }
        return values;
    }

    /** A fresh view of the bytes, little-endian whatever the source was. */
    ByteBuffer littleEndian() {
        if (bytes.order() == ByteOrder.LITTLE_ENDIAN || type.bytes() == 1) {
            return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }
        byte[] swapped = new byte[bytes.limit()];
        for (int i = 0; i < swapped.length; i++) {
            swapped[i] = bytes.get(i ^ type.bytes() - 1);
        }
        return ByteBuffer.wrap(swapped).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether type, sizes and the bits of every element agree. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NdArray array
                && type == array.type
                && Arrays.equals(sizes, array.sizes)
                && littleEndian().equals(array.littleEndian());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sizes) + littleEndian().hashCode();
    }

    /** Type and sizes, such as {@code F32 [3, 4]}. */
    @Override
    public String toString() {
        return type + " " + Arrays.toString(sizes);
    }
}
