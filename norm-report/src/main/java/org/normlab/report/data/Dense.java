package org.normlab.report.data;

import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * Examples of one fixed shape.
 *
 * @param values float32, packed, examples first; shared, not to be modified
 * @param units what the numbers mean
 */
public record Dense(Tensor values, Units units) implements Examples {
    /** What the numbers mean, which decides how they are scaled. */
    public enum Units {
        /** Brightness from 0 on, one unit everywhere: divided by the largest value of the training part. */
        PIXELS,
        /** A unit for each channel: centred and divided by the standard deviation of the training part. */
        FEATURES
    }

    /** The same examples under another layout and other sizes. */
    Dense as(Shape shape) {
        return new Dense(values.as(shape), units);
    }

    @Override
    public int count() {
        return values.shape().examples();
    }

    @Override
    public int length(int example) {
        return values.shape().size('T');
    }

    @Override
    public Shape batchShape(int... rows) {
        int[] sizes = values.shape().sizes();
        sizes[0] = rows.length;
        return Shape.of(values.shape().layout(), sizes);
    }

    @Override
    public void gather(int[] rows, Tensor batch) {
        int size = values.shape().stride('N');
        if (batch.isFloat32() && batch.offset() == 0) {
            float[] from = values.toFMatrix().data;
            float[] to = batch.toFMatrix().data;
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(from, rows[i] * size, to, i * size, size);
            }
        } else {
            for (int i = 0; i < rows.length * size; i++) {
                batch.set(i, values.get(rows[i / size] * size + i % size));
            }
        }
    }
}
