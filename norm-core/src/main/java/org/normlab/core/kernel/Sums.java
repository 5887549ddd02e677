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

    /** Adds a term to each of some sums, which have the same places, and sets the terms to zero. */
    void take(double[] terms, int from, int to) {
        add(from, terms, from, to - from);
        Arrays.fill(terms, from, to, 0);
    }

    /** Adds other sums, and sets them to zero. */
    void take(Sums other) {
        add(0, other, 0, values.length);
        other.clear(0, values.length);
    }

    private void add(int from, Sums other, int start, int count) {
        add(from, other.values, start, count);
        for (int i = 0; i < count; i++) {
            rests[from + i] += other.rests[start + i];
        }
    }

    /** Finishes some sums: over all chunks, each of which has one for every statistic, and rounded once. */
    void merge(int from, int count, Sums chunks) {
        if (chunks != this) {
            clear(from, count);
            for (int chunk = 0; chunk < chunks.values.length; chunk += values.length) {
                add(from, chunks, chunk + from, count);
            }
        }
        round(values, from, from + count);
    }

    /** Moves all sums, rounded once, to where there is one for each, and sets them to zero. */
    void moveTo(double[] target) {
        round(target, 0, target.length);
        clear(0, target.length);
    }

    private void round(double[] target, int from, int to) {
        for (int i = from; i < to; i++) {
            // what is not finite leaves no rest
            target[i] = Double.isNaN(rests[i]) ? values[i] : values[i] + rests[i];
        }
    }
}
