package org.normlab.variants;

/** What a statistic over a single value does in training, where it says nothing about the data. */
public enum Single {
    /** It is an error, as in PyTorch. */
    ERROR,
    /** The output is the bias, the gradient 0, and running statistics stay as they are. */
    BIAS;

    /**
     * The fewest values of a statistic.
     *
     * @return 2 if a single one is an error
     */
    public int fewest() {
        return this == ERROR ? 2 : 1;
    }
}
