package org.normlab.report.net;

import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Room for rows whose number changes from batch to batch: the same tensor as long as it does not. */
final class RowRoom {
    private Tensor rows;

    /** Rows of this width, in the element type of {@code precision}. */
    RowRoom(Tensor precision, int width) {
        rows = precision.like(Shape.nc(0, width));
    }

    /** So many rows; what they hold is left over. */
    Tensor of(int count) {
        if (rows.shape().examples() != count) {
            rows = rows.like(Shape.nc(count, rows.shape().channels()));
        }
        return rows;
    }

    /** A row for each valid step of sequences. */
    Tensor ofSteps(int[] lengths) {
        int steps = 0;
        for (int length : lengths) {
            steps += length;
        }
        return of(steps);
    }
}
