package org.normlab.report.net.recurrent;

/**
 * Sequences of different lengths without their padding: the longest first, so that the sequences alive at a step are the first rows.
 *
 * <p>The valid positions stand one after the other, step by step; whoever walks over them never meets padding.
 */
final class Ragged {
    private int[] lengths = {};
    private int[] examples = {};
    private int[] rows = {};
    private int[] alive = {};
    private int[] starts = {0};
    private int steps;

    /** Takes in the lengths of a batch, which are at most {@code most}. */
    void take(int[] given, int most) {
        if (examples.length != given.length || alive.length < most) {
            examples = new int[given.length];
            rows = new int[given.length];
            alive = new int[most];
            starts = new int[most + 1];
        }
        lengths = given;
        countAlive(most);
        sort();
    }

    private void countAlive(int most) {
        steps = 0;
        for (int t = 0; t < most; t++) {
            alive[t] = 0;
        }
        for (int length : lengths) {
            steps = Math.max(steps, length);
            for (int t = 0; t < length; t++) {
                alive[t]++;
            }
        }
        for (int t = 0; t < steps; t++) {
            starts[t + 1] = starts[t] + alive[t];
        }
    }

    /** Longest first; examples of one length keep their order. */
    private void sort() {
        int row = 0;
        for (int length = steps; length >= 0; length--) {
            for (int n = 0; n < lengths.length; n++) {
                if (lengths[n] == length) {
                    rows[n] = row;
                    examples[row++] = n;
                }
            }
        }
    }

    /** How many sequences there are. */
    int count() {
        return examples.length;
    }

    /** The length of the longest. */
    int steps() {
        return steps;
    }

    /** How many sequences have this step: rows 0 to alive−1. */
    int alive(int step) {
        return alive[step];
    }

    /** The place of the first row of a step among all valid positions. */
    int start(int step) {
        return starts[step];
    }

    /** The number of valid positions. */
    int total() {
        return starts[steps];
    }

    /** The example in a row. */
    int example(int row) {
        return examples[row];
    }

    /** The row of an example. */
    int row(int example) {
        return rows[example];
    }

    /** How many steps come after this one in the sequence of a row. */
    int left(int row, int step) {
        return length(row) - 1 - step;
    }

    /** The length of the sequence in a row. */
    int length(int row) {
        return lengths[examples[row]];
    }
}
