package org.normlab.report.data;

import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.core.kernel.Flat;

/**
 * Examples of one fixed shape.
 *
 * @param values float32, examples first; shared, not to be modified
 * @param units what the numbers mean
 */
public record Dense(Tensor values, Units units) implements Examples {
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
        if (values.flat() instanceof Flat.Floats from && batch.flat() instanceof Flat.Floats to) {
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(from.array(), values.offset() + rows[i] * size, to.array(), batch.offset() + i * size, size);
            }
        } else {
            for (int i = 0; i < rows.length * size; i++) {
                batch.set(i, values.get(rows[i / size] * size + i % size));
            }
        }
    }
}
