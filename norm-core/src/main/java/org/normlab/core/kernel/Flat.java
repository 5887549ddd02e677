package org.normlab.core.kernel;

import java.util.Arrays;

/** An array of float32 or float64: the only place where the element type shows. */
public sealed interface Flat permits Flat.Floats, Flat.Doubles {

    /**
     * The number of elements.
     *
     * @return the length of the array
     */
    int length();

    /**
     * One element, widened exactly.
     *
     * @param index its place
     * @return its value
     */
    double get(int index);

    /**
     * Overwrites one element, rounded to nearest.
     *
     * @param index its place
     * @param value the new value
     */
    void set(int index, double value);

    /**
     * A new array of zeros of the same element type.
     *
     * @param length its length
     * @return the array
     */
    Flat zeros(int length);

    /**
     * Copies elements, rounded if the target is narrower.
     *
     * @param from the first element to copy
     * @param target overwritten from its offset
     * @param count how many
     */
    default void copyTo(int from, View target, int count) {
        for (int i = 0; i < count; i++) {
            target.data().set(target.offset() + i, get(from + i));
        }
    }

    /**
     * Whether both lie over the same array.
     *
     * @param other another array
     * @return true for one array
     */
    boolean sameArray(Flat other);

    /**
     * Whether elements are those that another array of this type begins with: zeros differ by their signs, and no NaN from another.
     *
     * @param other the other array
     * @param from the first element here
     * @param count how many
     * @return false also if the types differ
     */
    boolean hasBitsOf(Flat other, int from, int count);

    /**
     * Float32.
     *
     * @param array not copied
     */
    record Floats(float[] array) implements Flat {
        @Override
        public int length() {
            return array.length;
        }

        @Override
        public double get(int index) {
            return array[index];
        }

        @Override
        public void set(int index, double value) {
            array[index] = (float) value;
        }

        @Override
        public Flat zeros(int length) {
            return new Floats(new float[length]);
        }

        @Override
        public void copyTo(int from, View target, int count) {
            if (target.data() instanceof Floats same) {
                System.arraycopy(array, from, same.array, target.offset(), count);
            } else {
                Flat.super.copyTo(from, target, count);
            }
        }

        @Override
        public boolean sameArray(Flat other) {
            return other instanceof Floats floats && floats.array == array;
        }

        @Override
        public boolean hasBitsOf(Flat other, int from, int count) {
            return other instanceof Floats floats && Arrays.equals(array, from, from + count, floats.array, 0, count);
        }
    }

    /**
     * Float64.
     *
     * @param array not copied
     */
    record Doubles(double[] array) implements Flat {
        @Override
        public int length() {
            return array.length;
        }

        @Override
        public double get(int index) {
            return array[index];
        }

        @Override
        public void set(int index, double value) {
            array[index] = value;
        }

        @Override
        public Flat zeros(int length) {
            return new Doubles(new double[length]);
        }

        @Override
        public void copyTo(int from, View target, int count) {
            if (target.data() instanceof Doubles same) {
                System.arraycopy(array, from, same.array, target.offset(), count);
            } else {
                Flat.super.copyTo(from, target, count);
            }
        }

        @Override
        public boolean sameArray(Flat other) {
            return other instanceof Doubles doubles && doubles.array == array;
        }

        @Override
        public boolean hasBitsOf(Flat other, int from, int count) {
            return other instanceof Doubles doubles
                    && Arrays.equals(array, from, from + count, doubles.array, 0, count);
        }
    }
}
