package org.normlab.core.kernel;

/** Two sums a statistic. */
final class SumPairs {
    final Sums first;
    final Sums second;
    private final boolean single;

    /** So many pairs of sums; whether each has a single term, which is it then. */
    SumPairs(int size, boolean single) {
        this.single = single;
        first = new Sums(size);
        second = new Sums(size);
    }

    void clear(int from, int count) {
        if (!single) {
            first.clear(from, count);
            second.clear(from, count);
        }
    }

    /** Adds the sums of lines, so many neighbouring ones to each statistic, and sets them to zero. */
    void add(int from, Coefficients c, int lines, int each) {
        c.foldSums(lines / each, each);
        if (single) {
            System.arraycopy(c.first, 0, first.values, from, lines / each);
            System.arraycopy(c.second, 0, second.values, from, lines / each);
        } else {
            first.add(from, c.first, 0, lines / each);
            second.add(from, c.second, 0, lines / each);
        }
        c.clearSums(lines);
    }

    /** Becomes the sums over all chunks of some statistics; each chunk has a pair for every statistic. */
    void merge(int from, int count, SumPairs chunks) {
        if (!single) {
            first.merge(from, count, chunks.first);
            second.merge(from, count, chunks.second);
        }
    }
}
