package org.normlab.report.data;

import java.util.Arrays;

/** A float array that grows: memory follows what was read, not what was claimed. */
final class Floats {
    private float[] values = new float[1024];
    private int count;

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, Math.addExact(count, count / 2));
        }
        values[count++] = (float) value;
    }

    float[] toArray() {
        return Arrays.copyOf(values, count);
    }
}
