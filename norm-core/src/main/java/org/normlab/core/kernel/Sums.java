package org.normlab.core.kernel;

import java.util.Arrays;

/** Sums with what their roundings left out (Knuth 1969), so that many terms cost no digits. */
final class Sums {
    final double[] values;
    private final double[] rests;

    Sums(int size) {
        values = new double[size];
        rests = new double[size];
    }

    void clear(int from, int count) {
        Arrays.fill(values, from, from + count, 0);
        Arrays.fill(rests, from, from + count, 0);
    }

    /** Adds one term to each of some neighbouring sums. */
    void add(int from, double[] terms, int start, int count) {
        for (int i = 0; i < count; i++) {
            double before = values[from + i];
            double term = terms[start + i];
            double sum = before + term;
            double added = sum - before;
            rests[from + i] += before - (sum - added) + (term - added);
            values[from + i] = sum;
        }
    }

    /** Finishes some sums: over all chunks, each of which has one for every statistic, and rounded once. */
    void merge(int from, int count, Sums chunks) {
        if (chunks != this) {
            clear(from, count);
            for (int chunk = 0; chunk < chunks.values.length; chunk += values.length) {
                add(from, chunks.values, chunk + from, count);
                for (int s = from; s < from + count; s++) {
                    rests[s] += chunks.rests[chunk + s];
                }
            }
        }
        for (int s = from; s < from + count; s++) {
            // what is not finite leaves no rest
            values[s] = Double.isNaN(rests[s]) ? values[s] : values[s] + rests[s];
        }
    }
}
