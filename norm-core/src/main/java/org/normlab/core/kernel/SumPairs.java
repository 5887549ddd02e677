package org.normlab.core.kernel;

import java.util.Arrays;

/** Two sums a statistic. */
final class SumPairs {
    final double[] first;
    final double[] second;

    SumPairs(int size) {
        first = new double[size];
        second = new double[size];
    }

    void clear(int from, int count) {
        Arrays.fill(first, from, from + count, 0);
        Arrays.fill(second, from, from + count, 0);
    }

    /** Adds the sums of lines, so many neighbouring ones to each statistic. */
    void add(int from, Coefficients c, int lines, int each) {
        if (each == 1) {
            for (int i = 0; i < lines; i++) {
                first[from + i] += c.first[i];
                second[from + i] += c.second[i];
            }
            return;
        }
        for (int s = 0, line = 0; line < lines; s++) {
            double a = 0;
            double b = 0;
            for (int end = line + each; line < end; line++) {
                a += c.first[line];
                b += c.second[line];
            }
            first[from + s] += a;
            second[from + s] += b;
        }
    }

    /** Becomes the sums of all chunks of some statistics; each chunk has a pair for every statistic. */
    void merge(int from, int count, SumPairs chunks) {
        clear(from, count);
        for (int chunk = 0; chunk < chunks.first.length; chunk += first.length) {
            for (int s = from; s < from + count; s++) {
                first[s] += chunks.first[chunk + s];
                second[s] += chunks.second[chunk + s];
            }
        }
    }
}
