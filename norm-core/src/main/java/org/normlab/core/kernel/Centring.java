package org.normlab.core.kernel;

/** What the statistics of a pass are measured about. */
public enum Centring {
    /** The mean of each slice. */
    MEAN,
    /** Zero: the mean square takes the place of the variance. */
    ORIGIN,
    /** The statistics are given and carry no gradient. */
    GIVEN
}
