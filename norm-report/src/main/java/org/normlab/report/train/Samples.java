package org.normlab.report.train;

import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * Labelled examples of one shape.
 *
 * @param inputs examples first; not to be modified
 * @param labels the class of each; not to be modified
 */
public record Samples(Tensor inputs, int[] labels) {
    /**
     * Checks that every example has a label.
     *
     * @param inputs examples first; not to be modified
     * @param labels the class of each; not to be modified
     */
    public Samples {
        if (inputs.shape().examples() != labels.length) {
            throw NormException.about(Kind.SHAPE, "Samples", "labels", labels.length)
                    .because("are not one for each example of " + inputs.shape(), "give as many labels as examples");
        }
    }

    /**
     * The number of examples.
     *
     * @return how many
     */
    public int count() {
        return labels.length;
    }

    /** Room for a batch. */
    Batch batch(int examples) {
        int[] sizes = inputs.shape().sizes();
        sizes[0] = examples;
        return new Batch(inputs.like(Shape.of(inputs.shape().layout(), sizes)), new int[examples]);
    }

    /** Overwrites a batch with the examples of these rows. */
    void gather(int[] rows, Batch batch) {
        int size = inputs.shape().stride('N');
        for (int i = 0; i < rows.length; i++) {
            batch.labels()[i] = labels[rows[i]];
            for (int j = 0; j < size; j++) {
                batch.inputs().set(i * size + j, inputs.get(rows[i] * size + j));
            }
        }
    }
}
