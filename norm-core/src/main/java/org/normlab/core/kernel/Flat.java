package org.normlab.core.kernel;

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
     * Copies elements to the start of an array of the same element type.
     *
     * @param from the first element to copy
     * @param target overwritten
     * @param count how many
     */
    void copyTo(int from, Flat target, int count);

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
        public void copyTo(int from, Flat target, int count) {
            System.arraycopy(array, from, ((Floats) target).array, 0, count);
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
        public void copyTo(int from, Flat target, int count) {
            System.arraycopy(array, from, ((Doubles) target).array, 0, count);
        }
    }
}
