package org.normlab.report.data;

import java.util.Arrays;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * What a network sees, one example after another: numbers of a fixed shape, or strings of symbols of different lengths.
 *
 * <p>Layouts: {@code NC} for tables, {@code NCHW} for images, {@code NTC} for sequences, {@code NT} for strings of symbols.
 */
public sealed interface Examples permits Dense, Symbols {
    /**
     * The number of examples.
     *
     * @return how many
     */
    int count();

    /**
     * The number of valid time steps of one example.
     *
     * @param example 0 to count−1
     * @return its length; 1 if the layout has no time axis
     */
    int length(int example);

    /**
     * The shape of a batch.
     *
     * @param rows which examples; not modified
     * @return as many examples as rows, time steps as many as the longest of them has
     */
    Shape batchShape(int... rows);

    /**
     * Copies examples into a batch; positions beyond the end of a sequence become 0.
     *
     * @param rows which examples; not modified
     * @param batch a float32 or float64 tensor of the shape {@link #batchShape}; overwritten
     */
    void gather(int[] rows, Tensor batch);

    /**
     * The lengths of chosen examples.
     *
     * @param rows which examples; not modified
     * @return one length a row
     */
    default int[] lengths(int... rows) {
        return Arrays.stream(rows).map(this::length).toArray();
    }
}
