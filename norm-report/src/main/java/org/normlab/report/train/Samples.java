package org.normlab.report.train;

import java.util.Arrays;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * Labelled examples of one shape; of sequences, the first steps of each count.
 *
 * @param inputs examples first; not to be modified
 * @param labels the class of each; not to be modified
 * @param lengths the valid time steps of each, 1 without a time axis; not to be modified
 */
public record Samples(Tensor inputs, int[] labels, int[] lengths) {
    /**
     * Checks that every example has a label and a length.
     *
     * @param inputs examples first; not to be modified
     * @param labels the class of each; not to be modified
     * @param lengths the valid time steps of each, 1 without a time axis; not to be modified
     */
    public Samples {
        if (inputs.shape().examples() != labels.length) {
            throw NormException.about(Kind.SHAPE, "Samples", "labels", labels.length)
                    .because("are not one for each example of " + inputs.shape(), "give as many labels as examples");
        }
        if (lengths.length != labels.length) {
            throw NormException.about(Kind.SHAPE, "Samples", "lengths", lengths.length)
                    .because("are not one for each example of " + inputs.shape(), "give as many lengths as examples");
        }
    }

    /**
     * Examples that count as a whole.
     *
     * @param inputs examples first; not to be modified
     * @param labels the class of each; not to be modified
     * @return the samples
     */
    public static Samples whole(Tensor inputs, int... labels) {
        int[] lengths = new int[labels.length];
        Arrays.fill(lengths, inputs.shape().size('T'));
        return new Samples(inputs, labels, lengths);
    }

    /**
     * The number of examples.
     *
     * @return how many
     */
    public int count() {
        return labels.length;
    }

    /** The first samples, all if there are fewer. */
    Samples first(int most) {
        int end = Math.min(most, count());
        return new Samples(inputs.examples(0, end), Arrays.copyOf(labels, end), Arrays.copyOf(lengths, end));
    }

    /** Room for a batch. */
    Batch batch(int examples) {
        int[] sizes = inputs.shape().sizes();
        sizes[0] = examples;
        return new Batch(inputs.like(Shape.of(inputs.shape().layout(), sizes)), new int[examples], new int[examples]);
    }

    /** Overwrites a batch with the examples of these rows. */
    void gather(int[] rows, Batch batch) {
        int size = inputs.shape().stride('N');
        for (int i = 0; i < rows.length; i++) {
            batch.labels()[i] = labels[rows[i]];
            batch.lengths()[i] = lengths[rows[i]];
            for (int j = 0; j < size; j++) {
                batch.inputs().set(i * size + j, inputs.get(rows[i] * size + j));
            }
        }
    }
}
